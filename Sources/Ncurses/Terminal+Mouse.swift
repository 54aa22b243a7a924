// The mouse, which terminals report outside of terminfo, in xterm's SGR form: Esc [ < button ; column ;
// row M, with m at the end when a button is let go.

import CNcurses
import Screen

extension Terminal {
  /// Has the terminal report the mouse; without that its own selection works.
  package func useMouse(_ uses: Bool) { cncurses_use_mouse(uses) }

  /// The rest of a report; nil when it is one that means nothing to the reader.
  func readMouse() -> MouseEvent? {
    var numbers = [0]
    for _ in 0..<24 {
      var value: UInt32 = 0
      if cncurses_read(&value) != CNCURSES_CHARACTER {
        if cncurses_wait(50) != CNCURSES_INPUT { return nil }
        continue
      }
      switch value {
      case 0x30...0x39:
        numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(value - 0x30), 9999)
      case 0x3B: numbers.append(0)
      case 0x4D: return MouseEvent(report: numbers, isRelease: false)
      case 0x6D: return MouseEvent(report: numbers, isRelease: true)
      default: return nil
      }
    }
    return nil
  }
}

extension MouseEvent {
  /// Reads button, column and row, both from 1.
  fileprivate init?(report: [Int], isRelease: Bool) {
    guard report.count == 3, report[1] > 0, report[2] > 0 else { return nil }
    let kind: Kind
    // Shift, Alt and Control add 4, 8 and 16; a movement adds 32.
    switch report[0] & ~(4 | 8 | 16) {
    case 0: kind = isRelease ? .release : .press
    case 32: kind = .drag
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    self.init(kind, at: Position(row: Row(report[2] - 1), column: Column(report[1] - 1)))
  }
}
