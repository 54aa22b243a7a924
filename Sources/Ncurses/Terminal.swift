// The terminal: a frame out, events in. Everything that it is asked for goes through CNcurses.
// Neighbours: Screen says what a frame is; Session runs the loop.

import CNcurses
import Screen

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal that the program runs on, from `init` to `close()`.
///
/// A class, because there is one terminal and giving it back must happen exactly once. It belongs to
/// the thread that opened it; only `wake()` may be called from others.
package final class Terminal {
  /// Where keys are read from.
  package enum KeySource: Sendable {
    /// Standard input.
    case standardInput
    /// The terminal that controls the process, because standard input brings the article.
    case controllingTerminal
  }

  /// How large the screen is.
  package internal(set) var size: Size
  /// How many colours are in use.
  package let colorDepth: ColorDepth

  var input: Int32
  var waiting: [InputEvent] = []
  /// The control sequence that is being read, and when its last character came.
  var sequence: (ControlSequence, lastCharacter: ContinuousClock.Instant)?
  private let ownsInput: Bool
  private var isOpen = true
  private(set) var painter: FramePainter
  var isTitleKept = false

  /// Takes the terminal over: raw keys without flow control, the alternate screen, bracketed paste.
  package init(keysFrom source: KeySource = .standardInput) throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    ownsInput = source == .controllingTerminal
    input = ownsInput ? Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC) : STDIN_FILENO
    guard isatty(input) == 1 else { throw .inputIsNoTerminal }
    guard let type = environment("TERM") else { throw .typeNotSet }
    let result = cncurses_open(input, STDOUT_FILENO)
    if let error = TerminalError(result, type: type) { throw error }
    colorDepth = Terminal.colorDepth()
    painter = FramePainter(
      on: TerminalAbilities(depth: colorDepth, showsLinks: Terminal.showsTitlesAndLinks))
    size = Terminal.currentSize()
    if Terminal.showsTitlesAndLinks { write("\u{1B}[?2026$p") }
  }

  deinit { close() }

  /// Gives the terminal back as it was before.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cncurses_close()
    if ownsInput { Glibc.close(input) }
  }

  /// How many rows the terminal has that is about to be opened, as far as standard output says.
  package static var expectedRows: Row? {
    let rows = Int(cncurses_rows_of(STDOUT_FILENO))
    return rows > 0 ? Row(rows) : nil
  }

  /// How wide the terminal behind a descriptor is; nil when it does not say. It need not be open.
  package static func columns(of descriptor: Int32) -> Column? {
    let columns = Int(cncurses_columns_of(descriptor))
    return columns > 0 ? Column(columns) : nil
  }

  /// Shows a frame. One of another size than the terminal's is left out: a resize has come in between,
  /// and a frame of the right size will follow.
  package func show(_ frame: Frame) {
    guard frame.size == size else { return }
    write(painter.paint(frame))
  }

  /// Makes the next frame be drawn from nothing, after something else wrote to the terminal.
  package func redraw() {
    painter.forget()
    cncurses_restore_modes()
  }

  /// Stops the program as Ctrl-Z does in other programs; returns when it goes on. The next event is
  /// `.resumed`.
  package func suspend() {
    cncurses_suspend()
    painter.forget()
    followSize()
    waiting.append(.resumed)
  }

  /// Gives the terminal to another program while `body` runs. The next event is `.resumed`.
  package func lend<Result>(to body: () -> Result) -> Result {
    cncurses_lend()
    let result = body()
    cncurses_take_back()
    painter.forget()
    followSize()
    waiting.append(.resumed)
    return result
  }

  /// Puts text on the clipboard by an escape sequence (OSC 52), where the terminal allows it.
  package func copy(_ text: String) {
    write("\u{1B}]52;c;\(Base64.encoded(text.utf8))\u{07}")
  }

  /// Makes `nextEvent(timeout:)` return, now or when it is called next. For any thread.
  package static func wake() { cncurses_wake() }

  /// Compares the terminal's size with the one known, and tells of a change as an event.
  func followSize() {
    cncurses_follow_size()
    let now = Terminal.currentSize()
    if now == size { return }
    size = now
    painter.forget()
    waiting.append(.resize(size))
  }

  /// Forgets what is on the screen after the program was stopped by force.
  func takeBack() {
    redraw()
    followSize()
    waiting.append(.resumed)
  }

  private static func currentSize() -> Size {
    Size(rows: Row(Int(cncurses_rows())), columns: Column(Int(cncurses_columns())))
  }

  private static func colorDepth() -> ColorDepth {
    if environment("NO_COLOR") != nil { return .none }
    let depth = ColorDepth(colors: Int(cncurses_colors()))
    let promise = environment("COLORTERM")
    return depth >= .palette && (promise == "truecolor" || promise == "24bit")
      ? .trueColor : depth
  }

  /// Marks larger changes as one from now on, since the terminal has said that it knows such marks.
  func synchronize() { painter.terminal.synchronizes = true }
}

/// A variable of the environment, when it is set to something.
func environment(_ name: String) -> String? {
  guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
  return value
}

extension TerminalError {
  /// What kept ncurses from opening; nil when nothing did.
  fileprivate init?(_ result: cncurses_open_result, type: String) {
    switch result {
    case CNCURSES_OPEN: return nil
    case CNCURSES_UNKNOWN_TERMINAL: self = .unknownType(type)
    case CNCURSES_NO_TERMINFO: self = .noTerminfo
    case CNCURSES_NOT_ADDRESSABLE: self = .notAddressable(type)
    default: self = .noScreen(type)
    }
  }
}
