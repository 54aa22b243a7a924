// The formats that annotations are read from. Documentation/export.md has them field by field.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// A format of an import.
package enum ImportFormat: String, CaseIterable, Sendable {
  /// What the Hypothesis client exports, or its API returns.
  case hypothesis
  /// Collections, pages, lists or lines of Web Annotations.
  case w3c
  /// An annotation set of Readium.
  case readium
  /// A file .ann of brat.
  case brat
  /// Lines that doccano exports.
  case doccano
  /// Tasks that Label Studio exports as JSON.
  case labelstudio
  /// A file .annotations of slate.
  case slate
  /// Lines that Prodigy exports.
  case prodigy
  /// Tokens with BIO tags.
  case conll
  /// UIMA CAS JSON of INCEpTION or dkpro-cassis.
  case cas
  /// A project of a program of qualitative analysis (REFI-QDA).
  case qdpx
  /// The table that galley export --format csv writes.
  case csv

  /// Reads a file.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - shelf: the terms that labels may name.
  ///   - name: what the file is called, without its folder. It goes into the ids of marks that have none, so that
  ///     those of two files differ.
  package func read(
    _ bytes: [UInt8], knowing shelf: TaxonomyShelf, from name: String = ""
  ) throws(ImportProblem) -> ImportedFile {
    let labels = LabelReader(shelf, scheme: rawValue, from: name)
    switch self {
    case .w3c: return try WebAnnotationImport.read(bytes)
    case .readium: return try WebAnnotationImport.readPublication(bytes)
    case .hypothesis: return try HypothesisImport(labels).read(bytes)
    case .csv: return try CSVImport.read(String(validating: bytes, as: UTF8.self))
    case .brat: return try BratImport(labels).read(String(validating: bytes, as: UTF8.self))
    case .doccano: return try DoccanoImport(labels).read(bytes)
    case .labelstudio: return try LabelStudioImport(labels).read(bytes)
    case .prodigy: return try ProdigyImport(labels).read(bytes)
    case .conll: return try CoNLLImport(labels).read(String(validating: bytes, as: UTF8.self))
    case .cas: return try CASImport(labels).read(bytes)
    case .qdpx: return try QDPXImport(labels).read(bytes)
    case .slate: return try SlateImport(labels).read(String(validating: bytes, as: UTF8.self))
    }
  }
}

/// What a file holds, before it is placed in articles.
package struct ImportedFile: Sendable {
  /// The marks, article by article.
  package var groups: [ImportedGroup] = []
  /// What could not be read, a line each.
  package var remarks: [String] = []
}

/// Marks on one article.
package struct ImportedGroup: Sendable {
  /// What the file calls the article: a name, a path or an address; nil when it does not say.
  package var source: String?
  /// The text that the file's offsets refer to; nil when the file does not hold it.
  package var text: String?
  /// What the file calls the document, as far as that is the name of no article: `task-7`.
  package var name: String?
  /// The path of the article, where it stands beside the file.
  package var article: String?
  var marks: [ImportedMark] = []

  /// Starts a group.
  init(
    source: String? = nil, text: String? = nil, marks: [ImportedMark] = [], name: String? = nil
  ) {
    self.source = source
    self.text = text
    self.marks = marks
    self.name = name
  }

  /// The group with a name for the marks that nobody is named for; nil leaves them as they are.
  package func by(_ name: String?) -> ImportedGroup {
    guard let name else { return self }
    var group = self
    for index in group.marks.indices where group.marks[index].annotation.creator == nil {
      group.marks[index].annotation.creator = Creator(name: name)
    }
    return group
  }

  /// How many marks there are.
  package var count: Int { marks.count }
}

/// A mark as a file has it.
struct ImportedMark: Sendable {
  /// What it says; its targets hold when there are no places.
  var annotation: Annotation
  /// Where the file has it.
  var places: [ImportedPlace] = []
  /// The words that the file says stand in these places, with blanks between several; nil when it does not.
  var words: String?
  /// What messages call it; nil when its id is as good.
  var name: String?

  /// What messages call it.
  var called: String { name ?? annotation.id.short }
}

/// A place in a text as a file gives it.
enum ImportedPlace: Hashable, Sendable {
  /// Offsets, half-open, in code points unless the words beside them say otherwise.
  case offsets(Range<Int>)
  /// Words of lines; nil for the text as a whole.
  case tokens(TokenRange?)

  /// Offsets that some text can have; nil when these cannot be one's.
  init?(from start: Int, to end: Int) {
    guard 0 <= start, start < end, end <= Int32.max else { return nil }
    self = .offsets(start..<end)
  }
}

/// Why a file cannot be read as what it was said to be.
package enum ImportProblem: Error, Hashable, CustomStringConvertible {
  /// It is no JSON.
  case notJSON(JSONError)
  /// It is no UTF-8 text.
  case notText
  /// It lacks what makes it a file of the format.
  case notTheFormat(String)

  /// What is wrong.
  package var description: String {
    switch self {
    case .notJSON(let error): "not JSON: \(error)"
    case .notText: "not a UTF-8 text"
    case .notTheFormat(let reason): reason
    }
  }
}

/// Makes terms of what other tools call a mark.
struct LabelReader {
  private let shelf: TaxonomyShelf
  private let scheme: String
  private let file: String
  private let references: [String: TermReference]

  init(_ shelf: TaxonomyShelf, scheme: String, from file: String) {
    (self.shelf, self.scheme, self.file) = (shelf, scheme, file)
    var references: [String: TermReference] = [:]
    for pack in shelf.packs {
      for group in pack.groups {
        for term in group.terms {
          let reference = pack.reference(to: term, in: group)
          references[reference.description] = reference
          references[BratExport.typeName(reference.description)] = reference
        }
      }
    }
    self.references = references
  }

  /// Gives an annotation the kind and the term that a label names; a label that nobody knows becomes a
  /// tag, and with `isForeign` it is kept that the mark is called so elsewhere.
  func apply(_ label: String, isForeign: Bool = true, to annotation: inout Annotation) {
    if let reference = references[label] {
      annotation.kind = shelf[reference.pack]?.kind ?? annotation.kind
      annotation.terms.append(reference)
    } else if let kind = AnnotationKind(rawValue: label), AnnotationKind.marks.contains(kind) {
      annotation.kind = kind
    } else {
      if !annotation.tags.contains(label) { annotation.tags.append(label) }
      if isForeign { annotation.keep(ForeignRecord(scheme: scheme, type: label)) }
      if annotation.terms.isEmpty, annotation.kind.row.use == .mark(asking: .nothing) {
        annotation.kind = .asking(.tags) ?? annotation.kind
      }
    }
  }

  /// An id for a mark of the file.
  func id(from name: String) -> AnnotationID {
    .derived(from: file.isEmpty ? name : "\(name)\n\(file)")
  }

  /// A new annotation that says what a label says. Its id follows from where it comes from, so that
  /// reading the file again makes no second one.
  func annotation(labelled label: String, named name: String) -> Annotation {
    var annotation = Annotation(id: id(from: name), kind: .highlight, targets: [])
    apply(label, to: &annotation)
    return annotation
  }
}

extension AnnotationID {
  /// An id that follows from a text.
  static func derived(from text: String) -> AnnotationID {
    let digest = Array(text.utf8).withUnsafeBufferPointer { Digest(of: $0) }
    return AnnotationID(namedBy: digest.description)
  }
}

extension String {
  /// The text without the byte-order mark that it may begin with.
  var withoutMark: Substring { hasPrefix("\u{FEFF}") ? dropFirst() : self[...] }
}
