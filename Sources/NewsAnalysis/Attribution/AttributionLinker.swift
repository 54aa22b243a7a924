// Decides which cue and which source belong to which content, paragraph by paragraph.
//
//   “A,” she said. “B.”      content cue source → one attribution with two contents
//   She said that A, adding that B.      two attributions, one source

import ArticleModel

/// Links the parts of a paragraph into attributions.
struct AttributionLinker {
  let segment: Segment
  let words: WordTypes
  private let parts: [AttributionPart]
  private let isQuoted: [Bool]
  /// For each token of the paragraph, its sentence.
  private let sentences: [Int32]
  private let base: Int
  /// The clause of each part that is direct speech, by the first token of its contents and its cue.
  private let clauses: [Int: ReportingClause]

  /// What a step over a sentence's end costs, in tokens.
  private static let sentenceCost = 30
  /// What a step over another content costs.
  private static let contentCost = 25
  /// Links that cost more are none.
  private static let limit = 60
  /// A source without a cue costs less.
  private static let nearby = 8

  init(
    _ parts: [AttributionPart], speech: [DirectSpeech], in paragraph: Segment.Paragraph,
    of segment: Segment, words: WordTypes
  ) {
    self.segment = segment
    self.words = words
    self.parts = parts
    base = paragraph.tokens.lowerBound
    var clauses: [Int: ReportingClause] = [:]
    for speech in speech {
      for content in speech.contents { clauses[content.lowerBound] = speech.clause }
      clauses[speech.clause.cue.lowerBound] = speech.clause
    }
    self.clauses = clauses
    var sentences = [Int32](repeating: 0, count: paragraph.tokens.count)
    for index in paragraph.sentences {
      for token in segment.sentences[index].tokens { sentences[token - base] = Int32(index) }
    }
    self.sentences = sentences
    isQuoted = parts.map { part in
      part.part == .content
        && part.tokens.first.map { segment.tokens[$0].kind == .quotationMark } ?? false
    }
  }

  /// The attributions of the paragraph, in reading order; `via` names those who passed on what is said
  /// in their sentence.
  func attributions(via: [TokenRange]) -> [Attribution] {
    var found: [Attribution] = []
    var byCue: [Int: Int] = [:]
    var lastQuoted: Int?
    for (index, content) in parts.enumerated() where content.part == .content {
      let cue = cue(of: index)
      if let at = joined(index, cue: cue, byCue: byCue, lastQuoted, found) {
        found[at].contents.append(content.tokens)
        continue
      }
      let source = cue.flatMap(source(ofCue:)) ?? nearestSource(to: index, cue: cue)
      let confidence = content.confidence * (cue == nil ? 0.6 : 1) * (source == nil ? 0.7 : 1)
      found.append(
        Attribution(
          contents: [content.tokens], source: source.map { parts[$0].tokens },
          cue: cue.map { parts[$0].tokens }, confidence: confidence))
      if let cue { byCue[cue] = found.count - 1 }
      if isQuoted[index] || endsQuoted(content.tokens) { lastQuoted = found.count - 1 }
    }
    return found.filter { $0.source != nil || isQuotation($0) && !isTitle($0) }
      .map { passedOn($0, by: via) }
  }

  /// Whether marks hold the title of a work that nobody says.
  private func isTitle(_ attribution: Attribution) -> Bool {
    guard let content = attribution.contents.first,
      let close = content.dropFirst().first(where: { segment.tokens[$0].kind == .quotationMark })
    else { return false }
    let stretch = content.lowerBound..<close + 1
    return segment.isTitle(stretch, words)
      && words[segment.tokens[close - 1]].mark?.endsSentence != true
  }

  private func passedOn(_ attribution: Attribution, by via: [TokenRange]) -> Attribution {
    var attribution = attribution
    attribution.via = via.filter { other in
      attribution.contents.contains { sentence($0.lowerBound) == sentence(other.lowerBound) }
    }
    return attribution
  }

  /// Whether a content ends with a closing mark: the levy “hurts the islands”.
  private func endsQuoted(_ content: TokenRange) -> Bool {
    content.last.map { segment.tokens[$0].kind == .quotationMark } ?? false
  }

  private func isQuotation(_ attribution: Attribution) -> Bool {
    attribution.contents.contains { segment.tokens[$0.lowerBound].kind == .quotationMark }
  }

  // MARK: Joining

