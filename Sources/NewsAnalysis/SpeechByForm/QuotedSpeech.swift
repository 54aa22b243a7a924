// Who says what stands between quotation marks, in languages without a model.
//
//   „…“, sagte Minister Kern.          « … », a déclaré Anne Roux.          «…», aseguró Ana Ruiz.
//   Kern sagte: „…“                    Selon Anne Roux, « … »               —…—dijo Ruiz—.

import ArticleModel

/// Finds the attributions of a paragraph by the forms of their introductions.
struct QuotedSpeech {
  let segment: Segment
  let words: WordTypes
  /// Says which stretches are speech.
  let finder: AttributionFinder
  let phrases: NounPhrases

  init(_ finder: AttributionFinder, persons: [TokenRange]) {
    self.finder = finder
    (segment, words) = (finder.segment, finder.words)
    phrases = NounPhrases(segment: finder.segment, words: finder.words, persons: persons)
  }

  /// How sure these rules are.
  private static let confidence = 0.8
  /// How many tokens lie between a quotation and its verb.
  private static let tailReach = 8
  private static let leadReach = 40
  /// A stretch of no more tokens, marks included, is a name or a title unless a colon leads to it.
  private static let shortest = 5

  /// Words that introduce a quotation, and whom they name; nobody when they leave it open.
  private struct Introduction {
    var cue: TokenRange
    var source: TokenRange?
  }

  private func type(_ index: Int) -> WordType { phrases.type(index) }

  /// The attributions of a paragraph, in reading order.
  func attributions(in paragraph: Segment.Paragraph) -> [Attribution] {
    let dashed = DashedSpeech(segment: segment, words: words, phrases: phrases)
    if let spoken = dashed.attribution(of: paragraph.tokens) { return [spoken] }
    var found: [Attribution] = []
    var previous: QuotedStretch?
    for stretch in finder.stretches(in: paragraph.tokens) {
      let start = max(
        sentence(of: stretch.tokens.lowerBound, in: paragraph).lowerBound,
        previous?.tokens.upperBound ?? 0)
      add(stretch, from: start, in: paragraph, to: &found)
      previous = stretch
    }
    return found
  }

  private func add(
    _ stretch: QuotedStretch, from start: Int, in paragraph: Segment.Paragraph,
    to found: inout [Attribution]
  ) {
    let sentence = sentence(of: stretch.tokens.lowerBound, in: paragraph)
    let last = found.last
    let isWhole = isWholeSentence(stretch.tokens, in: paragraph)
    let isSpeech = finder.isSpeechLike(stretch) || isWhole && endsLikeSentence(stretch.tokens)
    let introduction =
      tail(of: stretch.tokens, in: paragraph) ?? lead(to: stretch.tokens, from: start, isSpeech)
    if let last, let cue = last.cue, cue.lowerBound >= sentence.lowerBound,
      introduction == nil || introduction?.cue == cue
    {
      guard isSpeech || introduction != nil else { return }
      found[found.count - 1].contents.append(stretch.tokens)
    } else if let introduction {
      var attribution = Attribution(
        contents: [stretch.tokens], source: introduction.source, cue: introduction.cue,
        confidence: Self.confidence)
      if introduction.source == nil, !words.language.dropsSubjects { attribution.voice = .nobody }
      found.append(attribution)
    } else if isSpeech, isWhole {
      if let last, last.contents.last.map({ start >= $0.upperBound }) == true, last.source != nil {
        found[found.count - 1].contents.append(stretch.tokens)
      } else {
        found.append(Attribution(contents: [stretch.tokens], confidence: 0.6))
      }
    } else if isSpeech, stretch.tokens.count > 2 * Self.shortest {
      var attribution = Attribution(contents: [stretch.tokens], confidence: 0.5)
      attribution.voice = .nobody
      found.append(attribution)
    }
  }

