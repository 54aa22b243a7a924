// Returning to places: the list of jumps, bookmarks, and labels on what is on the screen.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// Performs what goes to places; false for other actions.
  mutating func visit(_ action: Action, count: Int?) -> Bool {
    switch action {
    case .jumpBack: goAlongJumps("There is no jump to go back to", count) { $0.back(from: $1) }
    case .jumpForward:
      goAlongJumps("There is no jump to go forward to", count) { jumps, _ in
        jumps.forward()
      }
    case .showLabels: showLabels()
    case .setBookmark: open(BookmarkLetter(stage: stage, sets: true))
    case .goToBookmark: open(BookmarkLetter(stage: stage, sets: false))
    default: return false
    }
    return true
  }

  private mutating func goAlongJumps(
    _ otherwise: String, _ count: Int?,
    _ step: (inout JumpList, ByteOffset) -> ByteOffset?
  ) {
    for number in 0..<min(max(count ?? 1, 1), 100) {
      guard let place = step(&jumps, caret) else {
        if number == 0 { message = .warning(otherwise) }
        return
      }
      moveCaret(to: place)
    }
  }

  /// Goes to a place from which the list of jumps leads back.
  mutating func jump(to place: ByteOffset) {
    jumps.leave(caret)
    moveCaret(to: place)
  }

  // MARK: Bookmarks

  mutating func typeBookmark(_ letter: Character, sets: Bool) {
    if !sets, letter == "'" || letter == "`" {
      guard let place = jumps.last(otherThan: caret) else {
        message = .warning("There is no jump to go back to")
        return
      }
      return jump(to: place)
    }
    guard letter.isLetter else {
      message = .warning("A letter names a bookmark")
      return
    }
    if sets {
      bookmarks[letter] = caret
      message = Message("bookmark \(letter) is here · \(hint(for: .goToBookmark))\(letter) returns")
    } else if let place = bookmarks[letter] {
      jump(to: place)
    } else {
      message = .warning("There is no bookmark \(letter)\(knownBookmarks)")
    }
  }

  private var knownBookmarks: String {
    let known = bookmarks.keys.sorted().map(String.init).joined(separator: " ")
    let set = hint(for: .setBookmark)
    return known.isEmpty ? " · \(set) and a letter make one" : "; there are \(known)"
  }

  // MARK: Labels

  private mutating func showLabels() {
    let labels = JumpLabels(on: stage, visiblePlaces)
    if labels.labels.isEmpty {
      message = .warning("Nothing on this screen is marked, and Galley found nothing")
    } else {
      focus = .article
      open(labels)
    }
  }

  /// The places on the screen where a quotation, a mention, a place name, a link or a mark begins.
  private var visiblePlaces: [ByteOffset] {
    let lines = layout.rows(from: top, count: textRows).compactMap(\.line)
    guard let first = lines.first, let last = lines.last else { return [] }
    let visible = TextSpan(first.span.start, last.span.end)
    var places = index.entries(in: visible).map(\.span.start)
    places += links(at: visible).map(\.span.start)
    if let findings {
      let analysis = findings.analysis
      places += findings.quotations.values(overlapping: visible).map {
        analysis.quotations[$0].extent.start
      }
      places += findings.locations.values(overlapping: visible).map {
        analysis.locations[$0].span.start
      }
      places += findings.mentions.starts(overlapping: visible)
    }
    return Set(places.filter(visible.contains)).sorted()
  }
}

extension Action {
  /// Whether the place that the action leaves is one to come back to.
  var leavesForAfar: Bool {
    switch self {
    case .articleStart, .articleEnd, .nextMatch, .previousMatch, .searchWord, .nextAnnotation,
      .previousAnnotation, .nextQuotation, .previousQuotation, .nextSpeaker, .previousSpeaker,
      .nextLocation, .previousLocation, .nextLink, .previousLink, .nextClaim, .previousClaim,
      .nextUnreviewed,
      .previousUnreviewed, .repeatJump, .repeatJumpBackward:
      true
    default: false
    }
  }
}
