// What can be done in the article and in its panes, and why not at a moment.

import ArticleModel
import Interface

extension ReaderState {
  package var context: KeyContext {
    selection != nil ? .selection : focus.pane?.description.context ?? .normal
  }

  package var bindings: [Binding] {
    isAmongClaims ? claimBindings : footerOfArticle.with(others)
  }

  package var footerBindings: [Binding] {
    (isAmongClaims ? claimBindings : footerOfArticle).filter { !$0.label.isEmpty }
  }

  package func offers(_ action: Action) -> Bool {
    isAmongClaims ? claimBindings.contains(action) : others.contains(action)
  }

  private var isAmongClaims: Bool { focus == .pane(.claims) && selection == nil }

  /// All that can be done in the article, or in a pane.
  private var others: [Binding] { focus.pane == nil ? Self.inArticle : Self.inPane }

  /// What the footer names there.
  private var footerOfArticle: [Binding] {
    let bindings = [Binding].footer(leading, trailing).map { focus.pane == nil ? $0 : inPane($0) }
    return readOnlyReason == nil ? bindings : bindings.withoutHints(for: Self.changing)
  }

  /// In a pane some of them mean something of their own.
  private func inPane(_ binding: Binding) -> Binding {
    Self.inPane.first { $0.action == binding.action }.map {
      Binding($0.action, $0.help, label: binding.label, place: binding.place)
    } ?? binding
  }

  /// Everything but typing and what lists and the map have of their own.
  private static let inArticle: [Binding] = {
    let elsewhere: Set<Action> = [
      .addEvidence, .keepCopy, .moveDown, .moveUp, .tick,
      .dispute, .editTags, .zoomIn, .zoomOut, .zoomToFit, .toggleBorders, .sort, .group,
      .showStatistics, .narrow, .takeAnswer, .nameSources,
    ]
    return Action.allCases.filter { $0.description.topic != .typing && !elsewhere.contains($0) }
      .map { Binding($0) }
  }()

  private static let ofPane: [Binding] = [
    Binding(.down, "the next entry; the article follows"), Binding(.up, "the previous entry"),
    Binding(.open, "to the text of the entry"), Binding(.toggleFold, "fold the pane"),
    Binding(.nextPane, "to the next pane"), Binding(.quit, "back to the article"),
  ]

  static let inPane: [Binding] = ofPane.with([.sort, .group]).with(inArticle)

  // MARK: The footer

  private var leading: [(Action, String)] {
    if purpose != nil { return [(.open, "take it"), (.selectCharacters, "select")] }
    if selection != nil { return Self.selecting }
    return focus == .article ? reading : inPane
  }

  private var trailing: [(Action, String)] {
    if isAtFirstPassage { return [(.cancel, "deselect"), (.help, "help"), (.quit, "back")] }
    if selection != nil || purpose != nil { return [(.cancel, "cancel"), (.help, "help")] }
    let undo: [(Action, String)] = annotations.past.isEmpty ? [] : [(.undo, "undo")]
    return undo + [(.help, "help"), (.quit, wayOut)]
  }

  private var wayOut: String {
    focus != .article ? "back" : queue.isPlural ? "articles" : "quit"
  }

  private static let selecting: [(Action, String)] = [
    (.mark, "mark"), (.correctFinding, "add a finding"), (.addClaim, "claim"), (.grow, "more"),
    (.shrink, "less"), (.selectQuotation, "quotation"),
    (.selectSentence, "sentence"), (.otherEnd, "other end"),
  ]

  /// On a colleague's mark the footer leads to what leaves it as it is.
  private static let onColleagues: [(Action, String)] = [
    (.reply, "reply"), (.reviewed, "agree"), (.setStatus, "your own verdict"), (.mark, "mark"),
    (.nextAnnotation, "next mark"),
  ]

