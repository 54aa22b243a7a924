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
  private var palette: Palette
  var isTitleKept = false
  private var shown: Frame?
  private var run: [UInt8] = []

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
    palette = Palette(depth: colorDepth)
    size = Terminal.currentSize()
  }

  deinit { close() }

  /// Gives the terminal back as it was before.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cncurses_close()
    if ownsInput { Glibc.close(input) }
  }

  /// Shows a frame. One of another size than the terminal's is left out: a resize has come in between,
  /// and a frame of the right size will follow.
  package func show(_ frame: Frame) {
    guard frame.size == size else { return }
    var changed: [Row] = []
    for row in frame.area.rows where !isShown(row, of: frame) {
      put(row, of: frame)
      changed.append(row)
    }
    cncurses_refresh(
      Int32(frame.cursor?.row.value ?? -1), Int32(frame.cursor?.column.value ?? -1))
    if colorDepth == .trueColor { paintTrueColors(changed, of: frame) }
    paintLinks(changed, of: frame)
    shown = frame
  }

  /// Makes the next frame be drawn from nothing, after something else wrote to the terminal.
  package func redraw() {
    shown = nil
    cncurses_redraw_all()
  }

  /// Stops the program as Ctrl-Z does in other programs; returns when it goes on. The next event is
  /// `.resumed`.
  package func suspend() {
    cncurses_suspend()
    shown = nil
    followSize()
    waiting.append(.resumed)
  }

  /// Gives the terminal to another program while `body` runs. The next event is `.resumed`.
  package func lend<Result>(to body: () -> Result) -> Result {
    cncurses_lend()
    let result = body()
    cncurses_take_back()
    shown = nil
    followSize()
    waiting.append(.resumed)
    return result
  }

  /// Puts text on the clipboard by an escape sequence (OSC 52), where the terminal allows it.
  package func copy(_ text: String) {
    let sequence = Array("\u{1B}]52;c;\(Base64.encoded(text.utf8))\u{07}".utf8)
    sequence.withUnsafeBufferPointer { cncurses_write_raw($0.baseAddress, $0.count) }
  }

  /// Makes `nextEvent(timeout:)` return, now or when it is called next. For any thread.
  package static func wake() { cncurses_wake() }

  /// Compares the terminal's size with the one known, and tells of a change as an event.
  func followSize() {
    cncurses_follow_size()
    let now = Terminal.currentSize()
    if now == size { return }
    size = now
    shown = nil
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

  private func isShown(_ row: Row, of frame: Frame) -> Bool {
    guard let shown else { return false }
    let cells = frame.indices(of: row)
    return shown.cells[cells] == frame.cells[cells] && shown.links(in: row) == frame.links(in: row)
  }

  private func put(_ row: Row, of frame: Frame) {
    frame.forEachRun(in: row, scratch: &run) { column, style, text in
      let look = palette.look(of: style)
      cncurses_put(
        Int32(row.value), Int32(column.value), text.baseAddress, text.count, look.attributes,
        look.pair)
    }
  }

  /// ncurses may write anywhere on the rows that it changes and on that of the cursor.
  private func paintTrueColors(_ changed: [Row], of frame: Frame) {
    var rows = changed
    if let row = frame.cursor?.row, !rows.contains(row) { rows.append(row) }
    var painting = TrueColorPainting()
    for row in rows {
      frame.forEachRun(in: row, scratch: &run) { column, style, text in
        painting.add(text, style: style, at: Position(row: row, column: column))
      }
    }
    painting.bytes.withUnsafeBufferPointer { cncurses_write_raw($0.baseAddress, $0.count) }
  }
}

extension Terminal {
  /// ncurses knows no links, so their cells are written again with the address around them, and those of
  /// links that are gone without one, because ncurses leaves a cell alone that looks as it did.
  private func paintLinks(_ changed: [Row], of frame: Frame) {
    let gone = shown?.links ?? []
    guard !gone.isEmpty || !frame.links.isEmpty, hasTitle else { return }
    let rows = Set(changed + (frame.cursor.map { [$0.row] } ?? []))
    var painting = TrueColorPainting()
    for link in gone where rows.contains(link.position.row) {
      add(link, to: "", of: frame, &painting)
    }
    for link in frame.links where rows.contains(link.position.row) {
      add(link, to: link.address, of: frame, &painting)
    }
    painting.bytes.withUnsafeBufferPointer { cncurses_write_raw($0.baseAddress, $0.count) }
  }

  /// Adds the cells of a link as the frame has them, with an address behind them.
  private func add(
    _ link: FrameLink, to address: String, of frame: Frame, _ painting: inout TrueColorPainting
  ) {
    var run: [UInt8] = []
    let columns = link.position.column..<link.position.column + link.columns
    frame.forEachRun(in: link.position.row, scratch: &run) { column, style, text in
      guard let part = Self.part(of: text, at: column, within: columns) else { return }
      let place = Position(row: link.position.row, column: max(column, columns.lowerBound))
      painting.add(part, style: style, at: place, linkedTo: address)
    }
  }

  /// The part of a run that lies in some columns. A run is of ASCII, or a single glyph.
  private static func part(
    of text: UnsafeBufferPointer<UInt8>, at column: Column, within columns: Range<Column>
  ) -> UnsafeBufferPointer<UInt8>? {
    if text.first.map({ $0 >= 0x80 }) ?? true { return columns.contains(column) ? text : nil }
    let first = max((columns.lowerBound - column).value, 0)
    let end = min((columns.upperBound - column).value, text.count)
    return first < end ? UnsafeBufferPointer(rebasing: text[first..<end]) : nil
  }
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
