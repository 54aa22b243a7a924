// A place of a mark as `galley reanchor` lists it, in a line or as JSON.

import ArticleModel
import Corpus
import LosslessJSON

/// A target of a mark, and where it is now.
struct AnchoredPlace {
  let annotation: Annotation
  let target: AnnotationTarget
  let anchor: Anchor
  let article: Article

  var isInDoubt: Bool { ![.exact, .moved].contains(anchor.state) }

  private var span: CodePointSpan? { anchor.span.map { article.text.codePointSpan(of: $0) } }

  var line: String {
    let place = span.map { "\($0.start.value)–\($0.end.value)" } ?? "—"
    let quote = target.passage.map { $0.exact.shortened(to: 50).inQuotationMarks } ?? "the article"
    let state = anchor.state.rawValue
    let change = anchor.change.map { "  \($0.summary) changed: \($0.excerpt())" } ?? ""
    return state + String(repeating: " ", count: max(1, 11 - state.count)) + "\(place)  \(quote)"
      + change
  }

  var json: JSONValue {
    var object: JSONObject = [
      "id": .string(annotation.id.description), "state": .string(anchor.state.rawValue),
      "start": span.map { .integer($0.start.value) } ?? .null,
      "end": span.map { .integer($0.end.value) } ?? .null, "score": .double(anchor.score),
    ]
    object.append("changed", anchor.change.map { .string($0.summary) })
    object.append("difference", anchor.change.map { .string($0.description) })
    return .object(object)
  }
}
