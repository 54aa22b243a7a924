// Trains the model that finds attributions and stores it in the form that the program embeds.

import ArgumentParser
import FoundationEssentials
import NewsAnalysis

@main
struct TrainAttribution: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-attribution",
    abstract: "Train the sequence model of quotations, cues and sources.",
    discussion: """
      Example: swift run -c release train-attribution polnear.dev.ndjson --output attribution.crf

      The corpus holds an article a line: {"id", "text", "quotes": [{"spans", "speaker", "cue"}]}.
      A fifth of the articles, told by a hash of their id, is held back to measure on.
      """)

  @Argument(help: "The annotated corpus.")
  var corpus: String

  @Option(help: "Where to store the model.")
  var output: String

  @Option(help: "How often each article is seen.")
  var epochs = 6

  @Option(help: "The size of the first steps.")
  var rate: Float = 0.02

  @Option(help: "How strongly weights are drawn to zero.")
  var decay: Float = 1e-3

  @Option(help: "How much more easily than was learnt a part of an attribution begins.")
  var bias: Float = 0.4

  @Flag(help: "Train on the held-back fifth as well, after having measured without it.")
  var all = false

  func run() throws {
    let (training, heldBack) = try examples()
    print("\(training.count) paragraphs to train on, \(heldBack.count) held back")
    let field = train(on: training) { report($0, heldBack) }
    let final = all ? train(on: training + heldBack) { _ in } : field
    let weights = final.weights(bias: bias)
    let stored = AttributionTraining.store(
      table: weights.table, transitions: weights.transitions)
    try Data(stored).write(to: URL(filePath: output))
  }

  private func examples() throws -> (training: [TrainingExample], heldBack: [TrainingExample]) {
    var (training, heldBack): ([TrainingExample], [TrainingExample]) = ([], [])
    var maker = AttributionTraining()
    for document in try GoldDocument.read(corpus) {
      let examples = maker.examples(of: document.text, marks: document.marks)
      if document.isHeldBack { heldBack += examples } else { training += examples }
    }
    return (training, heldBack)
  }

  private func train(
    on examples: [TrainingExample], afterEpoch: (RandomField) -> Void
  ) -> RandomField {
    let field = RandomField(rate: rate, decay: decay)
    var random = Shuffle(state: 1)
    var order = Array(examples.indices)
    for epoch in 1...max(epochs, 1) {
      order.shuffle(using: &random)
      let loss = order.reduce(Float(0)) { $0 + field.learn(examples[$1]) }
      print("epoch \(epoch): loss \(loss)")
      if epoch == epochs || epoch % 3 == 0 { afterEpoch(field) }
    }
    return field
  }

  private func report(_ field: RandomField, _ heldBack: [TrainingExample]) {
    var (content, source, cue) = (SpanScore(), SpanScore(), SpanScore())
    for example in heldBack {
      let found = field.decode(example, bias: bias)
      content.add(.content, found: found, annotated: example.labels)
      source.add(.source, found: found, annotated: example.labels)
      cue.add(.cue, found: found, annotated: example.labels)
    }
    for (name, score) in [("content", content), ("source", source), ("cue", cue)] {
      print(
        "  \(name): P \(rounded(score.precision)) R \(rounded(score.recall)) F1 \(rounded(score.f1))"
      )
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// A reproducible order of examples (SplitMix64, Steele, Lea, Flood 2014).
private struct Shuffle: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
