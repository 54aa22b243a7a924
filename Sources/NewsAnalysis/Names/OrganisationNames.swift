// Finds the names of organisations in a segment by the words that such names are made with: "Ministry of Health",
// "Harbour Bank", "Boston Globe", and by acronyms that the text explains.

import ArticleModel

/// Words that name an organisation.
struct OrganisationName {
  /// The words, without an article.
  let tokens: TokenRange
  /// The word that makes it one: "Ministry"; also the only word of a name that everybody knows.
  let head: Int
  /// The short form in parentheses behind it: "(WHO)".
  let acronym: TokenRange?
}

/// Looks for names of organisations in the runs of a segment. Precision goes first: a name has a word for a body
/// and at least one more.
struct OrganisationNames {
  let segment: Segment
  let types: WordTypes
  let vocabulary: NameVocabulary
  /// The names of persons and places, in reading order: what shares words with a person, or ends as a place,
  /// is no organisation.
  let others: [NameMention]
  let gazetteer: Gazetteer

  /// The names, in reading order.
  func names() -> [OrganisationName] {
    var names: [OrganisationName] = []
    let runs = NameRuns(words: vocabulary)
    for sentence in segment.sentences where !isTitleCase(sentence.tokens) {
      runs.forEach(in: sentence.tokens, of: segment.tokens) { run in
        if run.contains(where: { isHead($0) }) { names += self.names(in: run, sentence.tokens) }
        names += run.filter { isKnown($0) }.filter { known in
          !names.contains { $0.tokens.contains(known) || $0.acronym?.contains(known) == true }
        }.map { OrganisationName(tokens: $0..<$0 + 1, head: $0, acronym: nil) }
      }
    }
    return names.filter { !isOther($0) }.sorted { $0.head < $1.head }
  }

  private func names(in run: TokenRange, _ sentence: TokenRange) -> [OrganisationName] {
    var names: [OrganisationName] = []
    var at = run.lowerBound
    while let first = TokenRange(from: at, to: run.upperBound).first(where: { isHead($0) }) {
      let head = lastHead(from: first, in: run)
      let start = start(before: first, from: at, in: run)
      let end = end(behind: head, in: run)
      if isSpecific(start..<end), !isRole(end, in: sentence), !isPlace(start..<end) {
        names.append(
          OrganisationName(
            tokens: start..<end, head: head, acronym: acronym(behind: end, of: start..<end)))
      }
      at = end
    }
    return names
  }

  // MARK: Words

  private func type(_ index: Int) -> WordType { types[segment.tokens[index]] }

  private func isCapitalised(_ index: Int) -> Bool {
    vocabulary.part(of: segment.tokens[index]) == .capitalised
  }

  /// Whether a word with a capital is one for bodies: "Ministry", "Inc.", "Times".
  private func isHead(_ index: Int) -> Bool {
    isCapitalised(index) && types.language.bodies.contains(type(index).lowerHash)
      && !type(index).traits.contains(.demonym)
  }

  /// Whether a word in capitals alone names an organisation: "NATO"; "Reuters" needs none, but in parentheses it
  /// belongs to a dateline.
  private func isKnown(_ index: Int) -> Bool {
    let type = type(index)
    if index > 0, self.type(index - 1).mark == .openParenthesis { return false }
    return type.traits.contains(.capitalised) && types.language.knownBodies.contains(type.lowerHash)
      && (type.traits.contains(.allCapitals)
        || segment.tokens[index].end - segment.tokens[index].start > 4)
  }

  /// Whether a word may stand before the head: no office, no title, no month.
  private func mayPrecede(_ index: Int) -> Bool {
    let traits = type(index).traits
    return isCapitalised(index)
      && traits.isDisjoint(with: [.precedesName, .calendar, .pronoun, .preposition])
      && !traits.isSuperset(of: [.title, .role])
      && type(index).roles.isDisjoint(with: [.determiner, .tenure])
  }

  // MARK: Bounds

  /// The last of several heads in a row: "Bank Group", "Labour Party".
  private func lastHead(from first: Int, in run: TokenRange) -> Int {
    var head = first
    while head + 1 < run.upperBound, isHead(head + 1) { head += 1 }
    return head
  }

  /// Where the words before the head begin; "and" joins plain words alone, as in "Food and Drug".
  private func start(before head: Int, from limit: Int, in run: TokenRange) -> Int {
    var start = head
    while start > limit {
      if mayPrecede(start - 1) || isJoiningHyphen(start - 1, in: run) {
        start -= 1
      } else if start > limit + 1, start < head,
        joinsPlainWords(start - 1) || joinsPlaces(start - 1, upTo: head, from: limit)
      {
        start -= 2
      } else {
        break
      }
    }
    while start < head, !isCapitalised(start) { start += 1 }
    return start
  }

  private func isJoiningHyphen(_ index: Int, in run: TokenRange) -> Bool {
    type(index).mark == .hyphen && !segment.tokens[index].isSpaced && index > run.lowerBound
      && isCapitalised(index - 1)
  }

