// The menu after "a": what kind of mark to make. It shows itself to whoever hesitates.

import ArticleModel
import Interface
import Screen

/// The choice of what kind of mark to make.
struct MarkMenu: Surface {
  var stage: Stage
  /// What is to be marked.
  let subject: MarkSubject

  var context: KeyContext { .mark }
  var whereabouts: String { "in the menu of marks" }
  var waitsUnseen: Bool { true }

  static let choices: [(Action, String)] =
    AnnotationKind.marks.compactMap { kind in
      Action(marking: kind).map { ($0, kind.rawValue) }
    } + [
      (.markOtherPack, "other pack"), (.addTarget, "further place"),
      (.markSameKind, "last kind again"), (.repeatMark, "last mark again"),
    ]
  static let wayOut = (Action.cancel, "cancel")

  /// Who hesitates sees the choices in a popup.
  var bindings: [Binding] {
    stage.hesitates
      ? [Binding].footer([], [Self.wayOut]).with(Self.choices.map(\.0))
      : .footer(Self.choices, [Self.wayOut])
  }

  /// What help shows of the menu elsewhere.
  static let help = HelpSection(
    KeyContext.mark.title ?? "", .footer(choices, [wayOut]), in: .mark)

  mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    close(action == .cancel ? nil : .chosen(MarkStep.kind(action, subject)))
    return []
  }

  func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard stage.hesitates, let reader = neighbours.beneath(ReaderState.self) else { return }
    MarkMenuView(state: reader, subject: subject).draw(into: &frame)
  }
}
