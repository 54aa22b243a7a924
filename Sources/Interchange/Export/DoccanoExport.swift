// A line of JSON that doccano imports for sequence labelling: the text, and [start, end, label] a mark.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The line of one article.
struct DoccanoExport {
  let line: String?
  private(set) var remarks: [String] = []

  init(_ article: CorpusArticle) {
    guard let text = article.annotated.article?.text else {
      line = nil
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    var labels: [JSONValue] = []
    for row in article.rows {
      for place in article.places(of: row) {
        for name in row.annotation.names {
          labels.append([
            .integer(place.start.value), .integer(place.end.value), .string(name),
          ])
        }
      }
    }
    // doccano keeps members that it does not know as metadata of the text.
    var json: JSONObject = [
      "text": .string(text.string(in: text.span)), "label": .array(labels),
      "article": .string(article.portableName),
    ]
    if let relations = DoccanoRelations(article, &remarks) { relations.replace(in: &json) }
    article.annotated.about.append(to: &json)
    json.append("galley", .array(article.stated))
    line = JSONValue.object(json).compact()
  }
}
