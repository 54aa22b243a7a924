// The table of actions: what help, keymap listings and the palette say of each.

/// What there is to say about an action.
package struct ActionDescription: Sendable {
  /// Actions that help shows together.
  package enum Topic: String, CaseIterable, Sendable {
    case move = "Move"
    case places = "Return to places"
    case search = "Search"
    case select = "Select"
    case mark = "Mark"
    case annotation = "Work on a mark"
    case goTo = "Go from finding to finding"
    case articles = "Several articles"
    case panes = "Panes"
    case program = "Program"
    case typing = "Typing"
  }

  /// The topic under which help lists it.
  package let topic: Topic
  /// One line that says what it does.
  package let help: String

  package init(_ topic: Topic, _ help: String) {
    self.topic = topic
    self.help = help
  }
}

extension Action {
  /// What there is to say about the action.
  package var description: ActionDescription {
    switch self {
    case .down: .init(.move, "down a line or an entry")
    case .up: .init(.move, "up a line or an entry")
    case .left: .init(.move, "left a character")
    case .right: .init(.move, "right a character")
    case .nextWord: .init(.move, "to the next word")
    case .previousWord: .init(.move, "to the previous word")
    case .wordEnd: .init(.move, "to the end of the word")
    case .lineStart: .init(.move, "to the start of the line")
    case .lineEnd: .init(.move, "to the end of the line")
    case .articleStart: .init(.move, "to the start of the article")
    case .articleEnd: .init(.move, "to the end of the article")
    case .nextSentence: .init(.move, "to the next sentence")
    case .previousSentence: .init(.move, "to the previous sentence")
    case .nextParagraph: .init(.move, "to the next paragraph")
    case .previousParagraph: .init(.move, "to the previous paragraph")
    case .halfPageDown: .init(.move, "half a page down")
    case .halfPageUp: .init(.move, "half a page up")
    case .pageDown: .init(.move, "a page down")
    case .pageUp: .init(.move, "a page up")
    case .jumpBack: .init(.places, "back to where you last jumped from")
    case .jumpForward: .init(.places, "forward again, after going back")
    case .showLabels: .init(.places, "jump to anything on the screen by its label")
    case .setBookmark: .init(.places, "set a bookmark here; a letter names it")
    case .goToBookmark: .init(.places, "go to a bookmark by its letter; press twice to go back")
    case .search: .init(.search, "search; lower case matches capitals, too")
    case .searchBackward: .init(.search, "search backwards")
    case .nextMatch: .init(.search, "to the next match")
    case .previousMatch: .init(.search, "to the previous match")
    case .searchWord: .init(.search, "search for the word under the caret")
    case .selectCharacters: .init(.select, "select characters")
    case .selectSentences: .init(.select, "select whole sentences")
    case .reselect: .init(.select, "select again what you selected last")
    case .otherEnd: .init(.select, "go to the other end of the selection")
    case .extendLeft: .init(.select, "select to the left")
    case .extendRight: .init(.select, "select to the right")
    case .extendUp: .init(.select, "select a line up")
    case .extendDown: .init(.select, "select a line down")
    case .grow: .init(.select, "extend the selection, from word to paragraph")
    case .shrink: .init(.select, "shrink the selection again")
    case .selectWord: .init(.select, "select the word")
    case .selectSentence: .init(.select, "select the sentence")
    case .selectParagraph: .init(.select, "select the paragraph")
    case .selectQuotation: .init(.select, "select the quotation")
    default: otherDescription
    }
  }

