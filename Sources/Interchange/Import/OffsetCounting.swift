// The ways in which programs count the offsets that they write: Python in code points, JavaScript and Java in
// UTF-16, others in bytes; some behind a byte-order mark, or in a text with other line ends.

import ArticleModel

/// A way to count where something stands in a text.
struct OffsetCounting: Hashable {
  /// What an offset counts.
  enum Unit: CaseIterable { case codePoints, utf16, bytes }

  /// What counts at the end of a line.
  enum LineEnds: CaseIterable {
    /// What the text has there.
    case asTheyAre
    /// CR LF, whatever the text has.
    case crlf
    /// LF alone, where the text has CR LF.
    case lf
  }

  var unit = Unit.codePoints
  var lineEnds = LineEnds.asTheyAre
  /// Whether a byte-order mark counts that the text no longer has.
  var hasMark = false

  /// All ways, the usual ones first.
  static let all = [false, true].flatMap { hasMark in
    LineEnds.allCases.flatMap { lineEnds in
      Unit.allCases.map { OffsetCounting(unit: $0, lineEnds: lineEnds, hasMark: hasMark) }
    }
  }

  /// Where offsets stand in a text, in bytes. Those that are beyond it, or within a character, are left out.
  /// - Parameter offsets: in ascending order.
  func bytes(of offsets: [Int], in text: ArticleText) -> [Int: Int] {
    text.withBytes { bytes in
      var found: [Int: Int] = [:]
      var next = offsets.drop { $0 < 0 }
      var (at, position) = (0, hasMark ? length(of: 0xFEFF) : 0)
      func isLineEnd(_ at: Int) -> Bool {
        at + 1 < bytes.count && bytes[at] == 0x0D && bytes[at + 1] == 0x0A
      }
      while true {
        next = next.drop { $0 < position }
        while next.first == position {
          found[position] = at
          next = next.dropFirst()
        }
        guard at < bytes.count, !next.isEmpty else { return found }
        if isLineEnd(at), lineEnds == .lf { at += 1 }
        let isBareEnd = bytes[at] == 0x0A && (at == 0 || bytes[at - 1] != 0x0D)
        let scalar = Self.scalar(at: at, in: bytes)
        position += length(of: scalar.value) + (isBareEnd && lineEnds == .crlf ? 1 : 0)
        at += scalar.count
      }
    }
  }

  /// How much a code point counts.
  private func length(of scalar: UInt32) -> Int {
    switch unit {
    case .codePoints: 1
    case .utf16: scalar > 0xFFFF ? 2 : 1
    case .bytes: scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
  }

  /// A code point, as far as its length tells it apart, and how many bytes it takes.
  private static func scalar(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, count: Int) {
    switch bytes[offset] {
    case ..<0x80: (0x20, 1)
    case ..<0xE0: (0x80, min(2, bytes.count - offset))
    case ..<0xF0: (0x800, min(3, bytes.count - offset))
    default: (0x10000, min(4, bytes.count - offset))
    }
  }
}
