// The map: opened at a place, and back at one.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the map at the place under the caret, or at the most mentioned one.
  mutating func openMap() {
    let count = entryCount(of: .locations)
    open(PlacesOnMap(on: stage, selected: cursor(of: .locations) ?? (count > 0 ? 0 : nil)))
  }

  /// Goes to the first mention of a place.
  mutating func leaveMap(for rank: Int?) {
    let mention = rank.flatMap { place(rank: $0)?.mentions.first }
    if let start = mention.flatMap({ analysis?.locations[$0].span.start }) { moveCaret(to: start) }
  }
}
