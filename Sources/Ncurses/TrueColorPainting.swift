// Colours of 24 bits lie outside terminfo here: cells that have them are painted over what ncurses wrote.

import Screen

/// The bytes that paint cells in their true colours or with links and leave cursor and colours as they were.
///
/// The sequences are those of ECMA-48 (CUP, SGR), ISO 8613-6 (SGR 38;2 and 48;2) and DEC (save and
/// restore the cursor), which every terminal that promises true colours knows.
struct TrueColorPainting {
  private var painted: [UInt8] = []

  /// All that has to be written; nothing when no run had true colours.
  var bytes: [UInt8] {
    painted.isEmpty ? [] : Array("\u{1B}7".utf8) + painted + Array("\u{1B}8".utf8)
  }

  /// Adds a run of text; one without true colours needs nothing.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, style: Style, at position: Position) {
    guard style.foreground.isTrue || style.background.isTrue else { return }
    paint(text, style: style, at: position)
  }

  /// Adds a run of text that is a link (OSC 8), whatever its colours; with no address, one that is none.
  /// Cells with the same id are one link to the terminal, wherever lines end.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, style: Style, at position: Position,
    linkedTo address: String
  ) {
    let id = address.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
    let parameters = address.isEmpty ? "" : "id=" + String(id, radix: 36)
    painted.append(contentsOf: "\u{1B}]8;\(parameters);\(address)\u{1B}\\".utf8)
    paint(text, style: style, at: position)
    painted.append(contentsOf: "\u{1B}]8;;\u{1B}\\".utf8)
  }

  private mutating func paint(
    _ text: UnsafeBufferPointer<UInt8>, style: Style, at position: Position
  ) {
    let place = "\u{1B}[\(position.row.value + 1);\(position.column.value + 1)H"
    painted.append(contentsOf: place.utf8)
    painted.append(contentsOf: rendition(of: style).utf8)
    painted.append(contentsOf: text)
  }

  private func rendition(of style: Style) -> String {
    let names: [(Attributes, String)] = [
      (.bold, ";1"), (.dim, ";2"), (.italic, ";3"), (.underline, ";4"), (.reverse, ";7"),
    ]
    let attributes = names.filter { style.attributes.contains($0.0) }.map(\.1).joined()
    let colors = code(of: style.foreground, layer: 3) + code(of: style.background, layer: 4)
    return "\u{1B}[0\(attributes)\(colors)m"
  }

  /// The parameters for a colour; layer 3 is the text, 4 what is behind it.
  private func code(of color: Color, layer: Int) -> String {
    switch color {
    case .terminalDefault: ""
    case .ansi(let index): ";\(layer)8;5;\(index & 15)"
    case .palette(let index): ";\(layer)8;5;\(index)"
    case .rgb(let red, let green, let blue): ";\(layer)8;2;\(red);\(green);\(blue)"
    }
  }
}

extension Color {
  fileprivate var isTrue: Bool {
    if case .rgb = self { return true }
    return false
  }
}
