// The map over the article: a heading, the map, and what is known of the selected place.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// Draws the map over the whole screen but its foot.
struct MapView {
  let state: ReaderState
  let map: PlacesOnMap

  func draw(into frame: inout Frame) {
    let rows = max(state.size.rows.value - 2, 1)
    let body = Area(row: 0, column: 0, rows: Row(rows), columns: state.size.columns)
    frame.clear(body)
    frame.cursor = Position(row: 0, column: 0)
    let isLow = rows < 8
    let top: Row = isLow ? 0 : 1
    let area = Area(
      row: top, column: 0, rows: Row(max(rows - top.value - 1, 1)), columns: state.size.columns)
    var drawing = PlaceMap(pins: state.findings?.pins(selected: map.selected) ?? [])
    drawing.zoom = map.zoom
    drawing.showsBorders = map.showsBorders
    drawing.draw(into: &frame, area: area, theme: state.theme)
    if !isLow { drawHeading(into: &frame) }
    drawSelected(at: Row(rows - 1), into: &frame)
  }

  private func drawHeading(into frame: inout Frame) {
    let end = frame.write(
      " PLACES", at: Position(row: 0, column: 0), style: state.theme[.paneTitle])
    frame.write(
      "  \(summary)".truncated(to: max(state.size.columns - end, 0)),
      at: Position(row: 0, column: end), style: state.theme[.paneDetail])
  }

  private var summary: String {
    let places = state.analysis?.places ?? []
    let unplaced = places.filter { $0.coordinate == nil }.map(\.name)
    let without = unplaced.isEmpty ? "" : " · not on the map: \(unplaced.joined(separator: ", "))"
    let borders = map.showsBorders ? " · borders as they are held, disputed ones dashed" : ""
    return "\(places.count)\(borders)\(without)"
  }

  private func drawSelected(at row: Row, into frame: inout Frame) {
    let width = state.size.columns
    frame.clear(Area(row: row, column: 0, rows: 1, columns: width))
    guard let place = map.selected.flatMap(state.place(rank:)) else {
      let none =
        state.isUnaided
        ? " Places are \(state.whyHidden)"
        : " This article names no places."
      let text = state.analysis == nil ? " reading …" : none
      frame.write(text, at: Position(row: row, column: 0), style: state.theme[.paneDetail])
      return
    }
    let end = frame.write(
      "▸ \(place.name)".truncated(to: width), at: Position(row: row, column: 0),
      style: state.theme[.mapPlaceSelected])
    let times = place.mentions.count == 1 ? "once" : "\(place.mentions.count) times"
    let point = place.coordinate == nil ? "no point of its own" : nil
    let note = map.selected.flatMap { state.fact(ofPlaceAt: $0)?.note }
    let facts = [place.country, times, note, point].compactMap { $0 }
    frame.write(
      "  \(facts.joined(separator: " · "))".truncated(to: max(width - end, 0)),
      at: Position(row: row, column: end), style: state.theme[.paneDetail])
  }
}
