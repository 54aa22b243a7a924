// The abilities of the terminal that is open, as ncurses has read them from terminfo.

import CNcurses
import Screen

extension TerminalAbilities {
  /// Asks terminfo for what painting needs.
  init(depth: ColorDepth, showsLinks: Bool) {
    let cursorAddress = Self.text("cup")
    let bold = Self.text("bold"), reset = Self.text("sgr0")
    let speaksECMA48 =
      cursorAddress == "\u{1B}[%i%p1%d;%p2%dH" && Self.text("cuf") == "\u{1B}[%p1%dC"
      && (bold.isEmpty || bold.hasPrefix("\u{1B}[1m")) && reset.contains("\u{1B}[")
    self.init(depth: depth, clearScreen: Self.bytes("clear"), reset: Self.bytes("sgr0")) {
      speaksECMA48
        ? Self.cursorPosition($0)
        : Self.bytes("cup", Int32($0.row.value), Int32($0.column.value))
    }
    self.speaksECMA48 = speaksECMA48
    erasesCharacters = speaksECMA48 && Self.text("ech") == "\u{1B}[%p1%dX"
    self.showsLinks = showsLinks
    clearToEndOfRow = Self.bytes("el")
    erasesWithBackground = cncurses_flag("bce")
    keepsLastCell = cncurses_flag("xenl") || !cncurses_flag("am")
    attributes = Self.attributesOfTerminfo
    attributesWithoutColor = Self.conflicts(with: cncurses_number("ncv"))
    hideCursor = Self.bytes("civis")
    showCursor = Self.bytes("cnorm")
    foreground = { Self.bytes("setaf", Int32($0)) }
    background = { Self.bytes("setab", Int32($0)) }
  }

  private static let names: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "sitm"), (.underline, "smul"), (.reverse, "rev"),
  ]

  private static var attributesOfTerminfo: [(attribute: Attributes, bytes: [UInt8])] {
    names.map { ($0, bytes($1)) }.filter { !$0.1.isEmpty }
  }

  /// Bits of `ncv` (terminfo(5), "Color Handling").
  private static func conflicts(with bits: Int32) -> Attributes {
    let table: [(Int32, Attributes)] = [
      (2, .underline), (4, .reverse), (16, .dim), (32, .bold), (32768, .italic),
    ]
    guard bits > 0 else { return [] }
    return table.reduce(into: []) { found, entry in
      if bits & entry.0 != 0 { found.insert(entry.1) }
    }
  }

  /// The bytes of a capability with its parameters, without padding; empty when the terminal has none.
  private static func bytes(_ name: String, _ first: Int32 = 0, _ second: Int32 = 0) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      count = cncurses_capability(name, first, second, buffer.baseAddress, buffer.count)
    }
  }

  /// A capability as the entry has it; empty when the terminal has none.
  private static func text(_ name: String) -> String {
    cncurses_capability_source(name).map { String(cString: $0) } ?? ""
  }
}
