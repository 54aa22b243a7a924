// The one place that knows how wide characters are and what must never reach a terminal.

import CUnicode

/// What a cell shows: one grapheme cluster that the terminal can draw, and its width.
public struct Glyph: Hashable, Sendable {
  /// The character; what the terminal could not place has been replaced.
  public let character: Character
  /// 1 or 2 columns.
  public let width: Column

  /// A blank.
  public static let space = Glyph(character: " ", width: 1)

  /// ncurses keeps this many code points a cell; longer clusters are cut to their first one.
  static let longestCluster = 5

  private init(character: Character, width: Column) {
    self.character = character
    self.width = width
  }

  /// The glyphs that stand for a character on the screen, in order.
  ///
  /// Control characters become their pictures (U+2400…), bidirectional controls and other invisible
  /// characters a middle dot, tabs one space (layout expands them), soft hyphens nothing.
  public static func glyphs(for character: Character) -> [Glyph] {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      return [Glyph(character: character, width: 1)]
    }
    return substituted(character)
  }

  /// How many columns a character takes.
  public static func width(of character: Character) -> Column {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return substituted(character).reduce(0) { $0 + $1.width }
  }

  private static func substituted(_ character: Character) -> [Glyph] {
    let scalars = Array(character.unicodeScalars)
    guard let first = scalars.first else { return [] }
    if let picture = picture(of: first) {
      return picture.map { Glyph(character: $0, width: 1) }
    }
    let width = columns(of: scalars)
    if width > 0, width <= 2, scalars.count <= longestCluster,
      scalars.allSatisfy({ picture(of: $0) == nil || $0.properties.isJoinControl })
    {
      return [Glyph(character: character, width: Column(width))]
    }
    let alone = Int(cunicode_width(first.value))
    if alone > 0 { return [Glyph(character: Character(first), width: Column(alone))] }
    return [Glyph(character: "·", width: 1)]
  }

  /// Columns that the terminal gives to a cluster: ncurses and wcwidth add up its code points.
  private static func columns(of scalars: [Unicode.Scalar]) -> Int {
    var sum = 0
    for scalar in scalars { sum += max(0, Int(cunicode_width(scalar.value))) }
    return sum
  }

  /// What a character that has no picture of its own is shown as; nil when it needs no stand-in.
  private static func picture(of scalar: Unicode.Scalar) -> [Character]? {
    switch scalar.value {
    case 0x09: return [" "]
    case 0x00..<0x20: return [Character(Unicode.Scalar(0x2400 + scalar.value) ?? "·")]
    case 0x7F: return ["\u{2421}"]
    case 0x80..<0xA0: return ["\u{FFFD}"]
    case 0xA0: return [" "]
    case 0xAD: return []
    case 0x200B, 0x2060, 0xFEFF: return []
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return ["·"]
    case 0x2028, 0x2029: return ["¶"]
    default: return cunicode_width(scalar.value) < 0 ? ["\u{FFFD}"] : nil
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isJoinControl: Bool { generalCategory == .format }
}

extension StringProtocol {
  /// The text in at most `lines` lines of `columns`, cut between words; the last one ends with "…" when
  /// something is left out.
  public func wrapped(to columns: Column, lines: Int) -> [String] {
    var result: [String] = []
    var words = split(whereSeparator: \.isWhitespace)[...]
    while !words.isEmpty, result.count < lines {
      if result.count == lines - 1 {
        result.append(words.joined(separator: " ").truncated(to: columns))
        break
      }
      var line = String(words.removeFirst()).truncated(to: columns)
      while let word = words.first, line.displayWidth + 1 + word.displayWidth <= columns {
        line += " \(words.removeFirst())"
      }
      result.append(line)
    }
    return result
  }

  /// How many columns the text takes on the screen.
  public var displayWidth: Column { reduce(0) { $0 + Glyph.width(of: $1) } }

  /// The beginning of the text that fits into `columns`, with "…" at its end when something is left out.
  public func truncated(to columns: Column) -> String {
    if displayWidth <= columns { return String(self) }
    guard columns > 0 else { return "" }
    var (result, used) = ("", Column(1))
    for character in self {
      let width = Glyph.width(of: character)
      if used + width > columns { break }
      result.append(character)
      used = used + width
    }
    return result + "…"
  }
}
