// The claims of an article as a table for people, and as JSON for programs.

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

  init(
    _ article: ArticleClaims, _ choice: ClaimChoice, _ author: Creator?, _ shelf: TaxonomyShelf
  ) {
    (self.article, self.choice, self.author, self.shelf) = (article, choice, author, shelf)
  }

  private var shown: [CheckableClaim] {
    article.list.claims.filter { choice.contains($0, for: author) }
  }

  /// How far the checking is, then a line for each claim.
  var text: String {
    let header = "\(article.name.onOneLine)  \(progress)"
    guard !shown.isEmpty else { return header }
    let heading = ["", "no", "rank", "who claims it", "claim", "verdict", "evidence", "by"]
    return ([header] + Self.table.lines([heading] + shown.map(cells))).joined(separator: "\n")
  }

  private var progress: String {
    if article.article == nil { return "the article is not there" }
    let list = article.list
    if list.count == 0, list.lostCount == 0 { return "no claims found" }
    let left = list.count - list.checkedCount
    return
      "\(list.progressInWords), \(left == 0 ? "nothing left to check" : "\(left) left to check")"
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

  private static let table = TextTable(
    indent: 2,
    [
      .left(least: 1, gap: 1), .right(gap: 1), .right(), .left(most: 24),
      .left(least: 46, most: 56), .left(least: 16), .left(), .left(),
    ])

  private func cells(_ claim: CheckableClaim) -> [String] {
    [
      sign(of: claim), claim.number.map { String($0) } ?? "", claim.rank.map { String($0) } ?? "",
      claimant(of: claim), claim.words.onOneLine.truncated(to: 54).inQuotationMarks,
      verdict(on: claim), claim.evidenceInWords, claim.people.joined(separator: ", "),
    ].map(\.onOneLine)
  }

  private func sign(of claim: CheckableClaim) -> String {
    if claim.place == .lost { return "!" }
    return claim.isDisputed ? "≠" : claim.isChecked ? "✓" : claim.doubt == nil ? "" : "?"
  }

  private func claimant(of claim: CheckableClaim) -> String {
    claim.claimant.map { $0 == .outlet ? "the article" : $0.name } ?? "—"
  }

  /// The verdicts, or how far the work is: "refuted ≠ supported", "to check", "words are gone".
  private func verdict(on claim: CheckableClaim) -> String {
    if claim.place == .lost || claim.doubt != nil && !claim.isChecked {
      return claim.doubt ?? "without its words"
    }
    let verdicts = claim.marks.compactMap(\.verdict).map(shelf.label(of:)).uniqued()
    let statuses = claim.marks.map(\.annotation.status).filter { $0 != .open }.map(\.label)
      .uniqued()
    if claim.isChecked, !verdicts.isEmpty { return verdicts.joined(separator: " ≠ ") }
    let parts = (verdicts.isEmpty ? [] : [verdicts.joined(separator: " ≠ ")]) + statuses
    return parts.isEmpty ? "to check" : parts.joined(separator: ", ")
  }

  // MARK: JSON

  /// The article with its figures and the claims that are listed.
  var json: JSONValue {
    let list = article.list
    return [
      "article": .string(article.name), "isThere": .bool(article.article != nil),
      "claimCount": .integer(list.count), "checked": .integer(list.checkedCount),
      "left": .integer(list.count - list.checkedCount), "lost": .integer(list.lostCount),
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
