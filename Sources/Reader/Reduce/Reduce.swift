// What keys, the mouse and answers do to the article and its panes. Nothing else changes the state.

import ArticleModel
import Corpus
import Interface
import Screen

extension ReaderState {
  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    let (legends, place) = (legendsHere, caret)
    defer {
      if caret != place || legendsHere != legends { metLegends.formUnion(legends) }
      letGoOfClaim()
    }
    if focus.pane != nil, let effects = performInPane(action, count: count) { return effects }
    return performInArticle(action, count: count)
  }

  private mutating func performInArticle(_ action: Action, count: Int?) -> [Effect] {
    let before = caret
    if move(action, count: count) || select(action) || jump(action, count: count)
      || search(action, count: count) || visit(action, count: count)
    {
      if action.leavesForAfar, caret != before { jumps.leave(before) }
      return []
    }
    return markOrEdit(action) ?? copy(action) ?? performOnShelf(action, count: count)
      ?? performInProgram(action, count: count)
  }

  package mutating func makeRoom(isNewSize: Bool) {
    followCaret()
    if isNewSize { showFromStartIfItFits() }
  }

  // MARK: Answers

  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    switch answer {
    case .picked(let entry, let purpose):
      return (purpose as? PickerPurpose).map { choose(entry, for: $0) }
    case .typing(let text, let question):
      return (question as? ReaderQuestion).map { follow(text, $0) } ?? []
    case .typed(let text, let question):
      return (question as? ReaderQuestion).map { finish($0, with: text) }
    case .gaveUp(let question):
      return (question as? ReaderQuestion).map { giveUp($0) } ?? []
    case .chosen(let choice): return follow(choice)
    case .desk(let answer):
      guard let answer = answer as? ReaderAnswer else { return nil }
      if case .copyKept(let page, let address, let id) = answer {
        return kept(page, of: address, for: id)
      }
      if case .ownEnded(let command, let ending, let subject) = answer {
        return ended(command, ending, on: subject)
      }
      if case .sources(let answer) = answer { return receive(answer) }
      receive(answer)
      // What is looked for in sources may be other quotations now.
      if case .findings = answer, quotationCheck.isWanted { return [.desk(.checkQuotations)] }
    case .words(let words): return perform(words)
    case .edited, .run: return nil
    }
    return []
  }

  private mutating func follow(_ choice: any Choice) -> [Effect] {
    if case .kind(let action, let subject)? = choice as? MarkStep { return mark(action, subject) }
    if let step = choice as? RecordStep { return perform(step) }
    if let step = choice as? ChecklistStep { return perform(step) }
    if let step = choice as? SourceStep { return perform(step) }
    switch choice as? ReaderTarget {
    case .place(let place): show(place, of: nil)
    case .annotation(let id): show(id)
    case .occurrences(let spans, let others):
      return openMarkMenu(.passages(spans, elsewhere: others))
    case .onMap(let rank): leaveMap(for: rank)
    case .bookmark(let letter, let sets): typeBookmark(letter, sets: sets)
    case .article(let number): return [.desk(.openArticle(number))]
    case .field(let field, let id): return open(field, of: id)
    case nil: break
    }
    return []
  }

  private mutating func receive(_ answer: ReaderAnswer) {
    switch answer {
    case .findings(let findings):
      let (selected, claim) = (selectedEntries, selectedClaim)
      found = findings
      applyCorrections(isNewlyFound: true)
      select(again: selected)
      keepClaimShown()
      syncPanes()
      if focus == .pane(.claims), let claim, claims.list.index(of: claim) == nil {
        message = Message(
          "after a more careful reading, that sentence is no longer a claim; this is the next one")
      }
    case .draftKept, .copyKept, .occurrences, .ownEnded, .sources: break
    case .saved:
      saveState = .saved
      hasWarnedOfLoss = false
    case .keptInJournal(let path):
      saveState = .inJournal(path)
      hasWarnedOfLoss = false
    case .saveFailed(let reason):
      saveState = .failed(reason)
      message = .warning(reason)
    case .editable(let annotations, let anchors):
      self.annotations = annotations
      self.anchors = anchors
      saveState = .saved
      annotationsChanged()
      message = Message("you can edit the marks now; Galley merges what others save")
    case .readOnly(let annotations, let anchors, let reason):
      self.annotations = annotations
      self.anchors = anchors
      saveState = .readOnly(reason)
      annotationsChanged()
      message = .warning(reason)
    case .authority(let authority):
      self.authority = authority
      applyCorrections()
      syncPanes()
    case .strays(let strays): found(strays)
    case .layersBeside(let layers): found(layers)
    case .decisions(let decisions):
      self.decisions = decisions
      updateClaims()
    case .takenOver(let annotations, let anchors): tookOver(annotations, anchors)
    case .merged(let annotations, let anchors, let notice):
      self.annotations = annotations
      self.anchors.merge(anchors) { _, new in new }
      annotationsChanged()
      message = Message(notice)
    case .handedIn(let moment): tookIn(handedIn: moment)
    case .handInTakenBack: tookBackHandIn()
    }
  }
}
