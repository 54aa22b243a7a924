// The map: from place to place, nearer and further, and back to the text.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the map at the place under the caret, or at the most mentioned one.
  mutating func openMap() {
    let count = entryCount(of: .locations)
    let here = cursor(of: .locations) ?? (count > 0 ? 0 : nil)
    overlay = .map(MapState(selected: here))
  }

  mutating func performInMap(_ action: Action, _ map: MapState, count: Int?) -> [Effect] {
    var map = map
    let times = max(count ?? 1, 1)
    switch action {
    case .down, .right, .nextLocation, .nextPane: selectPlace(times, in: &map)
    case .up, .left, .previousLocation, .previousPane: selectPlace(-times, in: &map)
    case .zoomIn: map.zoom = min(map.zoom + times, 8)
    case .zoomOut: map.zoom = max(map.zoom - times, -8)
    case .zoomToFit: map.zoom = 0
    case .toggleBorders: map.showsBorders.toggle()
    case .open:
      overlay = nil
      if let rank = map.selected, let start = placeStart(rank: rank) { moveCaret(to: start) }
      return []
    case .quit, .cancel, .showMap:
      overlay = nil
      return []
    case .help:
      overlay = .help(Help(.map))
      return []
    default: message = .warning("The map does not do that · \(hint(for: .quit)) closes it")
    }
    overlay = .map(map)
    return []
  }

  /// Goes round the places that have a point.
  private func selectPlace(_ distance: Int, in map: inout MapState) {
    let ranks = (0..<entryCount(of: .locations)).filter { place(rank: $0)?.coordinate != nil }
    guard !ranks.isEmpty else { return }
    let here = map.selected.flatMap(ranks.firstIndex) ?? (distance > 0 ? -1 : 0)
    let target = (here + distance) % ranks.count
    map.selected = ranks[target < 0 ? target + ranks.count : target]
  }

  private func placeStart(rank: Int) -> ByteOffset? {
    place(rank: rank)?.mentions.first.flatMap { analysis?.locations[$0].span.start }
  }
}
