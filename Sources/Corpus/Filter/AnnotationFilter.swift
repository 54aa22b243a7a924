// Which annotations somebody wants to see, as it is typed: kind:bias status:open -is:private gas.
// Documentation/filters.md has the language; a test compares it with the words here.

import ArticleModel

/// Conditions on annotations; all of them must hold.
package struct AnnotationFilter: Hashable, Sendable {
  /// The conditions, in the order in which they were typed.
  package var conditions: [Condition] = []

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
    /// Somebody went through it, or the work on it is done.
    case reviewed
    /// The work on it is done.
    case done
  }

  /// No condition.
  package init() {}

  /// Whether there is no condition at all.
  package var isEmpty: Bool { conditions.isEmpty }

  /// Whether a row meets all conditions.
  package func matches(_ row: AnnotationRow) -> Bool {
    conditions.allSatisfy { $0.test.isTrue(of: row) != $0.isNegated }
  }
}

extension AnnotationFilter.Test {
  /// Whether the answer is yes.
  func isTrue(of row: AnnotationRow) -> Bool {
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
    case .article(let names): return row.articleName.contains(anyOf: names)
    case .date(let period): return annotation.created?.day.map(period.contains) ?? false
    case .since(let period): return annotation.created?.day.map { $0 >= period.first } ?? false
    case .before(let period): return annotation.created?.day.map { $0 < period.first } ?? false
    case .property(let property): return property.holds(for: row)
    case .words(let words): return row.words.contains(words.asSearched)
    }
  }
}

extension AnnotationFilter.Property {
  fileprivate func holds(for row: AnnotationRow) -> Bool {
    switch self {
    case .orphaned: row.state == .orphan
    case .uncertain: row.state == .uncertain || row.state == .ambiguous
    case .disputed: row.isDisputed
    case .private: row.annotation.isPrivate
    case .reviewed: row.isReviewed
    case .done: row.annotation.status == .done
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