  private var otherDescription: ActionDescription {
    switch self {
    case .mark: .init(.mark, "mark the selection or the sentence")
    case .markAll: .init(.mark, "mark every occurrence of the selected words")
    case .markArticle: .init(.mark, "mark the article as a whole")
    case .markBias: .init(.mark, "bias")
    case .markVerification: .init(.mark, "verification: was it said, is it true")
    case .markQuestion: .init(.mark, "question")
    case .markNote: .init(.mark, "note")
    case .markEvidence: .init(.mark, "evidence, to the mark under the caret if there is one")
    case .markHighlight: .init(.mark, "highlight")
    case .markTag: .init(.mark, "tag")
    case .markOtherPack: .init(.mark, "a term of another pack")
    case .markSameKind: .init(.mark, "the same kind as last time")
    case .repeatMark: .init(.mark, "mark with the same kind and term as last time")
    case .reply: .init(.mark, "reply to the mark here")
    case .link: .init(.mark, "link the mark here with another one")
    case .addTarget: .init(.mark, "add another passage to the mark under the caret")
    case .addClaim: .init(.mark, "add the selection or the sentence to the claims to check")
    case .open: .init(.annotation, "open the mark here, or mark the sentence")
    case .editNote: .init(.annotation, "edit the note of the mark here")
    case .setStatus: .init(.annotation, "set the status or verdict of the mark here")
    case .editRecord:
      .init(.annotation, "open the full record of the mark here")
    case .addEvidence: .init(.annotation, "add a source to the evidence")
    case .keepCopy: .init(.annotation, "keep a copy of the source's page")
    case .moveDown: .init(.annotation, "move the source down in the list")
    case .moveUp: .init(.annotation, "move the source up in the list")
    case .showChecklist: .init(.annotation, "show the checklist")
    case .tick: .init(.annotation, "tick the item, or take your tick back")
    case .checkQuotations:
      .init(.annotation, "the quotations against their sources: was it said?")
    case .takeAnswer:
      .init(.annotation, "take the answer as a verdict, with the source as evidence")
    case .nameSources:
      .init(.annotation, "name the sources in which the quotations are looked for")
    case .resize: .init(.annotation, "change which words the mark here covers")
    case .acceptFinding: .init(.annotation, "confirm the finding here")
    case .correctFinding: .init(.annotation, "correct the finding here")
    case .rejectFinding: .init(.annotation, "reject the finding here")
    case .openEvidence: .init(.annotation, "open the evidence of the mark here, or the link here")
    case .listLinks: .init(.annotation, "list the links of the article")
    case .copy: .init(.annotation, "copy the selection, or the sentence")
    case .copyWithCitation: .init(.annotation, "copy with a citation of the article")
    case .removeTarget: .init(.annotation, "remove this passage from the mark here")
    case .delete: .init(.annotation, "delete the mark here")
    case .reviewed: .init(.annotation, "set the mark here to done, and go to the next")
    case .dispute: .init(.annotation, "disagree with the mark here, and go to the next")
    case .assign: .init(.annotation, "assign the mark here to someone")
    case .editTags: .init(.annotation, "edit the tags of the mark here")
    case .undo: .init(.annotation, "undo")
    case .redo: .init(.annotation, "redo")
    case .nextPane: .init(.panes, "to the next pane")
    case .previousPane: .init(.panes, "to the previous pane")
    case .toggleFold: .init(.panes, "fold or unfold a pane; in the article, all panes")
    case .nextTheme: .init(.program, "switch to the next theme")
    case .toggleLineNumbers: .init(.program, "show or hide line numbers")
    case .toggleFocusMode: .init(.program, "dim all paragraphs but the one at the caret, or none")
    case .widenMeasure: .init(.program, "make lines longer")
    case .narrowMeasure: .init(.program, "make lines shorter")
    case .toggleMouse: .init(.program, "use the mouse, or leave it to the terminal")
    case .showMap: .init(.panes, "show the map of the places")
    case .zoomIn: .init(.panes, "zoom in on the selected place")
    case .zoomOut: .init(.panes, "zoom out")
    case .zoomToFit: .init(.panes, "show all places of the article")
    case .toggleBorders: .init(.panes, "show or hide borders; disputed ones are dashed")
    case .sort: .init(.panes, "change how the pane or the list is sorted")
    case .showLayers:
      .init(.panes, "show or hide the marks of colleagues")
    case .hideNames: .init(.panes, "show numbers or names for people")
    case .toggleSuggestions: .init(.panes, "show or hide what Galley found")
    case .ownCommand: .init(.program, "run a command of your own; a number says which")
    case .handIn: .init(.program, "hand in your marks, to see what --unaided hides")
    case .review: .init(.program, "review the marks of the articles in this folder")
    case .showStatistics: .init(.panes, "statistics of the listed marks")
    case .narrow: .init(.panes, "show only claims that are unchecked, mine or disputed")
    case .showClaims: .init(.panes, "show the claims to check, on the whole screen")
    case .group: .init(.panes, "change how the pane or the list is grouped")
    case .help: .init(.program, "show the signs and the keys")
    case .command: .init(.program, "run an action by its name, such as :quit")
    case .save: .init(.program, "save now; changes are also saved automatically")
    case .editAnyway: .init(.program, "edit the marks although another program has them open")
    case .author: .init(.program, "set the name on your marks")
    case .quitProgram: .init(.program, "quit, from wherever you are")
    case .takeMarks: .init(.program, "take over marks from before the article was moved or renamed")
    case .quit: .init(.program, "go back one level; at the top, quit")
    case .suspend: .init(.program, "suspend; fg in the shell continues")
    case .cancel: .init(.program, "cancel")
    case .redraw: .init(.program, "redraw the screen")
    case .newLine: .init(.typing, "begin a new line")
    case .accept: .init(.typing, "keep and close")
    case .revert: .init(.typing, "close without changing it")
    case .complete: .init(.typing, "complete what you typed, or take the next suggestion")
    case .nextField: .init(.typing, "to the next field: note, term, status, evidence, record")
    case .previousField: .init(.typing, "to the previous field")
    case .editExternally: .init(.typing, "edit the note in $EDITOR")
    case .undoTyping: .init(.typing, "undo what was typed")
    case .yank: .init(.typing, "insert what you deleted last")
    case .deleteBackward: .init(.typing, "delete the character before")
    case .deleteForward: .init(.typing, "delete the character under the cursor")
    case .deleteWordBackward: .init(.typing, "delete the word before")
    case .deleteWordForward: .init(.typing, "delete the word after")
    case .deleteToLineStart: .init(.typing, "delete to the start of the line")
    case .deleteToLineEnd: .init(.typing, "delete to the end of the line")
    default: focusDescription ?? jumpDescription
    }
  }

