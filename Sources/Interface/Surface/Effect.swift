// What surfaces ask of the world, and what comes to them from it. The session performs the one and brings
// the other.

import ArticleModel
import Screen

/// Something to be done outside the surfaces.
package enum Effect: Sendable {
  /// Leave the surface that asks, with all that lies over it; the program ends with the last one.
  case quit
  /// Stop the program until the shell continues it.
  case suspend
  /// Draw the screen anew.
  case redraw
  /// Have the terminal report the mouse, or leave it alone.
  case useMouse(Bool)
  /// Put text on the clipboard.
  case copy(String)
  /// Show an address in the user's browser.
  case openAddress(String)
  /// Give a text to the user's own editor.
  case editExternally(String)
  /// Ask the desk of the surface: its files, its threads.
  case ask(any DeskRequest)
}

/// What a screen asks of its desk. Each screen has requests of its own.
package protocol DeskRequest: Hashable, Sendable {}

/// What a desk answers. Each screen has answers of its own.
package protocol DeskAnswer: Sendable {}

/// What comes to a surface from one above, or from the world.
package enum Answer {
  /// An entry of a picker was chosen.
  case picked(Picker.Entry, for: any Question)
  /// A line has changed while it is typed.
  case typing(String, for: any Question)
  /// A line or a note was typed and is kept.
  case typed(String, for: any Question)
  /// What was asked is left without an answer.
  case gaveUp(any Question)
  /// Something of the surface's own was chosen.
  case chosen(any Choice)
  /// An action was chosen by name.
  case run(Action)
  /// Words were typed on the command line that name no action.
  case words([String])
  /// The user's own editor has ended, with this text.
  case edited(String)
  /// The desk has something.
  case desk(any DeskAnswer)
}

/// What reaches the application.
package enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// The screen has a size, or a new one.
  case resize(Size)
  /// No key is waiting, and there is work that was left for such a moment.
  case idle
  /// No key has come for a while although more are expected.
  case hesitation
  /// The user has changed the keymap; says what is wrong with it.
  case keymap(Keymap, problem: String?)
  /// The packs of terms have been read.
  case terms(TaxonomyShelf)
  /// Something is done that the user wants to know.
  case told(String)
  /// Something went wrong that the user should know.
  case notice(String)
}

extension Effect: Equatable {
  package static func == (a: Effect, b: Effect) -> Bool {
    switch (a, b) {
    case (.quit, .quit), (.suspend, .suspend), (.redraw, .redraw): true
    case (.useMouse(let a), .useMouse(let b)): a == b
    case (.copy(let a), .copy(let b)), (.openAddress(let a), .openAddress(let b)),
      (.editExternally(let a), .editExternally(let b)):
      a == b
    case (.ask(let a), .ask(let b)): AnyHashable(a) == AnyHashable(b)
    default: false
    }
  }
}
