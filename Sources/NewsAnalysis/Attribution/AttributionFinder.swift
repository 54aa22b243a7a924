// From labelled tokens to attributions: parts are cut out, quotations completed, and each content is
// given its cue and its source.

import ArticleModel

/// Who said what, as token ranges of one segment.
struct Attribution {
  /// What was said, in one or more pieces.
  var contents: [TokenRange]
  /// The words that name who said it.
  var source: TokenRange?
  /// The words that tell that it was said.
  var cue: TokenRange?
  /// Who passed it on, nearest to the article first.
  var via: [TokenRange] = []
  /// Whom it is aimed at.
  var addressee: TokenRange?
  /// Attributions within what was said.
  var inner: [Attribution] = []
  /// Whether it is a turn of a conversation, which is verbatim without quotation marks.
  var isTurn = false
  /// Who speaks, when the layout says so rather than the source.
  var voice: TurnVoice?
  /// How sure it is, from 0 to 1.
  var confidence: Double
}

/// A stretch of tokens that plays a part in an attribution.
struct AttributionPart {
  var part: AttributionLabel.Part
  var tokens: TokenRange
  /// How sure the finder is, from 0 to 1.
  var confidence: Double
}

/// Finds the parts of attributions in the paragraphs of a segment.
struct AttributionFinder {
  let segment: Segment
  let words: WordTypes
  let stretches: [QuotedStretch]

  /// The parts that labels stand for, in reading order.
  func parts(
    _ labels: [AttributionLabel], of range: TokenRange, confidence: (Range<Int>) -> Double
  ) -> [AttributionPart] {
    var parts: [AttributionPart] = []
    var at = 0
    while at < labels.count {
      guard let part = labels[at].part else {
        at += 1
        continue
      }
      var end = at + 1
      while end < labels.count, labels[end] == part.rest { end += 1 }
      let tokens = range.lowerBound + at..<range.lowerBound + end
      parts.append(
        AttributionPart(part: part, tokens: tokens, confidence: confidence(at..<end)))
      at = end
    }
    return parts
  }

  /// The parts with contents completed to whole quotations, and quotations that no part covers added.
  func completed(_ parts: [AttributionPart], in paragraph: TokenRange) -> [AttributionPart] {
    var parts = parts
    for index in parts.indices { endAtMark(&parts[index]) }
    parts.removeAll { isNamedWork($0) }
    for stretch in stretches(in: paragraph) where isSpeechLike(stretch) {
      let touching = parts.indices.filter {
        parts[$0].part == .content && parts[$0].tokens.overlaps(stretch.tokens)
      }
      if let first = touching.first {
        merge(touching, into: first, covering: stretch.tokens, of: &parts)
      } else if !isNamedWork(stretch.tokens),
        !parts.contains(where: { $0.tokens.overlaps(stretch.tokens) })
      {
        parts.append(
          AttributionPart(part: .content, tokens: stretch.tokens, confidence: 0.7))
      }
    }
    for index in parts.indices { parts[index].tokens = trimmed(parts[index]) }
    parts.removeAll { $0.tokens.isEmpty }
    parts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return parts
  }

  /// The attribution with those within its words between quotation marks.
  func completed(
    _ attribution: Attribution, with inner: (QuotedStretch) -> [Attribution]
  ) -> Attribution {
    var attribution = attribution
    let marked = attribution.contents.flatMap { content in
      stretches(overlapping: content).filter {
        content.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= content.upperBound
      }.flatMap(inner)
    }
    // A turn has been read like an article of its own.
    let known = attribution.inner
    attribution.inner += marked.filter { other in
      !known.contains { $0.contents.contains { $0.overlaps(other.contents[0]) } }
    }
    return attribution
  }

  /// The stretches of a paragraph.
  func stretches(in paragraph: TokenRange) -> ArraySlice<QuotedStretch> {
    let first = stretches.partition { $0.tokens.lowerBound >= paragraph.lowerBound }
    let last = stretches.partition { $0.tokens.lowerBound >= paragraph.upperBound }
    return stretches[first..<max(first, last)]
  }

