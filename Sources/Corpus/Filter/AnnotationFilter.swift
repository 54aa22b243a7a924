// Which annotations somebody wants to see, as it is typed: kind:bias status:open -is:private gas.
// Documentation/filters.md has the language; a test compares it with the words here.

import ArticleModel

/// Conditions on annotations; all of them must hold.
package struct AnnotationFilter: Hashable, Sendable {
  /// The conditions, in the order in which they were typed.
  package var conditions: [Condition] = []
  /// Who asks, for conditions on what is theirs; nil when nobody is known.
  package var reader: Creator?

  /// One condition.
  package struct Condition: Hashable, Sendable {
    /// What it asks.
    package var test: Test
    /// Whether the answer has to be no.
    package var isNegated: Bool

    /// Makes a condition.
    package init(_ test: Test, isNegated: Bool = false) {
      self.test = test
      self.isNegated = isNegated
    }
  }

  /// What a condition asks of an annotation.
  package enum Test: Hashable, Sendable {
    /// Is it of one of these kinds?
    case kind([AnnotationKind])
    /// Does it have one of these terms (`id`, `group/id` or `pack/group/id`) or tags?
    case term([String])
    /// Is it so far along?
    case status([AnnotationStatus])
    /// Is one of these the answer to “was it said?” or “is it true?”
    case verdict([String])
    /// Is somebody to work on it whose name contains one of these, in any case? “nobody” stands for no one.
    case assignee([String])
    /// Was it made by somebody whose name contains one of these, in any case?
    case creator([String])
    /// Does the name of its article contain one of these, in any case?
    case article([String])
    /// Was it made on a day, in a month or a year? Days are those of UTC.
    case date(CalendarPeriod)
    /// Was it made on that day or later?
    case since(CalendarPeriod)
    /// Was it made before that day?
    case before(CalendarPeriod)
    /// Is this so?
    case property(Property)
    /// Do these words stand in the quote, the note, the tags, the labels, the claim or the evidence?
    case words(String)
  }

  /// What an annotation can be; `is:` asks for it.
  package enum Property: String, CaseIterable, Sendable {
    /// Its words are no longer in the article.
    case orphaned
    /// Its place is not sure: found roughly, or in several places.
    case uncertain
    /// Somebody else says otherwise.
    case disputed
    /// Exports leave it out.
    case `private`
    /// Somebody went through it and said so.
    case reviewed
    /// The work on it is done.
    case done
    /// It is yours to work on: assigned to you, or made by you and assigned to nobody else.
    case mine
    /// Somebody else agrees with it, and nobody says otherwise.
    case agreed
  }

  /// No condition.
  package init() {}

  /// Whether a condition depends on who asks.
  package var asksForReader: Bool { conditions.contains { $0.test == .property(.mine) } }

  /// Whether there is no condition at all.
  package var isEmpty: Bool { conditions.isEmpty }

  /// Whether a row meets all conditions.
  package func matches(_ row: AnnotationRow) -> Bool {
    conditions.allSatisfy { $0.test.isTrue(of: row, for: reader) != $0.isNegated }
  }
}

extension AnnotationFilter.Test {
  /// Whether the answer is yes, when somebody asks who is known or not.
  func isTrue(of row: AnnotationRow, for reader: Creator?) -> Bool {
    let annotation = row.annotation
    switch self {
    case .kind(let kinds): return kinds.contains(annotation.kind)
    case .status(let statuses): return statuses.contains(annotation.status)
    case .term(let names):
      return names.contains { name in
        annotation.terms.contains { $0.isNamed(name) } || annotation.tags.contains(name)
      }
    case .verdict(let names):
      return names.contains { name in
        annotation.terms.contains { $0.isVerdict && $0.isNamed(name) }
      }
    case .creator(let names): return (annotation.creator?.name ?? "").contains(anyOf: names)
    case .assignee(let names):
      guard let assignee = annotation.assignee else { return names.contains("nobody") }
      return assignee.name.contains(anyOf: names)
    case .article(let names): return row.articleName.contains(anyOf: names)
    case .date(let period): return annotation.created?.day.map(period.contains) ?? false
    case .since(let period): return annotation.created?.day.map { $0 >= period.first } ?? false
    case .before(let period): return annotation.created?.day.map { $0 < period.first } ?? false
    case .property(let property): return property.holds(for: row, reader)
    case .words(let words): return row.words.has(words.asSearched)
    }
  }
}

extension AnnotationFilter.Property {
  fileprivate func holds(for row: AnnotationRow, _ reader: Creator?) -> Bool {
    switch self {
    case .orphaned: row.state == .orphan
    case .uncertain: row.state == .uncertain || row.state == .ambiguous
    case .disputed: row.isDisputed
    case .private: row.annotation.isPrivate
    case .reviewed: row.isReviewed
    case .done: row.annotation.status == .done
    case .mine: row.isWork(of: reader)
    case .agreed: row.isAgreed
    }
  }
}

extension AnnotationRow {
  /// Whether somebody is to work on it: who is assigned to it, or else who made it.
  package func isWork(of person: Creator?) -> Bool {
    (annotation.assignee ?? annotation.creator).isSame(as: person)
  }

  /// Whether somebody else than its maker says the same and nobody says otherwise: in a review, or as a
  /// comparison of their marks found.
  package var isAgreed: Bool {
    if isDisputed { return false }
    if annotation.adjudication?.choice == .agreed { return true }
    return reviews.contains {
      isAgreement($0) && !$0.creator.isSame(as: annotation.creator)
    }
  }
}

extension TermReference {
  /// Whether somebody means this term: by its id, its group and id, or all of it.
  func isNamed(_ name: String) -> Bool {
    term == name || description == name || "\(group)/\(term)" == name
  }
}

extension String {
  /// Whether one of the words stands in it, in any case.
  fileprivate func contains(anyOf words: [String]) -> Bool {
    let text = asSearched
    return words.contains { text.contains($0.asSearched) }
  }
}