  private func sentence(of index: Int, in paragraph: Segment.Paragraph) -> TokenRange {
    let number = segment.sentences.partition { $0.tokens.upperBound > index }
    return number < segment.sentences.count ? segment.sentences[number].tokens : paragraph.tokens
  }

  private func isWholeSentence(_ stretch: TokenRange, in paragraph: Segment.Paragraph) -> Bool {
    sentence(of: stretch.lowerBound, in: paragraph).lowerBound == stretch.lowerBound
  }

  /// Whether a sentence ends before the closing mark of a stretch with a word or more.
  private func endsLikeSentence(_ stretch: TokenRange) -> Bool {
    stretch.count > 3 && type(stretch.upperBound - 2).mark?.endsSentence == true
  }

  // MARK: Behind

  /// ", sagte NAME", ", so NAME", ", a déclaré NAME", ", explique-t-elle", ", según NAME".
  private func tail(of stretch: TokenRange, in paragraph: Segment.Paragraph) -> Introduction? {
    var at = stretch.upperBound
    let limit = min(at + 40, paragraph.tokens.upperBound)
    while at < limit, let mark = type(at).mark, mark == .comma || mark.isDash { at += 1 }
    guard at < limit, segment.tokens[at].kind == .word else { return nil }
    let isSetOff = at > stretch.upperBound
    if !isSetOff, type(at).traits.contains(.capitalised) { return nil }
    if isSetOff, let found = unknownVerb(at: at, before: limit) { return found }
    if let source = reference(at: at, before: limit) { return source }
    return verb(from: at, before: limit)
  }

  /// ", bromea una vecina", ", witzelte der Trainer", ", s’amuse Jean Dupuis": a word of no known class in the
  /// place of the verb, with somebody right behind it.
  private func unknownVerb(at start: Int, before limit: Int) -> Introduction? {
    var at = start
    while at < min(start + 3, limit), type(at).traits.contains(.pronoun) { at += 1 }
    let type = type(at)
    guard at + 1 < limit, segment.tokens[at].kind == .word, type.roles.isEmpty,
      type.traits.isEmpty, !phrases.isPronoun(self.type(at + 1))
    else { return nil }
    let next = self.type(at + 1)
    let mayBeSomebody =
      next.traits.contains(.capitalised) || next.roles.contains(.definiteArticle)
      || !next.traits.isDisjoint(with: [.determiner, .title, .role])
    guard mayBeSomebody, next.traits.isDisjoint(with: [.preposition, .calendar]),
      let source = phrases.source(at: at + 1, before: limit), phrases.isSomebody(source)
    else { return nil }
    return Introduction(cue: start..<at + 1, source: source)
  }

  /// "so NAME", "selon NAME", "d’après NAME", "nach Angaben von NAME".
  private func reference(at index: Int, before limit: Int) -> Introduction? {
    let roles = type(index).roles
    var start = index + 1
    if roles.contains(.quotationTail) || roles.contains(.sourceIntroduction) {
      if start < limit, type(start).roles.contains(.opinion) { start += 2 }
    } else if start < limit, type(start).roles.contains(.sourceBehindElision),
      !segment.tokens[start].isSpaced
    {
      start += 1
    } else if start < limit, type(start).roles.contains(.opinion),
      type(index).traits.contains(.preposition)
    {
      start += 2
    } else {
      return nil
    }
    return phrases.source(at: start, before: limit).map {
      Introduction(cue: index..<index + 1, source: $0)
    }
  }

  /// A verb of saying with only small words before it, and its subject behind or before it.
  private func verb(from start: Int, before limit: Int) -> Introduction? {
    var pronoun: Int?
    var at = start
    while at < min(limit, start + Self.tailReach) {
      let type = type(at)
      if isCue(at) {
        let subject = pronoun.map { $0..<$0 + 1 } ?? subject(behind: at, before: limit)
        return Introduction(cue: start..<at + 1, source: subject)
      }
      if phrases.isPronoun(type) { pronoun = at }
      if type.traits.contains(.auxiliary), let enclosed = enclosed(behind: at, before: limit) {
        return enclosed
      }
      let isSmall = !type.traits.isDisjoint(with: [.auxiliary, .adverb, .pronoun])
      guard isSmall || type.mark == .hyphen else { return nil }
      at += 1
    }
    return nil
  }

