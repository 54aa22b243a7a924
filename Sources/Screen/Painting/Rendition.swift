// A style as a terminal is told it.

/// The bytes that set a style, kept apart by what they set, so that going from one style to the next says no
/// more than what changes.
struct Rendition {
  /// The style as far as the terminal can show it.
  private let attributes: Attributes
  private let foreground: [UInt8]
  private let background: [UInt8]
  private let attributeBytes: [(attribute: Attributes, bytes: [UInt8])]

  /// The terminal's own colours, and no attribute.
  static let plain = Rendition()

  private init() { (attributes, foreground, background, attributeBytes) = ([], [], [], []) }

  init(of style: Style, on terminal: TerminalAbilities) {
    foreground = Self.color(style.foreground, layer: 3, terminal.foreground, terminal)
    background = Self.color(style.background, layer: 4, terminal.background, terminal)
    var wanted = style.attributes
    if terminal.depth == .eight, case .ansi(8...15) = style.foreground { wanted.insert(.bold) }
    if !foreground.isEmpty || !background.isEmpty {
      wanted.subtract(terminal.attributesWithoutColor)
    }
    attributes = wanted
    attributeBytes = terminal.attributes.filter { wanted.contains($0.attribute) }
  }

  /// Whether nothing is set.
  var isPlain: Bool { attributes.isEmpty && foreground.isEmpty && background.isEmpty }

  /// Whether cells that are emptied look as blanks of this style do.
  func looksEmpty(on terminal: TerminalAbilities) -> Bool {
    attributes.isEmpty && (background.isEmpty || terminal.erasesWithBackground)
  }

  /// Adds what turns `before` into this one.
  func append(after before: Rendition, on terminal: TerminalAbilities, to bytes: inout [UInt8]) {
    let needsReset =
      !attributes.isSuperset(of: before.attributes)
      || (foreground.isEmpty && !before.foreground.isEmpty)
      || (background.isEmpty && !before.background.isEmpty)
    let known = needsReset ? .plain : before
    var parts: [[UInt8]] = needsReset ? [terminal.plain] : []
    for (attribute, bytes) in attributeBytes where !known.attributes.contains(attribute) {
      parts.append(bytes)
    }
    if foreground != known.foreground { parts.append(foreground) }
    if background != known.background { parts.append(background) }
    Self.append(parts, on: terminal, to: &bytes)
  }

  /// Adds sequences, as one where the terminal takes that: `ESC [ 1 m ESC [ 3 4 m` is `ESC [ 1 ; 3 4 m`.
  private static func append(
    _ parts: [[UInt8]], on terminal: TerminalAbilities, to bytes: inout [UInt8]
  ) {
    guard terminal.speaksECMA48, parts.count > 1 else {
      for part in parts { bytes += part }
      return
    }
    let joint = parts.map(parameters(of:))
    guard joint.allSatisfy({ $0 != nil }) else {
      for part in parts { bytes += part }
      return
    }
    bytes += [0x1B, UInt8(ascii: "[")]
    for (number, part) in joint.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes += part ?? []
    }
    bytes.append(UInt8(ascii: "m"))
  }

  /// The parameters of an SGR sequence; nil for anything else.
  private static func parameters(of sequence: [UInt8]) -> ArraySlice<UInt8>? {
    guard sequence.count >= 3, sequence[0] == 0x1B, sequence[1] == UInt8(ascii: "["),
      sequence.last == UInt8(ascii: "m")
    else { return nil }
    let parameters = sequence[2..<sequence.count - 1]
    return parameters.isEmpty ? [UInt8(ascii: "0")] : parameters
  }

  private static func color(
    _ color: Color, layer: Int, _ palette: (UInt8) -> [UInt8], _ terminal: TerminalAbilities
  ) -> [UInt8] {
    if terminal.depth == .trueColor, case .rgb(let red, let green, let blue) = color {
      return Array("\u{1B}[\(layer)8;2;\(red);\(green);\(blue)m".utf8)
    }
    return color.paletteIndex(at: terminal.depth).map(palette) ?? []
  }
}
