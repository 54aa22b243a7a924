// How many letters and digits stretches of a text hold: quotation marks and blanks decide nothing.

import ArticleModel

/// Counts the letters and digits of spans in constant time.
struct LetterCount {
  /// How many of them stand before each byte, and at the end.
  private var before: [Int] = [0]

  init(_ text: String) {
    for scalar in text.unicodeScalars {
      let last = before[before.count - 1]
      let properties = scalar.properties
      let counts = properties.isAlphabetic || properties.numericType != nil
      before += repeatElement(last, count: scalar.utf8.count - 1)
      before.append(last + (counts ? 1 : 0))
    }
  }

  /// The letters and digits in spans that do not overlap.
  func letters(in spans: [TextSpan]) -> Int {
    spans.reduce(0) { $0 + before[$1.end.value] - before[$1.start.value] }
  }

  /// The letters and digits that two lists of spans share.
  func shared(_ some: [TextSpan], _ others: [TextSpan]) -> Int {
    letters(in: some.flatMap { span in others.compactMap(span.intersection) })
  }

  /// How well two lists of spans agree, from 0 to 1: what they share of the longer one.
  func agreement(_ some: [TextSpan], _ others: [TextSpan]) -> Double {
    let longer = max(letters(in: some), letters(in: others))
    return longer == 0 ? 0 : Double(shared(some, others)) / Double(longer)
  }
}
