// Persons whose names are those of places – London Breed, Kenya Hall, Irving Berlin –, known by what stands
// around them: a title, an age, a verb for speaking, "who", an apposition, a pronoun, other persons beside them.

/// Finds names of two words in a run, one of them a place, that are a person's.
struct PersonsNamedLikePlaces {
  let run: RunFeatures
  let types: WordTypes
  /// Where the last person's name before the run ends.
  let lastPerson: Int?
  /// How sure the rule is, in the model's weights.
  private static let margin = 2.5

  /// The names with those that are a person's read as one, in reading order.
  func amended(_ found: [NameTagger.Span]) -> [NameTagger.Span] {
    guard run.run.count > 1 else { return found }
    var (names, person) = (found, lastPerson)
    for chunk in chunks() {
      if isPerson(chunk, names, behind: person) {
        names.removeAll { $0.tokens.overlaps(chunk) }
        names.append(NameTagger.Span(tokens: chunk, isPlace: false, margin: Self.margin))
        person = chunk.upperBound
      } else if let known = names.first(where: { $0.isWholePerson && $0.tokens.overlaps(chunk) }) {
        person = known.tokens.upperBound
      }
    }
    return names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The words with capitals in a row, without titles: "Mayor [London Breed] and [Anna Weber]".
  private func chunks() -> [TokenRange] {
    let parts: [TokenRange] = run.run.split { word($0)?.part != .capitalised }
    return parts.map { part in
      var start = part.lowerBound
      while part.upperBound - start > 2, trait(.title, start) { start += 1 }
      return start..<part.upperBound
    }
  }

  private func word(_ index: Int) -> NameWord? {
    run.sentence.contains(index) ? run.words[run.tokens[index]] : nil
  }

  private func trait(_ trait: NameTraits, _ index: Int) -> Bool {
    word(index).map { !$0.traits.isDisjoint(with: trait) } ?? false
  }

  private func isPerson(
    _ chunk: TokenRange, _ names: [NameTagger.Span], behind person: Int?
  ) -> Bool {
    guard chunk.count == 2, let first = word(chunk.lowerBound),
      let last = word(chunk.upperBound - 1), mayBeFirst(first),
      mayBeLast(last, type: types[run.tokens[chunk.upperBound - 1]]),
      isMisread(chunk, first, names.filter { $0.tokens.overlaps(chunk) })
    else { return false }
    if isShown(chunk) || isBeside(person, chunk) || isBeforePerson(chunk, names) { return true }
    guard last.isLikelySurname else { return false }
    return speaks(chunk) || isLikely(first, last, behind: chunk.lowerBound - 1)
  }

  /// Whether the names found inside are not that of a person, and the gazetteer knows no such place.
  private func isMisread(
    _ chunk: TokenRange, _ first: NameWord, _ inside: [NameTagger.Span]
  ) -> Bool {
    if word(chunk.lowerBound - 1)?.part == .number || inside.contains(where: { $0.exceeds(chunk) })
    {
      return false
    }
    if inside.isEmpty, first.placeClass == 0 { return false }
    return !inside.contains { !$0.isPlace && $0.tokens == chunk }
      && !run.matches.all.contains { $0.tokens.overlaps(chunk) }
  }

  /// A first name and a surname that are little else, or a surname behind "by".
  private func isLikely(_ first: NameWord, _ last: NameWord, behind before: Int) -> Bool {
    guard last.traits.commonness < 3, last.traits.isDisjoint(with: [.facility, .placeHead]) else {
      return false
    }
    if word(before)?.roles.contains(.means) == true { return true }
    return last.traits.contains(.commonSurname) && !first.traits.isDisjoint(with: .givenName)
  }

  // MARK: Words

  /// A place or a first name, but no direction, office or people.
  private func mayBeFirst(_ word: NameWord) -> Bool {
    guard word.placeClass != 0 || !word.traits.isDisjoint(with: .givenName), !word.isDemonym else {
      return false
    }
    return !word.isAllCapitals && word.traits.commonness < 4
      && word.traits.isDisjoint(with: [.title, .compass, .organisation, .calendar, .placeHead])
  }

  private func mayBeLast(_ word: NameWord, type: WordType) -> Bool {
    guard !word.isDemonym, !word.isAllCapitals, !types.language.bodies.contains(type.lowerHash),
      word.traits.isDisjoint(with: [.organisation, .calendar, .compass, .title, .groupNoun])
    else { return false }
    if word.traits.contains(.commonSurname) { return true }
    return word.traits.isDisjoint(with: [.facility, .placeHead])
      && word.traits.commonness < (word.traits.contains(.surname) ? 4 : 1)
  }

  // MARK: Signs

  /// Whether what stands around the words says that they name somebody.
  private func isShown(_ chunk: TokenRange) -> Bool {
    isTitled(chunk) || isAged(chunk.upperBound) || isApposed(chunk.upperBound)
      || isSubjectOfPronoun(chunk)
  }

  private func isTitled(_ chunk: TokenRange) -> Bool {
    let before = chunk.lowerBound - 1
    if run.run.contains(before), trait(.title, before) { return true }
    return isPersonNoun(before)
  }

  /// A noun for somebody, with a small letter.
  private func isPersonNoun(_ index: Int) -> Bool {
    guard let word = word(index), word.part != .capitalised else { return false }
    return word.traits.contains(.role) || word.roles.contains(.personNoun)
  }

  /// ", 43," or "(43)".
  private func isAged(_ end: Int) -> Bool {
    guard let opening = mark(end), opening == .comma || opening == .openParenthesis,
      let age = word(end + 1), age.part == .number,
      run.tokens[end + 1].end - run.tokens[end + 1].start == 2
    else { return false }
    guard let closing = word(end + 2) else { return true }
    return closing.part == .none && run.tokens[end + 2].kind == .mark
  }

  /// "who", ", who", ", a lawyer".
  private func isApposed(_ end: Int) -> Bool {
    let isBehindComma = mark(end) == .comma
    let next = isBehindComma ? end + 1 : end
    if word(next)?.roles.contains(.personalRelative) == true { return true }
    guard isBehindComma, word(next)?.roles.contains(.determiner) == true else { return false }
    return isPersonPhrase(next + 1)
  }

  /// "[a] retired lawyer", but not "[the] mayor's house".
  private func isPersonPhrase(_ start: Int) -> Bool {
    for at in start..<start + 4 {
      guard let noun = word(at), noun.part == NameWord.Part.none, run.tokens[at].kind == .word,
        !noun.traits.contains(.placePreposition)
      else { return false }
      if isPersonNoun(at) { return word(at + 1)?.roles.contains(.possessive) != true }
    }
    return false
  }

  /// A sentence that begins with the words and goes on with "he", "her" before anybody else is named.
  private func isSubjectOfPronoun(_ chunk: TokenRange) -> Bool {
    guard chunk.lowerBound == run.sentence.lowerBound,
      word(chunk.upperBound)?.part == NameWord.Part.none,
      run.tokens[chunk.upperBound].kind == .word
    else { return false }
    for index in chunk.upperBound..<run.sentence.upperBound {
      guard let word = word(index), word.part != .capitalised else { return false }
      if !word.roles.isDisjoint(with: [.masculinePronoun, .femininePronoun]) { return true }
    }
    return false
  }

  /// Whether a person's name stands directly before, with a comma or "and" between.
  private func isBeside(_ person: Int?, _ chunk: TokenRange) -> Bool {
    guard let person, person < chunk.lowerBound, chunk.lowerBound - person < 3 else { return false }
    return (person..<chunk.lowerBound).allSatisfy {
      mark($0) == .comma || word($0)?.roles.contains(.additive) == true
    }
  }

  /// Whether "and" and a person's name of several words stand directly behind.
  private func isBeforePerson(_ chunk: TokenRange, _ names: [NameTagger.Span]) -> Bool {
    guard word(chunk.upperBound)?.roles.contains(.additive) == true else { return false }
    return names.contains { $0.isWholePerson && $0.tokens.lowerBound == chunk.upperBound + 1 }
  }

  /// A verb for speaking behind, or before behind what is quoted.
  private func speaks(_ chunk: TokenRange) -> Bool {
    if trait(.speech, chunk.upperBound), word(chunk.upperBound)?.part == NameWord.Part.none {
      return true
    }
    return trait(.speech, chunk.lowerBound - 1)
      && word(chunk.lowerBound - 1)?.part == NameWord.Part.none
  }

  private func mark(_ index: Int) -> Mark? {
    run.sentence.contains(index) ? types[run.tokens[index]].mark : nil
  }
}

extension NameWord {
  /// Whether it is a surname more than a word.
  fileprivate var isLikelySurname: Bool {
    traits.contains(.commonSurname) || (traits.contains(.surname) && traits.commonness < 3)
  }
}

extension NameTagger.Span {
  /// Whether it is a person's first and last name.
  fileprivate var isWholePerson: Bool { !isPlace && tokens.count > 1 }

  /// Whether it has words outside of a range.
  fileprivate func exceeds(_ range: TokenRange) -> Bool {
    tokens.lowerBound < range.lowerBound || tokens.upperBound > range.upperBound
  }
}
