// What can be done in the list of claims, in the pane and on the whole screen, and why not at a moment.

import ArticleModel
import Interface

extension ReaderState {
  /// The table of actions while the claims have the keys.
  var claimBindings: [Binding] {
    let undo: [Binding] =
      annotations.past.isEmpty ? [] : [Binding(.undo, label: "undo", place: .trailing)]
    let bindings = claimBindings(undo: undo)
    return readOnlyReason == nil ? bindings : bindings.withoutHints(for: Self.changing)
  }

  private func claimBindings(undo: [Binding]) -> [Binding] {
    let ways = [
      Binding(.help, label: "help", place: .trailing),
      Binding(.quit, "back to where you came from", label: "back", place: .trailing),
    ]
    let leading = isClaimsDeskOpen ? Self.onDesk : Self.inPaneOfClaims
    let table = leading + undo + ways
    return isClaimsDeskOpen
      ? table.with(Self.furtherOnDesk) : table.with(Self.furtherOnDesk).with(Self.inPane)
  }

  /// What is done with claims, in the order in which the footer names it.
  static let ofClaims: [Binding] = [
    Binding(
      .reviewed, "record that you checked the claim, and go to the next unchecked one",
      label: "checked, next"),
    Binding(.setStatus, "set your verdict or status", label: "verdict"),
    Binding(.markEvidence, "add evidence for or against the claim", label: "evidence"),
    Binding(.editNote, "write a note of your own on the claim", label: "note"),
    Binding(.open, "to the claim in the article; on a heading, fold it", label: "to the text"),
    Binding(.addClaim, "add a claim: select its words in the article", label: "add"),
    Binding(.narrow, "show only claims that are unchecked, mine or disputed", label: "show only"),
    Binding(.search, "filter the claims by words", label: "filter"),
    Binding(.sort, "change how the claims are sorted", label: "sort"),
    Binding(.delete, "remove the claim from the list", label: "take off"),
    Binding(.editRecord, "edit everything that you recorded about the claim", label: "record"),
  ]

  /// So many of these stand in the footer of the whole screen; its status line has the others.
  static let footerShare = 4

  private static let onDesk: [Binding] =
    ofClaims.prefix(footerShare)
    + ofClaims.dropFirst(footerShare).map { Binding($0.action, $0.help) }

  /// In the pane the way to the whole screen comes in addition.
  private static let inPaneOfClaims: [Binding] =
    ofClaims.prefix(footerShare) + [
      Binding(.showClaims, "the claims on the whole screen", label: "whole screen")
    ] + ofClaims.dropFirst(footerShare)

  private static let furtherOnDesk: [Binding] =
    ListMotion.actions + [
      Binding(.open, "to the claim in the article; on a heading, fold it"),
      Binding(.group, "group the claims by who makes them"),
      Binding(.left, "fold the group, when claims are grouped"),
      Binding(.right, "unfold the group"),
      Binding(.showClaims, "the claims on the whole screen, or in the pane again"),
      Binding(.focusClaims, "the claims in their pane"), Binding(.nextPane, "to the next pane"),
      Binding(.previousPane, "to the previous pane"),
      Binding(.nextClaim, "the next claim"), Binding(.previousClaim, "the previous claim"),
      Binding(.nextUnreviewed, "the next claim that is not checked"),
      Binding(.previousUnreviewed, "the previous claim that is not checked"),
      Binding(.acceptFinding, "confirm a mark whose words have changed"),
      Binding(.resize, "choose the words of a mark, also of one without its words"),
      Binding(.openEvidence, "open the evidence"), Binding(.showLayers),
      Binding(.cancel, "show all claims again; cancel"),
    ]
    + [.undo, .redo, .save, .command, .focusArticle, .quitProgram, .suspend, .redraw].map {
      Binding($0)
    }

  /// What help says first while the claims have the keys: what the keys of reading do with a claim.
  static let helpOnClaims = HelpSection(
    "With the claim here",
    ofClaims + [Binding(.showClaims, "the claims on the whole screen, or in the pane again")],
    in: .normal)

  /// What help says of the list of claims elsewhere.
  static let claimsHelp = HelpSection(
    KeyContext.claims.title ?? "", ofClaims + [Binding(.group)], in: .claims)

  private static let changingClaims: Set<Action> = [
    .reviewed, .setStatus, .editNote, .markEvidence, .editRecord, .delete, .addClaim, .resize,
  ]

  /// What changes marks, so that the footer of an article that can only be read leaves it out.
  static let changing: Set<Action> = changingClaims.union([
    .mark, .undo, .redo, .reply, .correctFinding, .dispute, .assign,
  ])

  /// Why something cannot be done with the selected claim; nil when it can.
  func reasonAgainstClaim(_ action: Action) -> String? {
    guard Self.changingClaims.contains(action) else { return nil }
    if let readOnlyReason { return readOnlyReason }
    if action == .addClaim || selectedClaim != nil { return nil }
    return "There is no claim here · \(claimHint(for: .addClaim)) adds one"
  }
}

extension [Binding] {
  /// The same table with a footer that does not name some actions.
  func withoutHints(for actions: Set<Action>) -> [Binding] {
    map { actions.contains($0.action) ? Binding($0.action, $0.help) : $0 }
  }
}
