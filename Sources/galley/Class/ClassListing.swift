// The scores of a class for a terminal, and as JSON for programs.

import Agreement
import ArticleModel
import Interchange
import LosslessJSON
import Screen

/// Lays the scores of a class out.
struct ClassListing {
  private let score: ClassScore
  private let shelf: TaxonomyShelf
  /// So many passages are listed.
  private static let most = 10

  init(_ score: ClassScore, _ shelf: TaxonomyShelf) { (self.score, self.shelf) = (score, shelf) }

  /// Learners, terms, and the passages that most got wrong.
  var text: String {
    let points = score.keys.reduce(0) { $0 + $1.points.count }
    let authors = score.keys.flatMap(\.authors).uniqued().joined(separator: ", ")
    let key =
      "key\(authors.isEmpty ? "" : " by \(authors)"): \(counted(points, "point")) in "
      + "\(counted(score.keys.count, "article"))  \(counted(score.learners.count, "learner"))"
    return ([key, ""] + people + [""] + terms + missed + extras).joined(separator: "\n")
  }

  private static let table = TextTable(
    [.left(least: 24, most: 32)] + Array(repeating: .right(least: 6), count: 4))

  private static let columns = ["in key", "hits", "misses", "extras"]

  private static func row(_ name: String, _ tally: Tally) -> [String] {
    [name.onOneLine] + [tally.points, tally.hits, tally.misses, tally.extras].map(String.init)
  }

  private var people: [String] {
    let rows = score.learners.map { Self.row($0.name, $0.tally) }
    let all = score.learners.count > 1 ? [Self.row("all", score.tally)] : []
    return Self.table.lines([["learner"] + Self.columns] + rows + all)
  }

  private var terms: [String] {
    let rows = score.byAnswer.map { Self.row($0.answer.label(shelf), $0.tally) }
    return Self.table.lines([["term"] + Self.columns] + rows)
  }

  private var missed: [String] {
    guard !score.missed.isEmpty else { return [] }
    let lines = score.missed.prefix(Self.most).flatMap { point -> [String] in
      let instead = point.instead.map { "\($0.answer.label(shelf)) (\($0.count))" }
      let first =
        "  \(point.misses) of \(point.asked) missed  \(point.point.answer.label(shelf)): "
        + Self.quote(point.point)
      return [first.onOneLine]
        + (instead.isEmpty
          ? [] : ["      marked instead as: \(instead.joined(separator: ", "))".onOneLine])
    }
    return ["", "Passages that most got wrong"] + lines + Self.more(score.missed.count)
  }

  private var extras: [String] {
    guard !score.sharedExtras.isEmpty else { return [] }
    let lines = score.sharedExtras.prefix(Self.most).map { extra in
      "  \(extra.count) marked  \(extra.example.answer.label(shelf)): \(Self.quote(extra.example))"
        .onOneLine
    }
    return ["", "Marked by several, but not in the key"] + lines
      + Self.more(score.sharedExtras.count)
  }

  private static func more(_ count: Int) -> [String] {
    count > most ? ["  and \(count - most) more (--report and --json have all)"] : []
  }

  private static func quote(_ answer: PlacedAnswer) -> String {
    answer.quote.map { "“\($0.truncated(to: 60))”" } ?? "the article as a whole"
  }
}

extension ClassScore {
  /// The scores for programs.
  func json() -> JSONValue {
    [
      "articles": .array(keys.map { .string($0.name) }),
      "learners": .array(learners.map { $0.json(keys) }),
      "terms": Self.json(byAnswer), "all": tally.json,
      "missed": .array(
        missed.map { point in
          [
            "article": .string(keys[point.key].name), "term": .string(point.point.answer.name),
            "quote": point.point.quote.map(JSONValue.string) ?? .null,
            "asked": .integer(point.asked), "missed": .integer(point.misses),
            "instead": .array(
              point.instead.map {
                ["term": .string($0.answer.name), "count": .integer($0.count)]
              }),
          ]
        }),
      "sharedExtras": .array(
        sharedExtras.map { extra in
          [
            "article": .string(keys[extra.key].name), "term": .string(extra.example.answer.name),
            "quote": extra.example.quote.map(JSONValue.string) ?? .null,
            "count": .integer(extra.count),
          ]
        }),
    ]
  }

  fileprivate static func json(_ tallies: [(answer: Answer, tally: Tally)]) -> JSONValue {
    .array(
      tallies.map { answer, tally in
        guard case .object(var object) = tally.json else { return .null }
        object.append("term", .string(answer.name))
        return .object(object)
      })
  }
}

extension ClassScore.Learner {
  fileprivate func json(_ keys: [AnswerKey]) -> JSONValue {
    [
      "name": .string(name), "all": tally.json, "terms": ClassScore.json(byAnswer),
      "handedIn": .array(
        submissions.map { score in
          [
            "article": .string(keys[score.submission.key].name),
            "at": score.submission.handedIn.map { .string($0.description) } ?? .null,
          ]
        }),
      "unscored": [
        "private": .integer(unscored.privateMarks), "lost": .integer(unscored.lost),
        "late": .integer(unscored.late), "changedLate": .integer(unscored.changedLate),
        "reopened": .integer(unscored.reopened),
      ],
    ]
  }
}

extension Tally {
  fileprivate var json: JSONValue {
    [
      "points": .integer(points), "hits": .integer(hits), "misses": .integer(misses),
      "otherwise": .integer(otherwise), "extras": .integer(extras),
    ]
  }
}
