// A quotation beside its source: what became of it, the story above, the source below with the differences
// marked, and what was put down already.
//
//     ≠ altered – Delgado
//       ! a number was changed
//     story    … the mayor said. “No one was told until Friday.” Later …
//     source   … so that was wrong. No one was told {-about it-} until Friday {+morning+}. The next …
//              council.vtt, line 7, 00:21:40, Delgado · place 1 of 2

import ArticleModel
import Interface
import Screen
import Verification

/// Draws the quotation under the cursor.
struct QuotationPreview {
  let state: ReaderState
  let answer: QuotationAnswer
  let place: Int
  let area: Area

  private static let label = Column(9)
  /// How many bytes of the story are looked at on either side.
  private static let reach = 200

  /// So many characters are shown on either side of the words.
  private var around: Int { area.size.rows < 9 ? 12 : 100 }

  private var check: QuotationCheck { state.quotationCheck }
  private var verdict: QuotationVerdict {
    QuotationVerdict(answer: answer, place: place, check: check)
  }

  func draw(into frame: inout Frame) {
    let room = area.size.rows.value
    let lines = self.lines
    for (row, line) in zip(area.rows, lines.prefix(room)) {
      var column = area.left + 1
      for segment in line {
        column = frame.write(
          segment.text, at: Position(row: row, column: column), style: state.theme[segment.role],
          limit: area.right)
      }
    }
  }

  private var lines: [[Segment]] {
    var lines = heading + changes
    lines += labelled("story", storyContext, most: area.size.rows < 9 ? 2 : 4)
    if area.size.rows >= 12 { lines.append([]) }
    let shown = matchesShown
    for (number, match) in shown.enumerated() {
      lines += self.lines(of: match, isOpened: shown.count > 1 && number == place)
    }
    lines += foot
    return lines
  }

  // MARK: What became of it

  private var heading: [[Segment]] {
    let who = answer.quotation.speaker.map { " – \($0.onOneLine)" } ?? ""
    let often = (answer.occurrences ?? 0) > 1 ? " · \(answer.occurrences ?? 0) times" : ""
    return [
      [
        Segment("\(answer.sign) \(verdict.outcome.label)", .paneTitle),
        Segment(who + often, .paneText),
      ]
    ]
  }

  private var changes: [[Segment]] {
    verdict.meaningChanges.flatMap { change in
      wrapped([Segment("! ", .mark), Segment(change.description.onOneLine)], hang: 4, most: 2)
        .map { [Segment("  ")] + $0 }
    }
  }

  // MARK: The story

  private var storyContext: [Segment] {
    let text = state.article.text
    let span = answer.quotation.extent
    let block = state.article.block(atOrAfter: span.start)?.span ?? span
    let start = max(block.start, text.graphemeStart(at: text.clamp(span.start - Self.reach)))
    let end = min(
      max(block.end, span.end), text.graphemeStart(at: text.clamp(span.end + Self.reach)))
    func words(_ from: ByteOffset, _ to: ByteOffset) -> String {
      from < to ? text.string(in: TextSpan(from, to)).withLineEndsAsBlanks : ""
    }
    let before = words(start, span.start)
    let lead = start > block.start ? "… " + before.droppingFirstWord : before
    return [
      Segment(lead.ending(around), .paneDetail),
      Segment(words(span.start, span.end), .activeQuotation),
      Segment(words(span.end, end).beginning(around), .paneDetail),
    ]
  }

  // MARK: The sources

  /// All parts of a stitched quotation; else the place that was chosen.
  private var matchesShown: [SourceMatch] {
    if answer.outcome == .stitched, place < answer.partCount {
      return Array(answer.matches.prefix(answer.partCount))
    }
    return answer.matches.indices.contains(place) ? [answer.matches[place]] : []
  }

