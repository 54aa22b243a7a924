// Offsets that come with the words that stand there: what is counted otherwise than in code points is noticed.

import ArticleModel

/// Finds the places that a file gives for words of a text.
struct StatedSpan {
  private let scalars: [Unicode.Scalar]
  private let offsets: UTF16Offsets

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    offsets = UTF16Offsets(text)
  }

  /// The place in code points, of offsets that count these or units of UTF-16, as the words decide; nil when
  /// other words stand there, or there is no such place.
  /// - Parameter words: what the file says stands there; nil when it does not.
  func place(_ start: Int, _ end: Int, _ words: String?) -> Range<Int>? {
    guard 0 <= start, start < end else { return nil }
    guard let words else { return end <= scalars.count ? start..<end : nil }
    let units =
      offsets.codePoint(at: start)..<max(offsets.codePoint(at: end), offsets.codePoint(at: start))
    return [start..<end, units].first { self.words(at: $0) == words }
  }

  /// The words at a place; nil when the text is shorter.
  func words(at place: Range<Int>) -> String? {
    guard place.upperBound <= scalars.count else { return nil }
    return String(String.UnicodeScalarView(scalars[place]))
  }
}
