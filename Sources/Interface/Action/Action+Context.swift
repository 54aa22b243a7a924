// What an action does where its general description would mislead.

extension Action {
  /// What the action does where a key is pressed, for tables that name no single surface.
  package func help(in context: KeyContext) -> String {
    switch (context, self) {
    case (.picker, .open): "choose the entry"
    case (.picker, .search): "filter the entries"
    case (.picker, .down): "to the next entry"
    case (.picker, .up): "to the previous entry"
    case (.prompt, .down): "to the next suggestion"
    case (.prompt, .up): "to the previous suggestion"
    case (.prompt, .accept): "run or apply what you typed"
    case (.note, .down): "down a line"
    case (.note, .up): "up a line"
    case (.note, .articleStart): "to the start of the note"
    case (.note, .articleEnd): "to the end of the note"
    default: description.help
    }
  }
}