  /// The attribution that a content goes on: one with the same cue, or, when this one is a quotation without a
  /// cue of its own, the last quotation before it, unless somebody else has said something since.
  private func joined(
    _ index: Int, cue: Int?, byCue: [Int: Int], _ lastQuoted: Int?, _ found: [Attribution]
  ) -> Int? {
    if let cue, let at = byCue[cue] { return at }
    guard cue == nil, isQuoted[index], let lastQuoted else { return nil }
    let quoted = found[lastQuoted]
    let isInterrupted = found[(lastQuoted + 1)...].contains { other in
      guard let source = other.source, source != quoted.source,
        let at = other.contents.first?.lowerBound, let own = quoted.contents.last?.lowerBound
      else { return false }
      return sentence(at) != sentence(own)
    }
    return isInterrupted || isOtherwiseIntroduced(index, quoted) ? nil : lastQuoted
  }

  /// Whether the sentence before a quotation names somebody else as its subject: "Brandt disagreed. “No.”"
  private func isOtherwiseIntroduced(_ index: Int, _ quoted: Attribution) -> Bool {
    let start = sentence(parts[index].tokens.lowerBound) - 1
    guard let last = quoted.contents.last, start >= 0, start > sentence(last.lowerBound),
      quoted.source.map({ sentence($0.lowerBound) < start }) ?? true,
      let first = segment.sentences[start].tokens.first
    else { return false }
    let type = words[segment.tokens[first]]
    let isName =
      type.traits.contains(.capitalised) && segment.tokens[first].kind == .word
      && type.traits.isDisjoint(with: [
        .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb, .calendar,
      ])
    return isName
      && quoted.source?.contains { words[segment.tokens[$0]].lowerHash == type.lowerHash } != true
  }

  // MARK: Costs

  private func sentence(_ token: Int) -> Int { Int(sentences[token - base]) }

  /// How far two parts lie apart: tokens between them, sentence ends and contents on the way.
  private func distance(_ a: Int, _ b: Int) -> Int {
    let (first, second) = a < b ? (a, b) : (b, a)
    let (left, right) = (parts[first].tokens, parts[second].tokens)
    var cost = max(0, right.lowerBound - left.upperBound)
    let ends = sentence(right.lowerBound) - sentence(max(left.upperBound - 1, left.lowerBound))
    cost += max(0, ends) * Self.sentenceCost
    for between in first + 1..<max(second, first + 1) {
      let part = parts[between]
      cost -= part.tokens.count
      if part.part == .content { cost += Self.contentCost }
      if part.part == .cue { cost += 6 }
    }
    return cost
  }

  /// The part of a kind, of a few on either side of `index`, that lies nearest to it; nil when none costs less
  /// than `limit`. What stands behind it costs `penalty` more.
  private func nearest(
    to index: Int, _ part: AttributionLabel.Part, within limit: Int, penalty: Int = 0,
    where fits: (Int) -> Bool = { _ in true }
  ) -> Int? {
    var (best, least) = (Int?.none, limit)
    for other in max(0, index - 6)..<min(parts.count, index + 7)
    where other != index && parts[other].part == part && fits(other) {
      let cost = distance(index, other) + (other > index ? penalty : 0)
      if cost < least { (best, least) = (other, cost) }
    }
    return best
  }

  private func cue(of content: Int) -> Int? {
    if let clause = clauses[parts[content].tokens.lowerBound] {
      return index(of: .cue, at: clause.cue)
    }
    let isQuoted = isQuoted[content]
    return nearest(to: content, .cue, within: Self.sentenceCost, penalty: isQuoted ? 0 : 2) {
      !isQuoted || clauses[parts[$0].tokens.lowerBound] == nil
    }
  }

  private func index(of part: AttributionLabel.Part, at tokens: TokenRange) -> Int? {
    let index = parts.partition { $0.tokens.lowerBound >= tokens.lowerBound }
    return index < parts.count && parts[index].part == part ? index : nil
  }

  private func source(ofCue cue: Int) -> Int? {
    if let clause = clauses[parts[cue].tokens.lowerBound] {
      return index(of: .source, at: clause.source)
    }
    return nearest(to: cue, .source, within: Self.limit, penalty: 1)
  }

  private func nearestSource(to content: Int, cue: Int?) -> Int? {
    cue == nil ? nearest(to: content, .source, within: Self.nearby) : nil
  }
}
