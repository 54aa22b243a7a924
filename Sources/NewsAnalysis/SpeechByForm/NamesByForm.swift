// Names of persons and places in languages without a model of names: by capitals, titles, given names and the
// gazetteer.

import ArticleModel

/// Finds names by their form.
struct NamesByForm {
  let segment: Segment
  let words: WordTypes
  let vocabulary: NameVocabulary
  let gazetteer: Gazetteer
  /// The last words of the names of persons found so far.
  private(set) var surnames: Set<UInt64> = []

  init(
    _ segment: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary, _ gazetteer: Gazetteer,
    knowing surnames: Set<UInt64>
  ) {
    self.segment = segment
    self.words = words
    self.vocabulary = vocabulary
    self.gazetteer = gazetteer
    self.surnames = surnames
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }
  private func word(_ index: Int) -> NameWord { vocabulary[segment.tokens[index]] }

  /// The names of the segment, in reading order.
  mutating func names() -> [NameMention] {
    // Full names tell which surnames are names before they come.
    _ = read()
    return read()
  }

  private mutating func read() -> [NameMention] {
    var found: [NameMention] = []
    for sentence in segment.sentences {
      var at = sentence.tokens.lowerBound
      while at < sentence.tokens.upperBound {
        guard isCapitalised(at), let mention = mention(at: at, in: sentence.tokens) else {
          at += 1
          continue
        }
        if mention.kind == .person {
          surnames.insert(type(mention.tokens.upperBound - 1).lowerHash)
        }
        found.append(mention)
        at = mention.tokens.upperBound
      }
    }
    return found
  }

  private func isCapitalised(_ index: Int) -> Bool {
    segment.tokens[index].kind == .word && type(index).traits.contains(.capitalised)
      && type(index).traits.isDisjoint(with: Self.smallWords)
  }

  /// Words that have a capital only at the beginning of a sentence.
  private static let smallWords: WordTraits = [
    .pronoun, .calendar, .conjunction, .preposition, .determiner, .auxiliary, .adverb,
  ]

  private func mention(at start: Int, in sentence: TokenRange) -> NameMention? {
    if let end = stateEnd(from: start, in: sentence) {
      return NameMention(tokens: start..<end, kind: .location, confidence: 0.9)
    }
    if let end = personEnd(from: start, in: sentence) {
      return NameMention(tokens: start..<end, kind: .person, confidence: 0.8)
    }
    return placeEnd(from: start, in: sentence).map {
      NameMention(tokens: start..<$0, kind: .location, confidence: 0.8)
    }
  }

  // MARK: Persons

  /// Where the name of a person ends that begins at a token: a given name and a name, a name behind a title or
  /// behind a verb of saying, a surname that was met.
  private func personEnd(from start: Int, in sentence: TokenRange) -> Int? {
    if isTitle(start) || isOrganisation(start) { return nil }
    let end = runEnd(from: start, in: sentence)
    let isGiven = !word(start).traits.isDisjoint(with: .givenName)
    let isLed = start > sentence.lowerBound && isLeading(start - 1)
    if end - start > 1 {
      let isGivenLater = !isGiven && beginsLater(start..<end)
      if words.language.capitalisesNouns, isGivenLater { return nil }
      let isWhole = isGivenLater && start > sentence.lowerBound && !isOfPlace(start)
      if isLed || isGiven || isWhole { return personal(start..<end) }
      return isSpeaker(start..<end, in: sentence) ? personal(start..<end) : nil
    }
    if isLed { return end }
    let isBare = start == sentence.lowerBound || !type(start - 1).traits.contains(.determiner)
    return isBare && surnames.contains(type(start).lowerHash) ? end : nil
  }

  /// Words before the name of somebody after whom a place is called: "Plaza José Martí".
  private func isOfPlace(_ index: Int) -> Bool {
    !word(index).traits.isDisjoint(with: [.facility, .placeHead, .organisation])
  }

  /// Whether a given name with a name behind it follows a word that is none, such as an office.
  private func beginsLater(_ run: TokenRange) -> Bool {
    run.dropFirst().dropLast().contains { !word($0).traits.isDisjoint(with: .givenName) }
  }

  /// A run of at most five words that holds no word of organisations.
  private func personal(_ run: TokenRange) -> Int? {
    guard run.count <= 7, !run.contains(where: isOrganisation) else { return nil }
    return run.upperBound
  }

  private func isOrganisation(_ index: Int) -> Bool {
    !type(index).traits.isDisjoint(with: [.organisation, .outlet, .group])
  }

  private func isTitle(_ index: Int) -> Bool {
    !type(index).traits.isDisjoint(with: [.title, .role])
      && word(index).traits.isDisjoint(with: .givenName)
  }

  /// A title, or a verb of saying, before a name.
  private func isLeading(_ index: Int) -> Bool {
    let type = type(index)
    if !type.traits.isDisjoint(with: [.title, .role]) { return true }
    return !words.language.capitalisesNouns && type.traits.contains(.demonym)
      && index > 0 && isTitle(index - 1)
  }

