// The clause beside a quotation that tells who speaks: “…,” vowed the mayor. Each language reads its own.

/// A verb of speaking and its subject, beside words in quotation marks.
struct ReportingClause {
  /// The words that tell that it was said.
  var cue: TokenRange
  /// The words that name who said it.
  var source: TokenRange
  /// Who passed it on, when somebody did: "she said, according to the BBC".
  var via: TokenRange?
  /// Where the clause ends as far as it was read.
  var end: Int { max(cue.upperBound, source.upperBound) }
}

/// How words stand between quotation marks, and so how much a clause beside them has to prove.
struct QuotedForm {
  /// The mark that ends the words: within the closing quotation mark, or a comma directly behind it.
  var ending: Mark?
  /// Whether they are written like a title or a name: “Harbour Lights”.
  var isTitleLike: Bool
  /// Whether they begin their clause, but for conjunctions and adverbs.
  var opensClause: Bool
  /// Whether a comma, a colon or a dash stands before them.
  var followsPause: Bool
}

/// Finds the clauses that report direct speech in one language.
protocol ReportingClauseReader {
  /// The clause that begins at `index`, behind the closing mark, and ends before `end` at the latest.
  func clause(behind index: Int, to end: Int, quoted: QuotedForm) -> ReportingClause?

  /// The clause that ends before `index`, where the marks open, and begins at `start` at the earliest.
  func clause(before index: Int, from start: Int, quoted: QuotedForm) -> ReportingClause?

  /// Whether words that look like a cue only tell what quoted words are about: "referring to the port".
  func isPointer(_ cue: TokenRange) -> Bool
}

/// Finds none.
struct NoReportingClauses: ReportingClauseReader {
  func clause(behind index: Int, to end: Int, quoted: QuotedForm) -> ReportingClause? { nil }

  func clause(before index: Int, from start: Int, quoted: QuotedForm) -> ReportingClause? { nil }

  func isPointer(_ cue: TokenRange) -> Bool { false }
}
