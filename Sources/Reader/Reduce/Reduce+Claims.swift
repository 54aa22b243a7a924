// Going through the claims to check: the pane and the whole screen share their keys, their cursor and what
// the keys do. Nobody's verification but one's own is changed here.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Performs what means something of its own in the list of claims; nil for other actions.
  mutating func performOnClaims(_ action: Action) -> [Effect]? {
    switch action {
    case .reviewed: return withClaim { $0.check($1) }
    case .setStatus: return withClaim { $0.pickVerdict(on: $1) }
    case .editNote: return withClaim { $0.writeNote(on: $1) }
    case .markEvidence: return withClaim { $0.askForEvidence(on: $1) }
    case .editRecord: return withClaim { $0.openRecord(of: $1) }
    case .delete: return withClaim { $0.takeOff($1) }
    case .addClaim: beginClaim()
    case .nextClaim: stepThroughClaims(1)
    case .previousClaim: stepThroughClaims(-1)
    case .nextUnreviewed: selectUnchecked(1)
    case .previousUnreviewed: selectUnchecked(-1)
    case .showClaims where isClaimsDeskOpen: setFocus(.pane(.claims))
    case .open: goToClaim()
    case .quit where isClaimsDeskOpen: closeClaimsDesk()
    case .cancel where isClaimsDeskOpen:
      message = Message("\(hint(for: .quit)) goes back; everything is saved")
    default: return nil
    }
    return []
  }

  private mutating func withClaim(
    _ body: (inout ReaderState, CheckableClaim) -> [Effect]
  ) -> [Effect] {
    selectedClaim.map { body(&self, $0) } ?? []
  }

  // MARK: The whole screen

  /// Gives the claims the whole screen.
  mutating func showClaims() {
    let origin = panes.deskOrigin ?? PanesState.DeskOrigin(focus: focus, caret: caret)
    jumps.leave(caret)
    clearSelection()
    setFocus(.pane(.claims))
    panes.deskOrigin = origin
  }

  /// Goes back to where one was, of whichever claim one has come to meanwhile.
  private mutating func closeClaimsDesk() {
    guard let origin = panes.deskOrigin else { return }
    setFocus(origin.focus)
    if origin.focus != .pane(.claims) { moveCaret(to: origin.caret) }
  }

  /// Goes to the claim in the article, where the caret is already.
  private mutating func goToClaim() {
    guard let claim = selectedClaim, claim.place != .lost else {
      message = .warning(
        selectedClaim == nil
          ? "There is no claim here · \(claimHint(for: .addClaim)) adds one"
          : "Its words are not in the article · \(hint(for: .resize)) attaches the mark to others")
      return
    }
    setFocus(.article)
    message = Message(told(claim))
  }

  // MARK: From claim to claim

  /// On to the next claim of those that are shown, and says which it is.
  private mutating func stepThroughClaims(_ step: Int) {
    let start = cursor(of: .claims)
    moveCursor(of: .claims, by: step)
    guard cursor(of: .claims) != start, let claim = selectedClaim else { return }
    message = Message(toldInList(claim))
  }

  private mutating func selectUnchecked(_ step: Int) {
    guard let next = uncheckedEntry(step) else {
      message = Message(claims.list.count == 0 ? whenNoClaims : "All other claims are checked")
      return
    }
    select(entry: next, of: .claims)
  }

  /// The next claim that is not checked, in the order on the screen, from the beginning again after the
  /// last one.
  func uncheckedEntry(_ step: Int = 1) -> Int? {
    guard let rows = paneRows[.claims] else {
      return uncheckedEntry(step, among: claims.list.claims.indices)
    }
    let shown = rows.rows.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
    return uncheckedEntry(step, among: shown)
  }

  /// The next claim that is not checked of those that are shown: without an array of them while all are, in the order
  /// of the text.
  private func uncheckedEntry<Entries: RandomAccessCollection>(
    _ step: Int, among shown: Entries
  ) -> Int? where Entries.Element == Int, Entries.Index == Int {
    let here = cursor(of: .claims).flatMap(shown.firstIndex(of:)) ?? (step > 0 ? -1 : 0)
    for distance in 1..<max(shown.count, 1) {
      let index = (here + step * distance + 2 * shown.count) % shown.count
      if let claim = claims.claim(shown[index]), claim.place != .lost, !claim.isChecked {
        return shown[index]
      }
    }
    return nil
  }

  // MARK: Adding

  /// Waits for the words of a claim that is added.
  private mutating func beginClaim() {
    let isOnDesk = isClaimsDeskOpen
    setFocus(.article)
    purpose = .addClaim(onDesk: isOnDesk)
    message = Message("Select the words of the claim, then press Enter; Esc goes back")
  }

  /// Adds the selection or the sentence under the caret to the claims, from the article.
  mutating func addClaimHere() -> [Effect] {
    if let readOnlyReason {
      message = .warning(readOnlyReason)
      return []
    }
    guard let span = markedSpan else {
      message = .warning("There are no words here to add to the claims")
      return []
    }
    clearSelection()
    return addClaim(span)
  }

  /// Adds words to the claims: a verification of one's own without a verdict. Words that are a claim
  /// already are not added once more.
  mutating func addClaim(_ span: TextSpan) -> [Effect] {
    let span = article.text.roundedToGraphemes(article.text.trimmed(span))
    if let known = claims.places.index(of: span) {
      panes.cursors[.claims] = known
      message = Message(claims.claim(known).map { "already on the list: \(told($0))" } ?? "")
      return []
    }
    let effects = insertMark(.passage(span), "added a claim") { _ in }
    let added = claims.places.index(of: span)
    panes.cursors[.claims] = added
    if let claim = added.flatMap(claims.claim) {
      message = Message("added: \(told(claim)) · \(hint(for: .undo)) undoes")
    }
    return effects
  }

  /// Goes back to the list from which a claim was to be added.
  mutating func returnToClaims(onDesk: Bool) {
    let (added, told) = (panes.cursors[.claims], message)
    if onDesk { showClaims() } else { setFocus(.pane(.claims)) }
    panes.cursors[.claims] = added
    keepClaimShown()
    message = told
  }
}
