// Handing in: who reads unaided says that the marks are done, and what was closed opens.

import ArticleModel
import Interface

extension ReaderState {
  /// Asks once, then has the moment written down. Once more takes that back; the moment stays in the sidecar,
  /// since what others marked was open from then on.
  mutating func handIn() -> [Effect] {
    if let readOnlyReason {
      message = .warning(readOnlyReason)
      return []
    }
    let count = ownMarks
    if let handedIn { return takeBackHandIn(of: handedIn, count) }
    guard marksToHandIn == count else {
      marksToHandIn = count
      message = Message(
        "hand in \(counted(count, "mark"))? \(hint(for: .handIn)) again hands in; later marks do not count"
      )
      return []
    }
    return [.desk(.handIn(clock()))]
  }

  /// Asks once, then has it written down.
  private mutating func takeBackHandIn(of moment: Timestamp, _ count: Int) -> [Effect] {
    guard marksToHandIn == count else {
      marksToHandIn = count
      message = Message(
        "handed in on \(moment.dayText) · \(hint(for: .handIn)) again takes that back; the sidecar keeps "
          + "that moment")
      return []
    }
    return [.desk(.takeBackHandIn)]
  }

  /// Goes on as before. What was opened stays open in this sitting: it has been seen.
  mutating func tookBackHandIn() {
    (handedIn, marksToHandIn) = (nil, nil)
    message = Message(
      "not handed in any more · what you mark now counts once you hand in again · \(hint(for: .handIn))"
    )
  }

  /// Opens what was closed.
  mutating func tookIn(handedIn moment: Timestamp) {
    let wasClosed = awaitsHandIn
    handedIn = moment
    (awaitsHandIn, marksToHandIn) = (false, nil)
    layers = closedLayers ?? layers
    closedLayers = nil
    updateClaims()
    let people =
      wasClosed
      ? layers.map { "you now see the marks of \(counted($0.names.count, "other"))" } : nil
    let found = wasClosed ? "\(hint(for: .toggleSuggestions)) shows what was found" : nil
    let hasMore = people == nil && layersBesideInShort != nil
    let beside = hasMore ? "\(hint(for: .showLayers)) shows the marks of colleagues" : nil
    let parts = ["handed in \(counted(ownMarks, "mark"))", people, beside, found]
    message = Message(parts.compactMap(\.self).joined(separator: " · "))
  }

  /// What is to be handed in: marks, without answers and corrections.
  private var ownMarks: Int {
    annotations.annotations.count { AnnotationKind.marks.contains($0.kind) }
  }

  /// Why no marks of others are shown before the own ones are handed in.
  var whyOthersAreHidden: String {
    "You see the others’ marks once you have handed in · \(hint(for: .handIn))"
  }

  /// Why nothing that was found is shown, and how it comes to be; for panes and the map.
  var whyHidden: String {
    awaitsHandIn
      ? "hidden until you hand in · \(hint(for: .handIn))"
      : "hidden · \(hint(for: .toggleSuggestions)) shows what was found"
  }
}
