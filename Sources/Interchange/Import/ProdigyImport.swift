// Lines of JSON as Prodigy exports them (https://prodi.gy/docs/api-interfaces): a text, its spans, an answer.

import ArticleModel
import LosslessJSON

/// Reads tasks of Prodigy.
struct ProdigyImport {
  private let marks: SpanMarks

  init(_ labels: LabelReader) { marks = SpanMarks(labels) }

  /// A line is a text. What was rejected or ignored is no mark, and is counted.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let tasks = try JSONLines.values(bytes)
    guard tasks.allSatisfy({ $0["text"]?.string != nil }) else {
      throw .notTheFormat("a line has no “text”")
    }
    let hasSpans = tasks.contains { if case .array? = $0["spans"] { true } else { false } }
    guard hasSpans else {
      throw .notTheFormat("no line has “spans”: there are no labels on words in it")
    }
    var file = ImportedFile()
    let isAccepted = { (task: JSONValue) in (task["answer"]?.string ?? "accept") == "accept" }
    file.groups = tasks.filter(isAccepted).map { group($0, &file.remarks) }
    let refused = tasks.count { !isAccepted($0) }
    if refused > 0 {
      file.remarks.append("\(counted(refused, "text")) with the answer reject or ignore left out")
    }
    for (member, what) in [("relations", "relation"), ("accept", "choice")] {
      let count = tasks.reduce(0) { $0 + ($1[member]?.elements.count ?? 0) }
      if count > 0 { file.remarks.append("\(counted(count, what)) left out") }
    }
    return file
  }

  private func group(_ task: JSONValue, _ remarks: inout [String]) -> ImportedGroup {
    let text = task["text"]?.string ?? ""
    let annotator = task["_annotator_id"]?.string ?? task["_session_id"]?.string
    var spans: [LabelledSpan] = []
    for span in task["spans"]?.elements ?? [] {
      guard let start = span["start"]?.int, let end = span["end"]?.int,
        let label = span["label"]?.string,
        case .offsets(let place)? = ImportedPlace(from: start, to: end)
      else {
        remarks.append(
          "a span of “\(text.prefix(40))” without a label or a place was left out: "
            + span.compact().prefix(80))
        continue
      }
      spans.append(
        LabelledSpan(
          span: place, labels: [label], id: span["id"]?.string.flatMap(Self.annotationID),
          creator: annotator.map { Creator(name: $0) },
          words: span["text"]?.string ?? Self.words(at: place, task["tokens"]?.elements ?? []),
          origin: "prodigy:\(text)"))
    }
    return ImportedGroup(
      source: task["meta"]?["article"]?.string, text: text,
      marks: marks.marks(of: spans, carried: task["galley"]?.elements ?? []))
  }

  /// The words of the tokens that a span consists of, by which its way of counting shows; nil when the file does
  /// not have them, or not what stands between.
  private static func words(at span: Range<Int>, _ tokens: [JSONValue]) -> String? {
    guard let first = tokens.firstIndex(where: { $0["start"]?.int == span.lowerBound }),
      let last = tokens[first...].firstIndex(where: { $0["end"]?.int == span.upperBound })
    else { return nil }
    var words = tokens[last]["text"]?.string ?? ""
    for token in tokens[first..<last].reversed() {
      guard let text = token["text"]?.string, let isApart = token["ws"]?.bool else { return nil }
      words = text + (isApart ? " " : "") + words
    }
    return words.isEmpty ? nil : words
  }

  /// The ids that an export wrote; other programs number their spans.
  private static func annotationID(_ id: String) -> String? { id.contains(":") ? id : nil }
}
