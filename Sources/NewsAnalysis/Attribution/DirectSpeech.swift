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
  func applied(to parts: [AttributionPart], in finder: AttributionFinder) -> [AttributionPart] {
    guard !isEmpty else { return parts }
    let own = flatMap(\.parts)
    let kept = parts.filter { part in
      !own.contains { $0.tokens.overlaps(part.tokens) } && !contains { $0.outweighs(part, parts) }
    }
    return (kept + own).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
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
    if let pointer = pointers.last(where: { $0.lowerBound <= part.tokens.lowerBound }) {
      return !all.contains {
        $0.part == .cue && $0.tokens.lowerBound > pointer.lowerBound && extent.overlaps($0.tokens)
      }
    }
    if part.part == .content, part.tokens.lowerBound > clause.end, part.tokens.count > 4 {
      return false
    }
    return !all.contains {
      $0.part == .cue && extent.overlaps($0.tokens) && !$0.tokens.overlaps(clause.cue)
        && !$0.tokens.overlaps(clause.source)
    }
  }
}

extension AttributionFinder {
  /// The attributions with quotations over several paragraphs given the speaker whom a later paragraph names.
  func sharingSources(_ attributions: [Attribution]) -> [Attribution] {
    var attributions = attributions
    for index in attributions.indices.dropLast().reversed() {
      let next = attributions[index + 1]
      guard attributions[index].source == nil, let source = next.source,
        let last = attributions[index].contents.last, let first = next.contents.first,
        stretches(overlapping: last).last?.goesOn == true,
        stretches(overlapping: first).first?.continues == true
      else { continue }
      attributions[index].source = source
    }
    return attributions
  }
}
