// Learns from both sets: what listeners would want checked, and what fact-checkers picked.

import NewsAnalysis

/// The two regressions, whose scores are averaged: a sentence is worth checking by both.
struct ClaimLearner {
  /// How the model is made.
  struct Settings {
    /// A table of 2 to the power of so many weights.
    var bits: UInt64
    /// Features of fewer sentences are dropped.
    var least: Int
    /// How closely the regressions follow their sentences.
    var crowdCost: Double
    var checkersCost: Double
    /// The share of what fact-checkers picked in the score.
    var checkersShare: Double

    /// The size of the table.
    var rows: Int { 1 << Int(bits) }
  }

  private let crowd: LogisticRegression
  private let checkers: LogisticRegression
  private let share: Double

  /// Learns from the sentences of both sets but those with the rows of `excluded` ones.
  init(
    crowd: JudgedSentences, checkers: JudgedSentences, _ settings: Settings,
    excluding excluded: Set<[Int32]> = []
  ) {
    let vocabulary = Vocabulary([crowd, checkers], rows: settings.rows, least: settings.least)
    func learned(_ set: JudgedSentences, _ cost: Double) -> LogisticRegression {
      let kept = set.sentences.indices.filter { !excluded.contains(set.sentences[$0].rows) }
      return LogisticRegression(
        kept.map { vocabulary.kept(set.sentences[$0]) }, kept.map { set.labels[$0] },
        tableSize: settings.rows, cost: cost)
    }
    self.crowd = learned(crowd, settings.crowdCost)
    self.checkers = learned(checkers, settings.checkersCost)
    share = settings.checkersShare
  }

  /// The average of both, on the scale of logarithms of odds.
  func score(_ sentence: ClaimTraining.Sentence) -> Double {
    sentence.rows.reduce(start) { $0 + weight(Int($1)) }
  }

  /// The averaged weight of a row.
  func weight(_ row: Int) -> Double {
    crowd.weights[row] * (1 - share) + checkers.weights[row] * share
  }

  /// What every sentence has.
  var start: Double { weight(crowd.weights.count - 1) }
}
