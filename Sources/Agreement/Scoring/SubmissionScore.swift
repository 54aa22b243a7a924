// A submission held against its key: what was found, what was missed, and what only the learner marked.

import ArticleModel

/// What became of the points of a key in one submission.
package struct SubmissionScore: Sendable {
  /// What a learner made of a point.
  package enum Outcome: Hashable, Sendable {
    /// The same words, the same term.
    case hit
    /// The words were marked, but called something else.
    case otherwise([Answer])
    /// The words were not marked.
    case missed
    /// The learner's own text does not have the words.
    case absent

    /// Whether the learner could have found it and did not.
    package var isMiss: Bool {
      switch self {
      case .otherwise, .missed: true
      case .hit, .absent: false
      }
    }
  }

  /// The submission.
  package let submission: Submission
  /// What became of each point, in the order of the key.
  package let outcomes: [Outcome]
  /// Answers that the key does not have, in the order of the text.
  package let extras: [PlacedAnswer]

  /// Scores a submission. Answers are matched one to one with points that say the same: those that share
  /// most of their words first.
  init(_ submission: Submission, against key: AnswerKey) {
    self.submission = submission
    let (points, answers) = (key.points, submission.answers)
    var matched: [Int: Int] = [:]
    var taken: Set<Int> = []
    for pair in Self.pairs(points, answers) where matched[pair.point] == nil {
      if taken.insert(pair.answer).inserted { matched[pair.point] = pair.answer }
    }
    outcomes = points.enumerated().map { number, point in
      if matched[number] != nil { return .hit }
      if submission.absent.contains(point.mark.id) { return .absent }
      let others = answers.enumerated().filter { index, answer in
        !taken.contains(index) && answer.answer.isAlternative(to: point.answer)
          && answer.likeness(to: point) != nil
      }
      let names = others.map(\.element.answer).uniqued()
      return names.isEmpty ? .missed : .otherwise(names)
    }
    extras = answers.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
      .sorted { ($0.start, $0.answer.name) < ($1.start, $1.answer.name) }
  }

  private struct Pair {
    var point: Int
    var answer: Int
    var likeness: Double
  }

  private static func pairs(_ points: [PlacedAnswer], _ answers: [PlacedAnswer]) -> [Pair] {
    let places = answers.indices.keyed { answers[$0].answer }
    return points.indices.flatMap { point in
      (places[points[point].answer] ?? []).compactMap { answer in
        points[point].likeness(to: answers[answer]).map {
          Pair(point: point, answer: answer, likeness: $0)
        }
      }
    }
    .sorted { ($1.likeness, $0.point, $0.answer) < ($0.likeness, $1.point, $1.answer) }
  }
}

/// Hits, misses and extras.
package struct Tally: Hashable, Sendable {
  /// Points of the key that were found.
  package var hits = 0
  /// Points of the key that were not.
  package var misses = 0
  /// Those of them whose words were marked with another term.
  package var otherwise = 0
  /// Answers that the key does not have.
  package var extras = 0

  /// How many points there were to be found.
  package var points: Int { hits + misses }

  /// Adds up.
  static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      hits: a.hits + b.hits, misses: a.misses + b.misses, otherwise: a.otherwise + b.otherwise,
      extras: a.extras + b.extras)
  }

  /// Counts what became of a point.
  mutating func count(_ outcome: SubmissionScore.Outcome) {
    switch outcome {
    case .hit: hits += 1
    case .missed: misses += 1
    case .otherwise:
      misses += 1
      otherwise += 1
    case .absent: break
    }
  }
}
