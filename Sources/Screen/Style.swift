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

/// How a cell looks. A frame has thousands of them, and most are compared and copied at every key, so colours
/// are kept as numbers that leave no byte of it unused: what is equal has equal bytes.
public struct Style: Hashable, Sendable {
  private var foregroundCode: UInt32
  private var backgroundCode: UInt32
  private var attributeBits: UInt64

  /// Makes a style.
  public init(
    _ foreground: Color = .terminalDefault, on background: Color = .terminalDefault,
    _ attributes: Attributes = []
  ) {
    foregroundCode = foreground.code
    backgroundCode = background.code
    attributeBits = UInt64(attributes.rawValue)
  }

  /// The colour of the text.
  public var foreground: Color {
    get { Color(code: foregroundCode) }
    set { foregroundCode = newValue.code }
  }

  /// The colour behind it.
  public var background: Color {
    get { Color(code: backgroundCode) }
    set { backgroundCode = newValue.code }
  }

  /// Bold, dim and the like.
  public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: attributeBits)) }
    set { attributeBits = UInt64(newValue.rawValue) }
  }

  /// As the terminal comes.
  public static let plain = Style()

  /// This style with `top` laid over it: its colours where it has any, its attributes added.
  public func overlaid(by top: Style) -> Style {
    var style = self
    if top.foregroundCode != Color.defaultCode { style.foregroundCode = top.foregroundCode }
    if top.backgroundCode != Color.defaultCode { style.backgroundCode = top.backgroundCode }
    style.attributeBits |= top.attributeBits
    return style
  }
}

extension Color {
  fileprivate static let defaultCode: UInt32 = 0

  /// The colour in a number: its form in the highest byte, the rest below.
  fileprivate var code: UInt32 {
    switch self {
    case .terminalDefault: Self.defaultCode
    case .ansi(let index): 1 << 24 | UInt32(index)
    case .palette(let index): 2 << 24 | UInt32(index)
    case .rgb(let red, let green, let blue):
      3 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }

  fileprivate init(code: UInt32) {
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
