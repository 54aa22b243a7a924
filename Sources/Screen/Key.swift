// Keys as the reader presses them, and how they are written in keymaps: "a", "<Space>", "<C-d>", "<S-Tab>".

/// One key press.
package enum Key: Hashable, Sendable {
  /// A character, as typed.
  case character(Character)
  /// Control with a letter or sign, in lower case.
  case control(Character)
  /// A key with a name.
  case named(Name)
  /// A named key together with Shift.
  case shifted(Name)
  /// A character together with Alt, which terminals send as Escape right before it.
  case alt(Character)

  /// Keys with a name.
  package enum Name: String, CaseIterable, Sendable {
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case backspace = "Backspace"
    case delete = "Del"
    case insert = "Insert"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PgUp"
    case pageDown = "PgDn"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f10 = "F10"
    case f11 = "F11"
    case f12 = "F12"
  }
}

/// What comes in from the terminal.
package enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted as a whole.
  case paste(String)
  /// The mouse was used, where that was asked for.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resize(Size)
  /// The program was stopped and goes on: the screen must be drawn anew.
  case resumed
  /// A signal of this number asks the program to end, or the terminal went away (SIGHUP): save and
  /// leave.
  case hangup(signal: Int32)
}
