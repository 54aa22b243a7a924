// The one place that knows how wide characters are and what must never reach a terminal.

import CUnicode

/// What a cell shows: one grapheme cluster that the terminal can draw, and its width.
///
/// A frame has thousands of them, so they are one plain number instead of a `Character`, which would have to be
/// counted by reference:
///
///     21 bits: first code point · 21 bits: second · 21 bits: third · 1 bit: whether it is two columns wide
///
/// The few clusters of more code points are kept in `LongClusters`; where the first code point would stand is
/// then a number that none has, and in place of the others stands that of the cluster.
public struct Glyph: Hashable, Sendable {
  private var bits: UInt64

  private static let width = 21
  private static let mask: UInt64 = 1 << width - 1
  private static let isWide: UInt64 = 1 << 63

  /// A blank.
  public static let space = Glyph(ascii: 0x20)

  /// What a cell holds in place of a glyph that begins in the cell before.
  static let rightHalf = Glyph(bits: 0)

  /// The glyph of a printable character of ASCII.
  package init(ascii: UInt8) { bits = UInt64(ascii) }

  private init(bits: UInt64) { self.bits = bits }

  private init(_ scalar: Unicode.Scalar, width: Int) {
    bits = UInt64(scalar.value) | (width == 2 ? Self.isWide : 0)
  }

  /// nil when the cluster is too long to be kept.
  private init?(_ scalars: Character.UnicodeScalarView, width: Int) {
    bits = width == 2 ? Self.isWide : 0
    if scalars.count <= 3 {
      for (index, scalar) in scalars.enumerated() {
        bits |= UInt64(scalar.value) << (Self.width * index)
      }
    } else {
      guard let number = LongClusters.number(of: scalars) else { return nil }
      bits |= Self.mask | UInt64(number) << Self.width
    }
  }

  /// The glyph that stands for a character on the screen; nil for one that shows nothing, such as a soft
  /// hyphen.
  ///
  /// Control characters become their pictures (U+2400…), bidirectional controls and other invisible
  /// characters a middle dot, tabs one space (layout expands them).
  public init?(showing character: Character) {
    let bytes = character.utf8
    if let first = bytes.first, first.isPlain, bytes.count == 1 {
      self.init(ascii: first)
    } else if bytes.count <= 3, let scalar = Glyph.narrowLetterOrSign(bytes) {
      self.init(scalar, width: 1)
    } else {
      guard let glyph = Glyph(lookingUp: character) else { return nil }
      self = glyph
    }
  }

  /// The same for any character, told from what the tables of Unicode say.
  package init?(lookingUp character: Character) {
    guard let glyph = Glyph.substituted(character.unicodeScalars) else { return nil }
    self = glyph
  }

  /// Letters with accents, quotation marks and dashes, of which texts are full, and the lines, blocks and triangles of
  /// our own screens: U+00AE to U+024F, U+2010 to U+2027 and U+2500 to U+25FC, each one column wide; nil for anything
  /// else.
  private static func narrowLetterOrSign(_ bytes: Character.UTF8View) -> Unicode.Scalar? {
    // A letter of ASCII with a mark may have as many bytes.
    let isOne = bytes.first.map { $0 >= (bytes.count == 2 ? 0xC2 : 0xE0) } ?? false
    guard isOne else { return nil }
    var code: UInt32 = 0
    for (place, byte) in bytes.enumerated() {
      code =
        place == 0
        ? UInt32(byte & (bytes.count == 2 ? 0x1F : 0x0F)) : code << 6 | UInt32(byte & 0x3F)
    }
    let isKnown =
      bytes.count == 2
      ? (0xAE...0x24F).contains(code)
      : (0x2010...0x2027).contains(code) || (0x2500...0x25FC).contains(code)
    return isKnown ? Unicode.Scalar(code) : nil
  }

  /// 1 or 2 columns.
  public var width: Column { bits & Self.isWide == 0 ? 1 : 2 }

  /// The character; what the terminal could not place has been replaced.
  public var character: Character {
    if let ascii { return Character(Unicode.Scalar(ascii)) }
    var text = String.UnicodeScalarView()
    forEachScalar { text.append($0) }
    return String(text).first ?? " "
  }

  /// The character when it is one of ASCII.
  public var ascii: UInt8? { bits < 0x80 ? UInt8(truncatingIfNeeded: bits) : nil }

  /// Its code point when it is a single one.
  var singleScalar: Unicode.Scalar? {
    let rest = bits & ~Self.isWide
    return rest <= Self.mask ? Unicode.Scalar(UInt32(rest)) : nil
  }

