// The order in which the lines of a page are read: column by column, what goes across all columns between.

import ArticleModel

/// Lines in one column, from the top down.
struct PageColumn {
  var lines: [PageLine]

  /// Where its lines begin and end.
  var left: Double { lines.map(\.box.left).min() ?? 0 }
  var right: Double { lines.map(\.box.right).max() ?? 0 }
}

/// Finds columns.
///
///     ┌ headline across ────────┐   lines that cross the gutter are read where they stand,
///     │ left     │ right        │   those above them first,
///     │ left     │ right        │   the left side before the right
///     └──────────┴──────────────┘
struct ColumnOrder {
  /// Columns within columns are looked for so deep.
  private static let deepest = 8
  /// A side of a gutter has at least so many lines, of at least so many characters on average.
  private static let fewestLines = 3
  private static let shortestLines = 16

  private(set) var columns: [PageColumn] = []

  init(of lines: [PageLine]) { divide(lines, depth: 0) }

  private mutating func divide(_ lines: [PageLine], depth: Int) {
    guard !lines.isEmpty else { return }
    guard depth < Self.deepest, let gutter = Self.gutter(in: lines) else {
      columns.append(PageColumn(lines: Self.rows(of: lines)))
      return
    }
    var rest = lines.filter { !Self.crosses($0, gutter) }
    var across = lines.filter { Self.crosses($0, gutter) }.sorted { $0.box.top < $1.box.top }[...]
    while let first = across.first {
      let above = rest.filter { $0.box.middle < first.box.middle }
      rest.removeAll { $0.box.middle < first.box.middle }
      divideSides(of: above, at: gutter, depth)
      // Lines across with nothing beside them belong together.
      let next = rest.map(\.box.middle).min() ?? .infinity
      let together = across.prefix { $0.box.middle <= max(next, first.box.middle) }
      columns.append(PageColumn(lines: Self.rows(of: Array(together))))
      across = across.dropFirst(max(together.count, 1))
    }
    divideSides(of: rest, at: gutter, depth)
  }

  private mutating func divideSides(of lines: [PageLine], at gutter: Double, _ depth: Int) {
    divide(lines.filter { $0.box.right <= gutter }, depth: depth + 1)
    divide(lines.filter { $0.box.right > gutter }, depth: depth + 1)
  }

  private static func crosses(_ line: PageLine, _ gutter: Double) -> Bool {
    line.box.left < gutter - 1 && line.box.right > gutter
  }

  /// Where the lines of a right-hand column begin; nil when there is one column only.
  private static func gutter(in lines: [PageLine]) -> Double? {
    guard lines.count >= 2 * fewestLines else { return nil }
    let starts = lines.map { $0.box.left }.grouped { ($0 / 4).rounded() }
      .filter { $0.members.count >= fewestLines }
      .sorted { $0.members.count > $1.members.count }.prefix(16)
      .compactMap { $0.members.min().map { $0 - 0.5 } }
    let candidates = starts.compactMap { start in
      crossings(at: start, lines).map { (start: start, crossings: $0) }
    }
    return candidates.min { ($0.crossings, $0.start) < ($1.crossings, $1.start) }?.start
  }

  /// How many lines cross a gutter; nil when it is none.
  private static func crossings(at gutter: Double, _ lines: [PageLine]) -> Int? {
    let left = lines.filter { $0.box.right <= gutter }
    let right = lines.filter { $0.box.left >= gutter - 1 }
    let across = lines.count - left.count - right.count
    guard left.count >= fewestLines, right.count >= fewestLines, across * 2 <= lines.count,
      isProse(left), isProse(right), let one = extent(left), let other = extent(right)
    else { return nil }
    let shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared * 2 >= min(one.height, other.height) ? across : nil
  }

  /// Whether lines are those of running text, not cells of a table.
  private static func isProse(_ lines: [PageLine]) -> Bool {
    lines.reduce(0) { $0 + $1.text.utf8.count } >= lines.count * shortestLines
  }

  private static func extent(_ lines: [PageLine]) -> PageBox? {
    lines.dropFirst().reduce(lines.first?.box) { $0?.union($1.box) }
  }

  /// Lines from the top down; those that stand side by side, as cells do, become one.
  private static func rows(of lines: [PageLine]) -> [PageLine] {
    var rows: [[PageLine]] = []
    let sorted = lines.sorted { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }
    for line in sorted {
      if let row = rows.last, row.allSatisfy({ isBeside(line.box, $0.box) }) {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    for index in rows.indices { rows[index].sort { $0.box.left < $1.box.left } }
    return rows.indices.map { index in
      let isCells = isTable(rows, index)
      return rows[index].dropFirst().reduce(rows[index][0]) { join($0, $1, asCells: isCells) }
    }
  }

  /// Whether the pieces of a row are cells: those of the row before or after it stand in the same columns. A
  /// single row of them is a line that was stretched to fill its column.
  private static func isTable(_ rows: [[PageLine]], _ index: Int) -> Bool {
    rows[index].count > 1
      && [index - 1, index + 1].contains { other in
        rows.indices.contains(other) && rows[other].count > 1
          && rows[index].contains { piece in
            rows[other].contains {
              isAligned(piece, $0) && piece.box.left > rows[index][0].box.left
            }
          }
      }
  }

  private static func isAligned(_ one: PageLine, _ other: PageLine) -> Bool {
    let most = one.box.height / 2
    return abs(one.box.left - other.box.left) < most || abs(one.box.right - other.box.right) < most
  }

  private static func isBeside(_ one: PageBox, _ other: PageBox) -> Bool {
    abs(one.middle - other.middle) * 3 < min(one.height, other.height)
      && (one.left >= other.right - 1 || other.left >= one.right - 1)
  }

  private static func join(
    _ one: PageLine, _ other: PageLine, asCells: Bool
  ) -> PageLine {
    let (first, second) = one.box.left <= other.box.left ? (one, other) : (other, one)
    let gap = second.box.left - first.box.right
    let between = asCells && gap > 1.5 * first.box.height ? Self.cellSeparator : " "
    return PageLine(
      box: first.box.union(second.box), text: first.text + between + second.text,
      firstWord: first.firstWord)
  }

  /// What stands between cells of a row.
  static let cellSeparator = " | "
}
