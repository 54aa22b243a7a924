// The key of a class: the marks that somebody who knows made on an article, against which others are scored.

import ArticleModel

/// The key to one article.
package struct AnswerKey: Sendable {
  /// The article, whose text is the one in which all marks are compared.
  package let article: Article
  /// What to call the article.
  package let name: String
  /// What the key says, in the order of the text; each is a point that a learner hits or misses.
  package let points: [PlacedAnswer]
  /// Who made it.
  package let authors: [String]
  /// How many marks of the key have no place in the text, so that nobody is scored by them.
  package let lost: Int

  /// Takes the marks of a key; replies, reviews, corrections and private marks are none.
  package init(
    _ article: Article, named name: String, marks: [Annotation], anchors: [AnnotationID: [Anchor]]
  ) {
    self.article = article
    self.name = name
    let open = marks.filter { !$0.isPrivate }
    let placed = PlacedAnswer.all(of: open, anchors)
    points = placed.answers.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
    lost = placed.lost.count
    authors = marks.compactMap { $0.creator?.name }.uniqued()
  }
}

/// What one person handed in on one article.
package struct Submission: Sendable {
  /// Whose it is.
  package var person: String
  /// Which key it is scored against: an index into the keys.
  package let key: Int
  /// When it was handed in; nil when it was not, so that all of it counts.
  package let handedIn: Timestamp?
  /// The answers, as far as they are scored.
  let answers: [PlacedAnswer]
  /// Marks of the key whose words the person's own text does not have, so that nobody could find them.
  let absent: Set<AnnotationID>
  /// What is not scored.
  package let unscored: Unscored

  /// What of a submission is left aside, in marks.
  package struct Unscored: Hashable, Sendable {
    /// Private marks.
    package var privateMarks = 0
    /// Marks whose words the text of the key does not have.
    package var lost = 0
    /// Marks that were made after handing in.
    package var late = 0
    /// Marks that are scored, but were changed after handing in.
    package var changedLate = 0
    /// Marks that are scored, but were made after handing in for the first time, which was taken back.
    package var reopened = 0

    /// Adds what another submission leaves aside.
    static func + (a: Unscored, b: Unscored) -> Unscored {
      Unscored(
        privateMarks: a.privateMarks + b.privateMarks, lost: a.lost + b.lost, late: a.late + b.late,
        changedLate: a.changedLate + b.changedLate, reopened: a.reopened + b.reopened)
    }
  }

  /// Takes somebody's marks.
  /// - Parameters:
  ///   - anchors: where the marks stand in the text of the key.
  ///   - firstHandedIn: when the marks were handed in first, where that was taken back.
  ///   - absent: marks of the key that the person's own text has no words for.
  package init(
    by person: String, on key: Int, marks: [Annotation], anchors: [AnnotationID: [Anchor]],
    handedIn: Timestamp? = nil, firstHandedIn: Timestamp? = nil, absent: Set<AnnotationID> = []
  ) {
    (self.person, self.key, self.handedIn, self.absent) = (person, key, handedIn, absent)
    let own = marks.filter { AnnotationKind.marks.contains($0.kind) }
    let open = own.filter { !$0.isPrivate }
    let inTime = open.filter { !Self.isLater($0.created, handedIn) }
    let placed = PlacedAnswer.all(of: inTime, anchors)
    answers = placed.answers
    unscored = Unscored(
      privateMarks: own.count - open.count, lost: placed.lost.count,
      late: open.count - inTime.count,
      changedLate: inTime.count { Self.isLater($0.modified, handedIn) },
      reopened: inTime.count { Self.isLater($0.created, firstHandedIn) })
  }

  private static func isLater(_ moment: Timestamp?, _ handedIn: Timestamp?) -> Bool {
    guard let moment, let handedIn else { return false }
    return moment > handedIn
  }
}