  /// - Parameter isOpened: whether it is the one of several parts that the key for opening opens.
  private func lines(of match: SourceMatch, isOpened: Bool) -> [[Segment]] {
    let pieces =
      answer.outcome == .paraphrase ? [.kept(match.text)] : match.difference
    let before = context(match.before, without: pieces.first, isBefore: true)
    let words = pieces.enumerated().flatMap { number, piece in
      [segment(piece)] + (number + 1 < pieces.count ? [Segment(" ")] : [])
    }
    let after = context(match.after, without: pieces.last, isBefore: false)
    let isGlued = after.first.map { !$0.isLetter && !$0.isNumber && $0 != "(" } ?? true
    let context =
      [Segment(before.ending(around) + (before.isEmpty ? "" : " "), .paneDetail)] + words
      + [Segment((isGlued ? "" : " ") + after.beginning(around), .paneDetail)]
    let count = answer.matches.count
    let others =
      isOpened
      ? " · \(state.quotationHint(for: .open)) opens this part"
      : count > 1 && matchesShown.count == 1 ? " · place \(place + 1) of \(count)" : ""
    return labelled("source", context, most: 5)
      + labelled("", [Segment(check.place(of: match) + others, .paneDetail)], most: 2)
  }

  /// The words on one side of the passage; those that were cut off at its edge are shown as a difference already.
  private func context(
    _ words: String, without edge: SourceMatch.Piece?, isBefore: Bool
  ) -> String {
    let words = words.onOneLine
    guard case .leftOut(let cut)? = edge else { return words }
    let shown = cut.onOneLine
    if isBefore {
      let end = words.lastIndex { !$0.isWhitespace && !$0.isPunctuation }.map(words.index(after:))
      let rest = words[..<(end ?? words.startIndex)]
      return rest.hasSuffix(shown) ? String(rest.dropLast(shown.count)) : words
    }
    let rest = words.drop { $0.isWhitespace || $0.isPunctuation }
    return rest.hasPrefix(shown) ? String(rest.dropFirst(shown.count)) : words
  }

  private func segment(_ piece: SourceMatch.Piece) -> Segment {
    switch piece {
    case .kept(let text): Segment(text.onOneLine, .activeQuotation)
    case .leftOut(let text): Segment("{-\(text.onOneLine)-}", .match)
    case .added(let text): Segment("{+\(text.onOneLine)+}", .match)
    }
  }

  // MARK: What it means, and what was put down

  private var foot: [[Segment]] {
    var lines: [[Segment]] = []
    if let nothing { lines += labelled("", [Segment(nothing, .paneDetail)], most: 3) }
    if let mark = state.verdictMark(on: answer.quotation) {
      lines += labelled("verdict", [Segment(state.told(mark, of: verdict), .paneText)], most: 2)
    } else {
      if let former = state.formerVerdict(on: answer.quotation) {
        lines += labelled("before", [Segment(former, .paneText)], most: 2)
      }
      lines += labelled("", [Segment(advice, .paneDetail)], most: 2)
    }
    return lines
  }

  private var nothing: String? {
    switch answer.outcome {
    case .notFound:
      "These words are not in \(check.namesOfSources). They may have been said elsewhere."
    case .paraphrase where answer.matches.isEmpty:
      "In the article’s own words; no passage of the sources is similar."
    case .paraphrase: "In the article’s own words: this may be the passage. You decide."
    default: nil
    }
  }

  private var advice: String {
    if !answer.canBeTaken { return "" }
    let keys = state.quotationHint(for: .takeAnswer)
    guard let term = verdict.term else {
      return "\(keys) keeps the passage as evidence, without a verdict"
    }
    let source = answer.matches.isEmpty ? "" : ", with the source as evidence"
    return "\(keys) takes it as “\(state.labelOfSaid(term))”\(source)"
  }

  // MARK: Lines

  private func labelled(_ name: String, _ segments: [Segment], most: Int) -> [[Segment]] {
    wrapped(segments, hang: 0, most: most, room: area.size.columns - Self.label - 3)
      .enumerated().map { number, line in
        [Segment((number == 0 ? name : "").padded(to: Self.label), .paneDetail)] + line
      }
  }

  private func wrapped(
    _ segments: [Segment], hang: Column, most: Int, room: Column? = nil
  ) -> [[Segment]] {
    let room = max(room ?? area.size.columns - 4, 8)
    return SegmentWrapping.lines(
      segments.filter { !$0.text.isEmpty }, first: room, rest: room, hang: hang, count: most)
  }
}

extension String {
  /// The text on one line, with the blanks at its ends, which part it from what stands beside it.
  fileprivate var withLineEndsAsBlanks: String {
    (first?.isWhitespace == true ? " " : "") + onOneLine + (last?.isWhitespace == true ? " " : "")
  }

  /// The text from its second word on.
  fileprivate var droppingFirstWord: String {
    firstIndex(of: " ").map { String(self[index(after: $0)...]) } ?? self
  }
}
