// Below the list of claims: the selected one in its context, and what was said of it, by whom.

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the selected claim.
struct ClaimPreview {
  let state: ReaderState
  let claim: CheckableClaim
  let area: Area

  /// How many bytes of context are looked at on either side.
  private static let reach = 240

  func draw(into frame: inout Frame) {
    let width = area.size.columns - 4
    guard area.size.rows > 0, width > 0 else { return }
    let records = records(width: width)
    // The context gives way to what people said, but not below two lines.
    let room = max(area.size.rows.value - records.count - 1, 2)
    var row = drawContext(lines: min(room, 5), into: &frame)
    if row < area.bottom, records.count + (row - area.top).value < area.size.rows.value {
      row = row + 1
    }
    for (text, role) in records where row < area.bottom {
      frame.write(text, at: Position(row: row, column: 2), style: state.theme[role])
      row = row + 1
    }
  }

  // MARK: The words in their context

  private func drawContext(lines: Int, into frame: inout Frame) -> Row {
    var position = Position(row: area.top, column: 2)
    let last = area.top + Row(lines)
    for (word, isClaim) in words {
      let width = word.displayWidth
      if position.column > 2, position.column + width > area.right - 2 {
        position = Position(row: position.row + 1, column: 2)
      }
      guard position.row < min(last, area.bottom) else { return position.row }
      let end = frame.write(
        word.truncated(to: area.right - 2 - position.column), at: position,
        style: state.theme[isClaim ? .activeQuotation : .paneDetail])
      position = Position(row: position.row, column: end + 1)
    }
    return position.row + 1
  }

  /// The words before the claim in its paragraph, those of the claim, and those after.
  private var words: [(String, Bool)] {
    func split(_ text: String, _ isClaim: Bool) -> [(String, Bool)] {
      text.split(whereSeparator: \.isWhitespace).map { (String($0), isClaim) }
    }
    guard let span = claim.span, let block = state.article.block(atOrAfter: span.start)?.span else {
      return split(claim.words, true)
    }
    let text = state.article.text
    let start = max(block.start, text.graphemeStart(at: text.clamp(span.start - Self.reach)))
    let end = min(
      max(block.end, span.end), text.graphemeStart(at: text.clamp(span.end + Self.reach)))
    // A part of a word at the edge of what is looked at is left out.
    let before = split(text.string(in: TextSpan(start, span.start)), false)
    let after = split(text.string(in: TextSpan(span.end, max(end, span.end))), false)
    return (start > block.start ? [("…", false)] + before.dropFirst() : before)
      + split(text.string(in: span), true)
      + (end < block.end ? after.dropLast() + [("…", false)] : after)
  }

  // MARK: What was said of it

  private func records(width: Column) -> [(String, Role)] {
    var lines: [(String, Role)] = []
    func add(_ label: String, _ text: String, _ role: Role = .paneText) {
      for (number, line) in text.wrapped(to: max(width - 12, 8)).enumerated() {
        lines.append(((number == 0 ? label : "").padded(to: 12) + line, role))
      }
    }
    add("Who", who)
    for mark in state.marks(of: claim) { mark.describe(in: state, add) }
    if claim.marks.isEmpty { add("", advice, .paneDetail) }
    return lines
  }

  /// "Voltara claims it · rank 2 of 12 of what is worth checking".
  private var who: String {
    let rank = claim.rank.map {
      " · rank \($0) of \(state.claims.list.count) by how much there is to check"
    }
    let stated = claim.marks.last { $0.annotation.claim.claimant != nil }?.name
    let says = stated.map { " (as \($0) recorded)" } ?? ""
    return "\(state.claimant(of: claim))\(says)\(rank ?? "")"
  }

  private var advice: String {
    func key(_ action: Action) -> String { state.claimHint(for: action) }
    return
      "nobody has looked into it · \(key(.setStatus)) gives a verdict, \(key(.markEvidence)) adds "
      + "evidence, \(key(.reviewed)) says that you have checked it"
  }
}

extension ClaimMark {
  /// Adds the lines that say what somebody recorded of a claim.
  fileprivate func describe(
    in state: ReaderState, _ add: (String, String, Role) -> Void
  ) {
    let answers = [verdict.map(state.label(of:)), wasSaid.map { "said: \(state.label(of: $0))" }]
      .compactMap { $0 }
    let verdict = answers.isEmpty ? "no verdict" : answers.joined(separator: ", ")
    let day = (annotation.modified ?? annotation.created).map { ", \($0.dayText)" } ?? ""
    let isPlain = annotation.status == .open && !answers.isEmpty
    let status = isPlain ? "" : " · status: \(annotation.status.label)"
    add("Verdict", "\(verdict)\(status) · \(name ?? "somebody")\(day)", .paneText)
    if let doubt = anchor?.doubt { add("", "\(doubt): \(repair(in: state))", .paneText) }
    if let restated = annotation.claim.restated { add("  Claim", restated, .paneText) }
    if let asOf = annotation.claim.asOf { add("  As of", asOf.description, .paneDetail) }
    if !annotation.note.isEmpty { add("  Note", annotation.note.onOneLine, .paneText) }
    for (number, source) in annotation.evidence.enumerated() {
      add(number == 0 ? "  Evidence" : "", source.inWords, .paneDetail)
    }
  }

  /// Which keys settle the doubt about its place.
  private func repair(in state: ReaderState) -> String {
    let resize = "\(state.hint(for: .resize)) gives it other words"
    guard anchor?.state == .uncertain else { return resize }
    return "\(state.hint(for: .acceptFinding)) lets it stand, \(resize)"
  }
}

extension Evidence {
  /// "refutes · https://… · “the words”".
  fileprivate var inWords: String {
    [stance?.rawValue, url, passage?.quoted].compactMap { $0 }.joined(separator: " · ")
  }
}
