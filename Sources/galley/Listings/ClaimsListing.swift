// The claims of an article as a table for people, and as JSON for programs. Where a terminal is too narrow for
// the table, each claim has lines of its own:
//
//     ≠  3    4  Voltara AB · refuted ≠ missing context · 1 against · Ana Lopes ≠ Ben Okafor
//                “twice as long as any comparable product”

import ArticleModel
import Corpus
import LosslessJSON
import NewsAnalysis
import Screen

/// The claims of one article.
struct ClaimsListing {
  private let article: ArticleClaims
  private let choice: ClaimChoice
  private let author: Creator?
  private let shelf: TaxonomyShelf
  /// How wide lines may be; nil when nothing bounds them.
  private let columns: Column?

  init(
    _ article: ArticleClaims, _ choice: ClaimChoice, _ author: Creator?, _ shelf: TaxonomyShelf,
    columns: Column? = nil
  ) {
    (self.article, self.choice, self.author, self.shelf) = (article, choice, author, shelf)
    self.columns = columns
  }

  private var shown: [CheckableClaim] {
    article.list.claims.filter { choice.contains($0, for: author) }
  }

  /// How far the checking is, then a line for each claim.
  var text: String {
    let line = "\(article.name.onOneLine)  \(progress)"
    let isLong = columns.map { line.displayWidth > $0 } ?? false
    let header = isLong ? line.wrapped(to: columns ?? Self.usualClaim) : [line]
    return (header + (shown.isEmpty ? [] : table ?? shown.flatMap(lines))).joined(separator: "\n")
  }

  /// The claims with their words in a column, which is as wide as the others leave it; nil when that is too
  /// narrow to tell claims apart.
  private var table: [String]? {
    let heading = ["", "#", "rank", "who claims it", "claim", "verdict", "evidence", "by"]
    let rows = shown.map(cells)
    guard let columns else { return Self.table(claim: Self.usualClaim).lines([heading] + rows) }
    let bare = rows.map { row in row.indices.map { $0 == Self.claimColumn ? "" : row[$0] } }
    let others = Self.table(claim: 0).lines([heading] + bare).map(\.displayWidth).max() ?? 0
    let room = min(columns - others, Self.usualClaim)
    return room < Self.leastClaim
      ? nil
      : Self.table(claim: room).lines(
        [heading]
          + rows.map {
            Self.fitting($0, claim: room)
          })
  }

  private static let claimColumn = 4
  private static let usualClaim: Column = 56
  private static let leastClaim: Column = 32

  private static func fitting(_ row: [String], claim: Column) -> [String] {
    row.indices.map { $0 == claimColumn ? row[$0].quoted(to: claim) : row[$0] }
  }

  /// A claim in lines of its own: what is known of it, then its words, wrapped.
  private func lines(_ claim: CheckableClaim) -> [String] {
    let cells = cells(claim)
    let lead =
      "  \(cells[0].padded(to: 1)) \(cells[1].leftPadded(to: 2)) \(cells[2].leftPadded(to: 4))  "
    let room = max((columns ?? Self.usualClaim) - lead.displayWidth, 16)
    let facts = [cells[3]] + cells[5...].filter { !$0.isEmpty }
    let lines =
      facts.joined(separator: " · ").wrapped(to: room)
      + claim.words.onOneLine.quoted().wrapped(to: room)
    let indent = String(repeating: " ", count: lead.displayWidth.value)
    return lines.enumerated().map { ($0 == 0 ? lead : indent) + $1 }
  }

  private var progress: String {
    if article.article == nil { return "the article is not there" }
    let list = article.list
    let marks = article.left.marks
    let besides = marks == 0 ? "" : ", \(counted(marks, "other mark")) left to do"
    if list.count == 0, list.lostCount == 0 { return "no claims found" + besides }
    return "\(list.progressInWords), \(list.leftInWords)\(besides)"
  }

