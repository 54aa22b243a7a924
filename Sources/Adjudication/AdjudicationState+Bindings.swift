// What can be done in a comparison, and why not at a moment.

import Agreement
import ArticleModel
import Interface

extension AdjudicationState {
  package var context: KeyContext { .review }
  package var whereabouts: String { "among cases" }

  package var bindings: [Binding] { (isPair ? Self.sides : Self.unnamedSides) + Self.others }

  /// Whether two people are compared, so that there is a left mark and a right one.
  private var isPair: Bool { collation.annotators.count == 2 }

  private static let sides = [
    Binding(.left, "take the left mark", label: "take the left"),
    Binding(.right, "take the right mark", label: "the right"),
  ]

  /// The same without a place in the footer.
  private static let unnamedSides = sides.map { Binding($0.action, $0.help) }

  private static let others: [Binding] =
    [
      Binding(.reviewed, "take both marks, or all of them", label: "both"),
      Binding(.dispute, "take none of the marks", label: "neither"),
      Binding(.editNote, "write another mark in their place", label: "another"),
      Binding(.undo, label: "undo"),
      Binding(.nextUnreviewed, "next case that is not decided", label: "next open"),
      Binding(.open, "choose what to take from a list", label: "choose"),
      Binding(.hideNames, label: "names"),
      Binding(.showStatistics, "show how far they agree, in words and figures", label: "how far"),
      Binding(.toggleFold, "show or hide the cases on which all agree", label: "agreed"),
      Binding(.help, label: "help", place: .trailing),
      Binding(.quit, label: "back", place: .trailing),
    ] + ListMotion.actions + [
      Binding(.delete, "take none of the marks"),
      Binding(.setStatus, "choose what to take from a list"),
      Binding(.previousUnreviewed, "previous case that is not decided"),
      Binding(.quitProgram, "leave the comparison"),
    ] + [.redo, .save, .cancel, .command, .suspend, .redraw].map { Binding($0) }

  package func reason(against action: Action) -> String? {
    switch action {
    case .left: reason(againstTaking: 0)
    case .right: reason(againstTaking: collation.annotators.count - 1)
    case .reviewed, .dispute, .delete, .open, .setStatus, .editNote:
      current == nil ? "There is nothing to decide" : nil
    case .undo:
      result.past.isEmpty
        ? "There is nothing to undo"
        : otherDecider.map { "The last decision is by \($0); you cannot undo it" }
    case .redo: result.future.isEmpty ? "There is nothing to redo" : nil
    default: nil
    }
  }

  private func reason(againstTaking annotator: Int) -> String? {
    if !isPair { return "There are more than two · \(hint(for: .open)) offers all of them" }
    guard let current else { return "There is nothing to decide" }
    guard current.version(of: annotator) == nil else { return nil }
    return "\(name(of: annotator)) did not mark this · \(hint(for: .dispute)) takes none"
  }

  package var furtherHelp: [HelpSection] { [.ofWriting, .ofPrompts, .ofPicking] }
}
