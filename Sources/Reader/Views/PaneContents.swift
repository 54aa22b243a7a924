// The contents of the four panes, read off the state.

import AnnotationReview
import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension ReaderState {
  /// What a pane of `columns` lists.
  func content(of pane: Pane, columns: Column) -> PaneContent {
    let all =
      switch pane {
      case .quotes: quotesContent
      case .speakers: speakersContent(columns: columns)
      case .locations: locationsContent
      case .annotations: annotationsContent
      }
    return paneRows[pane].map { arranged(all, $0, pane) } ?? all
  }

  /// A pane's content in the order, under the headings and with the filter that the reader chose.
  private func arranged(_ all: PaneContent, _ rows: PaneRows, _ pane: Pane) -> PaneContent {
    let arrangement = arrangement(of: pane)
    var content = all
    content.count = rows.rows.count
    content.entry = { row in
      switch rows.rows[row] {
      case .entry(let entry): return all.entry(entry)
      case .group(_, let name, let count, let isFolded):
        let heading = Segment("\(isFolded ? "▸" : "▾") \(name)", .paneTitle)
        return PaneEntry(left: [heading], right: [Segment(String(count), .paneDetail)])
      }
    }
    let shown = rows.rows.count { if case .entry = $0 { true } else { false } }
    var facts: [String] = []
    if !arrangement.filter.isEmpty { facts.append("\(shown) with “\(arrangement.filter)”") }
    if arrangement.sorting > 0 { facts.append("by \(pane.sortings[arrangement.sorting])") }
    content.summary = ([all.summary] + facts).filter { !$0.isEmpty }.joined(separator: " · ")
    if !arrangement.filter.isEmpty {
      content.whenEmpty = "nothing with “\(arrangement.filter)” · \(hint(for: .cancel)) shows all"
    }
    return content
  }

  // MARK: Quotes

  private var quotesContent: PaneContent {
    let quotations = analysis?.quotations ?? []
    let digits = String(quotations.count).count
    let entry = { (number: Int) in
      let quotation = quotations[number]
      let label = String(number + 1)
      let padding = String(repeating: " ", count: max(digits - label.count, 0))
      let sign = quotation.form == .direct ? "«" : "‹"
      let color = color(of: quotation)
      let speaker =
        shortName(ofSpeaker: quotation.speaker) + (quotation.confidence < 0.5 ? "?" : "")
      return PaneEntry(
        left: [
          Segment("\(padding)\(label)\(isJudged(number) ? "✓" : " ")", .paneDetail),
          Segment("\(sign) ", .paneText, color: color),
          Segment(firstWords(of: quotation.extent), .paneText),
        ],
        right: [Segment(speaker, .paneText, color: color)], details: quoteDetails(quotation))
    }
    return PaneContent(
      summary: count(quotations.count), count: quotations.count, entry: entry,
      whenEmpty: none("quotations found"))
  }

  /// Whether the reader has said that a quotation is right, or how it should be.
  private func isJudged(_ quotation: Int) -> Bool {
    corrected?.quotationCorrections[quotation] != nil
  }

  private func quoteDetails(_ quotation: Quotation) -> [String] {
    let mention = quotation.mention.map { article.text.string(in: $0).onOneLine }
    let cue = quotation.cue.map { article.text.string(in: $0).onOneLine }
    let form = [mention, cue].compactMap { $0 }.joined(separator: " · ")
    let sure = "\(Int((quotation.confidence * 100).rounded())) %"
    let via = quotation.via.map { article.text.string(in: $0.mention).onOneLine }
    let first = [quotation.form.rawValue, form, sure].filter { !$0.isEmpty }
    return [first.joined(separator: " · ")] + via.map { "via \($0)" }
  }

  // MARK: Speakers

  private func speakersContent(columns: Column) -> PaneContent {
    let speakers = analysis?.speakers ?? []
    let most = speakers.map(\.quotedWords).max() ?? 0
    let order = findings?.speakerOrder ?? []
    let facts = findings?.sourcing ?? []
    let entry = { (rank: Int) in
      guard rank < order.count else {
        let fact = facts[rank - order.count]
        return PaneEntry(left: [Segment(fact.text, .paneDetail)])
      }
      let speaker = speakers[order[rank]]
      let sign = speaker.kind == .unnamed ? "?" : ""
      return PaneEntry(
        left: [Segment(speaker.name + sign, .paneText, color: theme.color(ofSpeaker: rank))],
        right: speakerBar(speaker, most: most, width: columns.value >= 44 ? 10 : 7),
        details: speaker.aliases.isEmpty ? [] : [speaker.aliases.joined(separator: " · ")])
    }
    return PaneContent(
      summary: "\(count(speakers.count))   verbatim █ paraphrase ░",
      count: order.count + facts.count, entry: entry, whenEmpty: none("speakers found"))
  }

  private func speakerBar(_ speaker: Speaker, most: Int, width: Int) -> [Segment] {
    guard speaker.quotedWords > 0, most > 0 else { return [Segment("not quoted", .paneDetail)] }
    let total = max((speaker.quotedWords * width + most - 1) / most, 1)
    let verbatim = (speaker.verbatimWords * total + speaker.quotedWords / 2) / speaker.quotedWords
    let bar =
      String(repeating: "█", count: verbatim) + String(repeating: "░", count: total - verbatim)
    let words = String(speaker.quotedWords)
    let padding = String(repeating: " ", count: width - total + max(5 - words.count, 1))
    return [Segment(bar, .bar), Segment(padding + words, .paneText)]
  }

  // MARK: Locations

  private var locationsContent: PaneContent {
    let places = analysis?.places ?? []
    let order = findings?.placeOrder ?? []
    let entry = { (number: Int) in
      let place = places[order[number]]
      let mentions = place.mentions.compactMap { number in
        (analysis?.locations.indices.contains(number) ?? false) ? analysis?.locations[number] : nil
      }
      let isMetonym = mentions.contains(where: \.isMetonym)
      let isUncertain = mentions.allSatisfy { $0.confidence < 0.5 } && !mentions.isEmpty
      let notes = [place.note].compactMap { $0 } + mentions.compactMap(\.note)
      return PaneEntry(
        left: [Segment(place.name + (isUncertain ? "?" : "") + (isMetonym ? " ≈" : ""))],
        right: [
          Segment(place.country ?? "  ", .paneDetail),
          Segment(" \(padded(place.mentions.count, to: 3))", .paneText),
        ],
        details: notes.first.map { [$0] } ?? [])
    }
    return PaneContent(
      summary: count(places.count), count: order.count, entry: entry,
      whenEmpty: none("places found"))
  }

  // MARK: Annotations

  private var annotationsContent: PaneContent {
    let order = annotationEntries
    let entry = { (number: Int) in
      annotations[order[number]].map(annotationEntry) ?? PaneEntry(left: [])
    }
    let open = annotations.marks.filter { $0.status != .done }.count
    let summary = order.isEmpty ? "" : "\(order.count)   \(open) not done"
    let mark = hint(for: .mark)
    return PaneContent(
      summary: summary, count: order.count, entry: entry,
      whenEmpty: "no marks yet · \(mark) makes the first")
  }

  private func annotationEntry(_ annotation: Annotation) -> PaneEntry {
    let isLost = index.orphans.contains(annotation.id)
    let isUncertain = index.uncertain.contains(annotation.id)
    let isInConflict = index.conflicts.contains(annotation.id)
    let sign = isLost ? "!" : isUncertain ? "?" : isInConflict ? "≠" : "▌"
    let letter = "\(sign)\(gutterLetter(of: annotation)) "
    let words = quote(of: annotation).map(\.quoted) ?? "whole article"
    let several = annotation.targets.count > 1 ? " · \(annotation.targets.count) places" : ""
    let status = annotation.status == .open ? [] : [Segment(annotation.status.label, .paneDetail)]
    var details = annotation.note.isEmpty ? [] : [annotation.note.onOneLine]
    details += annotation.evidence.map { "\($0.stance?.rawValue ?? "evidence"): \($0.url)" }
    if let voice = annotation.voice { details.append("voice: \(voice)") }
    if isLost {
      let isAmbiguous = index.ambiguous.contains(annotation.id)
      let why = isAmbiguous ? "its words stand in several places" : "its words are not in the text"
      details.insert("\(why) · \(hint(for: .resize)) attaches it", at: 0)
    } else if isUncertain {
      details.insert("perhaps here · \(hint(for: .acceptFinding)) confirms the place", at: 0)
    }
    if isInConflict {
      let (keep, drop) = (hint(for: .acceptFinding), hint(for: .delete))
      details.insert("two versions · \(keep) keeps this one, \(drop) drops it", at: 0)
    }
    return PaneEntry(
      left: [
        Segment(letter, .mark), Segment(title(of: annotation) + several),
        Segment("  \(words)", .paneDetail),
      ],
      right: status, details: details)
  }

  // MARK: Pieces

  private func none(_ what: String) -> String {
    if isUnaided { return "hidden · \(hint(for: .toggleSuggestions)) shows what was found" }
    return analysis == nil ? "reading …" : "no \(what)"
  }

  private func count(_ number: Int) -> String { number == 0 ? "" : String(number) }

  private func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// The last word of a person's name, as the article calls them after the first time.
  private func shortName(ofSpeaker index: Int?) -> String {
    guard let index, let name = name(ofSpeaker: index) else { return "—" }
    guard analysis?.speakers[index].kind == .person else { return name.truncated(to: 16) }
    return name.split(separator: " ").last.map(String.init) ?? name
  }

  /// The beginning of a quotation without its opening marks, long enough for any pane.
  private func firstWords(of span: TextSpan) -> String {
    let start = article.text.string(in: TextSpan(span.start, min(span.end, span.start + 160)))
    return String(start.onOneLine.drop { "“”\"'‘’„«» ".contains($0) })
  }
}

extension String {
  /// The text on one line in quotation marks; in none but its own when it begins with one.
  var quoted: String {
    let line = onOneLine
    return line.first == "“" ? line : "“\(line)”"
  }

  /// The text with every run of white space as one blank.
  var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether there is no white space but single blanks between words, as is nearly always so; bytes of
  /// 0xC2 may begin other blanks.
  private var isOnOneLine: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte < 0x20 || byte == 0xC2 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }
}
