// Below the list: the mark under the cursor in its context, what was said about it, and by whom.

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the preview of a review.
package struct ReviewPreview {
  package let state: ReviewState
  package let area: Area

  package func draw(into frame: inout Frame) {
    guard area.size.rows > 0 else { return }
    guard let entry = state.current else { return }
    let details = self.details(of: entry)
    let rows = max(area.size.rows.value - details.count, 1)
    let words = Area(
      row: area.top, column: 2, rows: Row(rows), columns: max(area.size.columns - 4, 8))
    var row = context(of: entry).draw(in: words, state.theme, into: &frame)
    for (text, role) in details where row < area.bottom {
      frame.write(
        text.truncated(to: area.size.columns - 4), at: Position(row: row, column: 2),
        style: state.theme[role])
      row = row + 1
    }
  }

  // MARK: The words in their context

  /// The surroundings come from the article; where it is missing, from what the sidecar kept of them.
  private func context(of entry: ReviewEntry) -> PassageContext {
    guard let kept = entry.row.annotation.targets.first?.passage else {
      return PassageContext(before: "", marked: "the whole article", after: "")
    }
    guard let text = state.article(of: entry)?.article?.text,
      let span = entry.row.anchors?.first?.span
    else { return PassageContext(before: kept.prefix, marked: kept.exact, after: kept.suffix) }
    return PassageContext(of: span, in: text)
  }

  // MARK: What was said about it

  private func details(of entry: ReviewEntry) -> [(String, Role)] {
    let mark = entry.row.annotation
    var lines: [(String, Role)] = []
    let whose = mark.byline(state.title).map { " · \($0)" } ?? ""
    let work = mark.assignee.map { " · for \($0.name)" } ?? ""
    let status = "status: \(mark.status.label)\(work)"
    lines.append(
      ("\(mark.kind.gutterLetter)  \(entry.row.label)\(whose) · \(status)", .paneText))
    if let lost = entry.row.lostParent { lines.append((lost, .paneText)) }
    if !mark.note.isEmpty { lines.append(("   \(mark.note.shortened(to: 300))", .paneText)) }
    for change in entry.row.changes {
      lines.append(("\(change.summary) changed: \(change.excerpt())", .paneText))
    }
    for confirmation in mark.confirmations {
      let words = confirmation.words.shortened(to: 300)
      lines.append(("\(confirmation.told): \(words.inQuotationMarks)", .paneDetail))
    }
    for evidence in mark.evidence.prefix(2) {
      let stance = evidence.stance?.rawValue ?? "evidence"
      lines.append(("\(evidence.addressOrName)  (\(stance))", .paneDetail))
    }
    let reviews = entry.row.reviews.map { review in
      let who = review.creator?.name ?? "someone"
      return "\(who) \(entry.row.word(for: review) ?? "has seen it")"
    }
    for (depth, reply) in state.articles[entry.row.sidecarPath]?.replies[entry.row.id] ?? [] {
      let who = reply.creator?.name ?? "someone"
      let indent = String(repeating: "  ", count: min(depth, 4) - 1)
      lines.append(("\(indent)└ \(who): \(reply.note.shortened(to: 300))", .paneText))
    }
    let ticks = entry.row.ticks.map {
      "\(state.stage.shelf.checklists.label(of: $0)) (\($0.tickedBy))"
    }
    if !ticks.isEmpty {
      lines.append(("ticked: \(ticks.joined(separator: " · "))", .paneDetail))
    }
    if !reviews.isEmpty { lines.append((reviews.joined(separator: " · "), .paneDetail)) }
    return lines
  }
}
