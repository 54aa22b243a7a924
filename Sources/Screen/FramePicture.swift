// A frame as a picture in SVG, for documents: what a terminal would show, cell by cell.

/// Draws frames as SVG.
package struct FramePicture {
  private let frame: Frame
  private let page: Style

  /// How wide and high a cell is, and how far below its top the text stands, in pixels.
  private static let (cellWidth, cellHeight, baseline) = (8.4, 18, 13)

  /// A picture of a frame; `page` has the colours that stand for the terminal's own.
  package init(_ frame: Frame, page: Style) {
    self.frame = frame
    self.page = page
  }

  /// The picture as an SVG document.
  package var source: String {
    let width = Self.number(Double(frame.size.columns.value + 2) * Self.cellWidth)
    let height = (frame.size.rows.value + 1) * Self.cellHeight
    let ground = page.background.hexadecimal ?? "#000000"
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">
      """,
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"\(ground)\"/>",
      "<g transform=\"translate(\(Self.number(Self.cellWidth)) \(Self.cellHeight / 2))\">",
    ]
    for row in frame.area.rows { lines += picture(of: row) }
    if let cursor = frame.cursor { lines.append(outline(of: cursor)) }
    return (lines + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  private struct Run {
    var start: Int
    var columns = 0
    var style: Style
    var text = ""
  }

  private func picture(of row: Row) -> [String] {
    let runs = self.runs(of: row)
    return runs.compactMap { ground(of: $0, row) } + runs.compactMap { text(of: $0, row) }
  }

  /// The cells of a row, joined where they look alike; a glyph beyond ASCII stands alone, since fonts
  /// disagree on widths.
  private func runs(of row: Row) -> [Run] {
    var runs: [Run] = []
    for column in 0..<frame.size.columns.value {
      let cell = frame[Position(row: row, column: Column(column))]
      guard let glyph = cell.glyph else {
        runs[runs.count - 1].columns += 1
        continue
      }
      let joins =
        runs.last.map { $0.style == cell.style && $0.text.utf8.allSatisfy { $0 < 0x80 } } ?? false
      if !joins || glyph.ascii == nil { runs.append(Run(start: column, style: cell.style)) }
      runs[runs.count - 1].columns += 1
      runs[runs.count - 1].text.append(glyph.character)
    }
    return runs
  }

  private func colors(of style: Style) -> (text: String, ground: String) {
    let text = style.foreground.hexadecimal ?? page.foreground.hexadecimal ?? "#ffffff"
    let ground = style.background.hexadecimal ?? page.background.hexadecimal ?? "#000000"
    return style.attributes.contains(.reverse) ? (ground, text) : (text, ground)
  }

  private func ground(of run: Run, _ row: Row) -> String? {
    let ground = colors(of: run.style).ground
    if ground == page.background.hexadecimal { return nil }
    let (x, y, width) = (Self.x(run.start), row.value * Self.cellHeight, Self.x(run.columns))
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(Self.cellHeight)\" "
      + "fill=\"\(ground)\"/>"
  }

  private func text(of run: Run, _ row: Row) -> String? {
    guard run.text.contains(where: { $0 != " " }) || run.style.attributes.contains(.underline)
    else { return nil }
    let attributes = run.style.attributes
    var looks = " fill=\"\(colors(of: run.style).text)\""
    if attributes.contains(.bold) { looks += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { looks += " font-style=\"italic\"" }
    if attributes.contains(.underline) { looks += " text-decoration=\"underline\"" }
    if attributes.contains(.dim) { looks += " opacity=\"0.7\"" }
    let y = row.value * Self.cellHeight + Self.baseline
    return "<text x=\"\(Self.x(run.start))\" y=\"\(y)\" textLength=\"\(Self.x(run.columns))\" "
      + "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"\(looks)>"
      + "\(Self.escaped(run.text))</text>"
  }

  private func outline(of cursor: Position) -> String {
    let (x, y) = (Self.x(cursor.column.value), cursor.row.value * Self.cellHeight)
    return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.x(1))\" height=\"\(Self.cellHeight)\" "
      + "fill=\"none\" stroke=\"\(page.foreground.hexadecimal ?? "#ffffff")\"/>"
  }

  private static func x(_ columns: Int) -> String { number(Double(columns) * cellWidth) }

  /// A number with one decimal, without it when it is 0.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
