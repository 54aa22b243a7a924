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

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: Color
  /// The colour behind it.
  public var background: Color
  /// Bold, dim and the like.
  public var attributes: Attributes

  /// Makes a style.
  public init(
    _ foreground: Color = .terminalDefault, on background: Color = .terminalDefault,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// As the terminal comes.
  public static let plain = Style()

  /// This style with `top` laid over it: its colours where it has any, its attributes added.
  public func overlaid(by top: Style) -> Style {
    Style(
      top.foreground == .terminalDefault ? foreground : top.foreground,
      on: top.background == .terminalDefault ? background : top.background,
      attributes.union(top.attributes))
  }
}
