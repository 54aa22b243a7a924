// The parts of a passage that stand in quotation marks, without the marks.

import ArticleModel

/// Finds what is given verbatim within a passage.
struct VerbatimParts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  /// The verbatim parts of a passage; all of it when no quotation mark stands in it and `isWhole`.
  static func parts(of span: TextSpan, in text: ArticleText, isWhole: Bool) -> [TextSpan] {
    text.withBytes { bytes in
      let finder = VerbatimParts(bytes: bytes, range: text.clamp(span).range)
      let parts = isWhole ? [finder.withoutOuterMarks] : finder.inMarks
      return parts.map { text.trimmed(TextSpan($0)) }.filter { !$0.isEmpty }
    }
  }

  /// Closing marks by the mark that opens.
  private static let closers: [UInt32: Set<UInt32>] = [
    0x201C: [0x201D, 0x22], 0x201E: [0x201C, 0x201D], 0xAB: [0xBB], 0xBB: [0xAB],
    0x22: [0x22, 0x201D],
    0x201D: [0x201D],
  ]
  private static let singles: Set<UInt32> = [0x27, 0x2018, 0x2019, 0x201A, 0x2039, 0x203A]

  private static func isMark(_ scalar: UInt32) -> Bool {
    closers[scalar] != nil || singles.contains(scalar)
  }

  /// The passage without the marks at its ends.
  private var withoutOuterMarks: Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (scalar, length) = bytes.codePoint(at: start)
      guard Self.isMark(scalar) || scalar <= 0x20 else { break }
      start += length
    }
    while end > start {
      var before = end - 1
      while before > start, bytes[before].isUTF8Continuation { before -= 1 }
      let scalar = bytes.codePoint(at: before).value
      guard Self.isMark(scalar) || scalar <= 0x20 else { break }
      end = before
    }
    return start..<end
  }

  /// The parts between double marks; where there are none, between single ones.
  private var inMarks: [Range<Int>] {
    let parts = betweenDoubleMarks
    return parts.isEmpty ? betweenSingleMarks : parts
  }

  private var betweenDoubleMarks: [Range<Int>] {
    var parts: [Range<Int>] = []
    var open: (start: Int, closers: Set<UInt32>)?
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = bytes.codePoint(at: at)
      if let (start, closers) = open {
        if closers.contains(scalar) {
          parts.append(start..<at)
          open = nil
        }
      } else if let closers = Self.closers[scalar] {
        open = (at + length, closers)
      }
      at += length
    }
    if let open, open.start < range.upperBound { parts.append(open.start..<range.upperBound) }
    return parts
  }

  private var betweenSingleMarks: [Range<Int>] {
    var parts: [Range<Int>] = []
    var open: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = bytes.codePoint(at: at)
      if Self.singles.contains(scalar) {
        if open == nil, !hasLetter(before: at), hasLetter(at + length) {
          open = at + length
        } else if let start = open, !hasLetter(at + length) {
          parts.append(start..<at)
          open = nil
        }
      }
      at += length
    }
    return parts
  }

  private func hasLetter(before place: Int) -> Bool {
    place > range.lowerBound
      && (bytes[place - 1] >= 0x80 || WordFolding.folded(bytes[place - 1]) != 0)
  }

  private func hasLetter(_ place: Int) -> Bool {
    place < range.upperBound
      && (WordFolding.folded(bytes[place]) != 0 || bytes[place] == UInt8(ascii: "["))
  }
}