  private var reading: [(Action, String)] {
    if let annotation = currentAnnotation {
      if !isOwn(annotation) { return Self.onColleagues }
      let open = annotation.note.isEmpty ? "write note" : "open note"
      return [
        (.open, open), (.setStatus, "status"), (.editRecord, "record"), (.delete, "delete"),
        (.mark, "mark"),
        (.nextAnnotation, "next mark"),
      ]
    }
    return [
      (.mark, "mark"),
      (.nextPane, "panes"), (.showClaims, "claims"), (.selectCharacters, "select"),
      (.search, "search"),
      (.nextQuotation, "next quotation"), (.command, "command"),
    ]
  }

  private var inPane: [(Action, String)] {
    let go: [(Action, String)] = [(.down, "down"), (.up, "up"), (.open, "to the text")]
    let own = focus.pane?.description.hints ?? []
    return go + own + [(.search, "filter"), (.sort, "sort")] + [
      (.nextPane, "next pane"), (.toggleFold, "fold"),
    ]
  }

  // MARK: Why not

  package func reason(against action: Action) -> String? {
    if focus == .pane(.claims), selection == nil {
      if let reason = reasonAgainstClaim(action) { return reason }
      if Self.ofClaims.contains(action) { return nil }
    }
    switch action {
    case .editRecord:
      return currentAnnotation == nil
        ? "There is no mark here · \(hint(for: .mark)) makes one" : nil
    case .editNote, .setStatus, .resize, .reply, .assign, .link, .removeTarget, .delete, .reviewed:
      if let readOnlyReason { return readOnlyReason }
      return currentAnnotation == nil
        ? "There is no mark here · \(hint(for: .mark)) makes one" : nil
    case .undo:
      return readOnlyReason
        ?? (annotations.past.isEmpty ? "There is nothing to undo" : reasonAgainstUndo)
    case .redo:
      return readOnlyReason
        ?? (annotations.future.isEmpty ? "There is nothing to redo" : reasonAgainstRedo)
    case .nextArticle, .previousArticle, .listArticles:
      return queue.isPlural
        ? nil : "This is the only article · galley FILE… or FOLDER opens several"
    case .listLinks:
      return article.structure.links.isEmpty ? "This article has no links" : nil
    case .showLayers: return reasonAgainstLayers
    case .hideNames: return layers == nil ? reasonAgainstLayers ?? whyNoLayers : nil
    case .repeatJump, .repeatJumpBackward:
      return lastJump == nil ? "There is no jump to repeat yet" : nil
    case .review: return awaitsHandIn ? whyOthersAreHidden : reasonAgainstReview
    case .ownCommand:
      return stage.ownCommands.isEmpty
        ? "You have no commands of your own · [[command]] in config.toml adds one" : nil
    case .focusCorrections:
      return index.corrections.isEmpty
        ? "Nothing has been corrected yet · \(hint(for: .correctFinding)) corrects a finding" : nil
    default: return nil
    }
  }

  // MARK: Help

  package var helpHere: [HelpSection] {
    let here = focus == .pane(.claims) ? Self.helpOnClaims : nil
    let ofPane = HelpSection("In this pane", Self.ofPane, in: .normal)
    return [Sign.help] + (focus.pane == nil ? [] : [here ?? ofPane])
  }

  package var furtherHelp: [HelpSection] {
    let others = Self.help.dropLast().filter { $0.context != context && $0.context != .normal }
    return others + stage.elsewhere() + Self.help.suffix(1)
  }

  /// What can be done in the reader and on what lies over it, a section for each context of keys.
  package static let help: [HelpSection] = [
    HelpSection("", inArticle, in: .normal), section(.selection), MarkMenu.help, NoteEditor.help,
    .ofPrompts, .ofPicking, section(.pane), claimsHelp, PlacesOnMap.help, RecordSheet.help,
    ChecklistSheet.help, QuotationSheet.help,
    HelpSection(KeyContext.letter.title ?? "", [Binding(.cancel)], in: .letter),
  ]

  private static func section(_ context: KeyContext) -> HelpSection {
    HelpSection(context.title ?? "", context == .pane ? inPane : inArticle, in: context)
  }
}
