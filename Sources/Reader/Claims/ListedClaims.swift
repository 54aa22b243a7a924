// The claims of the article as the reader knows them: the list, and what lies where.

import ArticleModel
import Corpus

/// The claims of the article.
package struct ListedClaims: Sendable {
  /// The list.
  package let list: ClaimList
  /// "3 of 12 checked": how far the work is.
  let progress: String
  /// Where those stand that have a place.
  let places: ClaimPlaces

  /// Takes a list.
  init(_ list: ClaimList = ClaimList()) {
    self.list = list
    progress = list.progressInWords
    places = list.places
  }

  /// The claim that a place lies in: the shortest one; nil outside of claims.
  func claim(at offset: ByteOffset) -> Int? { places.shortest(at: offset) }

  /// The claim of an index when somebody marked it; nil for any other.
  func marked(_ index: Int) -> CheckableClaim? {
    list.claims.indices.contains(index) ? list.marked(at: index) : nil
  }

  /// The claim of an index; nil when there is none.
  func claim(_ index: Int) -> CheckableClaim? {
    list.claims.indices.contains(index) ? list.claims[index] : nil
  }
}

extension ReaderState {
  /// The claim that is selected in its pane; nil when none is, or when a filter hides it.
  package var selectedClaim: CheckableClaim? {
    rowCursor(of: .claims).flatMap { claims.claim($0) }
  }

  /// What is left to do in the article; the claims are not counted before the article is read, or when what is
  /// found is kept from the reader.
  package var workLeft: WorkLeft {
    let marks = annotations.annotations
    guard analysis != nil, !isUnaided, isWhollyAnalysed else {
      return WorkLeft(marks, anchors: anchors)
    }
    return WorkLeft(claims.list, marks, anchors: anchors)
  }

  /// The articles with what is left in the open one as it is now.
  package var queueWithOpenArticle: ReadingQueue {
    var queue = self.queue
    guard queue.entries.indices.contains(queue.current) else { return queue }
    queue.entries[queue.current].marks = index.markCount
    queue.entries[queue.current].left = workLeft
    queue.entries[queue.current].isVisited = true
    return queue
  }

  /// The marks that ask for work which is not done; one on a claim that somebody has checked asks for none.
  var unfinishedMarks: Set<AnnotationID> { index.unfinished.subtracting(claims.list.settledMarks) }

  /// Whether the claims have the whole screen.
  package var isClaimsDeskOpen: Bool { panes.deskOrigin != nil && focus == .pane(.claims) }

  /// Lists the claims anew; what was selected stays selected, wherever it stands now.
  mutating func updateClaims() {
    let held = cursor(of: .claims).flatMap { claims.claim($0) }
    panes.keptClaim = nil
    var (said, places) = (annotations.annotations, anchors)
    for layer in layers?.all ?? [] {
      // The same mark may stand in two files.
      said += layer.annotations.filter { places[$0.id] == nil && annotations[$0.id] == nil }
      places.merge(layer.anchors) { first, _ in first }
    }
    claims = ListedClaims(
      ClaimList(
        findings?.foundClaims ?? FoundClaims(), said, anchors: places, text: article.text,
        decisions: decisions))
    shownJudgements = layers == nil ? nil : Judgements(said, anchors: places)
    guard let held else { return }
    let (list, hasKeys) = (claims.list, focus == .pane(.claims))
    let same = list.index(of: held)
    if hasKeys { panes.keptClaim = same }
    panes.cursors[.claims] = same ?? (hasKeys ? list.nearest(to: held) : nil)
  }

  /// The claim that is listed only because it was answered just now: a filter leaves it out once the cursor is
  /// elsewhere.
  var lingeringClaim: CheckableClaim? {
    guard let kept = panes.keptClaim, paneRows[.claims] != nil else { return nil }
    let pane = Pane.claims.description
    let isListed = pane.narrowing(arrangement(of: .claims).narrowing)?.lists(kept, self) ?? true
    return isListed ? nil : claims.claim(kept)
  }

  /// Lists a claim no longer that was kept for the cursor, once that is elsewhere.
  mutating func letGoOfClaim() {
    guard let kept = panes.keptClaim,
      focus != .pane(.claims) || panes.cursors[.claims] != kept
    else { return }
    panes.keptClaim = nil
    updateRows(of: .claims)
  }

  /// Selects a claim that is shown when a filter has hidden the one that was selected: the next one, or
  /// the last of them.
  mutating func keepClaimShown() {
    guard focus == .pane(.claims), let rows = paneRows[.claims], !rows.rows.isEmpty,
      let cursor = panes.cursors[.claims], rows.row(ofCursor: cursor) == nil
    else { return }
    let next = rows.rows.indices.first { row in
      if case .entry(let entry) = rows.rows[row] { entry > cursor } else { false }
    }
    select(row: next ?? rows.rows.count - 1, of: .claims)
  }
}
