// What ncurses calls the keys, and what the reader calls them.

import CNcurses
import Screen

extension Key {
  /// The key of a code of ncurses; nil for one that the reader does not know.
  init?(code: Int32) {
    guard let key = Key.byCode[code] else { return nil }
    self = key
  }

  /// The key of a character that came in, control characters included.
  init(scalar: Unicode.Scalar, erasesWithControlH: Bool) {
    switch scalar.value {
    case 0x08 where erasesWithControlH: self = .named(.backspace)
    case 0x09: self = .named(.tab)
    case 0x0D: self = .named(.enter)
    case 0x1B: self = .named(.escape)
    case 0x7F: self = .named(.backspace)
    case 0..<0x20:
      // Control takes the bits above the lower five away: C-a is 1, C-@ is 0, C-_ is 31.
      let sign = Character(Unicode.Scalar(UInt8(scalar.value) | 0x40))
      self = .control(Character(sign.lowercased()))
    default: self = .character(Character(scalar))
    }
  }

  private static let byCode: [Int32: Key] = {
    var keys: [Int32: Key] = [
      KEY_UP: .named(.up), KEY_DOWN: .named(.down),
      KEY_LEFT: .named(.left), KEY_RIGHT: .named(.right),
      KEY_HOME: .named(.home), KEY_END: .named(.end),
      KEY_PPAGE: .named(.pageUp), KEY_NPAGE: .named(.pageDown),
      KEY_IC: .named(.insert), KEY_DC: .named(.delete),
      KEY_ENTER: .named(.enter), KEY_BACKSPACE: .named(.backspace),
      KEY_SR: .shifted(.up), KEY_SF: .shifted(.down),
      KEY_SLEFT: .shifted(.left), KEY_SRIGHT: .shifted(.right),
      KEY_SHOME: .shifted(.home), KEY_SEND: .shifted(.end),
      KEY_SPREVIOUS: .shifted(.pageUp), KEY_SNEXT: .shifted(.pageDown),
      KEY_SDC: .shifted(.delete), KEY_SIC: .shifted(.insert), KEY_BTAB: .shifted(.tab),
    ]
    let functions: [Name] = [
      .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12,
    ]
    for (index, name) in functions.enumerated() { keys[KEY_F0 + 1 + Int32(index)] = .named(name) }
    return keys
  }()
}