  /// Of the actions that give the keys to the article or a pane, which their names say: `focus-quotes`.
  private var focusDescription: ActionDescription? {
    guard rawValue.hasPrefix("focus-") else { return nil }
    return .init(.panes, "to the \(rawValue.dropFirst("focus-".count).replacing("-", with: " "))")
  }

  private var jumpDescription: ActionDescription {
    switch self {
    case .nextAnnotation: .init(.goTo, "next mark")
    case .previousAnnotation: .init(.goTo, "previous mark")
    case .nextQuotation: .init(.goTo, "next quotation")
    case .previousQuotation: .init(.goTo, "previous quotation")
    case .nextSpeaker: .init(.goTo, "next mention of a speaker")
    case .previousSpeaker: .init(.goTo, "previous mention of a speaker")
    case .nextLocation: .init(.goTo, "next place")
    case .previousLocation: .init(.goTo, "previous place")
    case .nextClaim: .init(.goTo, "next claim that can be checked")
    case .previousClaim: .init(.goTo, "previous claim that can be checked")
    case .nextLink: .init(.goTo, "next link")
    case .previousLink: .init(.goTo, "previous link")
    case .nextOrphan: .init(.goTo, "next mark without a place")
    case .previousOrphan: .init(.goTo, "previous mark without a place")
    case .nextUnreviewed: .init(.goTo, "next mark that is not done")
    case .previousUnreviewed: .init(.goTo, "previous mark that is not done")
    case .nextArticle: .init(.articles, "to the next article")
    case .previousArticle: .init(.articles, "to the previous article")
    case .listArticles: .init(.articles, "list the articles and their progress")
    case .repeatJump: .init(.goTo, "the same jump again")
    default: .init(.goTo, "the same jump the other way")
    }
  }
}
