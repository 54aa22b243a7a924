// Marks of programs that have a text and labels by offsets, beside annotations that they carry along whole.

import ArticleModel
import LosslessJSON

/// A label on a passage of a text, as the importers of Prodigy, CAS, CoNLL and QDPX find it.
struct LabelledSpan {
  /// In code points of the file's own text.
  var span: Range<Int>
  /// Its labels; the first one names the mark.
  var labels: [String]
  /// The annotation that it is a passage of, where the file says so.
  var id: String?
  var note = ""
  var creator: Creator?
  var created: Timestamp?
  /// The words that the file says stand there; nil when it does not.
  var words: String?
  /// Where it comes from, so that reading the file again makes no second mark.
  var origin: String
}

/// Makes marks of labels.
struct SpanMarks {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// The marks of a text: those that were carried along, as far as one of their passages is left under their own
  /// label, then all other labels.
  /// - Parameter carried: annotations as JSON, or nil.
  func marks(of spans: [LabelledSpan], carried: [JSONValue]) -> [ImportedMark] {
    var rest = spans.keyed { "\($0.id ?? "")\n\($0.labels.first ?? "")" }
    var marks: [ImportedMark] = []
    for json in carried {
      guard let annotation = WebAnnotationImport.annotation(json) else { continue }
      let own = rest.removeValue(forKey: "\(annotation.id)\n\(annotation.name)") ?? []
      let hasPassages = annotation.targets.contains { $0.passage?.position != nil }
      if own.isEmpty, hasPassages { continue }
      marks.append(
        ImportedMark(
          annotation: annotation, places: json.isDoubtful ? [] : own.map { .offsets($0.span) }))
    }
    let others = spans.filter { rest["\($0.id ?? "")\n\($0.labels.first ?? "")"] != nil }
    return marks + others.map(mark)
  }

  private func mark(_ span: LabelledSpan) -> ImportedMark {
    let name = "\(span.origin)\n\(span.span)\n\(span.labels.joined(separator: "\n"))"
    // A passage without a label is a note, or plainly marked.
    let bare = span.note.isEmpty ? AnnotationKind.highlight : .note
    var annotation = labels.annotation(labelled: span.labels.first ?? bare.rawValue, named: name)
    if let id = span.id { annotation.id = AnnotationID(id) }
    for label in span.labels.dropFirst() { labels.apply(label, isForeign: false, to: &annotation) }
    annotation.note = span.note
    annotation.creator = span.creator
    annotation.created = span.created
    return ImportedMark(
      annotation: annotation, places: [.offsets(span.span)], words: span.words,
      name: "\(span.labels.first ?? bare.rawValue) \(span.span.lowerBound)–\(span.span.upperBound)")
  }
}