  /// "hat Minister Kern erklärt": the subject between auxiliary and participle.
  private func enclosed(behind auxiliary: Int, before limit: Int) -> Introduction? {
    guard let source = phrases.source(at: auxiliary + 1, before: limit),
      !phrases.isPronoun(type(source.lowerBound))
    else { return nil }
    let verb = (source.upperBound..<max(min(source.upperBound + 8, limit), source.upperBound))
      .first(where: isCue)
    return verb.map { Introduction(cue: $0..<$0 + 1, source: source) }
  }

  private func isCue(_ index: Int) -> Bool {
    let traits = type(index).traits
    return traits.contains(.speechVerb) && !traits.contains(.capitalised)
      && !traits.isDisjoint(with: [.past, .thirdPerson])
  }

  /// The source behind a verb and its small words: "sagte gestern NAME", "dit-il", "explique-t-elle".
  private func subject(behind verb: Int, before limit: Int) -> TokenRange? {
    var at = verb + 1
    while at < min(limit, verb + 5) {
      let type = type(at)
      if phrases.isPronoun(type) { return at..<at + 1 }
      let isSmall =
        type.traits.contains(.adverb) && !type.traits.contains(.capitalised)
        || type.traits.contains(.calendar) || type.mark == .hyphen
      guard isSmall else { break }
      at += 1
    }
    return phrases.source(at: at, before: limit)
  }

  // MARK: Before

  /// "NAME sagte: „", "Am Montag sagte NAME: „", "Selon NAME, « ", "NAME: «".
  private func lead(to stretch: TokenRange, from start: Int, _ isSpeech: Bool) -> Introduction? {
    let first = max(start, stretch.lowerBound - Self.leadReach)
    let region = TokenRange(from: first, to: stretch.lowerBound)
    guard let last = region.last else { return nil }
    let isLed = type(last).mark == .colon || type(last).mark == .comma
    guard isLed || stretch.count > Self.shortest else { return nil }
    if let found = introduction(in: region), isLed || isSpeech || isNear(found, stretch) {
      return found
    }
    guard type(last).mark == .colon,
      let source = phrases.source(at: region.lowerBound, before: last),
      source.upperBound == last || phrases.isSomebody(source)
    else { return nil }
    return Introduction(cue: last..<last + 1, source: source)
  }

  private func isNear(_ introduction: Introduction, _ stretch: TokenRange) -> Bool {
    stretch.lowerBound - introduction.cue.upperBound <= Self.leadReach / 2
  }

  private func introduction(in region: TokenRange) -> Introduction? {
    if let verb = region.last(where: isCue) {
      let behind =
        isInverted(verb, in: region) ? subject(behind: verb, before: region.upperBound) : nil
      let source =
        behind ?? phrases.subject(before: verb, from: region.lowerBound)
        ?? subject(behind: verb, before: region.upperBound)
      return Introduction(cue: verb..<verb + 1, source: source)
    }
    for index in region {
      if let found = reference(at: index, before: region.upperBound),
        !type(index).roles.contains(.quotationTail)
      {
        return found
      }
    }
    return nil
  }

  /// Whether a verb may stand before its subject: a determiner, a title, a pronoun or a name follows.
  private func isInverted(_ verb: Int, in region: TokenRange) -> Bool {
    guard verb + 1 < region.upperBound else { return false }
    let next = type(verb + 1)
    if phrases.isPronoun(next) { return true }
    let isNominative = next.roles.contains(.definiteArticle) || !next.traits.contains(.determiner)
    guard isNominative else { return false }
    return !next.traits.isDisjoint(with: [.capitalised, .determiner, .title, .role])
      && next.traits.isDisjoint(with: [.preposition, .calendar])
  }
}
