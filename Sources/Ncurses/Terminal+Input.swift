// Events: keys, pasted text, a new size, the end.

import CNcurses
import Screen

#if canImport(Glibc)
  import Glibc
#endif

extension Terminal {
  /// The next event, or nil when none came within `timeout` or another thread called `wake()`. Without
  /// a timeout it waits for ever. An event may come in a wake's stead, so look after each return for
  /// what other threads have left.
  package func nextEvent(timeout: Duration? = nil) -> InputEvent? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      noteSignals()
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let event = readEvent() { return event }
      let soonest = [deadline, sequenceDeadline].compactMap(\.self).min()
      switch cncurses_wait(soonest.map { milliseconds(until: $0) } ?? -1) {
      case CNCURSES_GONE: return .hangup(signal: SIGHUP)
      case CNCURSES_INPUT: continue
      default:
        giveSequenceUp()
        noteSignals()
        if waiting.isEmpty { return nil }
      }
    }
  }

  private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = max(.zero, ContinuousClock.now.duration(to: deadline)).components
    return Int32(
      clamping: left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999)
        / 1_000_000_000_000_000)
  }

  /// Turns signals that came in into events.
  private func noteSignals() {
    let signals = cncurses_take_signals()
    if signals == 0 { return }
    if signals & UInt32(CNCURSES_HANGUP) != 0 {
      waiting.append(.hangup(signal: cncurses_ending_signal()))
    }
    if signals & UInt32(CNCURSES_STOP_ASKED) != 0 {
      suspend()
    } else if signals & UInt32(CNCURSES_CONTINUED) != 0 {
      takeBack()
    }
    if signals & UInt32(CNCURSES_RESIZED) != 0 { followSize() }
  }

  /// An event from what has been typed already.
  private func readEvent() -> InputEvent? {
    while true {
      if sequence != nil {
        guard let scalar = readSequenceCharacter() else { return nil }
        receive(scalar)
        if !waiting.isEmpty { return waiting.removeFirst() }
        continue
      }
      guard let input = readInput() else { return nil }
      if let event = event(of: input) { return event }
      if !waiting.isEmpty { return waiting.removeFirst() }
    }
  }

  private func event(of input: Input) -> InputEvent? {
    switch input {
    case .pasteBegin: .paste(readPaste())
    case .pasteEnd: nil
    case .mouse: readMouse().map(InputEvent.mouse)
    case .key(.named(.escape)): readAfterEscape()
    case .key(let key): .key(key)
    }
  }

  /// A character right behind Escape begins a control sequence, or was typed with Alt; nobody types that
  /// fast.
  private func readAfterEscape() -> InputEvent? {
    guard let input = readInput() else { return .key(.named(.escape)) }
    if case .key(.character(let character)) = input {
      if let begun = ControlSequence(introducer: character) {
        sequence = (begun, lastCharacter: .now)
        return nil
      }
      return .key(.alt(character))
    }
    if let event = event(of: input) { waiting.append(event) }
    return .key(.named(.escape))
  }

  /// Text up to the end of the paste. When that does not come, what has come within a second.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    while true {
      switch readInput() {
      case .pasteBegin, .mouse: continue
      case .pasteEnd: return String(text)
      case .key(let key): text.append(contentsOf: key.pasted)
      case nil:
        if cncurses_wait(1000) != CNCURSES_INPUT { return String(text) }
      }
    }
  }

  private enum Input {
    case key(Key), pasteBegin, pasteEnd, mouse
  }

  /// The next key; codes that mean nothing to the reader are passed over.
  private func readInput() -> Input? {
    var value: UInt32 = 0
    while true {
      switch cncurses_read(&value) {
      case CNCURSES_CHARACTER:
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        return .key(Key(scalar: scalar, erasesWithControlH: cncurses_erases_with_control_h()))
      case CNCURSES_KEY where value == UInt32(CNCURSES_KEY_PASTE_BEGIN): return .pasteBegin
      case CNCURSES_KEY where value == UInt32(CNCURSES_KEY_PASTE_END): return .pasteEnd
      case CNCURSES_KEY where value == UInt32(CNCURSES_KEY_MOUSE): return .mouse
      case CNCURSES_KEY:
        if let key = Key(code: Int32(bitPattern: value)) { return .key(key) }
      default: return nil
      }
    }
  }
}

extension Key {
  /// What the key stands for inside pasted text: control characters other than tabs and line ends are
  /// none of a text.
  fileprivate var pasted: String.UnicodeScalarView {
    switch self {
    case .character(let character): String(character).unicodeScalars
    case .named(.enter), .control("j"): "\n".unicodeScalars
    case .named(.tab): "\t".unicodeScalars
    default: "".unicodeScalars
    }
  }
}