  private func joinsPlainWords(_ index: Int) -> Bool {
    guard type(index).roles.contains(.additive), mayPrecede(index - 1) else { return false }
    return [index - 1, index + 1].allSatisfy {
      vocabulary[segment.tokens[$0]].traits.commonness >= 2 && !isHead($0)
    }
  }

  /// Whether "and" stands between two places that share a body: "Avon and Somerset Police". They are one region,
  /// or lie in one country and neither is a country or its capital; and no preposition comes before them.
  private func joinsPlaces(_ index: Int, upTo head: Int, from limit: Int) -> Bool {
    guard type(index).roles.contains(.additive), mayPrecede(index - 1), !isHead(index - 1) else {
      return false
    }
    if index - 2 >= limit, isCapitalised(index - 2),
      !type(index - 2).roles.contains(.definiteArticle)
    {
      return false
    }
    if index > 1, type(index - 2).traits.contains(.preposition) { return false }
    if !places(named: index - 1..<head).isEmpty { return true }
    let seconds = places(named: index + 1..<head).filter(Self.mayShareBody)
    return places(named: index - 1..<index).filter(Self.mayShareBody).contains { first in
      seconds.contains { $0.country == first.country }
    }
  }

  private static func mayShareBody(_ place: GazetteerPlace) -> Bool {
    place.kind == .city || place.kind == .county || place.kind == .division
  }

  private func places(named name: TokenRange) -> [GazetteerPlace] {
    gazetteer.candidates(for: NameHash(segment.string(of: name)).value)
      .filter { !$0.flags.contains(.demonym) }.map { gazetteer.place($0.place) }
  }

  /// Where the words behind the head end: "of the Interior", "for Human Rights".
  private func end(behind head: Int, in run: TokenRange) -> Int {
    var end = head + 1
    guard end < run.upperBound, type(end).roles.contains(.genitive) else { return end }
    var next = end + 1
    if next < run.upperBound, type(next).roles.contains(.definiteArticle) { next += 1 }
    guard next < run.upperBound, isCapitalised(next), !isHead(next) else { return end }
    while next < run.upperBound, isPart(next, in: run) { next += 1 }
    while next > end, !isCapitalised(next - 1) { next -= 1 }
    end = next
    return end
  }

  private func isPart(_ index: Int, in run: TokenRange) -> Bool {
    if isCapitalised(index) {
      return type(index).traits.isDisjoint(with: [.calendar])
        && !type(index).roles.contains(.possessive)
    }
    guard index + 1 < run.upperBound, !isHead(index + 1) else { return false }
    return type(index).mark == .hyphen && !segment.tokens[index].isSpaced
      || joinsPlainWords(index)
  }

  /// The acronym in parentheses behind a name whose initials it is made of.
  private func acronym(behind end: Int, of name: TokenRange) -> TokenRange? {
    guard end + 2 < segment.tokens.count, type(end).mark == .openParenthesis,
      type(end + 2).mark == .closeParenthesis, type(end + 1).traits.contains(.allCapitals)
    else { return nil }
    let short = segment.string(of: end + 1..<end + 2).filter(\.isLetter)
    var initials = name.filter { isCapitalised($0) }.compactMap {
      segment.string(of: $0..<$0 + 1).first
    }[...]
    for letter in short {
      guard let at = initials.firstIndex(of: letter) else { return nil }
      initials = initials[(at + 1)...]
    }
    return short.count > 1 ? end + 1..<end + 2 : nil
  }

  // MARK: What is none

  /// Whether there is more than words for bodies: not "Company Ltd.".
  private func isSpecific(_ name: TokenRange) -> Bool {
    name.count > 1 && name.contains { isCapitalised($0) && !isHead($0) }
  }

  /// Whether the gazetteer has a region of that name: "West Bank".
  private func isPlace(_ name: TokenRange) -> Bool {
    let candidates = gazetteer.candidates(for: NameHash(segment.string(of: name)).value)
    return candidates.first.map { !gazetteer.place($0.place).isCity } ?? false
  }

  /// "Foreign Ministry spokesman": still a name; "Senate Majority Leader" is not one.
  private func isRole(_ end: Int, in sentence: TokenRange) -> Bool {
    sentence.contains(end) && isCapitalised(end)
      && !type(end).traits.isDisjoint(with: [.title, .role])
  }

  private func isOther(_ name: OrganisationName) -> Bool {
    let first = others.partition { $0.tokens.upperBound > name.tokens.lowerBound }
    return others[first...].prefix { $0.tokens.lowerBound < name.tokens.upperBound }.contains {
      $0.kind == .person || $0.tokens.contains(name.head)
    }
  }

  /// Whether nearly all words of a sentence have a capital, as in a headline: then capitals show no names.
  private func isTitleCase(_ sentence: TokenRange) -> Bool {
    var (capitalised, small) = (0, 0)
    for index in sentence.prefix(30) where segment.tokens[index].kind == .word {
      guard segment.tokens[index].end - segment.tokens[index].start > 3 else { continue }
      if type(index).traits.contains(.capitalised) { capitalised += 1 } else { small += 1 }
    }
    return capitalised > 6 && capitalised > 3 * small
  }
}
