// Lines of doccano's sequence labelling: a text, and its labels by offsets.

import ArticleModel
import LosslessJSON

/// Reads lines of doccano (https://doccano.github.io/doccano/).
struct DoccanoImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// The members that hold labels, in the versions of doccano.
  private static let labelMembers = ["label", "labels", "entities", "annotations"]
  /// The members that hold comments.
  private static let commentMembers = ["Comments", "comments"]

  private struct Label {
    var span: Range<Int>
    var name: String
    var annotator: String?
    /// What relations call it.
    var id: Int?

    func isSame(as other: Label) -> Bool {
      span == other.span && name == other.name && annotator == other.annotator
    }
  }

  /// A line, or an element of an array, is a text.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let texts = try JSONLines.values(bytes)
    guard texts.allSatisfy({ ($0["text"] ?? $0["data"])?.string != nil }) else {
      throw .notTheFormat("a line has no “text”")
    }
    if let text = texts.first(where: { text in !Self.labelMembers.contains { text[$0] != nil } }) {
      let hint = text["spans"] == nil ? "" : "; its “spans” are those of Prodigy"
      throw .notTheFormat("a line has no “label”, “labels”, “entities” or “annotations”\(hint)")
    }
    var file = ImportedFile()
    for (number, text) in texts.enumerated() {
      file.groups.append(group(text, number + 1, &file.remarks))
    }
    return file
  }

  private func group(
    _ text: JSONValue, _ number: Int, _ remarks: inout [String]
  ) -> ImportedGroup {
    let words = (text["text"] ?? text["data"])?.string
    let title = text["id"]?.int.map(String.init) ?? "\(number)"
    var rest: [Label] = []
    var known: [Int: AnnotationID] = [:]
    var marks: [ImportedMark] = []
    for member in Self.labelMembers {
      // A line may give its labels in two members; two people may give the same label in one.
      let before = rest
      for item in text[member]?.listed ?? [] where item != .null {
        if let label = Self.label(item) {
          if !before.contains(where: { $0.isSame(as: label) }) { rest.append(label) }
        } else if let name = item.string {
          marks.append(aboutText(labelled: name, words ?? ""))
        } else {
          remarks.append("text \(title): this label was left out: \(item.compact().prefix(80))")
        }
      }
    }
    var carried = CarriedMarks(text["galley"]).kept { annotation, _, span in
      let labels = annotation.names.compactMap { name in
        rest.firstIndex { $0.span == span && $0.name == name }.map { rest.remove(at: $0) }
      }
      for case let id? in labels.map(\.id) { known[id] = annotation.id }
      return labels.isEmpty ? nil : span
    }
    if text["relations"] != nil {
      let ids = Set(known.values)
      for index in carried.indices { carried[index].annotation.forgetRelations(to: ids) }
    }
    // Of what is left nobody can tell whether two people said it.
    var new: Set<AnnotationID> = []
    for label in rest {
      let mark = mark(label, words ?? "")
      if let id = label.id { known[id] = mark.annotation.id }
      if new.insert(mark.annotation.id).inserted { carried.append(mark) }
    }
    marks += carried
    for relation in text["relations"]?.elements ?? [] where !Self.tie(&marks, relation, known) {
      remarks.append("text \(title): this relation was left out: \(relation.compact().prefix(80))")
    }
    for comment in Self.commentMembers.flatMap({ text[$0]?.elements ?? [] }) {
      guard let note = (comment["text"] ?? comment["comment"] ?? comment).string else { continue }
      let name = "doccano:\(words ?? "")\n\(note)"
      marks.append(
        ImportedMark(annotation: .note(note, aboutTextNamed: name), places: [.tokens(nil)]))
    }
    return ImportedGroup(
      source: text["article"]?.string, text: words, marks: marks, name: "document-\(title)")
  }

  /// Gives a mark a relation to another one; returns whether both are there.
  private static func tie(
    _ marks: inout [ImportedMark], _ relation: JSONValue, _ known: [Int: AnnotationID]
  ) -> Bool {
    guard let from = relation["from_id"]?.int.flatMap({ known[$0] }),
      let to = relation["to_id"]?.int.flatMap({ known[$0] }),
      let index = marks.firstIndex(where: { $0.annotation.id == from })
    else { return false }
    let type = relation["type"]?.string ?? relation["type"]?.int.map(String.init) ?? "related"
    marks[index].annotation.keep(ForeignRelation("doccano", type, to: to).record)
    return true
  }

  private func mark(_ label: Label, _ words: String) -> ImportedMark {
    let who = label.annotator.map { "\n\($0)" } ?? ""
    let name = "doccano:\(words)\n\(label.span)\n\(label.name)\(who)"
    var annotation = labels.annotation(labelled: label.name, named: name)
    annotation.creator = label.annotator.map { Creator(name: "doccano user \($0)") }
    return ImportedMark(
      annotation: annotation, places: [.offsets(label.span)],
      name: "label \(label.span.lowerBound)–\(label.span.upperBound) \(label.name)")
  }

  /// A label of the text as a whole.
  private func aboutText(labelled label: String, _ words: String) -> ImportedMark {
    let annotation = labels.annotation(labelled: label, named: "doccano:\(words)\n\(label)")
    return ImportedMark(annotation: annotation, places: [.tokens(nil)])
  }

  /// `[start, end, label]` or `{"start_offset", "end_offset", "label"}`; a label may be the number of one.
  private static func label(_ json: JSONValue) -> Label? {
    guard let start = (json[0] ?? json["start_offset"])?.int,
      let end = (json[1] ?? json["end_offset"])?.int,
      case .offsets(let span)? = ImportedPlace(from: start, to: end),
      let label = json[2] ?? json["label"],
      let name = label.string ?? label.int.map(String.init)
    else { return nil }
    let user = json["user"]?.string ?? json["user"]?.int.map(String.init)
    return Label(span: span, name: name, annotator: user, id: json["id"]?.int)
  }
}

extension Annotation {
  /// A note on the text as a whole, whose id follows from a name.
  static func note(_ note: String, aboutTextNamed name: String) -> Annotation {
    var annotation = Annotation(id: .derived(from: name), kind: .note, targets: [])
    annotation.note = note
    return annotation
  }
}
