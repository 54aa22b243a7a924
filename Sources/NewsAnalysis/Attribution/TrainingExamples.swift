// The trainer's view of the analysis: paragraphs as sequences of feature rows and labels.

import ArticleModel

/// A paragraph with what people found in it, ready to train on.
package struct TrainingExample: Sendable {
  /// The rows of every token, one token after the other.
  package var rows: [Int32] = []
  /// Where each token's rows start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// The context in which each token's label follows the one before.
  package var transitions: [UInt8] = []
  /// What people said each token is.
  package var labels: [AttributionLabel] = []
}

/// Turns annotated articles into examples and weights into a stored model.
package struct AttributionTraining {
  /// A part that people marked.
  package struct Mark: Sendable {
    var part: AttributionLabel.Part
    var span: CodePointSpan

    /// Makes a mark from code-point offsets.
    package init(_ part: AttributionLabel.Part, start: Int, end: Int) {
      self.part = part
      span = CodePointSpan(CodePointOffset(start), CodePointOffset(end))
    }
  }

  /// The rows of the table of weights.
  package static let rows = AttributionFeatures.rows
  /// The contexts of transitions.
  package static let transitions = AttributionFeatures.transitions

  private var words = WordTypes()

  /// Starts without words.
  package init() {}

  /// The examples of an article.
  package mutating func examples(of string: String, marks: [Mark]) -> [TrainingExample] {
    let article = Article(string)
    var reader = SegmentReader(article, extent: article.text.span)
    var examples: [TrainingExample] = []
    while let segment = reader.next(words: &words) {
      let parts = Self.labels(of: segment, marks: marks)
      let stretches = QuotedStretchFinder(segment: segment, words: words).stretches()
      var (context, next) = (TokenContext(), 0)
      for paragraph in segment.paragraphs {
        context.update(
          paragraph, of: segment, words: words, stretches: stretches, next: &next)
        let view = AttributionView(
          tokens: segment.tokens, words: words, range: paragraph.tokens, context: context)
        examples.append(example(view, labels: parts))
      }
    }
    return examples
  }

  private func example(_ view: AttributionView, labels: [AttributionLabel]) -> TrainingExample {
    var example = TrainingExample()
    var features = ContextFeatures()
    for index in view.range {
      for place in 0..<AttributionFeatures.window {
        let distance = place - AttributionFeatures.reach
        let (type, spelling) = (view.type(index + distance), view.spelling(index + distance))
        AttributionFeatures.forEachWordFeature(of: type, spelling, at: distance) {
          example.rows.append(Int32($0))
        }
      }
      let place = index - view.range.lowerBound
      if place % ContextFeatures.batch == 0 {
        features.read(place..<place + ContextFeatures.batch, of: view)
      }
      example.rows += features.rows(at: place % ContextFeatures.batch)
      example.starts.append(Int32(example.rows.count))
      example.transitions.append(UInt8(AttributionFeatures.transition(at: index, in: view)))
      example.labels.append(labels[index])
    }
    return example
  }

  private static func labels(of segment: Segment, marks: [Mark]) -> [AttributionLabel] {
    var labels = [AttributionLabel](repeating: .outside, count: segment.tokens.count)
    for mark in marks {
      let span = segment.text.textSpan(of: mark.span)
      var isFirst = true
      for index in segment.tokenRange(overlapping: span) where labels[index] == .outside {
        labels[index] = isFirst ? mark.part.first : mark.part.rest
        isFirst = false
      }
    }
    return labels
  }

  /// A stored model of weights: `table` has 8 columns a row, `transitions` 8 × 8 a context.
  package static func store(table: [Float], transitions: [Float]) -> [UInt8] {
    let largest = table.reduce(Float(0)) { max($0, $1.magnitude) }
    let scale = max(min(largest, 4), 1e-6) / 127
    var bytes = Array("GCRF".utf8)
    for word in [1, UInt32(AttributionFeatures.rows), scale.bitPattern]
      + transitions.map(\.bitPattern)
    {
      withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
    for weight in table {
      let unit = max(-127, min(127, (weight / scale).rounded()))
      bytes.append(UInt8(bitPattern: Int8(unit)))
    }
    return bytes
  }
}

extension Segment {
  /// The tokens that share a byte with a span.
  func tokenRange(overlapping span: TextSpan) -> TokenRange {
    let first = partition { Int($0.end) > span.start.value }
    let last = partition { Int($0.start) >= span.end.value }
    return first..<max(first, last)
  }

  /// The first token for which `belongs` holds; it must hold for all after it.
  private func partition(_ belongs: (Token) -> Bool) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
