// The map over the article: from place to place, nearer and further, and back to the text.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// The map of the places.
package struct PlacesOnMap: Surface {
  package var stage: Stage
  /// The selected place, as its rank in the pane; nil when the article names none.
  package private(set) var selected: Int?
  /// Steps nearer to it, or further away when negative.
  package private(set) var zoom = 0
  /// Whether borders are drawn.
  package private(set) var showsBorders = false

  init(on stage: Stage, selected: Int?) {
    (self.stage, self.selected) = (stage, selected)
  }

  package var context: KeyContext { .map }
  package var whereabouts: String { "on the map" }
  package var bindings: [Binding] { Self.table }

  private static let table: [Binding] = [Binding]([
    Binding(.down, "to the next place", label: "next place"),
    Binding(.up, "to the previous place", label: "previous"),
    Binding(.zoomIn, label: "nearer"), Binding(.zoomOut, label: "further"),
    Binding(.toggleBorders, label: "borders"),
    Binding(.open, "to the place in the text", label: "to the text"),
    Binding(.quit, "back to the text", label: "back", place: .trailing),
    Binding(.right, "to the next place"), Binding(.left, "to the previous place"),
    Binding(.nextLocation, "to the next place"),
    Binding(.previousLocation, "to the previous place"),
    Binding(.nextPane, "to the next place"), Binding(.previousPane, "to the previous place"),
    Binding(.showMap, "back to the text"), Binding(.cancel, "back to the text"),
  ]).with([.zoomToFit, .help, .redraw, .suspend])

  package var furtherHelp: [HelpSection] { [Sign.help] }

  /// What help shows of the map elsewhere.
  static let help = HelpSection(KeyContext.map.title ?? "", table, in: .map)

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    let times = max(count ?? 1, 1)
    switch action {
    case .down, .right, .nextLocation, .nextPane: select(times, among: neighbours)
    case .up, .left, .previousLocation, .previousPane: select(-times, among: neighbours)
    case .zoomIn: zoom = min(zoom + times, 8)
    case .zoomOut: zoom = max(zoom - times, -8)
    case .zoomToFit: zoom = 0
    case .toggleBorders: showsBorders.toggle()
    case .open: close(.chosen(ReaderTarget.onMap(rank: selected)))
    default: close()
    }
    return []
  }

  /// Goes round the places that have a point.
  private mutating func select(_ distance: Int, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    let ranks = (0..<reader.entryCount(of: .locations)).filter {
      reader.place(rank: $0)?.coordinate != nil
    }
    guard !ranks.isEmpty else { return }
    let here = selected.flatMap(ranks.firstIndex) ?? (distance > 0 ? -1 : 0)
    let target = (here + distance) % ranks.count
    selected = ranks[target < 0 ? target + ranks.count : target]
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    MapView(state: reader, map: self).draw(into: &frame)
  }
}
