// Who talked to whom, as the headline and the first paragraphs of an interview say.
//
//   Ines Vogt spoke to Mara Quill.      Wikinews interviewed Tina McKenzie.      She spoke with us about …

import ArticleModel

/// The guest and the host of an interview.
struct Conversation {
  /// Whoever answers; nil when the introduction leaves it open.
  var guest: TurnVoice?
  /// Whoever asks; nil when nobody says.
  var host: TurnVoice?
  /// Whether the introduction says that somebody was interviewed.
  var isInterview = false
}

/// Reads introductions.
struct IntroductionReader {
  let segment: Segment
  let words: WordTypes
  let vocabulary: NameVocabulary
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]
  /// The last words of the authors' names.
  let authors: Set<UInt64>
  /// Who published the article.
  let outlet: String?

  private var layout: LayoutWords { words.language.layout }

  /// Somebody in a sentence of the introduction.
  private enum Party: Equatable {
    case person(TokenRange)
    case publisher
    case named(TokenRange)
  }

  /// Reads the paragraphs before a token.
  func conversation(before limit: Int) -> Conversation {
    var found = Conversation()
    for sentence in segment.sentences {
      if sentence.tokens.lowerBound >= limit { break }
      read(sentence.tokens, &found, limit)
    }
    if found.guest == nil { found.guest = only(before: limit) }
    if found.host == found.guest { found.host = nil }
    return found
  }

  private func read(_ sentence: TokenRange, _ found: inout Conversation, _ limit: Int) {
    let layout = layout
    for index in sentence {
      let hash = words[segment.tokens[index]].lowerHash
      guard layout.ofInterviews.contains(hash) else { continue }
      let isAsking = layout.asking.contains(hash)
      let isTalking = layout.talking.contains(hash)
      let isConversation = layout.conversations.contains(hash) || isQuestionAndAnswer(index)
      if isConversation { found.isInterview = true }
      guard isAsking || isTalking || isConversation else { continue }
      if isConversation, !isAsking {
        readConversation(index, in: sentence, &found)
        continue
      }
      let before = party(before: index, in: sentence)
      let isPassive = index + 1 < sentence.upperBound && isMaker(index + 1)
      let after = party(after: index, in: sentence, needsBinder: isTalking)
      if after != nil || before == .publisher { found.isInterview = true }
      if isPassive {
        note(guest: before, host: after, &found)
      } else {
        assign(before, after, isAsking: isAsking, limit, &found)
      }
    }
  }

  /// The last letter of "Q&A".
  private func isQuestionAndAnswer(_ index: Int) -> Bool {
    guard index > 1, layout.answers.contains(words[segment.tokens[index]].lowerHash) else {
      return false
    }
    return segment.tokens[index - 1].kind == .mark && !segment.tokens[index].isSpaced
      && layout.questions.contains(words[segment.tokens[index - 2]].lowerHash)
  }

  /// "An interview with NAME by NAME".
  private func readConversation(
    _ index: Int, in sentence: TokenRange, _ found: inout Conversation
  ) {
    note(guest: party(after: index, in: sentence, needsBinder: true), host: nil, &found)
    for person in persons where sentence.contains(person.lowerBound) && person.lowerBound > index {
      if isMaker(person.lowerBound - 1) { note(guest: nil, host: .person(person), &found) }
    }
  }

  /// "by", which makes whoever follows the one who asks.
  private func isMaker(_ index: Int) -> Bool {
    words[segment.tokens[index]].roles.contains(.means)
  }

  private func assign(
    _ before: Party?, _ after: Party?, isAsking: Bool, _ limit: Int, _ found: inout Conversation
  ) {
    guard let after else { return }
    var (guest, host) = isAsking ? (Optional(after), before) : (before, Optional(after))
    if mustSwap(guest: guest, host: host, limit) { (guest, host) = (host, guest) }
    note(guest: guest, host: host, &found)
  }

  private func note(guest: Party?, host: Party?, _ found: inout Conversation) {
    if case .person(let name)? = guest, found.guest == nil { found.guest = voice(of: name) }
    guard found.host == nil, let host else { return }
    switch host {
    case .person(let name): found.host = voice(of: name)
    case .publisher: found.host = outlet.map { .described(name: $0, kind: .outlet) }
    case .named(let words):
      guard mayBeOutlet(words) else { return }
      found.host = .described(name: segment.string(of: words), kind: .outlet)
    }
  }

  /// Whether capitalised words name who publishes: they say so, or are a name that is no place's.
  private func mayBeOutlet(_ range: TokenRange) -> Bool {
    let traits = range.reduce(WordTraits()) { $0.union(words[segment.tokens[$1]].traits) }
    if traits.contains(.outlet) { return true }
    guard range.count == 1, traits.isDisjoint(with: [.calendar, .title, .role, .demonym]) else {
      return false
    }
    let word = vocabulary[segment.tokens[range.lowerBound]]
    return word.placeClass == 0 && word.traits.commonness < 4
      && word.traits.isDisjoint(with: .givenName)
  }

  /// Whether the one whom the verb makes the guest is the host: the author, the outlet, or named less often.
  private func mustSwap(guest: Party?, host: Party?, _ limit: Int) -> Bool {
    switch (guest, host) {
    case (.publisher?, _), (.named?, .person?): return true
    case (_, .publisher?), (_, .named?): return false
    case (.person(let guest)?, .person(let host)?):
      if isHost(guest) != isHost(host) { return isHost(guest) }
      return weight(host, limit) > weight(guest, limit)
    default: return false
    }
  }

  /// Whether somebody writes: an author, "our reporter NAME", "the Post's NAME".
  private func isHost(_ name: TokenRange) -> Bool {
    if isAuthor(name) { return true }
    guard name.lowerBound > 0 else { return false }
    let before = words[segment.tokens[name.lowerBound - 1]]
    return before.roles.contains(.possessive) || layout.leaders.contains(before.lowerHash)
      || layout.publishers.contains(before.lowerHash)
  }

  private func isAuthor(_ name: TokenRange) -> Bool { authors.contains(surname(name)) }

  /// How often somebody is named in the introduction; the headline counts twice.
  private func weight(_ name: TokenRange, _ limit: Int) -> Int {
    let headline = headline.upperBound
    return persons.prefix { $0.lowerBound < limit }.filter { surname($0) == surname(name) }
      .reduce(0) { $0 + ($1.lowerBound < headline ? 2 : 1) }
  }

  /// A first paragraph with no more tokens is a headline, whatever mark ends it.
  private static let longestHeadline = 30

  private var headline: TokenRange {
    guard let first = segment.paragraphs.first?.tokens, first.count <= Self.longestHeadline else {
      return 0..<0
    }
    return first
  }

  // MARK: Parties

  private func party(before index: Int, in sentence: TokenRange) -> Party? {
    let earlier = persons.last {
      $0.upperBound <= index && $0.lowerBound >= sentence.lowerBound
    }
    if let earlier { return .person(earlier) }
    let isPublisher = (sentence.lowerBound..<index).contains {
      layout.publishers.contains(words[segment.tokens[$0]].lowerHash)
    }
    if isPublisher { return .publisher }
    guard index > sentence.lowerBound else { return nil }
    return capitalised(upTo: index, in: sentence).map { .named($0) }
  }

  /// How many tokens behind a verb the other one is named.
  private static let reach = 10

  private func party(after index: Int, in sentence: TokenRange, needsBinder: Bool) -> Party? {
    var isBound = !needsBinder
    for at in index + 1..<max(min(index + Self.reach, sentence.upperBound), index + 1) {
      let type = words[segment.tokens[at]]
      if layout.binders.contains(type.lowerHash) {
        isBound = true
        continue
      }
      guard isBound || at == index + 1 else { continue }
      if layout.publishers.contains(type.lowerHash), at + 1 < sentence.upperBound,
        !words[segment.tokens[at + 1]].traits.contains(.capitalised)
      {
        return .publisher
      }
      if let person = persons.first(where: { $0.lowerBound == at }) { return .person(person) }
      guard isBound else { continue }
      if type.traits.contains(.capitalised),
        type.traits.isDisjoint(with: [.title, .role, .demonym])
      {
        return .named(capitalised(from: at, in: sentence))
      }
      if type.mark == .period || type.mark == .colon { return nil }
    }
    return nil
  }

  private func isCapitalised(_ index: Int) -> Bool {
    let type = words[segment.tokens[index]]
    return type.traits.contains(.capitalised) && type.traits.isDisjoint(with: .pronoun)
  }

  private func capitalised(from start: Int, in sentence: TokenRange) -> TokenRange {
    var end = start + 1
    while end < sentence.upperBound, isCapitalised(end) { end += 1 }
    return start..<end
  }

  private func capitalised(upTo end: Int, in sentence: TokenRange) -> TokenRange? {
    var start = end
    while start > sentence.lowerBound, isCapitalised(start - 1) { start -= 1 }
    return start < end ? start..<end : nil
  }

  // MARK: Persons

  private func surname(_ name: TokenRange) -> UInt64 {
    name.last.map { words[segment.tokens[$0]].lowerHash } ?? 0
  }

  /// The fullest name of somebody.
  private func voice(of name: TokenRange) -> TurnVoice {
    let full =
      persons.filter { surname($0) == surname(name) }.max { $0.count < $1.count } ?? name
    return .person(
      words: full.filter { segment.tokens[$0].kind == .word }.map {
        words[segment.tokens[$0]].lowerHash
      }, name: segment.string(of: full))
  }

  /// The only person whom the introduction names, or else the headline, but for the authors.
  private func only(before limit: Int) -> TurnVoice? {
    let named = persons.prefix { $0.lowerBound < limit }.filter { !isAuthor($0) }
    if let first = named.first, named.allSatisfy({ surname($0) == surname(first) }) {
      return voice(of: first)
    }
    let first = named.filter { $0.upperBound <= headline.upperBound }
    guard let one = first.first, first.allSatisfy({ surname($0) == surname(one) }) else {
      return nil
    }
    return voice(of: one)
  }
}
