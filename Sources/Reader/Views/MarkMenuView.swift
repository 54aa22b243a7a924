// The menu after "a": what the passage can be marked as, with the keys of the live keymap.

import ArticleModel
import Interface
import Screen

/// Draws the mark menu.
struct MarkMenuView {
  let state: ReaderState
  let subject: MarkSubject

  func draw(into frame: inout Frame) {
    let items = (MarkMenu.choices + [MarkMenu.wayOut]).compactMap { action, label in
      state.keymap.keys(for: action, in: .mark).map { (Key.hint(for: $0), label) }
    }
    let (columnCount, width) = columns
    let rows = (items.count + columnCount - 1) / columnCount
    let popup = Popup(
      stage: state.stage, title: "mark \(subjectText(in: Column(columnCount * width - 6)))")
    let area = popup.open(
      rows: Row(rows), columns: Column(columnCount * width), into: &frame)
    for (number, item) in items.enumerated() {
      let row = area.top + Row(number / columnCount)
      guard row < area.bottom else { break }
      let column = area.left + Column(number % columnCount * width)
      let keys = Position(row: row, column: column)
      frame.write(item.0, at: keys, style: state.theme[.popupKey], limit: area.right)
      let label = Position(row: row, column: column + max(item.0.displayWidth + 1, 2))
      frame.write(item.1, at: label, style: state.theme[.popup], limit: area.right)
    }
  }

  /// How many columns the choices stand in, and how wide each is.
  private var columns: (count: Int, width: Int) {
    switch state.size.columns.value {
    case 84...: (3, 26)
    case 62...: (3, 19)
    case 40...: (2, 18)
    default: (1, 24)
    }
  }

  private func subjectText(in columns: Column) -> String {
    let text =
      switch subject {
      case .article: "the whole article"
      case .sourcing(let fact): "the article: \(fact)"
      case .passages(let spans, let others):
        [counted(spans.count + others.count, "place"), spans.first.map(words) ?? ""]
          .joined(separator: " ")
      case .passage(let span): words(of: span)
      }
    return text.truncated(to: columns)
  }

  private func words(of span: TextSpan) -> String {
    state.article.text.string(in: span).quoted
  }
}
