// Remembers what was drawn lately: from one key to the next, most of the screen stays as it was.

import ArticleModel
import Interface
import Screen

/// Lines and panes that were drawn lately, by all that they were drawn from.
///
/// A class because copies of the state share it. What it holds follows from its keys alone, so that sharing
/// it changes nothing but the time that drawing takes; builds for debugging draw again and compare, unless the
/// text stands in a file that somebody may cut meanwhile.
final class DrawingMemory {
  /// Whether what is remembered is compared with what is drawn anew.
  let compares: Bool

  init(compares: Bool) { self.compares = compares }

  /// All that a line of the article is drawn from.
  struct LineKey: Equatable {
    let line: TextLine
    let base: Style
    /// What is laid over it, in order.
    let highlights: [Highlight]
  }

  /// What is on the screen, but for the panes: all that the strip beside the text is drawn from.
  struct WindowKey: Equatable {
    let state: Edition
    let stage: Edition
    let plan: ScreenPlan
    let measure: Column
    let top: RowAddress
  }

  /// All that the visible part of the article is drawn from, but for the place of the caret in it.
  struct ArticleKey: Equatable {
    let window: WindowKey
    let highlights: [Highlight]
    /// The blocks that are lit; nil when all are.
    let lit: [TextSpan]?
    /// The mark whose note stands out.
    let current: AnnotationID?
  }

  /// All that the panes list, whatever is selected in them.
  struct PanesEdition: Equatable {
    let state: Edition
    let stage: Edition
    let columns: Column
    let folded: Set<Pane>
    let arrangements: [Pane: PaneArrangement]
    /// Whether all of the article has been analysed.
    let isWholly: Bool
  }

  /// All that the panes are drawn from while the article has the keys.
  struct PanesKey: Equatable {
    let edition: PanesEdition
    let area: Area
    /// The selected row of each pane.
    let cursors: [Int?]
  }

  /// All that the lines of a pane are made from, of one edition.
  struct LinesKey: Hashable {
    let pane: Pane
    let cursor: Int?
    let fullness: PaneFullness
    let isFocused: Bool
  }

  /// All that a pane is drawn from, of one edition, while the article has the keys.
  struct PictureKey: Equatable {
    let lines: LinesKey
    let area: Area
  }

  /// All that the lines of an entry are made from, of one edition, while it is not selected.
  struct EntryLineKey: Hashable {
    let pane: Pane
    let number: Int
    let fullness: PaneFullness
    var isSelected = false
  }

  private struct EntryKey: Hashable {
    let pane: Pane
    let number: Int
  }

  private var lines: [Int: (key: LineKey, picture: LineOfCells)] = [:]
  /// The visible part of the article.
  let article = PictureMemory<ArticleKey>()
  /// The strip that stands for the whole article.
  let strip = PictureMemory<WindowKey>()
  /// All panes.
  let panes = PictureMemory<PanesKey>()
  /// What the following were made of.
  private var edition: PanesEdition?
  private var entries: [EntryKey: PaneEntry] = [:]
  private var paneLines: [LinesKey: PaneLines] = [:]
  private var linesOfEntries: [EntryLineKey: [PaneLines.Line]] = [:]
  private var entryLines: [EntryLineKey: [Cell]] = [:]
  private var pictures: [Pane: PictureMemory<PictureKey>] = [:]
  /// When more lines than this are remembered, all are forgotten.
  private static let most = 1024

  /// A line, drawn with `draw` unless one of the same key was drawn last at its place.
  func line(likewise key: LineKey, draw: () -> LineOfCells) -> LineOfCells {
    let place = key.line.span.start.value
    if let known = lines[place], known.key == key {
      assert(!compares || known.picture == draw(), "a line is drawn from more than its key says")
      return known.picture
    }
    if lines.count >= Self.most { lines.removeAll(keepingCapacity: true) }
    let picture = draw()
    lines[place] = (key, picture)
    return picture
  }

  /// A line that was drawn last at its place, in whatever style; nil when it was not.
  func line(showing line: TextLine) -> LineOfCells? {
    lines[line.span.start.value].flatMap { $0.key.line == line ? $0.picture : nil }
  }

  /// An entry of a pane, made with `make` unless it was made before in the same edition.
  func entry(
    _ number: Int, of pane: Pane, in edition: PanesEdition, make: () -> PaneEntry
  ) -> PaneEntry {
    follow(edition)
    let key = EntryKey(pane: pane, number: number)
    if let known = entries[key] {
      assert(!compares || known == make(), "an entry is made from more than its edition says")
      return known
    }
    if entries.count >= Self.most { entries.removeAll(keepingCapacity: true) }
    let entry = make()
    entries[key] = entry
    return entry
  }

  /// The lines of a pane, made with `make` unless they were made before in the same edition.
  func lines(_ key: LinesKey, in edition: PanesEdition, make: () -> PaneLines) -> PaneLines {
    follow(edition)
    if let known = paneLines[key] {
      assert(!compares || known.isLike(make()), "lines are made from more than their key says")
      return known
    }
    if paneLines.count >= Self.fewLines { paneLines.removeAll(keepingCapacity: true) }
    let lines = make()
    paneLines[key] = lines
    return lines
  }

  /// The lines of an entry, made with `make` unless they were made before in the same
  /// edition.
  func lines(
    _ key: EntryLineKey, in edition: PanesEdition, make: () -> [PaneLines.Line]
  ) -> [PaneLines.Line] {
    follow(edition)
    if let known = linesOfEntries[key] {
      assert(
        !compares || known == make(), "an entry's lines are made from more than their key says")
      return known
    }
    if linesOfEntries.count >= Self.most { linesOfEntries.removeAll(keepingCapacity: true) }
    let lines = make()
    linesOfEntries[key] = lines
    return lines
  }

  /// The cells of an entry's first line; nil when they were not drawn in the same edition.
  func entryLine(_ key: EntryLineKey, in edition: PanesEdition) -> [Cell]? {
    follow(edition)
    return entryLines[key]
  }

  /// Remembers them.
  func keep(_ cells: [Cell], of key: EntryLineKey) {
    if entryLines.count >= Self.most { entryLines.removeAll(keepingCapacity: true) }
    entryLines[key] = cells
  }

  /// A pane by itself, as long as the edition is the same.
  func picture(of pane: Pane, in edition: PanesEdition) -> PictureMemory<PictureKey> {
    follow(edition)
    if let known = pictures[pane] { return known }
    let picture = PictureMemory<PictureKey>()
    pictures[pane] = picture
    return picture
  }

  /// The lines of a long pane are many, so few panes are remembered.
  private static let fewLines = 48

  private func follow(_ edition: PanesEdition) {
    if edition == self.edition { return }
    self.edition = edition
    entries.removeAll(keepingCapacity: true)
    paneLines.removeAll(keepingCapacity: true)
    linesOfEntries.removeAll(keepingCapacity: true)
    entryLines.removeAll(keepingCapacity: true)
    pictures.removeAll(keepingCapacity: true)
  }
}