  /// Whether a verb of saying stands right before or behind two or three capitalised words, or they are an
  /// apposition between commas.
  private func isSpeaker(_ run: TokenRange, in sentence: TokenRange) -> Bool {
    guard run.count <= 7,
      word(run.lowerBound).placeClass == 0
        || !word(run.lowerBound).traits.isDisjoint(with: .givenName)
    else { return false }
    let isBehind =
      run.lowerBound > sentence.lowerBound && isCue(run.lowerBound - 1)
    if isBehind || run.upperBound < sentence.upperBound && isCue(run.upperBound) { return true }
    return !words.language.capitalisesNouns && isApposition(run, in: sentence)
  }

  private func isApposition(_ run: TokenRange, in sentence: TokenRange) -> Bool {
    guard run.lowerBound > sentence.lowerBound, run.upperBound < sentence.upperBound else {
      return false
    }
    let after = type(run.upperBound).mark
    return type(run.lowerBound - 1).mark == .comma
      && (after == .comma || after?.isDash == true || after?.endsSentence == true)
  }

  private func isCue(_ index: Int) -> Bool {
    type(index).traits.contains(.speechVerb) && !type(index).traits.contains(.capitalised)
  }

  /// The end of a run of capitalised words, with hyphens and particles between them.
  private func runEnd(from start: Int, in sentence: TokenRange) -> Int {
    var end = start + 1
    while end < sentence.upperBound, end - start < 7 {
      if isCapitalised(end), segment.tokens[end].isSpaced, !endsName(end, from: start) {
        end += 1
      } else if end + 1 < sentence.upperBound, joins(end), isCapitalised(end + 1) {
        end += 2
      } else if end + 2 < sentence.upperBound, joins(end), joinsFurther(end + 1),
        isCapitalised(end + 2)
      {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  /// In German every noun has a capital: a second name follows a given one, and then only known surnames and
  /// given names.
  private func endsName(_ index: Int, from start: Int) -> Bool {
    if isTitle(index) || isOrganisation(index) { return true }
    guard words.language.capitalisesNouns, index - start > 1 else { return false }
    return word(index - 1).traits.isDisjoint(with: .givenName)
  }

  /// "Jean-Luc", "Ursula von der Leyen", "de la Cruz".
  private func joins(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    if type(index).mark == .hyphen { return !token.isSpaced }
    return token.kind == .word && word(index).traits.contains(.particle)
      && !type(index).traits.contains(.capitalised)
      && type(index).traits.isDisjoint(with: .conjunction)
  }

  /// The second of two particles: "la" in "de la Torre", "der" in "von der Heide".
  private func joinsFurther(_ index: Int) -> Bool {
    let type = type(index)
    return type.traits.contains(.determiner) && !type.traits.contains(.capitalised)
  }

  // MARK: Places

  /// Where the name of a country of several words ends that begins at a token: "Reino Unido".
  private func stateEnd(from start: Int, in sentence: TokenRange) -> Int? {
    let run = start..<runOfPlace(from: start, in: sentence)
    let match = NameMatches.find(run, of: segment, vocabulary, gazetteer).all.first
    guard let match, match.tokens.lowerBound == start, let first = match.candidates.first,
      first.flags.isEmpty, gazetteer.place(first.place).kind == .country
    else { return nil }
    return match.tokens.upperBound
  }

  /// Where the name of a place ends that begins at a token.
  private func placeEnd(from start: Int, in sentence: TokenRange) -> Int? {
    let run = start..<runOfPlace(from: start, in: sentence)
    let matches = NameMatches.find(run, of: segment, vocabulary, gazetteer)
    if let first = matches.all.first, first.tokens.lowerBound == start,
      isPlace(first.candidates, at: start, in: sentence)
    {
      return first.tokens.upperBound
    }
    let single = word(start)
    if start + 1 < sentence.upperBound, joinsTightly(start + 1) { return nil }
    return isPlace(single.candidates, at: start, in: sentence) ? start + 1 : nil
  }

  private func joinsTightly(_ index: Int) -> Bool {
    type(index).mark == .hyphen && !segment.tokens[index].isSpaced
  }

  private func runOfPlace(from start: Int, in sentence: TokenRange) -> Int {
    var end = start + 1
    while end < min(sentence.upperBound, start + 6) {
      let isPart =
        isCapitalised(end) || joinsTightly(end)
        || type(end).roles.contains(.nameConnector)
      guard isPart else { break }
      end += 1
    }
    return end
  }

  /// A country wherever it stands; other places behind a preposition, at the beginning of a line, or where
  /// capitals mean names.
  private func isPlace(
    _ candidates: PlaceCandidates, at start: Int, in sentence: TokenRange
  ) -> Bool {
    guard let first = candidates.first(where: { !$0.flags.contains(.demonym) }),
      !first.flags.contains(.capitals) || type(start).traits.contains(.allCapitals)
    else { return false }
    let place = gazetteer.place(first.place)
    let isState: Bool
    switch place.kind {
    case .country, .contested, .continent: isState = true
    default: isState = false
    }
    if isState, !first.flags.contains(.ambiguous) { return true }
    let isLed = start > sentence.lowerBound && type(start - 1).traits.contains(.preposition)
    if isLed { return place.size >= 3 || place.kind != .city }
    if words.language.capitalisesNouns { return start == sentence.lowerBound && place.size >= 8 }
    return start > sentence.lowerBound && place.size >= 5
      && word(start).traits.isDisjoint(with: .surname)
  }
}
