// From finding to finding: annotations, quotations, speakers, places, claims.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

/// Something that keys jump along.
package enum JumpKind: Hashable, Sendable {
  case annotation, quotation, speaker, location, claim, link, orphan, unreviewed

  var plural: String {
    switch self {
    case .annotation: "marks"
    case .quotation: "quotations"
    case .speaker: "speakers"
    case .location: "places"
    case .claim: "claims to check"
    case .link: "links"
    case .orphan: "marks without a place"
    case .unreviewed: "marks that are not done"
    }
  }

  /// Whether the program finds what it goes to.
  var isFound: Bool {
    switch self {
    case .quotation, .speaker, .location, .claim: true
    case .annotation, .link, .orphan, .unreviewed: false
    }
  }
}

/// A jump, as it is repeated.
package struct Jump: Hashable, Sendable {
  /// What is jumped along.
  package var kind: JumpKind
  /// Which way.
  package var isBackward: Bool
}

/// Places that a key jumps to.
private protocol JumpTargets {
  /// Whether there are none.
  var isEmpty: Bool { get }

  /// The start of the next one after `offset`, or of the one before it.
  func start(from offset: ByteOffset, backward: Bool) -> ByteOffset?
}

extension SpanIndex: JumpTargets {}
extension ClaimPlaces: JumpTargets {}

extension ReaderState {
  /// Jumps to the next finding; false when the action is no jump.
  mutating func jump(_ action: Action, count: Int?) -> Bool {
    guard let jump = jump(for: action) else { return false }
    if action != .repeatJump, action != .repeatJumpBackward { lastJump = jump }
    if jump.kind == .orphan {
      showOrphan(backward: jump.isBackward)
      return true
    }
    if jump.kind == .annotation {
      for _ in 0..<min(max(count ?? 1, 1), 10_000) { stepAlongMarks(jump) }
      return true
    }
    let targets = self.targets(of: jump.kind)
    for _ in 0..<min(max(count ?? 1, 1), 10_000) {
      guard step(along: targets, jump) else { break }
      if jump.kind == .claim { tellClaim() }
    }
    return true
  }

  /// Says which of the claims the caret has come to.
  private mutating func tellClaim() {
    guard let next = claims.places.first(startingFrom: caret), let here = claims.claim(next),
      here.span?.start == caret
    else { return }
    message = Message("\(told(here)) · \(hint(for: .showClaims)) lists all")
  }

  private mutating func step(along targets: any JumpTargets, _ jump: Jump) -> Bool {
    guard let target = targets.start(from: caret, backward: jump.isBackward) else {
      let direction = jump.isBackward ? "before" : "after"
      let whenEmpty =
        isUnaided && jump.kind.isFound
        ? "The \(jump.kind.plural) are \(whyHidden)" : "There are no \(jump.kind.plural) here"
      message = .warning(
        targets.isEmpty ? whenEmpty : "No \(jump.kind.plural) \(direction) this")
      return false
    }
    moveCaret(to: target)
    return true
  }

  /// Goes from mark to mark, also when several cover the same words.
  private mutating func stepAlongMarks(_ jump: Jump) {
    let entries = index.entries
    let here = currentAnnotation.flatMap { annotation in
      entries.firstIndex { $0.id == annotation.id && $0.span.start == caret }
    }
    let target: Int?
    if jump.isBackward {
      target = (here ?? entries.partitionPoint { $0.span.start >= caret }) - 1
    } else {
      target = here.map { $0 + 1 } ?? entries.partitionPoint { $0.span.start > caret }
    }
    guard let target, entries.indices.contains(target) else {
      let direction = jump.isBackward ? "before" : "after"
      message = .warning(
        entries.isEmpty ? "There are no marks here" : "No marks \(direction) this")
      return
    }
    moveCaret(to: entries[target].span.start)
    chosenMark = entries[target].id
    syncPanes()
  }

  private func jump(for action: Action) -> Jump? {
    switch action {
    case .nextAnnotation: Jump(kind: .annotation, isBackward: false)
    case .previousAnnotation: Jump(kind: .annotation, isBackward: true)
    case .nextQuotation: Jump(kind: .quotation, isBackward: false)
    case .previousQuotation: Jump(kind: .quotation, isBackward: true)
    case .nextSpeaker: Jump(kind: .speaker, isBackward: false)
    case .previousSpeaker: Jump(kind: .speaker, isBackward: true)
    case .nextLocation: Jump(kind: .location, isBackward: false)
    case .previousLocation: Jump(kind: .location, isBackward: true)
    case .nextClaim: Jump(kind: .claim, isBackward: false)
    case .previousClaim: Jump(kind: .claim, isBackward: true)
    case .nextLink: Jump(kind: .link, isBackward: false)
    case .previousLink: Jump(kind: .link, isBackward: true)
    case .nextOrphan: Jump(kind: .orphan, isBackward: false)
    case .previousOrphan: Jump(kind: .orphan, isBackward: true)
    case .nextUnreviewed: Jump(kind: .unreviewed, isBackward: false)
    case .previousUnreviewed: Jump(kind: .unreviewed, isBackward: true)
    case .repeatJump: lastJump
    case .repeatJumpBackward: lastJump.map { Jump(kind: $0.kind, isBackward: !$0.isBackward) }
    default: nil
    }
  }

  /// All findings of a kind.
  private func targets(of kind: JumpKind) -> any JumpTargets {
    let none = SpanIndex([TextSpan]())
    switch kind {
    case .annotation: return index.places
    case .quotation: return findings?.quotations ?? none
    case .speaker: return findings?.mentions ?? none
    case .location: return findings?.locations ?? none
    case .claim: return claims.places
    case .link: return SpanIndex(article.structure.links.map(\.span))
    case .orphan: return none
    case .unreviewed:
      let unfinished = unfinishedMarks
      return SpanIndex(index.entries.filter { unfinished.contains($0.id) }.map(\.span))
    }
  }

  /// Marks without a place are only in the pane, so the jump goes there.
  private mutating func showOrphan(backward: Bool) {
    let entries = annotationEntries
    let current = cursor(of: .annotations) ?? -1
    let hits = entries.indices.filter { index.orphans.contains(entries[$0]) }
    let next = backward ? hits.last { $0 < current } : hits.first { $0 > current }
    guard let target = next ?? hits.first else {
      message = Message("Every mark has its place")
      return
    }
    focus = .pane(.annotations)
    panes.cursors[.annotations] = target
  }
}
