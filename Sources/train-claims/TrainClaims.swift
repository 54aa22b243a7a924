// Trains the model that says how likely a sentence is worth checking, and says how well it does.

import ArgumentParser
import FoundationEssentials
import NewsAnalysis

@main
struct TrainClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-claims",
    abstract: "Train the model of claims on sentences that people judged.",
    discussion: """
      Example: swift run -c release train-claims GOLD --output Sources/EmbeddedData/Models/claims.model

      GOLD holds claimbuster.dev.ndjson, {"text", "label"} a line, and checkthat2019.dev.ndjson, a line
      for each debate: {"sentences": [{"text", "label"}]}. It prints five-fold cross-validated figures, \
      with no debate in two folds; the model that it writes has learned from all.
      """)

  @Argument(help: "The folder with both sets.")
  var folder: String

  @Option(help: "Where to store the model.")
  var output: String?

  @Option(help: "The logarithm of the number of weights.")
  var bits: UInt64 = 17

  @Option(help: "Features of fewer sentences are dropped.")
  var least = 4

  @Option(help: "How closely the model follows what the crowd judged.")
  var crowdCost = 0.3

  @Option(help: "How closely the model follows what fact-checkers picked.")
  var checkersCost = 0.1

  @Option(help: "The share of what fact-checkers picked in the score.")
  var share = 0.35

  private static let folds = 5

  func run() throws {
    var maker = ClaimTraining(bits: bits)
    let crowd = try JudgedSentences("\(folder)/claimbuster.dev.ndjson", with: &maker)
    let checkers = try JudgedSentences("\(folder)/checkthat2019.dev.ndjson", with: &maker)
    let calibration = crossValidate(crowd, checkers)
    guard let output else { return }
    let learner = ClaimLearner(crowd: crowd, checkers: checkers, settings)
    let stored = ClaimTraining.store(
      weights: (0..<settings.rows).map { learner.weight($0) * calibration.slope },
      start: learner.start * calibration.slope + calibration.start, bits: bits)
    try Data(stored).write(to: URL(filePath: output))
  }

  private var settings: ClaimLearner.Settings {
    ClaimLearner.Settings(
      bits: bits, least: least, crowdCost: crowdCost, checkersCost: checkersCost,
      checkersShare: share)
  }

  /// Scores each sentence with a model that has seen neither it nor another of its document; what it says is
  /// printed. The curve fits the scores of the crowd's sentences.
  private func crossValidate(_ crowd: JudgedSentences, _ checkers: JudgedSentences) -> Calibration {
    var scores = [crowd, checkers].map { [Double](repeating: 0, count: $0.labels.count) }
    for fold in 0..<Self.folds {
      let heldBack = [crowd, checkers].map { $0.indices(ofFold: fold, of: Self.folds) }
      let excluded = zip([crowd, checkers], heldBack).flatMap { set, indices in
        indices.map { set.sentences[$0].rows }
      }
      let learner = ClaimLearner(
        crowd: crowd, checkers: checkers, settings, excluding: Set(excluded))
      for (number, set) in [crowd, checkers].enumerated() {
        for index in heldBack[number] {
          scores[number][index] = learner.score(set.sentences[index])
        }
      }
    }
    return report(crowd, checkers, scores)
  }

  private func report(
    _ crowd: JudgedSentences, _ checkers: JudgedSentences, _ scores: [[Double]]
  ) -> Calibration {
    func precision(_ scores: [Double]) -> Double {
      rounded(RankingScore.averagePrecision(scores, crowd.labels) ?? 0)
    }
    func mean(_ scores: [Double]) -> Double { rounded(RankingScore.mean(scores, checkers)) }
    let rules = [crowd, checkers].map { $0.sentences.map(\.ruleScore) }
    let calibration = Calibration(scores[0], crowd.labels)
    print("crowd, average precision over \(crowd.labels.count) sentences:")
    print("  \(precision(scores[0])), rules \(precision(rules[0]))")
    print("  calibration error \(rounded(calibration.error(scores[0], crowd.labels)))")
    print("fact-checkers, mean of it over \(Set(checkers.documents).count) debates and speeches:")
    print("  \(mean(scores[1])), rules \(mean(rules[1]))")
    return calibration
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
