// A claim of an article: what the analysis finds worth checking, or what somebody marked for it.

import ArticleModel
import NewsAnalysis

/// A claim with all that was said of it. Which claim it is follows from its words and their place.
package struct CheckableClaim: Sendable {
  /// Where its words stand in the article.
  package enum Place: Hashable, Sendable {
    /// There.
    case words(TextSpan)
    /// It is about the article as a whole.
    case wholeArticle
    /// Nowhere, or in several places that nothing tells apart.
    case lost
  }

  /// Where its words stand.
  package let place: Place
  /// Its words: those in the article, else those that were marked.
  package let words: String
  /// The verifications of it, in the order in which they were made.
  package let marks: [ClaimMark]
  /// How likely it is worth checking, from 0 to 1; nil when nobody knows.
  package let score: Double?
  /// Who makes it; nil when nothing says so.
  package let claimant: Voice?
  /// The marks of evidence on the same words, and those that answer a verification of it.
  package let sources: [ClaimMark]
  /// Whether people say different things of it.
  package let isDisputed: Bool
  /// What was decided between those who had something to say of it; nil when nothing was.
  package let decision: Annotation?
  /// Its number in the order of the text, from 1; nil for one that has lost its words.
  package internal(set) var number: Int?
  /// Its place among all claims by how likely they are worth checking, from 1; nil like its number.
  package internal(set) var rank: Int?

  /// Where its words stand; nil when they do not stand in the article.
  package var span: TextSpan? {
    if case .words(let span) = place { span } else { nil }
  }

  /// Whether somebody has checked it.
  package var isChecked: Bool { marks.contains(where: \.checks) }

  /// Those who have checked it, by name.
  package var checkers: [String] {
    marks.filter(\.checks).map { $0.name ?? "someone" }.uniqued()
  }

  /// Those who have said something of it, by name.
  package var people: [String] { marks.map { $0.name ?? "someone" }.uniqued() }

  /// What there is to doubt about its place or its words; nil when there is nothing.
  package var doubt: String? { marks.lazy.compactMap { $0.anchor?.doubt }.first }

  /// All evidence for and against it: that of its verifications, then that of marks of its own.
  package var evidence: [Evidence] { (marks + sources).flatMap(\.annotation.evidence) }

  /// How many marks of evidence name no source, such as a note on what a witness said.
  private var unsourcedCount: Int { sources.count(where: \.annotation.evidence.isEmpty) }

  /// The latest verification that somebody made of it; nil when there is none.
  package func mark(of creator: Creator?) -> ClaimMark? {
    marks.last { $0.annotation.creator.isSame(as: creator) }
  }

  /// The verification that a line about the claim shows: one's own, else one that checks it, else the
  /// latest.
  package func leadingMark(for creator: Creator?) -> ClaimMark? {
    mark(of: creator) ?? marks.last(where: \.checks) ?? marks.last
  }

  /// The same among the annotations of one sidecar; nil when it has no verification of the claim.
  package func leadingMark(for creator: Creator?, within set: AnnotationSet) -> ClaimMark? {
    let marks = marks.filter { set[$0.annotation.id] != nil }
    return marks.last { $0.annotation.creator.isSame(as: creator) } ?? marks.last(where: \.checks)
      ?? marks.last
  }

  /// "2 for, 1 against", "1 source"; empty without evidence.
  package var evidenceInWords: String {
    let evidence = self.evidence
    let (pro, contra) = (
      evidence.count { $0.stance == .supports }, evidence.count { $0.stance == .refutes }
    )
    let others = evidence.count - pro - contra
    var parts: [String] = []
    if pro > 0 { parts.append("\(pro) for") }
    if contra > 0 { parts.append("\(contra) against") }
    if others > 0 { parts.append(parts.isEmpty ? counted(others, "source") : "\(others) other") }
    if unsourcedCount > 0 { parts.append("\(unsourcedCount) evidence") }
    return parts.joined(separator: ", ")
  }

  /// The same in five columns: "+2 −1", "1"; empty without evidence.
  package var evidenceInSigns: String {
    let evidence = self.evidence
    let stances = evidence.map(\.stance)
    let signs = [("+", Evidence.Stance.supports), ("−", .refutes)].compactMap { sign, stance in
      let count = stances.count { $0 == stance }
      return count == 0 ? nil : "\(sign)\(count)"
    }
    let count = evidence.count + unsourcedCount
    if count == 0 { return "" }
    return signs.isEmpty ? "\(count)" : signs.joined(separator: " ")
  }
}

/// Which claims a list shows. Mine are those assigned to somebody, or verified by them and assigned to
/// nobody else, as in a review.
package enum ClaimChoice: String, CaseIterable, Sendable {
  case all, unchecked, mine, disputed

  /// Whether claims that nobody has marked are among them.
  package var containsUnmarked: Bool {
    switch self {
    case .all, .unchecked: true
    case .mine, .disputed: false
    }
  }

  /// Whether a claim is among them, for somebody.
  package func contains(_ claim: CheckableClaim, for creator: Creator?) -> Bool {
    switch self {
    case .all: true
    case .unchecked: !claim.isChecked
    case .mine:
      claim.marks.contains {
        ($0.annotation.assignee ?? $0.annotation.creator).isSame(as: creator)
      }
    case .disputed: claim.isDisputed
    }
  }
}
