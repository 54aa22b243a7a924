// A class held against a key: every learner, every term, and the passages that most got wrong.

import ArticleModel

/// The scores of a class.
package struct ClassScore: Sendable {
  /// One learner over all articles.
  package struct Learner: Sendable {
    /// Whose scores they are.
    package let name: String
    /// What was handed in, article by article.
    package let submissions: [SubmissionScore]
    /// The sum.
    package let tally: Tally
    /// The sum by what was to be said, in the order of kinds and names.
    package let byAnswer: [(answer: Answer, tally: Tally)]
    /// What is not scored.
    package let unscored: Submission.Unscored
  }

  /// A point of a key and how many found it.
  package struct PointScore: Sendable {
    /// The article: an index into the keys.
    package let key: Int
    /// The point.
    package let point: PlacedAnswer
    /// How many learners could have found it.
    package let asked: Int
    /// How many of them did not.
    package let misses: Int
    /// What they called it instead, the most frequent first.
    package let instead: [(answer: Answer, count: Int)]
  }

  /// What several learners marked and the key does not have.
  package struct SharedExtra: Sendable {
    /// The article: an index into the keys.
    package let key: Int
    /// The answer of the first learner.
    package let example: PlacedAnswer
    /// How many learners gave it.
    package let count: Int
  }

  /// The keys.
  package let keys: [AnswerKey]
  /// The learners, by name.
  package let learners: [Learner]
  /// The sum over all.
  package let tally: Tally
  /// The sum by what was to be said.
  package let byAnswer: [(answer: Answer, tally: Tally)]
  /// The points that somebody missed, those that most missed first.
  package let missed: [PointScore]
  /// What two or more marked and the key does not have, the most frequent first.
  package let sharedExtras: [SharedExtra]

  /// Scores all submissions.
  package init(keys: [AnswerKey], submissions: [Submission]) {
    let scores = submissions.map { SubmissionScore($0, against: keys[$0.key]) }
    self.keys = keys
    learners = scores.grouped(by: \.submission.person).map { name, own in
      Learner(name: name, own, keys)
    }
    .sorted { $0.name < $1.name }
    byAnswer = Self.tallies(of: scores, keys)
    tally = byAnswer.reduce(Tally()) { $0 + $1.tally }
    missed = Self.missed(scores, keys)
    sharedExtras = Self.sharedExtras(scores, keys.count)
  }

  static func tallies(
    of scores: [SubmissionScore], _ keys: [AnswerKey]
  ) -> [(answer: Answer, tally: Tally)] {
    var tallies: [Answer: Tally] = [:]
    for score in scores {
      for (point, outcome) in zip(keys[score.submission.key].points, score.outcomes) {
        tallies[point.answer, default: Tally()].count(outcome)
      }
      for extra in score.extras { tallies[extra.answer, default: Tally()].extras += 1 }
    }
    return tallies.map { (answer: $0.key, tally: $0.value) }
      .sorted { $0.answer.place < $1.answer.place }
  }

  private static func missed(_ scores: [SubmissionScore], _ keys: [AnswerKey]) -> [PointScore] {
    let points = keys.enumerated().flatMap { number, key in
      let own = scores.filter { $0.submission.key == number }
      return key.points.indices.map {
        PointScore(key: number, key.points[$0], own.map(\.outcomes), $0)
      }
    }
    return points.enumerated().filter { $0.element.misses > 0 }.sorted { a, b in
      // The share that missed it counts, not the number: not everybody has every article.
      let (left, right) = (a.element.misses * b.element.asked, b.element.misses * a.element.asked)
      return left == right
        ? (b.element.misses, a.offset) < (a.element.misses, b.offset) : left > right
    }.map(\.element)
  }

  private static func sharedExtras(_ scores: [SubmissionScore], _ keys: Int) -> [SharedExtra] {
    var extras: [(key: Int, example: PlacedAnswer, people: Set<String>)] = []
    for score in scores {
      let (key, person) = (score.submission.key, score.submission.person)
      for extra in score.extras {
        let known = extras.firstIndex {
          $0.key == key && $0.example.answer == extra.answer
            && $0.example.likeness(to: extra) != nil
        }
        if let known {
          extras[known].people.insert(person)
        } else {
          extras.append((key, extra, [person]))
        }
      }
    }
    return extras.enumerated().filter { $0.element.people.count > 1 }
      .sorted { ($1.element.people.count, $0.offset) < ($0.element.people.count, $1.offset) }
      .map {
        SharedExtra(
          key: $0.element.key, example: $0.element.example, count: $0.element.people.count)
      }
  }
}

extension ClassScore.Learner {
  fileprivate init(name: String, _ submissions: [SubmissionScore], _ keys: [AnswerKey]) {
    self.name = name
    self.submissions = submissions
    byAnswer = ClassScore.tallies(of: submissions, keys)
    tally = byAnswer.reduce(Tally()) { $0 + $1.tally }
    unscored = submissions.reduce(Submission.Unscored()) { $0 + $1.submission.unscored }
  }
}

extension ClassScore.PointScore {
  fileprivate init(
    key: Int, _ point: PlacedAnswer, _ outcomes: [[SubmissionScore.Outcome]], _ number: Int
  ) {
    let own = outcomes.map { $0[number] }
    self.key = key
    self.point = point
    asked = own.count { $0 != .absent }
    misses = own.count(where: \.isMiss)
    let others = own.flatMap { outcome -> [Answer] in
      if case .otherwise(let answers) = outcome { answers } else { [] }
    }
    instead = others.grouped { $0 }.map { (answer: $0.key, count: $0.members.count) }
      .sorted { ($1.count, $0.answer.name) < ($0.count, $1.answer.name) }
  }
}