  /// Adds the character's UTF-8 to `bytes`.
  public func append(to bytes: inout [UInt8]) {
    if let ascii {
      bytes.append(ascii)
    } else {
      forEachScalar {
        bytes.append(contentsOf: UTF8.encode($0) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// How many columns a character takes.
  public static func width(of character: Character) -> Column {
    Glyph(showing: character)?.width ?? 0
  }

  private func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    var rest = bits & ~Self.isWide
    if rest & Self.mask == Self.mask {
      return LongClusters.cluster(Int(rest >> Self.width)).forEach(body)
    }
    while rest != 0, let scalar = Unicode.Scalar(UInt32(rest & Self.mask)) {
      body(scalar)
      rest >>= Self.width
    }
  }

  private static func substituted(_ scalars: Character.UnicodeScalarView) -> Glyph? {
    guard let first = scalars.first else { return nil }
    switch standIn(for: first) {
    case .itself: break
    case .nothing: return nil
    case .scalar(let picture): return Glyph(picture, width: 1)
    }
    let width = columns(of: scalars)
    if width > 0, width <= 2, scalars.count <= LongClusters.length, scalars.allSatisfy(isDrawn),
      let glyph = Glyph(scalars, width: width)
    {
      return glyph
    }
    let alone = Int(cunicode_width(first.value))
    return alone > 0 ? Glyph(first, width: alone) : Glyph("·", width: 1)
  }

  /// Whether a code point may go to the terminal as a part of a cluster.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    standIn(for: scalar) == .itself || scalar.properties.generalCategory == .format
  }

  /// Columns that the terminal gives to a cluster: ncurses and wcwidth add up its code points.
  private static func columns(of scalars: Character.UnicodeScalarView) -> Int {
    scalars.reduce(0) { $0 + max(0, Int(cunicode_width($1.value))) }
  }

  /// What is shown for a code point.
  private enum StandIn: Equatable {
    case itself, nothing
    case scalar(Unicode.Scalar)
  }

  private static func standIn(for scalar: Unicode.Scalar) -> StandIn {
    if let standIn = scalar.terminalStandIn {
      return .scalar(scalar == "\t" ? " " : standIn)
    }
    return switch scalar.value {
    case 0xA0: .scalar(" ")
    case 0xAD, 0x200B, 0x2060, 0xFEFF: .nothing
    default: cunicode_width(scalar.value) < 0 ? .scalar("\u{FFFD}") : .itself
    }
  }
}

extension StringProtocol {
  /// The text in at most `lines` lines of `columns`, cut between words; the last one ends with "…" when
  /// something is left out.
  public func wrapped(to columns: Column, lines: Int) -> [String] {
    if lines > 0, String(self).hasSingleBlanksAlone, displayWidth(upTo: columns) <= columns {
      return isEmpty ? [] : [String(self)]
    }
    var result: [String] = []
    var words = split(whereSeparator: \.isWhitespace)[...]
    while !words.isEmpty, result.count < lines {
      if result.count == lines - 1 {
        result.append(words.joined(separator: " ").cutBetweenWords(to: columns))
        break
      }
      var line = String(words.removeFirst()).truncated(to: columns)
      var width = line.displayWidth
      while let word = words.first {
        let next = width + 1 + word.displayWidth
        if next > columns { break }
        line += " \(words.removeFirst())"
        // A word that begins with a combining mark takes the blank into its first cluster.
        width = word.utf8.first.map(\.isPlain) == true ? next : line.displayWidth
      }
      result.append(line)
    }
    return result
  }

  /// How many columns the text takes on the screen.
  public var displayWidth: Column { displayWidth(upTo: Column(Int.max)) }

  /// How many columns the text takes on the screen; of a text that takes more than `limit`, a number that is
  /// larger than `limit`, for which only its beginning is read.
  public func displayWidth(upTo limit: Column) -> Column {
    var width = Column(0)
    Substring(self).forEachCluster { _, _, glyph in
      width = width + (glyph?.width ?? 0)
      return width <= limit
    }
    return width
  }

  /// The beginning of the text that fits into `columns`, with "…" at its end when something is left out.
  public func truncated(to columns: Column) -> String {
    let text = Substring(self)
    var (width, end) = (Column(0), 0)
    text.forEachCluster { _, bytes, glyph in
      width = width + (glyph?.width ?? 0)
      if width < columns { end = bytes.upperBound }
      return width <= columns
    }
    if width <= columns { return String(self) }
    return columns > 0 ? String(text[utf8: 0..<end]) + "…" : ""
  }
}

extension String {
  /// Whether its words stand one blank apart, with nothing else between them and none at the ends.
  fileprivate var hasSingleBlanksAlone: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      switch byte {
      case 0x20: if previous == 0x20 { return false }
      // Signs of other scripts may be blanks: C2 85 and C2 A0, those behind the bytes E1 and E3, and some behind E2 80
      // and E2 81.
      case 0..<0x20, 0xE1, 0xE3: return false
      case 0x85 where previous == 0xC2, 0xA0 where previous == 0xC2: return false
      case 0x80...0x8F, 0x9F, 0xA8, 0xA9, 0xAF:
        if previous == 0x80 || previous == 0x81 { return false }
      default: break
      }
      previous = byte
    }
    return isEmpty || previous != 0x20
  }
}
