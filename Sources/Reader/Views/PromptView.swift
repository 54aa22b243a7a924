// The line that is typed at the foot of the screen.

import ArticleModel
import Interface
import Screen

/// Draws a prompt over the footer.
struct PromptView {
  let state: ReaderState
  let prompt: Prompt

  func draw(into frame: inout Frame, row: Row) {
    PromptLine(theme: state.theme, label: prompt.label, text: prompt.text, info: info)
      .draw(into: &frame, row: row)
  }

  /// How many matches the search has so far.
  private var info: String {
    guard case .search = prompt.purpose, !prompt.text.isEmpty else { return hint }
    guard let search = state.search else { return "not a regular expression yet" }
    return search.position(of: state.caret, in: state.article.text) ?? "no match"
  }

  private var hint: String {
    switch prompt.purpose {
    case .tags: "commas between tags · Enter keeps"
    case .paneFilter: "Enter keeps · Esc goes back"
    case .speaker: "the name · Enter keeps"
    case .place: "the name, or name and country: Georgia, GE"
    case .evidence: "Enter goes on"
    case .author: "Enter keeps the name · Esc: do not ask"
    case .command: "a command, a name, a place · Tab completes"
    case .search: "Enter keeps · Esc goes back"
    }
  }
}
