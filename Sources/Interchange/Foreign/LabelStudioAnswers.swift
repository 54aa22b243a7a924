// What an export for Label Studio has beside the regions: choices, and relations from one region to another.

import ArticleModel
import LosslessJSON

/// The results of a task that are no labels.
enum LabelStudioAnswers {
  /// The sorts of answers that are kept as tags, and the member of a value that has them.
  static let sorts = ["choices", "taxonomy", "rating", "number"]

  /// What was answered about a region, as results of the same id and place.
  static func results(_ annotation: Annotation, of region: JSONValue) -> [JSONValue] {
    sorts.flatMap { sort in
      annotation.answers("labelstudio", sort).compactMap { answer -> JSONValue? in
        guard let value = value(answer, of: region["value"]), let id = region["id"] else {
          return nil
        }
        return [
          "id": id, "from_name": .string(answer.parts.question),
          "to_name": .string(LabelStudioExport.toName), "type": .string(sort), "value": value,
        ]
      }
    }
  }

  private static func value(_ answer: ForeignAnswer, of region: JSONValue?) -> JSONValue? {
    guard let text = answer.parts.answer, case .object(var value)? = region else { return nil }
    value["labels"] = nil
    switch answer.sort {
    case "taxonomy":
      let path = text.split(separator: "/").map { JSONValue.string(String($0)) }
      value.append("taxonomy", [.array(path)])
    case "choices": value.append("choices", [.string(text)])
    default:
      guard let number = Double(text) else { return nil }
      value.append(answer.sort, Int(text).map(JSONValue.integer) ?? .double(number))
    }
    return .object(value)
  }

  /// The relations between marks that have regions; those to other marks are counted.
  static func relations(_ marks: [Annotation], _ remarks: inout [String]) -> [JSONValue] {
    let known = Set(marks.map(\.id))
    let relations = marks.flatMap { mark in mark.relations.map { (mark.id, $0) } }
    let lost = relations.count { !known.contains($0.1.to) }
    if lost > 0 {
      remarks.append(
        counted(lost, "relation") + " left out: the other mark is not in the file")
    }
    return relations.filter { known.contains($0.1.to) }.map { from, relation in
      [
        "from_id": .string("\(from)#0"), "to_id": .string("\(relation.to)#0"),
        "type": "relation", "direction": .string(relation.direction ?? "right"),
        "labels": [.string(relation.type)],
      ]
    }
  }
}
