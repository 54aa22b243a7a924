// What rules know better than the model: seats of power, blocs and regions with fixed names.

import ArticleModel

/// Amends the names that the model found in a run.
struct NameRules {
  let run: RunFeatures
  let gazetteer: Gazetteer
  /// How sure the rules are, in the model's weights.
  private static let margin = 4.0

  /// The names, with those that only rules find, in reading order.
  func amended(_ found: [NameTagger.Span]) -> [NameTagger.Span] {
    if isVerbAtStart { return [] }
    var amended: [NameTagger.Span] = []
    for span in found { forEachName(in: span) { completed($0).map { amended.append($0) } } }
    let found = amended
    guard let place = fixedName(), !found.contains(where: { clashes($0, with: place) }) else {
      return found
    }
    let kept = found.filter { !$0.tokens.overlaps(place) }
    let own = NameTagger.Span(tokens: place, isPlace: true, margin: Self.margin)
    return (kept + [own]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A person's name without verbs in capitals at its ends – "INES VOGT SAID" –, and with the first name
  /// before its particles: "María de la Cruz".
  private func completed(_ span: NameTagger.Span) -> NameTagger.Span? {
    guard !span.isPlace else { return span }
    var (start, end) = (span.tokens.lowerBound, span.tokens.upperBound)
    while end > start, isVerbInCapitals(end - 1) { end -= 1 }
    while start < end, isVerbInCapitals(start) { start += 1 }
    guard start < end else { return nil }
    if let first = firstName(before: start) { start = first }
    return NameTagger.Span(tokens: start..<end, isPlace: false, margin: span.margin)
  }

  /// Calls `body` with the names in a person's name that has ordinary words inside, as headlines in title case make them:
  /// "Ted Cruz | Apologizes To | Ben Carson".
  private func forEachName(in span: NameTagger.Span, _ body: (NameTagger.Span) -> Void) {
    guard !span.isPlace, span.tokens.count > 3,
      span.tokens.dropFirst().contains(where: { isOrdinary($0) })
    else { return body(span) }
    for part in span.tokens.split(whereSeparator: isOrdinary) {
      guard let first = part.first(where: { !isFunctionWord($0) }),
        let last = part.last(where: { !isLoose($0) }), first <= last
      else { continue }
      body(NameTagger.Span(tokens: first..<last + 1, isPlace: false, margin: span.margin))
    }
  }

  /// A common word that is part of no name.
  private func isOrdinary(_ index: Int) -> Bool {
    guard let word = word(index), word.part == .capitalised else { return false }
    return word.traits.commonness >= 4 && word.traits.isDisjoint(with: Self.nameParts)
  }

  /// A common word at the beginning of a name that nobody has as a first name: "Over".
  private func isFunctionWord(_ index: Int) -> Bool {
    guard let word = word(index) else { return true }
    return word.traits.commonness >= 4 && !isGivenName(word)
  }

  /// A word at the end of a name that is written with a small letter elsewhere.
  private func isLoose(_ index: Int) -> Bool {
    guard let word = word(index) else { return true }
    return word.traits.commonness >= 1 && word.traits.isDisjoint(with: Self.nameParts)
  }

  private static let nameParts: NameTraits = [
    .masculine, .feminine, .surname, .commonSurname, .particle, .suffix, .title,
  ]

  private func isVerbInCapitals(_ index: Int) -> Bool {
    guard let word = word(index), word.isAllCapitals else { return false }
    return word.traits.contains(.speech)
      && (word.traits.commonness >= 4 || word.traits.isDisjoint(with: .givenName))
  }

  /// The first name before one to three particles that stand before a name.
  private func firstName(before start: Int) -> Int? {
    var index = start - 1
    while index >= run.run.lowerBound, start - index <= 3, isParticle(index) { index -= 1 }
    guard index >= run.run.lowerBound, index < start - 1, let word = word(index),
      word.part == .capitalised, word.traits.commonness == 0 || isGivenName(word)
    else { return nil }
    return index
  }

  private func isGivenName(_ word: NameWord) -> Bool {
    !word.traits.isDisjoint(with: .givenName)
  }

  private func isParticle(_ index: Int) -> Bool {
    word(index).map { $0.part == .connector && $0.traits.contains(.particle) } ?? false
  }

  /// Whether the model's reading is to be left alone.
  private func clashes(_ span: NameTagger.Span, with place: TokenRange) -> Bool {
    span.tokens.overlaps(place) && span.tokens.count >= place.count
  }

  /// "Reading the report": a form in "ing" before a determiner at the start of a sentence.
  private var isVerbAtStart: Bool {
    guard run.run.count == 1, run.run.lowerBound == run.sentence.lowerBound,
      let only = word(run.run.lowerBound), only.isParticiple
    else { return false }
    return word(run.run.upperBound).map { $0.roles.contains(.determiner) } ?? false
  }

  /// The part of the run that is a fixed name: "the [Kremlin]", "the [Asia-Pacific] region".
  private func fixedName() -> TokenRange? {
    var range = run.run
    var isBehindThe = word(range.lowerBound - 1)?.roles.contains(.definiteArticle) == true
    if range.count > 1, word(range.lowerBound)?.roles.contains(.definiteArticle) == true {
      range = range.dropFirst()
      isBehindThe = true
    }
    if range.count == 1, let only = word(range.lowerBound) {
      guard !isBeforeName else { return nil }
      if isUnmistakable(only) { return range }
      return isFixed(only.candidates, isBehindThe: isBehindThe) ? range : nil
    }
    guard let match = run.matches.all.first(where: { $0.tokens == range || $0.tokens == run.run })
    else { return nil }
    return isFixed(match.candidates, isBehindThe: isBehindThe) ? range : nil
  }

  private func word(_ index: Int) -> NameWord? {
    run.sentence.contains(index) ? run.words[run.tokens[index]] : nil
  }

  /// Whether what follows shows that the word begins another name: "West 's", but not "West-".
  private var isBeforeName: Bool {
    let end = run.run.upperBound
    guard run.sentence.contains(end) else { return false }
    let next = run.tokens[end]
    return !next.isSpaced && run.words[next].part == .connector
      && next.end - next.start == 1
  }

  /// A country or contested region whose name is no person's and no common word.
  private func isUnmistakable(_ word: NameWord) -> Bool {
    guard let first = word.candidates.first, first.flags.isEmpty else { return false }
    guard word.traits.isDisjoint(with: [.masculine, .feminine, .surname, .organisation]),
      word.traits.commonness == 0
    else { return false }
    switch gazetteer.place(first.place).kind {
    case .country, .contested, .continent: return true
    default: return false
    }
  }

  /// Seats of power and regions without borders; most of them only behind "the".
  private func isFixed(_ candidates: PlaceCandidates, isBehindThe: Bool) -> Bool {
    guard let first = candidates.first, !first.flags.contains(.ambiguous) else { return false }
    switch gazetteer.place(first.place).kind {
    case .seat: return isBehindThe || run.run.count > 1
    case .region: return isBehindThe
    default: return false
    }
  }
}
