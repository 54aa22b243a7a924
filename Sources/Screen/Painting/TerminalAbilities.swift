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

  /// Addressing as ECMA-48 has it (CUP), in as few bytes as it can be said.
  package static func cursorPosition(_ position: Position) -> [UInt8] {
    let (row, column) = (position.row.value, position.column.value)
    if column > 0 { return Array("\u{1B}[\(row + 1);\(column + 1)H".utf8) }
    return row > 0 ? Array("\u{1B}[\(row + 1)H".utf8) : Array("\u{1B}[H".utf8)
  }
}
