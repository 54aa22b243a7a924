// What became of the marks of an import, in words and as JSON.

import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Screen

/// What became of the marks of one article.
struct ImportReport {
  let article: String
  let sidecar: String
  let plan: ImportPlan
  /// Whether the article was made of the text that the file holds.
  var isNew = false

  /// Whether somebody should look: marks without a sure place, or that were left as they are.
  var hasDoubts: Bool {
    plan.count(.kept) > 0 || plan.count(.protected) > 0 || !plan.remarks.isEmpty
      || plan.entries.contains { !$0.isPlaced && $0.outcome == .added }
  }

  /// What happened, or would.
  func text(isDryRun: Bool) -> String {
    let words: [(ImportPlan.Outcome, String)] = [
      (.added, "new"), (.replaced, "replaced"), (.present, "there already"),
      (.duplicate, "already in another mark"),
      (.kept, "different here, left unchanged; --replace replaces it"),
      (
        .protected,
        "made by someone else and different, left unchanged; --replace-others replaces it"
      ),
    ]
    let parts = words.filter { plan.count($0.0) > 0 }.map { "\(plan.count($0.0)) \($0.1)" }
    let lost = plan.entries.filter { !$0.isPlaced && $0.outcome == .added }.map { entry in
      let quote = entry.annotation.targets.first?.passage?.exact ?? ""
      return
        "\n  not found with certainty: \(entry.annotation.id.short) “\(quote.shortened(to: 60))”"
    }
    let made = isNew ? "\(article) (made of its text)" : article
    let about = isDryRun ? "\(made) (dry run)" : made
    return "\(about): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))"
      + lost.joined()
  }

  /// An object a mark.
  var json: [JSONValue] {
    plan.entries.map { entry in
      var object: JSONObject = [
        "article": .string(article), "sidecar": .string(sidecar),
        "id": .string(entry.annotation.id.description), "outcome": .string(entry.outcome.rawValue),
        "placed": .bool(entry.isPlaced),
      ]
      object.append("existing", entry.existing.map { .string($0.id.description) })
      return .object(object)
    }
  }
}

/// The documents of an import.
struct DocumentListing {
  private static let table = TextTable([.left(most: 40), .right(), .left(most: 60)])

  /// A line a document: what it is called, how many marks it has, how it begins.
  let text: String

  init(_ groups: [ImportedGroup]) {
    let rows = groups.map { group in
      [
        group.title, counted(group.count, "mark"),
        group.text.map { String($0.prefix(200)).withPlainBlanks } ?? "",
      ]
    }
    text = Self.table.lines(rows).joined(separator: "\n")
  }
}
