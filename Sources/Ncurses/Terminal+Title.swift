// The name of the window, which lies outside terminfo for most terminals.

import CNcurses
import Screen

extension Terminal {
  /// Names the window (OSC 2), where the terminal has one; the name that it had comes back at the end.
  package func setTitle(_ title: String) {
    guard Self.showsTitlesAndLinks else { return }
    let clean = title.unicodeScalars.filter { $0.terminalStandIn == nil }
    // The old name is put on the terminal's stack first (XTWINOPS 22), once.
    let push = isTitleKept ? "" : "\u{1B}[22;2t"
    if !isTitleKept { cncurses_keep_title() }
    isTitleKept = true
    write("\(push)\u{1B}]2;\(String(String.UnicodeScalarView(clean)))\u{07}")
  }

  /// Whether titles and links would not end up on the screen: consoles and old terminals know of none.
  static var showsTitlesAndLinks: Bool {
    let type = environment("TERM") ?? ""
    return !["linux", "vt", "ansi", "cons", "dumb"].contains { type.hasPrefix($0) }
  }

  /// Writes a sequence that is no part of a frame.
  func write(_ sequence: String) { write(Array(sequence.utf8)) }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { cncurses_write_raw($0.baseAddress, $0.count) }
  }
}
