// What can be done in a review, and why not at a moment.

import ArticleModel
import Interface

extension ReviewState {
  package var context: KeyContext { .review }
  package var whereabouts: String { "in a list of marks" }

  package var bindings: [Binding] {
    let ways = (past.isEmpty ? [] : [(Action.undo, "undo")]) + [(.help, "help"), (.quit, "back")]
    let back = ways.map { Binding($0.0, label: $0.1, place: .trailing) }
    return Self.shown + back + Self.further.filter { !past.isEmpty ? $0.action != .undo : true }
  }

  /// What the footer shows first.
  private static let shown: [Binding] = [
    Binding(.reviewed, label: "reviewed, next"),
    Binding(.dispute, label: "disagree"),
    Binding(.open, "open the article of the mark; on a group, fold it", label: "open"),
    Binding(.setStatus, "set status or verdict of the marks", label: "status, verdict"),
    Binding(.editNote, label: "note"),
    Binding(.reply, label: "reply"),
    Binding(.search, "filter the marks by conditions", label: "filter"),
    Binding(.sort, label: "order"),
    Binding(.group, label: "group"),
    Binding(.showStatistics, label: "statistics"),
    Binding(.selectCharacters, "select the mark, or those of the group", label: "select"),
    Binding(.assign, label: "assign"),
    Binding(.editTags, label: "tags"),
  ]

  private static let further: [Binding] =
    ListMotion.actions + [
      Binding(.searchBackward, "filter the marks by conditions"),
      Binding(.selectSentences, "select all listed marks, or none"),
      Binding(.toggleFold, "fold or unfold the group"),
      Binding(.delete, "delete the marks; of a colleague's, asks first"),
      Binding(.nextParagraph, "to the next group"),
      Binding(.previousParagraph, "to the previous group"),
      Binding(.nextUnreviewed, "next mark that is not reviewed"),
      Binding(.previousUnreviewed, "previous mark that is not reviewed"),
      Binding(.cancel, "stop looking; remove the selection, then the filter"),
      Binding(.quitProgram, "leave the review"),
    ]
    + [
      .nextAnnotation, .previousAnnotation, .nextOrphan, .previousOrphan, .undo, .redo, .save,
      .command, .suspend, .redraw,
    ].map { Binding($0) }

  package func reason(against action: Action) -> String? {
    switch action {
    case .reviewed, .dispute, .setStatus, .editTags, .delete, .assign:
      hasTarget ? nil : "There is no mark here"
    case .editNote, .reply: current == nil ? "There is no mark here" : nil
    case .toggleFold where list.group(at: cursor) == nil:
      "Nothing is grouped · \(hint(for: .group)) groups the marks"
    case .undo: past.isEmpty ? "There is nothing to undo" : nil
    case .redo: future.isEmpty ? "There is nothing to redo" : nil
    default: nil
    }
  }

  /// What help shows of a review elsewhere, and of what opens from it.
  package static let help = HelpSection(
    KeyContext.review.title ?? "", shown + further + [Binding(.help)], in: .review)

  package var furtherHelp: [HelpSection] { [.ofWriting, .ofPrompts, .ofPicking] }
}
