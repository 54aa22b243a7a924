// Turns good inputs into bad ones: bytes and pieces are changed, cut, doubled, moved and spliced by chance.

import TestSupport

/// A source of mutated inputs.
struct Mutation {
  /// Good inputs, which the bad ones are made of.
  let corpus: [[UInt8]]
  /// Pieces that matter to the format, put in at will.
  let pieces: [[UInt8]]
  /// The longest input that is made.
  var longest = 60_000

  /// What is awkward in every format.
  private static let awkward: [[UInt8]] =
    [
      "", "\0", "\u{1B}[31m", "\u{9B}", "\r", "\r\n", "\n\n", "\t", "\"", "\\", "\\u0000",
      "\\ud800", "{", "}",
      "[", "]", "[[", ":", ",", "=", "#", "'''", "\"\"\"", "-", "~", "%", "-1", "0", "1e999",
      "1e-999",
      "9223372036854775808", "-9223372036854775809", "18446744073709551616",
      "99999999999999999999999", "0.1",
      "null", "true", "nan", "2262-04-12T00:00:00Z", "9999-12-31T23:59:60Z", "0000-00-00T00:00:00Z",
      "2026-02-30", "\u{202E}", "\u{200B}", "\u{FEFF}", "e\u{301}\u{301}\u{301}", "👩‍👩‍👧", "🇱🇺🇫🇯", "日本語",
      "สวัสดี",
      "\u{1112}\u{1161}\u{11AB}", "\u{FE0F}", "../../x", "/etc/passwd", "javascript:alert(1)",
      "=HYPERLINK()",
      String(repeating: "[", count: 600), String(repeating: "a", count: 5000),
      String(repeating: "\u{301}", count: 600), String(repeating: "字", count: 6000),
    ].map { Array($0.utf8) } + [
      [0xFF], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ]

  /// A bad input; the same chance makes the same.
  func input(_ chance: inout Chance) -> [UInt8] {
    var bytes = chance.pick(corpus)
    for _ in 0..<Int.random(in: 1...8, using: &chance) { change(&bytes, &chance) }
    return Array(bytes.prefix(longest))
  }

  private func change(_ bytes: inout [UInt8], _ chance: inout Chance) {
    let range = span(of: bytes, &chance)
    switch Int.random(in: 0..<9, using: &chance) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 2: bytes.insert(contentsOf: piece(&chance), at: range.lowerBound)
    case 3: bytes.replaceSubrange(range, with: piece(&chance))
    case 4: splice(&bytes, range, &chance)
    case 5: bytes.removeSubrange(range.lowerBound...)
    case 6: repeatPiece(&bytes, at: range.lowerBound, &chance)
    case 7: swapLines(&bytes, &chance)
    default: flip(&bytes, &chance)
    }
  }

  private func span(of bytes: [UInt8], _ chance: inout Chance) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &chance)
    let longest = chance.pick([1, 4, 30, 400, bytes.count])
    return start..<min(start + Int.random(in: 0...max(longest, 1), using: &chance), bytes.count)
  }

  private func piece(_ chance: inout Chance) -> [UInt8] {
    chance.pick(Bool.random(using: &chance) && !pieces.isEmpty ? pieces : Self.awkward)
  }

  private func splice(_ bytes: inout [UInt8], _ range: Range<Int>, _ chance: inout Chance) {
    let other = chance.pick(corpus)
    bytes.replaceSubrange(range, with: other[span(of: other, &chance)])
  }

  private func repeatPiece(_ bytes: inout [UInt8], at place: Int, _ chance: inout Chance) {
    let piece = piece(&chance)
    let count = min(chance.pick([2, 20, 300]), longest / max(piece.count, 1))
    bytes.insert(contentsOf: (0..<count).flatMap { _ in piece }, at: place)
  }

  private func swapLines(_ bytes: inout [UInt8], _ chance: inout Chance) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let (one, other) = (
      Int.random(in: lines.indices, using: &chance), Int.random(in: lines.indices, using: &chance)
    )
    lines.swapAt(one, other)
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private func flip(_ bytes: inout [UInt8], _ chance: inout Chance) {
    for _ in 0..<Int.random(in: 1...5, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &chance)
      bytes[place] = UInt8.random(in: 0...255, using: &chance)
    }
  }
}
