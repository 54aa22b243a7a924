// Colours for terminals that have fewer of them: to the nearest of 256, of 16 or of 8.

/// How many colours a terminal shows.
package enum ColorDepth: Int, Comparable, Sendable {
  /// No colours, only attributes.
  case none = 0
  /// The eight colours of ANSI.
  case eight = 8
  /// These and their bright forms.
  case sixteen = 16
  /// The usual palette: 16 named colours, a cube of 6 × 6 × 6, 24 greys.
  case palette = 256
  /// 24 bits.
  case trueColor = 16_777_216

  /// The depth of a terminal that offers `colors` colours.
  package init(colors: Int) {
    let depths: [ColorDepth] = [.palette, .sixteen, .eight]
    self = depths.first { colors >= $0.rawValue } ?? .none
  }

  /// Fewer colours come first.
  package static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}

extension Color {
  /// The number, in the palette of a terminal, of the colour closest to this one; nil for the terminal's
  /// own colour and where there are no colours. A palette has no more than 256 colours, whatever the depth.
  package func paletteIndex(at depth: ColorDepth) -> UInt8? {
    switch (self, depth) {
    case (.terminalDefault, _), (_, .none): nil
    case (.ansi(let index), .eight): index & 7
    case (.ansi(let index), _): index & 15
    case (.palette(let index), .palette), (.palette(let index), .trueColor): index
    case (.rgb(let red, let green, let blue), .palette),
      (.rgb(let red, let green, let blue), .trueColor):
      RGB(red, green, blue).nearestOfPalette
    case (.palette(let index), _): RGB(palette: index).nearestNamed(of: depth.rawValue)
    case (.rgb(let red, let green, let blue), _):
      RGB(red, green, blue).nearestNamed(of: depth.rawValue)
    }
  }
}

extension Color {
  /// The colour as #rrggbb, as xterm draws it; nil for the terminal's own.
  var hexadecimal: String? {
    let rgb: RGB
    switch self {
    case .terminalDefault: return nil
    case .ansi(let index): rgb = RGB(palette: index & 15)
    case .palette(let index): rgb = RGB(palette: index)
    case .rgb(let red, let green, let blue): rgb = RGB(red, green, blue)
    }
    return "#"
      + [rgb.red, rgb.green, rgb.blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
  }
}

/// A colour as its three parts.
private struct RGB {
  let red, green, blue: Int

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (Int(red), Int(green), Int(blue))
  }

  /// A colour of the palette of 256, as xterm defines it.
  init(palette index: UInt8) {
    switch Int(index) {
    case ..<16: self = RGB.named[Int(index)]
    case ..<232:
      let levels = RGB.cubeLevels
      let place = Int(index) - 16
      self.init(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      self.init(grey, grey, grey)
    }
  }

  /// The levels of each part in the cube.
  static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The sixteen named colours, as xterm draws them.
  static let named: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  func distance(to other: RGB) -> Int {
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return r * r + g * g + b * b
  }

  func nearestNamed(of count: Int) -> UInt8 {
    nearest(of: 0..<UInt8(min(count, 16)))
  }

  /// Named colours are left out: users change them.
  var nearestOfPalette: UInt8 { nearest(of: 16...255) }

  private func nearest(of candidates: some Sequence<UInt8>) -> UInt8 {
    candidates.min { distance(to: RGB(palette: $0)) < distance(to: RGB(palette: $1)) } ?? 0
  }
}
