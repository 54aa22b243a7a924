// How a cell looks, in terms that any terminal can be asked for; the back end reduces colours.

/// A colour of text or background.
public enum Color: Hashable, Sendable {
  /// Whatever the terminal uses.
  case terminalDefault
  /// One of the eight ANSI colours (0 black, 1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan,
  /// 7 white) or their bright forms (8–15).
  case ansi(UInt8)
  /// A colour of the usual palette of 256.
  case palette(UInt8)
  /// A colour of 24 bits.
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// A colour written as 0xRRGGBB.
  public init(hex: UInt32) {
    self = .rgb(
      UInt8(truncatingIfNeeded: hex >> 16), UInt8(truncatingIfNeeded: hex >> 8),
      UInt8(truncatingIfNeeded: hex))
  }
}

/// What else a cell may be.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// A bit for each attribute.
  public let rawValue: UInt8
  /// Makes a set of its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Bold or brighter.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Slanted, where the terminal can.
  public static let italic = Attributes(rawValue: 4)
  /// Underlined.
  public static let underline = Attributes(rawValue: 8)
  /// Text and background changed places.
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks. A frame has thousands of them, and most are compared and copied at every key, so a style is
/// one number, and what is equal has equal bytes:
///
///     26 bits: colour of the text · 26 bits: colour behind it · 8 bits: attributes
public struct Style: Hashable, Sendable {
  private var bits: UInt64

  private static let colorWidth = UInt64(26)
  private static let foregroundMask: UInt64 = 1 << colorWidth - 1
  private static let backgroundMask = foregroundMask << colorWidth
  private static let attributesMask: UInt64 = 0xFF << (2 * colorWidth)

  /// Makes a style.
  public init(
    _ foreground: Color = .terminalDefault, on background: Color = .terminalDefault,
    _ attributes: Attributes = []
  ) {
    bits = foreground.code | background.code << Self.colorWidth
    self.attributes = attributes
  }

  /// The colour of the text.
  public var foreground: Color {
    get { Color(code: bits & Self.foregroundMask) }
    set { bits = bits & ~Self.foregroundMask | newValue.code }
  }

  /// The colour behind it.
  public var background: Color {
    get { Color(code: (bits & Self.backgroundMask) >> Self.colorWidth) }
    set { bits = bits & ~Self.backgroundMask | newValue.code << Self.colorWidth }
  }

  /// Bold, dim and the like.
  public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Self.colorWidth))) }
    set { bits = bits & ~Self.attributesMask | UInt64(newValue.rawValue) << (2 * Self.colorWidth) }
  }

  /// As the terminal comes.
  public static let plain = Style()

  /// This style with `top` laid over it: its colours where it has any, its attributes added.
  public func overlaid(by top: Style) -> Style {
    var style = self
    // A colour that is the terminal's own has no bit set.
    style.take(Self.foregroundMask, of: top)
    style.take(Self.backgroundMask, of: top)
    style.bits |= top.bits & Self.attributesMask
    return style
  }

  private mutating func take(_ mask: UInt64, of top: Style) {
    if top.bits & mask != 0 { bits = bits & ~mask | top.bits & mask }
  }
}

extension Color {
  /// The colour in 26 bits: its form in the highest two, the rest below; 0 for the terminal's own.
  fileprivate var code: UInt64 {
    switch self {
    case .terminalDefault: 0
    case .ansi(let index): 1 << 24 | UInt64(index)
    case .palette(let index): 2 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue):
      3 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  fileprivate init(code: UInt64) {
    let low = UInt8(truncatingIfNeeded: code)
    switch code >> 24 {
    case 1: self = .ansi(low)
    case 2: self = .palette(low)
    case 3:
      self = .rgb(
        UInt8(truncatingIfNeeded: code >> 16), UInt8(truncatingIfNeeded: code >> 8), low)
    default: self = .terminalDefault
    }
  }
}
