// The best sequence of labels for a paragraph (Viterbi 1967).

import CTransformer

/// Finds best paths through the labels; keeps its memory between paragraphs.
struct AttributionSearch {
  private let model: AttributionModel
  /// What stands before the first token of a paragraph: the scores of following that with each label.
  private let start: [Float]
  /// For each token, the scores of the best paths to each label.
  private var best: [Float] = []
  /// For each token, the context in which its label follows the one before; behind the last, those of longer
  /// paragraphs.
  private var contexts: [UInt8] = []
  /// For each token, its label on the best path.
  private var labels: [UInt8] = []

  /// The context of the first token, and the row for what lies before it.
  private static let (startContext, startLabel) = (4, 7)

  init(_ model: AttributionModel) {
    self.model = model
    let columns = AttributionLabel.columns
    let row = (Self.startContext * columns + Self.startLabel) * columns
    start = Array(model.transitions[row..<row + columns])
  }

  /// The labels of the view's tokens, from what the model thinks of each: as many scores as a row of the
  /// model has columns. More may follow.
  mutating func labels(_ view: AttributionView, _ emissions: [Float]) -> [AttributionLabel] {
    let count = min(view.range.count, emissions.count / AttributionLabel.columns)
    noteContexts(view, count)
    if best.count < emissions.count { best = emissions }
    if labels.count < count { labels = [UInt8](repeating: 0, count: count) }
    csequence_labels(
      model.transitions, model.arrivals, start, contexts, emissions, Int32(count), &best, &labels)
    return labels.prefix(count).map { AttributionLabel(rawValue: $0) ?? .outside }
  }

  /// Notes the contexts of the first tokens of a view.
  private mutating func noteContexts(_ view: AttributionView, _ count: Int) {
    let surroundings = view.context.surroundings
    precondition(surroundings.count >= count)
    if contexts.count < count { contexts = [UInt8](repeating: 0, count: count) }
    var previous = view.quoting(view.range.lowerBound - 1)
    contexts.withUnsafeMutableBufferPointer { contexts in
      for place in 0..<count {
        let here = surroundings[place]
        let context = AttributionFeatures.transition(
          to: here, behind: previous,
          view.words[view.tokens[view.range.lowerBound + place]].labelContext)
        contexts[place] = UInt8(truncatingIfNeeded: context)
        previous = here.quoting
      }
    }
  }
}
