// The screen of a review as a function of its state. Header and foot are here; the list and the
// preview have views of their own.

import ArticleModel
import Corpus
import Interface
import Screen

extension ReviewState {
  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let plan = self.plan
    ReviewHeader(state: self).draw(into: &frame)
    ReviewListView(state: self, area: plan.list).draw(into: &frame)
    if let rule = plan.rule {
      let line = String(repeating: "─", count: size.columns.value)
      frame.write(line, at: Position(row: rule, column: 0), style: theme[.rule])
    }
    if stage.rowsTaken == nil { ReviewPreview(state: self, area: plan.preview).draw(into: &frame) }
    ReviewStatus(state: self).draw(into: &frame, row: plan.status)
  }
}

/// The first row: what is reviewed, which marks are listed, how many are reviewed.
private struct ReviewHeader {
  let state: ReviewState

  func draw(into frame: inout Frame) {
    let right = progress
    let width = state.size.columns
    let limit = max(width - right.displayWidth - 2, 0)
    var column = frame.write(
      " REVIEW \(state.title)".truncated(to: limit), at: Position(row: 0, column: 0),
      style: state.theme[.paneTitle])
    column = frame.write(
      "   \(counts)".truncated(to: max(limit - column, 0)), at: Position(row: 0, column: column),
      style: state.theme[.paneDetail])
    if !state.filterText.isEmpty {
      frame.write(
        "   filter: \(state.filterText) ×".truncated(to: max(limit - column, 0)),
        at: Position(row: 0, column: column), style: state.theme[.paneText])
    }
    frame.write(
      right, at: Position(row: 0, column: max(width - right.displayWidth - 1, 0)),
      style: state.theme[.bar])
  }

  private var counts: String {
    let list = state.list
    let articles = state.articles.articleCount
    let isFiltered = list.shownCount < list.entries.count
    let shown = isFiltered ? "\(list.shownMarkCount) of " : ""
    let replies = state.articles.replyCount
    let answered = replies == 0 ? "" : ", \(counted(replies, "reply", plural: "replies"))"
    let marks = counted(list.markCount, "mark") + answered
    return "\(shown)\(marks) in \(counted(articles, "article"))"
  }

  /// "37 of 120 reviewed ███▌······ · 20 done", or the figures alone where there is less room.
  private var progress: String {
    let (reviewed, all) = (state.list.reviewedCount, state.list.markCount)
    if state.size.columns < 60 { return "\(reviewed)/\(all)" }
    let figures = "\(reviewed) of \(all) reviewed"
    if state.size.columns < 90 { return figures }
    if state.size.columns < 120 { return "\(figures) \(bar(reviewed, of: all))" }
    return "\(figures) \(bar(reviewed, of: all)) · \(state.list.doneCount) done"
  }

  private func bar(_ done: Int, of all: Int) -> String {
    let length = 10
    let eighths = all == 0 ? 0 : done * length * 8 / all
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let full = String(repeating: "█", count: eighths / 8) + partial
    return full + String(repeating: "·", count: length - full.count)
  }
}

/// The status line: where the cursor is, how the list is arranged, how the looking goes.
private struct ReviewStatus {
  let state: ReviewState

  func draw(into frame: inout Frame, row: Row) {
    let width = state.size.columns
    let style = state.theme[.status]
    frame.clear(Area(row: row, column: 0, rows: 1, columns: width), style: style)
    if let message = state.message {
      return message.draw(into: &frame, row: row, theme: state.theme)
    }
    let right = looking.truncated(to: width - 2)
    let room = width - right.displayWidth - 3
    frame.write(left.truncated(to: room), at: Position(row: row, column: 1), style: style)
    frame.write(
      right, at: Position(row: row, column: width - right.displayWidth - 1),
      style: state.theme[.statusDetail])
  }

  private var left: String {
    var parts: [String] = []
    if let current = state.current {
      let place = current.row.span.map { ":\($0.start.value)" } ?? ""
      parts.append("\(current.row.articleName)\(place)")
      let annotations = state.articles[current.row.sidecarPath]?.article.annotations ?? []
      parts += state.stage.shelf.checklists.begun(in: annotations).map(\.summary)
    }
    if !state.chosen.isEmpty { parts.append("\(state.chosen.count) selected") }
    if state.list.order != .place { parts.append("by \(state.list.order.label)") }
    return parts.joined(separator: "   ")
  }

  private var looking: String {
    switch state.progress {
    case .looking(let done, let found):
      "looking: \(done) of \(found) sidecars · \(state.hint(for: .cancel)) stops"
    case .stopped: "stopped: there may be more marks"
    case .finished:
      state.list.place(of: state.cursor).map { "\($0)/\(state.list.shownCount)" } ?? ""
    }
  }
}
