// The screen of an adjudication: the cases above, the versions of the one under the cursor below, side
// by side where two people marked and the screen is wide enough, one under the other elsewhere.

import Agreement
import ArticleModel
import Corpus
import Interface
import Screen

extension AdjudicationState {
  /// How the screen is divided now.
  var plan: ListPlan {
    ListPlan(
      size: size, isWriting: true, entries: stage.rowsTaken == nil ? max(listed.count, 1) : nil)
  }

  /// The first row below what is read.
  package var bodyEnd: Row? { plan.rule ?? plan.status }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let view = AdjudicationView(state: self, plan: plan)
    view.drawHeader(into: &frame)
    view.drawList(into: &frame)
    view.drawVersions(into: &frame)
    view.drawStatus(into: &frame)
  }
}

/// The parts of the screen.
private struct AdjudicationView {
  let state: AdjudicationState
  let plan: ListPlan

  private var theme: Theme { state.theme }
  private var width: Column { state.size.columns }

  // MARK: Header

  func drawHeader(into frame: inout Frame) {
    let cases = state.collation.cases
    let agreed = cases.count { state.collation.isAgreed($0) }
    let differing = cases.count - agreed
    let annotations = state.result.annotations
    let decided = cases.count {
      !state.collation.isAgreed($0)
        && state.collation.decision(on: $0, in: annotations) != nil
    }
    let right = "\(decided) of \(differing) decided"
    let names = state.collation.annotators.indices.map(state.name).joined(separator: " | ")
    let room = max(width - right.displayWidth - 2, 0)
    let name = state.collation.article.source.name
    let end = frame.write(
      " COMPARE \(name)".truncated(to: room), at: Position(row: 0, column: 0),
      style: theme[.paneTitle])
    frame.write(
      "   \(names)   \(agreed) agreed".truncated(to: max(room - end, 0)),
      at: Position(row: 0, column: end), style: theme[.paneDetail])
    frame.write(
      right, at: Position(row: 0, column: max(width - right.displayWidth - 1, 0)),
      style: theme[.bar])
  }

  // MARK: List

  func drawList(into frame: inout Frame) {
    if state.listed.isEmpty {
      let text = "Everyone marked the same. \(state.hint(for: .toggleFold)) shows the marks."
      frame.write(
        text.truncated(to: width - 2), at: Position(row: 1, column: 1), style: theme[.paneDetail])
      frame.cursor = Position(row: 1, column: 0)
    }
    for (row, index) in zip(plan.list.rows, state.listed.indices.dropFirst(state.top)) {
      draw(index, at: row, into: &frame)
    }
  }

  private func draw(_ index: Int, at row: Row, into frame: inout Frame) {
    let item = state.collation.cases[state.listed[index]]
    let isCursor = index == state.cursor
    let overlay = isCursor ? theme[.paneCursorFocused] : .plain
    if isCursor {
      frame.clear(Area(row: row, column: 0, rows: 1, columns: width), style: overlay)
      frame.write("▸", at: Position(row: row, column: 0), style: overlay)
      frame.cursor = Position(row: row, column: 0)
    }
    let decision = state.decisions[index]
    let outcome = decision.map { state.outcome(of: item, $0) } ?? self.difference(of: item)
    let outcomeWidth = min(width.value / 2, 56)
    let letter = item.versions.first.map { String($0.annotation.kind.gutterLetter) } ?? " "
    let sign = decision == nil ? " " : "✓"
    frame.write(
      letter + sign, at: Position(row: row, column: 2), style: theme[.mark].overlaid(by: overlay))
    let end = width - Column(outcomeWidth) - 2
    frame.write(
      words(of: item).truncated(to: max(end - 5, 0)), at: Position(row: row, column: 5),
      style: theme[.paneText].overlaid(by: overlay))
    frame.write(
      outcome.truncated(to: Column(outcomeWidth)), at: Position(row: row, column: end + 1),
      style: theme[.paneDetail].overlaid(by: overlay))
  }

  private func words(of item: Collation.Case) -> String {
    guard let span = item.extent else { return "the whole article" }
    let text = state.collation.article.text.string(in: span)
    return "“\(text.shortened(to: 200))”"
  }

  private func difference(of item: Collation.Case) -> String {
    let parts = state.collation.differences(in: item).map { difference in
      switch difference {
      case .missing(let missing): absence(of: missing, from: item)
      case .words: "other words"
      case .terms:
        item.versions.contains { $0.annotation.correction != nil }
          ? "corrected otherwise" : "other terms"
      }
    }
    let disputing = state.collation.annotators.indices.filter {
      item.version(of: $0) != nil && state.collation.isDisputed(item, by: $0)
    }
    let all = parts + disputing.map { "\(state.name(of: $0)) disagrees" }
    return all.isEmpty ? "agreed" : all.joined(separator: " · ")
  }

  /// Who disagrees without a mark, and who has not marked it at all: "Ben disagrees", "only Ana", "not Cleo".
  private func absence(of missing: [Int], from item: Collation.Case) -> String {
    let disputing = missing.filter { state.collation.isDisputed(item, by: $0) }
    let silent = missing.filter { !disputing.contains($0) }
    var parts = disputing.map { "\(state.name(of: $0)) disagrees" }
    if disputing.isEmpty, item.versions.count == 1,
      !silent.contains(where: { state.collation.isHeld(item, by: $0) })
    {
      parts.append("only \(state.name(of: item.versions[0].annotator))")
    } else if !silent.isEmpty {
      let isHeld = silent.allSatisfy { state.collation.isHeld(item, by: $0) }
      let names = silent.map(state.name).joined(separator: ", ")
      parts.append(isHeld ? "nothing from \(names)" : "not \(names)")
    }
    return parts.joined(separator: " · ")
  }

  // MARK: Versions

  func drawVersions(into frame: inout Frame) {
    guard plan.preview.size.rows > 0 else { return }
    if let rule = plan.rule {
      let line = String(repeating: "─", count: width.value)
      frame.write(line, at: Position(row: rule, column: 0), style: theme[.rule])
    }
    guard state.stage.rowsTaken == nil, let item = state.current else { return }
    CaseView(state: state, item: item, area: plan.preview).draw(into: &frame)
  }

  // MARK: Foot

  func drawStatus(into frame: inout Frame) {
    let style = theme[.status]
    frame.clear(Area(row: plan.status, column: 0, rows: 1, columns: width), style: style)
    if let message = state.message {
      return message.draw(into: &frame, row: plan.status, theme: theme)
    }
    let place = state.listed.isEmpty ? "" : "case \(state.cursor + 1) of \(state.listed.count)"
    let text = state.showsAgreed ? "\(place) · those agreed on are shown" : place
    frame.write(
      text.truncated(to: width - 2), at: Position(row: plan.status, column: 1), style: style)
  }
}
