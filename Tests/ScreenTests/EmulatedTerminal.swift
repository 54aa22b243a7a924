// A terminal in memory: it reads the bytes that painting makes and keeps what a terminal would then show.
// Sequences of ECMA-48 (CUP, CUF, ECH, EL, ED, SGR), of xterm (OSC 8, DEC private modes); anything else is an error.

import Screen

/// What a terminal shows after the bytes that it was given.
struct EmulatedTerminal {
  struct Shown: Equatable {
    var text = " "
    var style = Style.plain
    var address = ""

    /// The same with what cannot be seen left out: a blank has no colour of text.
    var visible: Shown {
      var visible = self
      let hasInk = !style.attributes.isDisjoint(with: [.underline, .reverse])
      if text == " ", !hasInk { visible.style.foreground = .terminalDefault }
      return visible
    }
  }

  /// What it shows.
  var shown: [Shown] { cells.map(\.visible) }

  let rows: Int, columns: Int
  private var cells: [Shown]
  private(set) var row = 0, column = 0
  private(set) var isCursorShown = true
  /// Sequences that it does not know.
  private(set) var unknown: [String] = []
  private var style = Style.plain
  private var address = ""

  init(_ size: Size) {
    (rows, columns) = (size.rows.value, size.columns.value)
    cells = Array(repeating: Shown(text: "#"), count: rows * columns)
  }

  mutating func receive(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))[...]
    while let character = rest.first {
      switch character {
      case "\u{1B}": sequence(&rest)
      case "\r\n": (row, column, rest) = (min(row + 1, rows - 1), 0, rest.dropFirst())
      default:
        rest.removeFirst()
        show(character)
      }
    }
  }

  private mutating func show(_ character: Character) {
    let width = Glyph.width(of: character).value
    guard row < rows, column + width <= columns else {
      unknown.append("“\(character)” at row \(row), column \(column)")
      return
    }
    let place = row * columns + column
    cells[place] = Shown(text: String(character), style: style, address: address)
    if width == 2 { cells[place + 1] = Shown(text: "", style: style, address: address) }
    column += width
  }

  private mutating func sequence(_ rest: inout Substring) {
    rest.removeFirst()
    switch rest.popFirst() {
    case "[": control(&rest)
    case "]": command(&rest)
    case let other: unknown.append("ESC \(other.map(String.init) ?? "")")
    }
  }

  private mutating func command(_ rest: inout Substring) {
    guard let end = rest.firstRange(of: "\u{1B}\\") else { return }
    let parts = rest[..<end.lowerBound].split(
      separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    rest = rest[end.upperBound...]
    if parts.first == "8", parts.count == 3 {
      address = String(parts[2])
    } else {
      unknown.append("OSC \(parts)")
    }
  }

  private mutating func control(_ rest: inout Substring) {
    let parameters = rest.prefix { "0123456789;?".contains($0) }
    rest = rest.dropFirst(parameters.count)
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    func number(_ index: Int) -> Int {
      numbers.indices.contains(index) ? max(numbers[index], 1) : 1
    }
    switch (rest.popFirst(), parameters.hasPrefix("?")) {
    case ("H", false): (row, column) = (number(0) - 1, number(1) - 1)
    case ("C", false): column = min(column + number(0), columns - 1)
    case ("K", false): blank(row * columns + column..<(row + 1) * columns)
    case ("X", false):
      let start = row * columns + column
      blank(start..<min(start + number(0), (row + 1) * columns))
    case ("J", false): blank(0..<cells.count)
    case ("m", false): render(numbers)
    case ("h", true) where parameters == "?25": isCursorShown = true
    case ("l", true) where parameters == "?25": isCursorShown = false
    case ("h", true) where parameters == "?2026": break
    case ("l", true) where parameters == "?2026": break
    case (let final, _): unknown.append("CSI \(parameters)\(final.map(String.init) ?? "")")
    }
  }

  /// Cells that are emptied take the background that is set.
  private mutating func blank(_ places: Range<Int>) {
    for place in places {
      cells[place] = Shown(style: Style(.terminalDefault, on: style.background))
    }
  }

  private mutating func render(_ parameters: [Int]) {
    var rest = parameters[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 3: style.attributes.insert(.italic)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 30...37: style.foreground = .palette(UInt8(parameter - 30))
      case 40...47: style.background = .palette(UInt8(parameter - 40))
      case 38: style.foreground = color(&rest)
      case 48: style.background = color(&rest)
      default: unknown.append("SGR \(parameter)")
      }
    }
  }

  private func color(_ rest: inout ArraySlice<Int>) -> Color {
    if rest.popFirst() == 5 { return .palette(UInt8(rest.popFirst() ?? 0)) }
    let parts = (0..<3).map { _ in UInt8(rest.popFirst() ?? 0) }
    return .rgb(parts[0], parts[1], parts[2])
  }
}

extension Frame {
  /// The cells as a terminal shows them.
  var asShown: [EmulatedTerminal.Shown] {
    (0..<size.rows).flatMap { (row: Row) in
      (0..<size.columns).map { (column: Column) in
        let cell = self[Position(row: row, column: column)]
        // The right half of a wide glyph is where its left half is.
        let column = cell.glyph == nil ? column - 1 : column
        let link = links(in: row).first {
          ($0.position.column..<$0.position.column + $0.columns).contains(column)
        }
        var style = cell.style
        if case .ansi(let index) = style.foreground { style.foreground = .palette(index) }
        if case .ansi(let index) = style.background { style.background = .palette(index) }
        return EmulatedTerminal.Shown(
          text: cell.glyph.map { String($0.character) } ?? "", style: style,
          address: link?.address ?? ""
        ).visible
      }
    }
  }
}
