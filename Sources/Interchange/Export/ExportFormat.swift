// The formats that annotations are handed on in. Documentation/export.md has them field by field.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// A format of an export.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// A page to read and to paste: quote, note, evidence, link to the place.
  case markdown
  /// A report of one file, to look at in a browser.
  case html
  /// A row a passage, for spreadsheets.
  case csv
  /// An annotation a line.
  case jsonl
  /// A collection of the Web Annotation Data Model.
  case w3c
  /// Fact-checks for search engines, in the vocabulary of schema.org.
  case claimreview
  /// Standoff files of the brat tool: .txt, .ann, annotation.conf and visual.conf.
  case brat
  /// Lines that doccano imports.
  case doccano
  /// Tasks that Label Studio imports.
  case labelstudio
  /// Lines that Prodigy reads.
  case prodigy
  /// Tokens with BIO tags.
  case conll
  /// Documents for INCEpTION and whatever else reads UIMA CAS JSON.
  case cas
  /// Annotation sets for reading systems.
  case readium
  /// A project for programs of qualitative analysis (REFI-QDA).
  case qdpx
  /// The articles as references for LaTeX.
  case bibtex
  /// The articles as references for Zotero, pandoc and others (CSL-JSON).
  case csl

  /// Whether it takes a folder, since an article makes several files.
  package var makesFolder: Bool { [.brat, .cas, .readium].contains(self) }

  /// Whether what it makes is no text.
  package var isBinary: Bool { self == .qdpx }

  /// What the program that reads it is called.
  fileprivate var program: String {
    switch self {
    case .labelstudio: "Label Studio"
    case .claimreview: "ClaimReview"
    case .prodigy: "Prodigy"
    case .conll: "CoNLL"
    case .cas: "INCEpTION"
    case .readium: "a reading system"
    case .qdpx: "REFI-QDA"
    default: rawValue
    }
  }

  /// Whether what is found in an article goes into it.
  package var needsAnalysis: Bool { self == .html || self == .claimreview }
}

