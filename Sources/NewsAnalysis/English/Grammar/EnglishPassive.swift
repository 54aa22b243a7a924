// "Vogt was told by Brandt that …", "the jury heard that …": whoever hears something does not say it.
//
//   Jury told rower drowned      “…,” Vogt was warned      Vogt was told: “…”

import ArticleModel

/// Gives what somebody was told to whoever told it, or to nobody.
struct EnglishPassive {
  let segment: Segment
  let words: WordTypes

  /// The attribution without the addressee as its source.
  func applied(to attribution: Attribution) -> Attribution {
    guard let verb = verb(of: attribution) else { return attribution }
    if isPassive(verb) { return told(attribution, by: verb) }
    guard let source = attribution.source, source.upperBound <= verb,
      hears(source, verb) || isToldInHeadline(source, verb)
    else { return attribution }
    return addressed(attribution, to: source, by: nil)
  }

  private func type(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? words[segment.tokens[index]] : nil
  }

  private func isOne(_ set: WordSet, _ index: Int) -> Bool {
    type(index).map { set.contains($0.lowerHash) } ?? false
  }

  // MARK: The verb

  /// The verb of telling or hearing in the cue, or before the pause at which the quotation of nobody begins.
  private func verb(of attribution: Attribution) -> Int? {
    if let cue = attribution.cue {
      return cue.last { isOne(Self.telling, $0) || isOne(Self.hearing, $0) }
    }
    guard attribution.source == nil, let open = attribution.contents.first?.lowerBound,
      let pause = type(open - 1)?.mark, pause == .colon || pause == .comma
    else { return nil }
    let lead = TokenRange(from: max(0, open - Self.reach), to: open - 1)
    return lead.reversed().prefix { type($0)?.mark?.endsSentence != true }.first {
      isOne(Self.telling, $0) && isPassive($0)
    }
  }

  /// "was told", "had been repeatedly warned", but not "was quoted as".
  private func isPassive(_ verb: Int) -> Bool {
    guard isOne(Self.telling, verb), type(verb + 1)?.known != .as else { return false }
    for index in TokenRange(from: max(0, verb - 4), to: verb).reversed() {
      switch type(index)?.known {
      case .is, .are, .was, .were, .be, .been, .being: return true
      default: if type(index)?.traits.contains(.adverb) != true { return false }
      }
    }
    return false
  }

  // MARK: The agent

  private func told(_ attribution: Attribution, by verb: Int) -> Attribution {
    if let source = attribution.source, source.lowerBound > verb {
      guard source.count > 1, type(source.lowerBound)?.known == .by else { return attribution }
      var attribution = attribution
      attribution.source = source.dropFirst()
      return attribution
    }
    let agent = agent(behind: verb, of: attribution)
    return addressed(attribution, to: attribution.source, by: agent)
  }

  /// Whom "by" names behind the verb.
  private func agent(behind verb: Int, of attribution: Attribution) -> TokenRange? {
    let near = TokenRange(from: verb + 1, to: min(verb + 6, segment.tokens.count))
    guard let by = near.first(where: { type($0)?.known == .by }),
      near.prefix(while: { $0 < by }).allSatisfy({ segment.tokens[$0].isSpoken })
    else { return nil }
    let content = attribution.contents.first { $0.lowerBound > by }?.lowerBound
    let end = min(content ?? segment.tokens.count, by + EnglishNounPhrases.longest)
    let phrases = EnglishNounPhrases(segment: segment, words: words)
    guard phrases.startsSubject(by + 1, to: end, isSure: true) else { return nil }
    return phrases.subject(from: by + 1, to: end)
  }

  private func addressed(
    _ attribution: Attribution, to addressee: TokenRange?, by agent: TokenRange?
  ) -> Attribution {
    var attribution = attribution
    attribution.addressee = attribution.addressee ?? addressee
    attribution.source = agent
    if agent == nil { attribution.voice = .nobody }
    guard let agent, let first = attribution.contents.first,
      first.contains(agent.lowerBound), first.upperBound > agent.upperBound
    else { return attribution }
    attribution.contents[0] = agent.upperBound..<first.upperBound
    return attribution
  }

  // MARK: Hearing

  /// "The jury heard", "MPs told": those before whom others speak.
  private func hears(_ source: TokenRange, _ verb: Int) -> Bool {
    (isOne(Self.audiences, source.upperBound - 1) || isOne(Self.audiences, verb - 1))
      && isOne(Self.hearing, verb)
  }

  /// "Jury told rower drowned": in a headline, what looks like a past may be short for "was told".
  private func isToldInHeadline(_ source: TokenRange, _ verb: Int) -> Bool {
    guard source.upperBound == verb, isOne(Self.telling, verb), isHeading(verb) else {
      return false
    }
    let isAudience =
      isOne(Self.audiences, verb - 1) || type(verb - 1)?.traits.contains(.group) == true
    guard type(verb)?.known == .told else { return isAudience }
    let isPause = type(verb + 1)?.mark.map { $0 != .hyphen } ?? true
    return isAudience || isPause || !namesAddressee(verb + 1)
  }

  private func namesAddressee(_ index: Int) -> Bool {
    guard let type = type(index) else { return false }
    return type.isPeople || type.isBody || isOne(Self.audiences, index)
      || !type.traits.isDisjoint(with: [.capitalised, .pronoun, .determiner])
  }

  private func isHeading(_ token: Int) -> Bool {
    let at = segment.paragraphs.partition { $0.tokens.upperBound > token }
    return at < segment.paragraphs.count && segment.paragraphs[at].kind.isHeading
  }

  // MARK: Words

  /// Longest way from a verb to the quotation that it introduces, in tokens.
  private static let reach = 14

  private static let telling = WordSet(
    """
    told warned informed advised assured reassured reminded notified asked urged ordered instructed briefed
    questioned quizzed grilled accused criticised criticized blamed challenged pressed promised taught begged
    encouraged invited commanded directed forbidden persuaded shown
    """)
  private static let hearing = WordSet("hear hears heard learn learns learned learnt told")
  private static let audiences = WordSet(
    """
    court jury jurors inquest tribunal hearing inquiry committee mps msps peers magistrates councillors panel
    judge judges parliament trial commission lawmakers senators
    """)
}