  /// "16 articles  12 of 60 claims checked, 48 left to check"; nothing for a single article.
  static func total(of articles: [ArticleClaims]) -> [String] {
    guard articles.count > 1 else { return [] }
    let count = articles.reduce(0) { $0 + $1.list.count }
    let checked = articles.reduce(0) { $0 + $1.list.checkedCount }
    return [
      "\(counted(articles.count, "article"))  \(checked) of \(counted(count, "claim")) checked, "
        + "\(count - checked) left to check"
    ]
  }

  private static func table(claim: Column) -> TextTable {
    TextTable(
      indent: 2,
      [
        .left(least: 1, gap: 1), .right(gap: 1), .right(), .left(most: 24), .left(most: claim),
        .left(), .left(), .left(),
      ])
  }

  private func cells(_ claim: CheckableClaim) -> [String] {
    let answers = claim.answers(startingWith: author, label: shelf.label(of:))
    let people = claim.people(of: answers, startingWith: author).map { $0.joined(separator: ", ") }
    return [
      sign(of: claim), claim.number.map { String($0) } ?? "", claim.rank.map { String($0) } ?? "",
      claimant(of: claim), claim.words.onOneLine.quoted(to: Self.usualClaim),
      claim.outcomes(startingWith: author, label: shelf.label(of:))[0], claim.evidenceInWords,
      people.joined(separator: " ≠ "),
    ].map(\.onOneLine)
  }

  private func sign(of claim: CheckableClaim) -> String {
    if claim.place == .lost { return "!" }
    return claim.isDisputed ? "≠" : claim.isChecked ? "✓" : claim.doubt == nil ? "" : "?"
  }

  private func claimant(of claim: CheckableClaim) -> String {
    claim.claimant.map { $0 == .outlet ? "the article" : $0.name } ?? "—"
  }

  // MARK: JSON

  /// The article with its figures and the claims that are listed.
  var json: JSONValue {
    let list = article.list
    return [
      "article": .string(article.name), "isThere": .bool(article.article != nil),
      "claimCount": .integer(list.count), "checked": .integer(list.checkedCount),
      "left": .integer(list.count - list.checkedCount), "lost": .integer(list.lostCount),
      "otherMarksLeft": .integer(article.left.marks),
      "claims": .array(shown.map(json)),
    ]
  }

  private func json(of claim: CheckableClaim) -> JSONValue {
    var object: JSONObject = [
      "number": claim.number.map { .integer($0) } ?? .null,
      "rank": claim.rank.map { .integer($0) } ?? .null,
      "score": claim.score.map { .double($0) } ?? .null, "text": .string(claim.words),
    ]
    if let span = claim.span, let text = article.article?.text {
      let place = text.codePointSpan(of: span)
      object.append("start", .integer(place.start.value))
      object.append("end", .integer(place.end.value))
    }
    object.append("claimant", claim.claimant.map { .string($0.name) })
    object.append("checked", .bool(claim.isChecked))
    object.append("checkedBy", .array(claim.checkers.map(JSONValue.string)))
    object.append("disputed", .bool(claim.isDisputed))
    if let decided = claim.decided(label: { $0.term }) {
      object.append("decided", .string(String(decided.dropFirst("decided: ".count))))
      object.append("decidedBy", claim.decider.map(JSONValue.string))
    }
    object.append("doubt", claim.doubt.map(JSONValue.string))
    object.append("marks", .array(claim.marks.map(json)))
    return .object(object)
  }

  private func json(of mark: ClaimMark) -> JSONValue {
    var object: JSONObject = ["id": .string(mark.annotation.id.description)]
    object.append("by", mark.name.map(JSONValue.string))
    object.append("verdict", mark.verdict.map { .string($0.term) })
    object.append("said", mark.wasSaid.map { .string($0.term) })
    object.append("status", .string(mark.annotation.status.rawValue))
    object.append("evidence", .integer(mark.annotation.evidence.count))
    object.append("state", mark.anchor.map { .string($0.state.rawValue) })
    return .object(object)
  }
}
