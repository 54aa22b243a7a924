// A line of the article as cells, with its highlights.

import ArticleModel
import Screen

/// The cells of a line, and which of them show which bytes.
struct LineOfCells: Equatable {
  /// The cells, without the indent.
  let cells: [Cell]
  /// The start of the line.
  private let start: ByteOffset
  /// Element i: the column of the cluster that byte i of the line belongs to; empty where byte i stands in
  /// column i.
  private let columns: [Column]
  private let length: Int

  /// Draws a line.
  init(_ key: DrawingMemory.LineKey, in text: ArticleText) {
    start = key.line.span.start
    length = key.line.span.count
    if key.line.gaps.isEmpty, let cells = Self.plainCells(key, in: text) {
      self.cells = cells
      columns = []
      return
    }
    var drawing = ClusterDrawing(key)
    for cluster in text.clusters(on: key.line) { drawing.add(cluster) }
    (cells, columns) = (drawing.cells, drawing.columns)
  }

  /// The column in which the cluster of a byte stands; nil when that is not on the line.
  func column(of offset: ByteOffset) -> Column? {
    let index = offset - start
    guard index >= 0, index < length else { return nil }
    if columns.isEmpty { return Column(index) }
    return index < columns.count ? columns[index] : nil
  }

  /// The cells of a line of printable ASCII; nil for any other. The byte behind the line counts, since it
  /// might belong to the last cluster.
  private static func plainCells(_ key: DrawingMemory.LineKey, in text: ArticleText) -> [Cell]? {
    text.withBytes { bytes in
      let range = text.clamp(key.line.span).range
      let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
      guard behind < 0x80, bytes[range].allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      var cells: [Cell] = []
      cells.reserveCapacity(range.count)
      for (stretch, style) in key.stretches(of: TextSpan(range)) {
        for byte in bytes[stretch.range] { cells.append(Cell(ascii: byte, style: style)) }
      }
      return cells
    }
  }
}

extension DrawingMemory.LineKey {
  /// The line in stretches that look the same.
  fileprivate func stretches(of span: TextSpan) -> [(TextSpan, Style)] {
    var edges = [span.start, span.end]
    for highlight in highlights {
      for edge in [highlight.span.start, highlight.span.end]
      where edge > span.start && edge < span.end { edges.append(edge) }
    }
    edges.sort()
    return zip(edges, edges.dropFirst()).lazy.filter { $0 < $1 }.map {
      (TextSpan($0, $1), style(at: $0))
    }
  }

  /// How a byte looks.
  fileprivate func style(at offset: ByteOffset) -> Style {
    highlights.reduce(base) { style, highlight in
      highlight.span.contains(offset) ? style.overlaid(by: highlight.style) : style
    }
  }
}

/// A line that is drawn cluster by cluster.
private struct ClusterDrawing {
  private(set) var cells: [Cell] = []
  private(set) var columns: [Column] = []
  private let key: DrawingMemory.LineKey

  init(_ key: DrawingMemory.LineKey) {
    self.key = key
    cells.reserveCapacity(key.line.span.count)
    columns.reserveCapacity(key.line.span.count)
  }

  mutating func add(_ cluster: LineCluster) {
    let bytes = TextSpan(cluster.offset, cluster.end).count
    columns.append(contentsOf: repeatElement(cluster.column, count: bytes))
    while cells.count < cluster.column.value { cells.append(.blank) }
    guard cluster.width > 0, let glyph = cluster.glyph else { return }
    let style = key.style(at: cluster.offset)
    cells.append(Cell(glyph: glyph, style: style))
    if glyph.width == 2 { cells.append(Cell(glyph: nil, style: style)) }
  }
}
