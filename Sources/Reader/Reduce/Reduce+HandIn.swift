// Handing in: who reads unaided says that the marks are done, and what was closed opens.

import ArticleModel
import Interface

extension ReaderState {
  /// Asks once, then has the moment written down. That cannot be taken back, since what others marked is
  /// open from then on.
  mutating func handIn() -> [Effect] {
    if let readOnlyReason {
      message = .warning(readOnlyReason)
      return []
    }
    if let handedIn {
      message = Message(
        "handed in on \(handedIn.dayText) already; what you mark now counts as later")
      return []
    }
    let count = ownMarks
    guard marksToHandIn == count else {
      marksToHandIn = count
      message = Message(
        "hand in \(counted(count, "mark"))? \(hint(for: .handIn)) again does; marks made later do not count"
      )
      return []
    }
    return [.desk(.handIn(clock()))]
  }

  /// Opens what was closed.
  mutating func tookIn(handedIn moment: Timestamp) {
    let wasClosed = awaitsHandIn
    handedIn = moment
    (awaitsHandIn, marksToHandIn) = (false, nil)
    layers = closedLayers ?? layers
    closedLayers = nil
    let people =
      wasClosed ? layers.map { "the marks of \(counted($0.names.count, "other")) are open" } : nil
    let found = wasClosed ? "\(hint(for: .toggleSuggestions)) shows what was found" : nil
    let parts = ["handed in \(counted(ownMarks, "mark"))", people, found]
    message = Message(parts.compactMap(\.self).joined(separator: " · "))
  }

  /// What is to be handed in: marks, without answers and corrections.
  private var ownMarks: Int {
    annotations.annotations.count { AnnotationKind.marks.contains($0.kind) }
  }

  /// Why nothing that was found is shown, and how it comes to be; for panes and the map.
  var whyHidden: String {
    awaitsHandIn
      ? "hidden until you hand in · \(hint(for: .handIn))"
      : "hidden · \(hint(for: .toggleSuggestions)) shows what was found"
  }
}
