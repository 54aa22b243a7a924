// A terminal in memory: a script of keys, sizes and signals goes in, frames and what else is asked of a
// terminal come out.

import Screen
import Session

/// What happens at the terminal, step by step.
enum Step {
  /// Keys are pressed, written as in keymaps.
  case press(String)
  case paste(String)
  case resize(rows: Int, columns: Int)
  case signal(Int32)
  case resumed
  /// Nothing happens until the screen shows a text; the script fails when it does not within a while.
  case waitFor(String)
  /// Nothing happens once, so that the session does what it does when nobody types.
  case rest
  /// The test looks at the screen.
  case look(([String]) -> Void)
}

/// A terminal that follows a script. When the script is over, the terminal goes away (SIGHUP).
///
/// A class, as every terminal.
final class ScriptedTerminal: TerminalDevice {
  private(set) var size: Size
  private(set) var frames = 0
  private(set) var title = ""
  private(set) var copied: [String] = []
  private(set) var mouse: [Bool] = []
  private(set) var suspensions = 0
  private(set) var redraws = 0
  private(set) var isClosed = false
  /// What the script waited for in vain.
  private(set) var missed: [String] = []
  private var steps: ArraySlice<Step>
  private var waiting: [InputEvent] = []
  private var lines: [String] = []
  private var deadline: ContinuousClock.Instant?

  init(rows: Int = 24, columns: Int = 80, _ steps: [Step]) {
    size = Size(rows: Row(rows), columns: Column(columns))
    self.steps = steps[...]
  }

  /// The last screen.
  var screen: String { lines.joined(separator: "\n") }

  func show(_ frame: Frame) {
    frames += 1
    if frame.size == size { lines = frame.lines }
  }

  func nextEvent(timeout: Duration?) -> InputEvent? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    // Between two frames the session takes what has been typed already: the keys of one step.
    if timeout == .zero { return nil }
    while let step = steps.first {
      switch step {
      case .waitFor(let text) where !screen.contains(text):
        let end = deadline ?? .now + .seconds(20)
        deadline = end
        if ContinuousClock.now > end {
          missed.append("\(text), the screen shows\n\(screen)")
          break
        }
        pause()
        return nil
      case .rest:
        steps.removeFirst()
        return nil
      default: break
      }
      deadline = nil
      steps.removeFirst()
      perform(step)
      if !waiting.isEmpty { return waiting.removeFirst() }
    }
    return .hangup(signal: 1)
  }

  private func perform(_ step: Step) {
    switch step {
    case .press(let notation):
      waiting = ((try? Key.sequence(notation)) ?? []).map { .key($0) }
    case .paste(let text): waiting = [.paste(text)]
    case .resize(let rows, let columns):
      size = Size(rows: Row(rows), columns: Column(columns))
      waiting = [.resize(size)]
    case .signal(let number): waiting = [.hangup(signal: number)]
    case .resumed: waiting = [.resumed]
    case .look(let body): body(lines)
    case .waitFor, .rest: break
    }
  }

  func setTitle(_ title: String) { self.title = title }
  func useMouse(_ uses: Bool) { mouse.append(uses) }
  func suspend() {
    suspensions += 1
    waiting.append(.resumed)
  }
  func redraw() { redraws += 1 }
  func copy(_ text: String) { copied.append(text) }
  func lend<Result>(to body: () -> Result) -> Result { body() }
  func close() { isClosed = true }
}
