// Direct speech whose form alone tells who speaks, and how it goes over what a sequence model says.
//
//   “A,” vowed the mayor, “B.”      contents ⟦“A,”⟧ ⟦“B.”⟧, cue ⟦vowed⟧, source ⟦the mayor⟧

/// Words in quotation marks with the clause that tells who speaks them.
struct DirectSpeech {
  /// The quoted words, marks included; more than one stretch when the clause interrupts them.
  var contents: [TokenRange]
  /// Who says so.
  var clause: ReportingClause
  /// The clause with what stands between it and the next quotation or the sentence's end.
  var extent: TokenRange
  /// Words of the clause that tell what the quoted words are about: "referring to".
  var pointers: [TokenRange]

  /// How sure the form of the text is.
  static let confidence = 0.95
}

extension [DirectSpeech] {
  /// The parts of a paragraph with those of direct speech in place of whatever the model saw there.
  func applied(to parts: [AttributionPart]) -> [AttributionPart] {
    guard !isEmpty else { return parts }
    let own = flatMap(\.parts).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let kept = parts.filter { part in
      let next = self.partition { $0.extent.upperBound > part.tokens.lowerBound }
      let isLeftover = next < count && self[next].outweighs(part, parts)
      return !isLeftover && own.overlapping(part.tokens).isEmpty
    }
    return (kept + own).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}

extension [AttributionPart] {
  /// The parts that share a token with a range; they have to be in reading order, none within another.
  func overlapping(_ range: TokenRange) -> ArraySlice<AttributionPart> {
    let first = partition { $0.tokens.upperBound > range.lowerBound }
    return self[first...].prefix { $0.tokens.lowerBound < range.upperBound }
  }
}

extension DirectSpeech {
  fileprivate var parts: [AttributionPart] {
    contents.map { AttributionPart(part: .content, tokens: $0, confidence: Self.confidence) } + [
      AttributionPart(part: .cue, tokens: clause.cue, confidence: Self.confidence),
      AttributionPart(part: .source, tokens: clause.source, confidence: Self.confidence),
    ]
  }

  /// Whether a part is a leftover of the clause: "on Monday" as content, when no other cue stands there. What a
  /// comma sets off may be said, too.
  fileprivate func outweighs(_ part: AttributionPart, _ all: [AttributionPart]) -> Bool {
    guard extent.overlaps(part.tokens) else { return false }
    let cues = all.overlapping(extent).filter { $0.part == .cue }.map(\.tokens)
    if let pointer = pointers.last(where: { $0.lowerBound <= part.tokens.lowerBound }) {
      return !cues.contains { $0.lowerBound > pointer.lowerBound }
    }
    if part.part == .content, part.tokens.lowerBound > clause.end,
      part.tokens.count > Self.longestLeftover
    {
      return false
    }
    return cues.allSatisfy { $0.overlaps(clause.cue) || $0.overlaps(clause.source) }
  }

  /// What is set off from the clause and longer than so many tokens is no leftover.
  private static let longestLeftover = 4
}

extension AttributionFinder {
  /// The attributions with those joined that go on over paragraphs: quotations whose closing mark is missing
  /// get the speaker whom a later paragraph names, and a paragraph that is all quotation goes on from the one
  /// before it.
  func joinedOverParagraphs(_ attributions: [Attribution]) -> [Attribution] {
    var joined: [Attribution] = []
    for next in attributions {
      if let last = joined.indices.last, goesOn(from: joined[last], to: next) {
        joined[last].contents += next.contents
      } else {
        joined.append(next)
      }
    }
    for index in joined.indices.dropLast().reversed() {
      let next = joined[index + 1]
      guard joined[index].source == nil, let source = next.source,
        let last = joined[index].contents.last, let first = next.contents.first,
        stretches(overlapping: last).last?.goesOn == true,
        stretches(overlapping: first).first?.continues == true
      else { continue }
      joined[index].source = source
    }
    return joined
  }

  /// Whether an attribution without speaker and cue is the whole of a paragraph, and the paragraph before ends
  /// with the clause of the one before it: "“…,” she said." But an answer is not whose the question is.
  private func goesOn(from last: Attribution, to next: Attribution) -> Bool {
    guard let cue = last.cue, last.source != nil, next.source == nil, next.cue == nil,
      next.contents.count == 1, let content = next.contents.first, let before = last.contents.last,
      stretches(overlapping: before).last?.tokens.upperBound == before.upperBound,
      words[segment.tokens[before.upperBound - 2]].mark != .question
    else { return false }
    let at = segment.paragraphs.partition { $0.tokens.upperBound > content.lowerBound }
    guard at > 0, segment.paragraphs[at].tokens == content,
      stretches(overlapping: content).first?.tokens == content,
      let ending = segment.paragraphs[at - 1].sentences.last
    else { return false }
    return cue.lowerBound >= before.upperBound
      && segment.sentences[ending].tokens.overlaps(cue)
  }
}
