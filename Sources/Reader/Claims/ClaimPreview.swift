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
    let room = min(max(area.size.rows.value - records.count - 1, 2), 5)
    var row = drawContext(lines: room, into: &frame)
    let isLoose = records.count + (row - area.top).value < area.size.rows.value
    if row < area.bottom, isLoose { row = row + 1 }
    let left = max((area.bottom - row).value, 0)
    for (text, role) in fitting(records, in: left) {
      frame.write(text, at: Position(row: row, column: 2), style: state.theme[role])
      row = row + 1
    }
  }

  /// The lines that there is room for, and how many there are besides.
  private func fitting(_ records: [(String, Role)], in rows: Int) -> [(String, Role)] {
    guard records.count > rows, rows > 0 else { return Array(records.prefix(rows)) }
    let shown = records.prefix(rows - 1)
    let more = "… \(counted(records.count - shown.count, "more line", plural: "more lines"))"
    return shown + [("\(more) · \(state.claimHint(for: .editRecord)) shows all", .paneDetail)]
  }

  // MARK: The words in their context

  /// A word of the context or of the claim.
  private struct Word {
    var text: String
    var isClaim = false
    /// Whether no blank stands before it, as before a comma.
    var isGlued = false
  }

  private func drawContext(lines: Int, into frame: inout Frame) -> Row {
    var position = Position(row: area.top, column: 2)
    let last = min(area.top + Row(lines), area.bottom)
    for word in words(filling: lines * max(area.size.columns.value - 6, 1)) {
      if word.isGlued, position.column > 2 { position.column = position.column - 1 }
      if position.column > 2, position.column + word.text.displayWidth > area.right - 2 {
        position = Position(row: position.row + 1, column: 2)
      }
      guard position.row < last else { return position.row }
      let end = frame.write(
        word.text.truncated(to: area.right - 2 - position.column), at: position,
        style: state.theme[word.isClaim ? .activeQuotation : .paneDetail])
      position = Position(row: position.row, column: end + 1)
    }
    return position.row + 1
  }

  /// The words of the claim, and of its paragraph as many before and after as so many columns have room for.
  private func words(filling columns: Int) -> [Word] {
    guard let span = claim.span, let block = state.article.block(atOrAfter: span.start)?.span else {
      return Self.split(claim.words).map { Word(text: $0, isClaim: true) }
    }
    let text = state.article.text
    let start = max(block.start, text.graphemeStart(at: text.clamp(span.start - Self.reach)))
    let end = min(block.end, text.graphemeStart(at: text.clamp(span.end + Self.reach)))
    let rest = text.string(in: TextSpan(span.end, max(end, span.end)))
    let own = Self.split(text.string(in: span))
    let before = Self.split(text.string(in: TextSpan(start, max(span.start, start))))
    let after = Self.split(rest)
    let room = max(columns - Self.width(of: own), 0)
    let led = Self.fitting(before.reversed(), in: room / 2)
    let followed = Self.fitting(after, in: room - Self.width(of: led))
    var words = led.reversed().map { Word(text: $0) } + own.map { Word(text: $0, isClaim: true) }
    for (number, word) in followed.enumerated() {
      words.append(Word(text: word, isGlued: number == 0 && rest.first?.isWhitespace == false))
    }
    if led.count < before.count || start > block.start { words.insert(Word(text: "…"), at: 0) }
    if followed.count < after.count || end < block.end { words.append(Word(text: "…")) }
    return words
  }

  private static func width(of words: [String]) -> Int {
    words.reduce(0) { $0 + $1.displayWidth.value + 1 }
  }

  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// As many of the first words as so many columns have room for.
  private static func fitting(_ words: [String], in columns: Int) -> [String] {
    var used = 0
    return Array(
      words.prefix { word in
        used += word.displayWidth.value + 1
        return used <= columns
      })
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
    if let decided = state.decided(claim) { add("Decision", decided) }
    for mark in state.marks(of: claim) { mark.describe(in: state, add) }
    for source in claim.sources { source.describeAsEvidence(add) }
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
      "not checked yet · \(key(.setStatus)) gives a verdict, \(key(.markEvidence)) adds "
      + "evidence, \(key(.reviewed)) records that you checked it"
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
    let status =
      (isPlain ? "" : " · status: \(annotation.status.label)")
      + (annotation.isPrivate ? " · private" : "")
    add("Verdict", "\(verdict)\(status) · \(name ?? "someone")\(day)", .paneText)
    if let doubt = anchor?.doubt { add("", "\(doubt): \(repair(in: state))", .paneText) }
    if let restated = annotation.claim.restated { add("  Claim", restated, .paneText) }
    if let asOf = annotation.claim.asOf { add("  As of", asOf.description, .paneDetail) }
    if !annotation.note.isEmpty { add("  Note", annotation.note.onOneLine, .paneText) }
    for (number, source) in annotation.evidence.enumerated() {
      add(number == 0 ? "  Evidence" : "", source.inWords, .paneDetail)
    }
    if let contradiction { add("", contradiction, .paneText) }
    describeReactions(in: state, add)
  }

  /// Adds the lines of a mark of evidence: its sources and whose it is, else its note.
  fileprivate func describeAsEvidence(_ add: (String, String, Role) -> Void) {
    let whose = " · \(name ?? "someone")"
    let sources = annotation.evidence.map(\.inWords)
    let note = annotation.note.onOneLine
    let lines = sources + (note.isEmpty ? [] : [note])
    for (number, line) in (lines.isEmpty ? ["a mark of evidence"] : lines).enumerated() {
      add(number == 0 ? "Evidence" : "", number == 0 ? line + whose : line, .paneDetail)
    }
  }

  /// Adds what others replied, and whether they agree.
  private func describeReactions(
    in state: ReaderState, _ add: (String, String, Role) -> Void
  ) {
    guard let reactions = state.reactions(to: annotation) else { return }
    add("  Others", reactions, .paneText)
    for reply in state.repliesShown(under: annotation.id) {
      let who = reply.creator?.name ?? "someone"
      add("", "└ \(who): \(reply.note.onOneLine)", .paneDetail)
    }
  }

  /// That a verdict goes against all the evidence that takes a side; nil when it does not.
  private var contradiction: String? {
    let stances = Set(annotation.evidence.compactMap(\.stance)).subtracting([.discusses])
    guard stances.count == 1, let term = verdict?.term else { return nil }
    switch (term, stances.first) {
    case ("supported", .refutes): return "all its evidence is against the claim"
    case ("refuted", .supports): return "all its evidence supports the claim"
    default: return nil
    }
  }

  /// Which keys settle the doubt about its place.
  private func repair(in state: ReaderState) -> String {
    let resize = "\(state.hint(for: .resize)) gives it new words"
    guard anchor?.state == .uncertain else { return resize }
    return "\(state.hint(for: .acceptFinding)) keeps it, \(resize)"
  }
}

extension Evidence {
  /// "refutes · https://… · “the words”".
  fileprivate var inWords: String {
    [stance?.rawValue, addressOrName, address == nil ? publisher : nil, passage?.quoted].compactMap
    { $0 }.joined(separator: " · ")
  }
}
