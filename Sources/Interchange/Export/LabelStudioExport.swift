// A task of Label Studio with its annotations (https://labelstud.io/guide/export.html, JSON).

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The task of one article.
struct LabelStudioExport {
  let task: JSONValue?
  private(set) var remarks: [String] = []

  /// The names of the tags in the labelling configuration that Documentation/export.md shows.
  static let (fromName, toName) = ("mark", "text")

  /// - Parameter number: which task of the file it is, counted from 1. Its own converter and its import of
  ///   predictions ask for a number for the task and for the answer.
  init(_ article: CorpusArticle, number: Int) {
    guard let text = article.annotated.article?.text else {
      task = nil
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    var regions = article.rows.flatMap { row in
      article.places(of: row).enumerated().flatMap { index, place in
        let region = Self.region(row.annotation, index, place, text)
        return [region] + LabelStudioAnswers.results(row.annotation, of: region)
      }
    }
    regions += LabelStudioAnswers.relations(
      article.rows.filter { !article.places(of: $0).isEmpty }.map(\.annotation), &remarks)
    var data: JSONObject = [
      "text": .string(text.string(in: text.span)), "article": .string(article.portableName),
    ]
    article.annotated.about.append(to: &data)
    data.append("galley", .array(article.stated))
    let answer: JSONValue = [
      "id": .integer(number), "was_cancelled": false, "result": .array(regions),
    ]
    task = ["id": .integer(number), "data": .object(data), "annotations": [answer]]
  }

  private static func region(
    _ annotation: Annotation, _ index: Int, _ place: CodePointSpan, _ text: ArticleText
  ) -> JSONValue {
    var region: JSONObject = [
      "id": .string("\(annotation.id)#\(index)"), "from_name": .string(fromName),
      "to_name": .string(toName), "type": "labels",
      "value": [
        "start": .integer(place.start.value), "end": .integer(place.end.value),
        "text": .string(text.string(in: text.textSpan(of: place))),
        "labels": .array(annotation.names.map(JSONValue.string)),
      ],
    ]
    if !annotation.note.isEmpty { region.append("meta", ["text": [.string(annotation.note)]]) }
    return .object(region)
  }
}
