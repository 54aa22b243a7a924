// A note that is being written below a list: in a review, or in the place of marks that are compared.

import Screen

/// A text of several lines. Whoever asked for it hears of its end.
package struct Writing: Surface {
  package var stage: Stage
  private let question: any Question
  private let title: String
  private let kept: String
  private var text: EditableText

  /// Begins with a text; `kept` is what the footer calls keeping it.
  package init(
    _ question: any Question, on stage: Stage, title: String, text: String = "",
    keeping kept: String, leaving: String
  ) {
    self.stage = stage
    self.question = question
    self.title = title
    self.kept = kept
    self.leaving = leaving
    self.text = EditableText(text)
  }

  private let leaving: String

  package var context: KeyContext { .note }
  package var whereabouts: String { "in a note" }
  package var rowsTaken: Int? { 1 }

  package var bindings: [Binding] {
    [Binding].footer([(.accept, kept), (.newLine, "new line"), (.revert, leaving)])
      .with([Binding(.help)]).with(Binding.editing)
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    switch action {
    case .accept: close(.typed(text.text, for: question))
    case .revert: close(.gaveUp(question))
    default: _ = text.perform(action)
    }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    self.text.insert(text)
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let area = ListPlan(size: size, isWriting: true).preview
    guard area.size.rows > 0 else { return }
    WritingView(theme: theme, title: title, text: text, area: area).draw(into: &frame)
  }
}