  /// Whether what stands in marks is long enough, and set off by a mark of its own, to be speech rather
  /// than a title or a scare quote.
  func isSpeechLike(_ stretch: QuotedStretch) -> Bool {
    if stretch.goesOn || stretch.continues || isSentence(stretch.tokens) { return true }
    guard stretch.tokens.count > 6 else { return false }
    let last = segment.tokens[stretch.tokens.upperBound - 2]
    let mark = words[last].mark
    return mark?.endsSentence == true || mark == .comma
      || followedByMark(stretch.tokens.upperBound)
  }

  /// Whether marks hold a whole sentence with its period: “They knew it.”
  private func isSentence(_ stretch: TokenRange) -> Bool {
    guard stretch.count > 3,
      words[segment.tokens[stretch.upperBound - 2]].mark?.endsSentence == true
    else { return false }
    let first = segment.sentences.partition { $0.tokens.upperBound > stretch.lowerBound }
    let last = segment.sentences.partition { $0.tokens.upperBound >= stretch.upperBound }
    return last < segment.sentences.count
      && segment.sentences[first].tokens.lowerBound == stretch.lowerBound
      && segment.sentences[last].tokens.upperBound == stretch.upperBound
  }

  private func followedByMark(_ index: Int) -> Bool {
    guard index < segment.tokens.count else { return false }
    let mark = words[segment.tokens[index]].mark
    return mark == .comma || mark?.endsSentence == true
  }

  /// Cuts a content that runs on from a closed quotation into the next sentence at the closing mark.
  private func endAtMark(_ part: inout AttributionPart) {
    guard part.part == .content else { return }
    for stretch in stretches(overlapping: part.tokens) where !stretch.goesOn {
      let end = stretch.tokens.upperBound
      if end > part.tokens.lowerBound, end < part.tokens.upperBound, startsSentence(end),
        words[segment.tokens[end - 2]].mark?.endsSentence == true || isSpeechLike(stretch)
      {
        part.tokens = part.tokens.lowerBound..<end
        return
      }
    }
  }

  /// Whether a content is the title of a work behind a preposition: "In “Harbour Lights,” she …".
  private func isNamedWork(_ part: AttributionPart) -> Bool {
    part.part == .content && isNamedWork(part.tokens)
  }

  /// Whether words between marks are the title of a work, as the noun phrase or the preposition before them tells.
  private func isNamedWork(_ tokens: TokenRange) -> Bool {
    let start = tokens.lowerBound
    guard start > 0, let stretch = stretches(overlapping: tokens).first,
      stretch.tokens.lowerBound == start, stretch.tokens.upperBound >= tokens.upperBound
    else { return false }
    let before = words[segment.tokens[start - 1]]
    return (before.traits.contains(.preposition) || before.roles.contains(.possessive))
      && segment.isTitle(stretch.tokens, words)
  }

  private func startsSentence(_ index: Int) -> Bool {
    let at = segment.sentences.partition { $0.tokens.lowerBound >= index }
    return at < segment.sentences.count && segment.sentences[at].tokens.lowerBound == index
  }

  private func merge(
    _ touching: [Int], into first: Int, covering stretch: TokenRange,
    of parts: inout [AttributionPart]
  ) {
    let last = parts[touching.last ?? first].tokens.upperBound
    let start = min(parts[first].tokens.lowerBound, stretch.lowerBound)
    parts[first].tokens = start..<max(last, stretch.upperBound)
    let absorbed = parts[first].tokens
    let kept = first
    parts = parts.enumerated().filter { index, part in
      index == kept || !part.tokens.overlaps(absorbed)
    }.map(\.element)
  }

  /// The tokens of a part without commas and the like at their ends; quotation marks stay.
  private func trimmed(_ part: AttributionPart) -> TokenRange {
    var (start, end) = (part.tokens.lowerBound, part.tokens.upperBound)
    if part.part == .cue, end - start == 1 { return part.tokens }
    while start < end, isLooseMark(start) { start += 1 }
    let isQuoted = start < end && segment.tokens[start].kind == .quotationMark
    while !isQuoted, end > start, isLooseMark(end - 1) { end -= 1 }
    return start..<end
  }

  private func isLooseMark(_ index: Int) -> Bool {
    guard segment.tokens[index].kind == .mark else { return false }
    switch words[segment.tokens[index]].mark {
    case .openParenthesis, .openBracket, .closeBracket, .closeParenthesis, .question, .exclamation:
      return false
    default: return true
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies `belongs`, which must hold for all elements after it.
  func partition(_ belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
