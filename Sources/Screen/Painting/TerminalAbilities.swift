// What a terminal can be told, and in which bytes. Neighbours: Ncurses reads it from terminfo; FramePainter
// writes with it.

/// The abilities of a terminal that frames are painted with, as its terminfo entry gives them (terminfo(5)).
package struct TerminalAbilities {
  /// How many colours are in use.
  package var depth: ColorDepth
  /// Empties the screen and puts the cursor in its corner (`clear`).
  package var clearScreen: [UInt8]
  /// Empties the row from the cursor on (`el`); empty where there is no such thing.
  package var clearToEndOfRow: [UInt8] = []
  /// Whether what is emptied takes the background that is set (`bce`).
  package var erasesWithBackground = false
  /// Whether the very last cell can be written without the screen being moved up (`xenl`, or no `am`).
  package var keepsLastCell = true
  /// Puts the cursor at a cell (`cup`).
  package var address: (Position) -> [UInt8]
  /// Takes all attributes and colours off (`sgr0`).
  package var reset: [UInt8]
  /// Turns an attribute on, where the terminal has it.
  package var attributes: [(attribute: Attributes, bytes: [UInt8])] = []
  /// Attributes that cannot be had together with colours (`ncv`).
  package var attributesWithoutColor: Attributes = []
  /// Sets the colour of the text to one of the palette (`setaf`).
  package var foreground: (UInt8) -> [UInt8] = { _ in [] }
  /// Sets the colour behind it (`setab`).
  package var background: (UInt8) -> [UInt8] = { _ in [] }
  /// Hides the cursor (`civis`).
  package var hideCursor: [UInt8] = []
  /// Shows it (`cnorm`).
  package var showCursor: [UInt8] = []
  /// Whether its sequences are those of ECMA-48: parameters of one rendition may stand in one sequence, and
  /// the cursor goes forward by CUF.
  package var speaksECMA48 = false
  /// Whether it blanks so many cells from the cursor on as ECMA-48 has it (ECH).
  package var erasesCharacters = false
  /// Whether addresses may stand behind cells (OSC 8).
  package var showsLinks = false
  /// Whether it shows what comes between two marks at once (DEC private mode 2026).
  package var synchronizes = false

  /// A terminal that has nothing but what every frame needs.
  package init(
    depth: ColorDepth, clearScreen: [UInt8], reset: [UInt8],
    address: @escaping (Position) -> [UInt8]
  ) {
    self.depth = depth
    self.clearScreen = clearScreen
    self.reset = reset
    self.address = address
  }

  /// Takes attributes and colours off within a text: `sgr0` may choose a character set besides, and painting
  /// never leaves the one that there is.
  var plain: [UInt8] { speaksECMA48 ? [0x1B, UInt8(ascii: "["), UInt8(ascii: "m")] : reset }

  /// Adds what puts the cursor at a cell.
  func append(addressOf position: Position, to bytes: inout [UInt8]) {
    if speaksECMA48 {
      bytes.append(cursorPosition: position)
    } else {
      bytes += address(position)
    }
  }

  /// Addressing as ECMA-48 has it (CUP), in as few bytes as it can be said.
  package static func cursorPosition(_ position: Position) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(cursorPosition: position)
    return bytes
  }
}

extension [UInt8] {
  /// Adds a control function of ECMA-48 with a number, which is left out where it is 1.
  mutating func append(control final: UInt8, _ number: Int) {
    append(0x1B)
    append(UInt8(ascii: "["))
    if number != 1 { append(decimal: number) }
    append(final)
  }

  fileprivate mutating func append(cursorPosition position: Position) {
    let (row, column) = (position.row.value + 1, position.column.value + 1)
    guard column > 1 else { return append(control: UInt8(ascii: "H"), row) }
    append(0x1B)
    append(UInt8(ascii: "["))
    append(decimal: row)
    append(UInt8(ascii: ";"))
    append(decimal: column)
    append(UInt8(ascii: "H"))
  }

  private mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