/// A file of an export.
package struct ExportedFile: Hashable, Sendable {
  /// Its name within the folder of the export; empty for the one file of a format that makes one.
  package var name: String
  /// What is in it.
  package var bytes: [UInt8]

  /// What is in it, for formats of text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

/// What an export comes to.
package struct Export: Sendable {
  /// The files.
  package var files: [ExportedFile] = []
  /// What the program has to be told before it can read them, of formats that make one file: their names begin
  /// with a full stop, and follow the name of that file without its ending.
  package var settings: [ExportedFile] = []
  /// What could not go into them, and what is missing, a line each.
  package var remarks: [String] = []

  /// Exports marks.
  /// - Parameters:
  ///   - corpus: the articles with the marks to export; private ones are not left out here.
  ///   - generated: the moment that the export names as its own.
  ///   - page: the address of the page that fact-checks are published on; nil when it is not known.
  package init(
    _ format: ExportFormat, of corpus: [CorpusArticle], labelledBy shelf: TaxonomyShelf,
    generated: Timestamp, publishedAt page: String? = nil
  ) {
    let corpus = corpus.named
    switch format {
    case .markdown: add(MarkdownExport(corpus, shelf).text)
    case .html: add(HTMLReport(corpus, shelf, generated).text)
    case .csv: add(AnnotationTable(corpus).table.text)
    case .jsonl:
      add(corpus.flatMap(\.portable).map { $0.withContext.compact() + "\n" }.joined())
    case .w3c: add(AnnotationCollection(corpus, generated).json.prettyPrinted())
    case .claimreview:
      let reviews = ClaimReviews(corpus, shelf, publishedAt: page)
      add(reviews.text)
      remarks = reviews.remarks
    case .brat:
      var names = DistinctNames()
      for article in corpus {
        let stem = names.distinct(BratExport.stem(of: article.portableName))
        add(BratExport(article, named: stem))
      }
      let marks = files.filter { $0.name.hasSuffix(".ann") }.map(\.text)
      files += BratConfiguration(marks, labels: BratExport.labels(of: corpus)).files
    case .doccano:
      let exports = corpus.map(DoccanoExport.init)
      add(exports.compactMap(\.line).map { $0 + "\n" }.joined())
      remarks = exports.flatMap(\.remarks)
      settings = LabelSettings(corpus).forDoccano
    case .labelstudio:
      let exports = corpus.enumerated().map { LabelStudioExport($1, number: $0 + 1) }
      add(JSONValue.array(exports.compactMap(\.task)).prettyPrinted())
      remarks = exports.flatMap(\.remarks)
      settings = LabelSettings(corpus).forLabelStudio
    case .prodigy, .conll, .cas, .readium, .qdpx: addTokens(format, corpus, generated)
    case .bibtex, .csl:
      let citations = Citations(corpus)
      add(format == .csl ? citations.csl.prettyPrinted() : citations.bibTeX)
      remarks = citations.remarks
    }
    remarks += Self.remarksOnTicks(corpus, format)
    if ![.claimreview, .bibtex, .csl].contains(format) {
      remarks += corpus.flatMap(Self.remarksOnChanges)
    }
  }

  /// How many ticks and reviews a format that shows passages alone leaves out, or carries along unseen.
  private static func remarksOnTicks(_ corpus: [CorpusArticle], _ format: ExportFormat) -> [String]
  {
    let program: String
    switch format {
    case .brat, .doccano, .labelstudio, .claimreview, .prodigy, .conll, .cas, .readium, .qdpx:
      program = format.program
    case .markdown, .html, .csv, .jsonl, .w3c, .bibtex, .csl: return []
    }
    let ticks = corpus.reduce(0) { $0 + $1.ticks.count }
    let reviews = corpus.flatMap(\.rows).reduce(0) { $0 + $1.reviews.count }
    let counts = [
      (ticks, "tick of checklists", "ticks of checklists"), (reviews, "review", "reviews"),
    ]
    return counts.filter { $0.0 > 0 }.map { count, one, many in
      let told = counted(count, one, plural: many)
      return [.doccano, .labelstudio, .prodigy, .cas].contains(format)
        ? "\(told) \(count == 1 ? "is" : "are") carried along, but \(program) does not show them"
        : "\(told) left out: \(program) has no place for them"
    }
  }

  /// A line for each mark whose words changed: the formats say where it stands, not what was judged.
  private static func remarksOnChanges(_ article: CorpusArticle) -> [String] {
    article.rows.flatMap { row in
      row.changes.map {
        "\(row.articleName): \(row.shortID) now reads differently: \($0.excerpt())"
      }
    }
  }

  private mutating func add(_ text: String) { files.append(ExportedFile(name: "", text: text)) }

  /// The formats for other tools of annotation.
  private mutating func addTokens(
    _ format: ExportFormat, _ corpus: [CorpusArticle], _ generated: Timestamp
  ) {
    var names = DistinctNames()
    switch format {
    case .prodigy:
      let exports = corpus.map(ProdigyExport.init)
      add(exports.compactMap(\.line).map { $0 + "\n" }.joined())
      remarks = exports.flatMap(\.remarks)
    case .conll:
      let exports = corpus.map(CoNLLExport.init)
      add(exports.map(\.text).joined())
      remarks = exports.flatMap(\.remarks)
    case .cas:
      for article in corpus {
        let stem = names.distinct(BratExport.stem(of: article.portableName))
        let export = CASExport(article, named: stem)
        files += export.file.map { [$0] } ?? []
        remarks += export.remarks
      }
    case .readium:
      for (name, articles) in corpus.grouped(by: ReadiumExport.publication) {
        let stem = names.distinct(name.replacing("/", with: "_"))
        let export = ReadiumExport(articles, named: stem, generated)
        files.append(export.file)
        remarks += export.remarks
      }
    default:
      let project = QDPXExport(corpus, generated)
      files = [ExportedFile(name: "", bytes: project.bytes)]
      remarks = project.remarks
    }
  }

  private mutating func add(_ export: BratExport) {
    files += export.files
    remarks += export.remarks
  }
}

extension AnnotationRow {
  /// Whether an export holds it when nobody asks for private marks.
  package var isPublic: Bool { !annotation.isPrivate }
}

extension AnnotationRow {
  /// What a remark says when a format has no place for relations, with events and whatever else other programs
  /// tie to a mark; nil without them.
  func untold(by reader: String) -> String? {
    let count = annotation.foreign.count { ForeignRelation($0) != nil || BratLine($0) != nil }
    return count == 0
      ? nil
      : "\(articleName): \(counted(count, "relation")) of \(shortID) left out, for \(reader) know none"
  }

  /// The annotation, with the state of its place and the difference of its words where it is not sure.
  var stated: JSONValue {
    guard let anchor = anchors?.first(where: { !$0.isSure }),
      case .object(var object) = annotation.fullJSON
    else { return annotation.fullJSON }
    object["galley:state"] = .string(anchor.state.rawValue)
    if let change = changes.first { object["galley:readsNow"] = .string(change.description) }
    return .object(object)
  }
}

extension CorpusArticle {
  /// The article's name for others: as it was given, but of a path from the root, or one that leaves the
  /// folder, the file's name alone.
  var portableName: String {
    if let nameForOthers { return nameForOthers }
    return name.hasPrefix("/") || name.hasPrefix("..")
      ? name.split(separator: "/").last.map(String.init) ?? name : name
  }

  /// The annotations as items of the Web Annotation Data Model that stand alone: each names its article,
  /// and has the address of it as source where that is known.
  var portable: [JSONValue] {
    stated.map { json in
      guard case .object(var object) = json else { return json }
      if let address = annotated.about.identifier, let target = object["target"] {
        object["target"] = Self.pointing(target, to: address)
      }
      object["galley:article"] = .string(portableName)
      object["galley:about"] = annotated.about.provenance
      return .object(object)
    }
  }

  /// The annotations with what there is to doubt about their places, so that no reader of the file takes a
  /// verdict for one on words that changed since. An import leaves that out again.
  var stated: [JSONValue] {
    rows.flatMap { row in
      [stated(row)] + row.reviews.map(\.fullJSON)
    } + ticks.map(\.fullJSON)
  }

  /// The annotation; one whose place is in doubt with the first place at which it is labelled all the same.
  private func stated(_ row: AnnotationRow) -> JSONValue {
    guard case .object(var object) = row.stated, object["galley:state"] != nil,
      let place = places(of: row).first
    else { return row.stated }
    object["galley:start"] = .integer(place.start.value)
    object["galley:end"] = .integer(place.end.value)
    return .object(object)
  }

  private static func pointing(_ target: JSONValue, to address: String) -> JSONValue {
    switch target {
    case .array(let targets): return .array(targets.map { pointing($0, to: address) })
    case .object(var object) where object["source"] != nil:
      object["source"] = .string(address)
      return .object(object)
    default: return target
    }
  }

  /// The passages of an annotation that are known to stand in the text, in code points.
  func places(of row: AnnotationRow) -> [CodePointSpan] {
    guard let text = annotated.article?.text else { return [] }
    return row.spans.map { text.codePointSpan(of: $0) }
  }
}

extension Annotation {
  /// What an annotation is called where it can have one name: what the program that it came from calls it, its
  /// first term, or else its kind.
  var name: String { names[0] }

  /// What it is called where it can have several names; there is always one.
  var names: [String] {
    let labels = foreignLabels
    return labels.isEmpty ? [terms.first.map(\.description) ?? kind.rawValue] : labels
  }
}
