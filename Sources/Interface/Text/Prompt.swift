// A line that is typed at the foot of the screen: a search, a filter, tags, a name.

import Screen

/// A line that is typed. Whoever asked hears of each change, and of the end.
package struct Prompt: Surface {
  package var stage: Stage
  /// What the line is for.
  package let question: any Question
  /// What stands before the line.
  let label: String
  /// What stands at the right of it, unless the surface beneath has more to say.
  let hint: String
  /// What has been typed.
  package private(set) var text: EditableText
  /// Whether the surface beneath can complete what is typed.
  private let completes: Bool

  /// Asks for a line, beginning with a text.
  package init(
    _ question: any Question, on stage: Stage, label: String, hint: String, text: String = "",
    completes: Bool = false
  ) {
    self.stage = stage
    self.question = question
    self.label = label
    self.hint = hint
    self.text = EditableText(text)
    self.completes = completes
  }

  package var context: KeyContext { .prompt }
  package var whereabouts: String { "in a line that is typed" }

  package var bindings: [Binding] {
    [Binding].footer([], [(.cancel, "cancel")])
      .with([Binding(.accept)] + (completes ? [Binding(.complete, "complete the name")] : []))
      .with(Binding.editing)
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    switch action {
    case .accept: close(.typed(text.text, for: question))
    case .cancel: close(.gaveUp(question))
    case .deleteBackward where text.isEmpty: close(.gaveUp(question))
    case .complete: complete(among: neighbours)
    default: if text.perform(action) { tellOfChange() }
    }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    self.text.insert(text.onOneLine)
    tellOfChange()
    return []
  }

  private mutating func complete(among neighbours: Neighbours) {
    guard let line = neighbours.nearest({ $0.completion(of: self) }) else { return }
    text = EditableText(line)
    tellOfChange()
  }

  private mutating func tellOfChange() { tell(.typing(text.text, for: question)) }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let info = neighbours.nearest { $0.remark(on: self) } ?? hint
    PromptLine(theme: theme, label: label, text: text, info: info)
      .draw(into: &frame, row: size.footerRow)
  }
}

extension String {
  /// The text with line ends as blanks.
  fileprivate var onOneLine: String { map { $0.isNewline ? " " : String($0) }.joined() }
}

extension Size {
  /// The last row, where lines are typed.
  package var footerRow: Row { max(rows - 1, 0) }
}

extension Binding {
  /// What edits a text.
  package static let editing: [Binding] = EditableText.actions.map { Binding($0) }

  /// What keys do while a filter is typed, and what its end is called.
  package static func filtering(all: String) -> [Binding] {
    [Binding].footer([(.accept, "keep")], [(.cancel, all)]).with(editing)
  }
}
