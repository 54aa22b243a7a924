// Which line of the article's text an offset stands on, counted on from the place that was counted last.

import ArticleModel

/// Counts lines, as `galley text | nl -ba` would.
///
/// A class because copies of the state share it. What it holds follows from the article alone.
final class LineNumbers {
  private var known = (offset: ByteOffset.zero, number: 1)

  /// The number of the line at `offset`, from 1.
  func number(at offset: ByteOffset, in text: ArticleText) -> Int {
    let between =
      known.offset <= offset ? TextSpan(known.offset, offset) : TextSpan(offset, known.offset)
    let count = text.withBytes { bytes in
      bytes[text.clamp(between).range].count { $0 == 0x0A }
    }
    known = (offset, known.number + (known.offset <= offset ? count : -count))
    return known.number
  }
}
