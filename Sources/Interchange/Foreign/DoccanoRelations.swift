// A text of doccano with relations: its labels have numbers then, by which the relations call them.

import ArticleModel
import Corpus
import LosslessJSON

/// The labels and relations of a text.
struct DoccanoRelations {
  private let entities: [JSONValue]
  private let relations: [JSONValue]

  /// Nil when no mark has a relation, for then labels need no numbers. Relations to marks that the text does not
  /// have are counted.
  init?(_ article: CorpusArticle, _ remarks: inout [String]) {
    let ties = article.rows.flatMap { row in row.annotation.relations.map { (row.id, $0) } }
    guard !ties.isEmpty else { return nil }
    var entities: [JSONValue] = []
    var numbers: [AnnotationID: Int] = [:]
    for row in article.rows {
      for place in article.places(of: row) {
        for name in row.annotation.names {
          let number = entities.count + 1
          numbers[row.id] = numbers[row.id] ?? number
          entities.append([
            "id": .integer(number), "label": .string(name),
            "start_offset": .integer(place.start.value), "end_offset": .integer(place.end.value),
          ])
        }
      }
    }
    var relations: [JSONValue] = []
    for (from, tie) in ties {
      guard let start = numbers[from], let end = numbers[tie.to] else { continue }
      relations.append([
        "id": .integer(relations.count + 1), "from_id": .integer(start), "to_id": .integer(end),
        "type": .string(tie.type),
      ])
    }
    let lost = ties.count - relations.count
    if lost > 0 {
      remarks.append(
        "\(article.name): \(counted(lost, "relation")) left out because the other mark is not in the text"
      )
    }
    (self.entities, self.relations) = (entities, relations)
  }

  /// Puts them in the place of plain labels, as doccano imports them for projects with relations.
  func replace(in json: inout JSONObject) {
    json["label"] = nil
    json.append("entities", .array(entities))
    json.append("relations", .array(relations))
  }
}
