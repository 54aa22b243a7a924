// A line of JSON for Prodigy (https://prodi.gy/docs/api-interfaces#spans_manual): text, tokens, spans.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The line of one article.
struct ProdigyExport {
  let line: String?
  private(set) var remarks: [String] = []

  init(_ article: CorpusArticle) {
    guard let source = article.annotated.article else {
      line = nil
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    let places = article.rows.flatMap { row in article.places(of: row).map { (row, $0) } }
    let cuts = Set(places.flatMap { [$0.1.start.value, $0.1.end.value] })
    let tokens = TokenizedText(source, cutAt: cuts).tokens
    let starts = Dictionary(tokens.enumerated().map { ($1.span.lowerBound, $0) }) { first, _ in
      first
    }
    let ends = Dictionary(tokens.enumerated().map { ($1.span.upperBound, $0) }) { first, _ in first
    }
    let spans = places.map { row, place -> JSONValue in
      var span: JSONObject = [
        "start": .integer(place.start.value), "end": .integer(place.end.value),
        "label": .string(row.annotation.name), "id": .string(row.id.description),
      ]
      span.append("token_start", starts[place.start.value].map(JSONValue.integer))
      span.append("token_end", ends[place.end.value].map(JSONValue.integer))
      return .object(span)
    }
    let text = source.text.string(in: source.text.span)
    var meta: JSONObject = ["article": .string(article.portableName)]
    article.annotated.about.append(to: &meta)
    let json: JSONObject = [
      "text": .string(text), "tokens": .array(tokens.enumerated().map(Self.token)),
      "spans": .array(spans), "meta": .object(meta), "answer": "accept",
      "_view_id": "spans_manual", "galley": .array(article.stated),
    ]
    line = JSONValue.object(json).compact()
  }

  private static func token(_ number: Int, _ token: TokenizedText.Token) -> JSONValue {
    [
      "text": .string(token.text), "start": .integer(token.span.lowerBound),
      "end": .integer(token.span.upperBound), "id": .integer(number),
      "ws": .bool(token.isFollowedByBlank),
    ]
  }
}
