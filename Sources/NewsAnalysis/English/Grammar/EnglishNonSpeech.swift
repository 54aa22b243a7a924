// What looks like reported speech and is none: deeds, refusals to speak, titles, names in marks.
//
//   claimed responsibility · declined to comment · welcomed the vote · wrote “Harbour Lights”
//   known as “Tiny” · flocked to join · named a new director · denied entry

import ArticleModel

/// Tells attributions that quote nobody.
struct EnglishNonSpeech {
  let segment: Segment
  let words: WordTypes

  /// Whether an attribution is none: what its cue takes is a deed, a title or a name.
  func isNoSpeech(_ attribution: Attribution) -> Bool {
    guard let content = attribution.contents.first else { return true }
    if attribution.contents.count == 1, isNaming(content) { return true }
    if isTopic(attribution) || isAnsweredQuestion(attribution) { return true }
    guard let cue = attribution.cue else { return false }
    if !reports(cue), !attribution.contents.contains(where: { isQuoted($0) }) { return true }
    guard attribution.contents.count == 1 else { return false }
    let verb = cue.first { !type($0).traits.isDisjoint(with: .cueVerb) } ?? cue.lowerBound
    if isQuoted(content) { return isTitle(content) && Self.creating.contains(hash(verb)) }
    return isDeed(verb, of: cue, content)
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  private func hash(_ index: Int) -> UInt64 { type(index).lowerHash }

  /// Whether a cue says that somebody says or thinks something, unlike "is ready for" or "has shown interest in". A colon
  /// does, as in "Poll: most want a bridge".
  private func reports(_ cue: TokenRange) -> Bool {
    cue.contains { index in
      segment.tokens[index].kind != .word
        || !type(index).traits.isDisjoint(with: [.cueVerb, .speechNoun])
        || type(index).roles.contains(.sourceIntroduction)
    }
  }

  private func isQuoted(_ content: TokenRange) -> Bool {
    content.contains { segment.tokens[$0].kind == .quotationMark }
  }

  // MARK: Deeds

  /// "claimed responsibility", "declined to comment", "welcomed the vote".
  private func isDeed(_ verb: Int, of cue: TokenRange, _ content: TokenRange) -> Bool {
    let object = objectStart(content)
    guard object < content.upperBound else { return false }
    if Self.claiming.contains(hash(verb)),
      Self.deserts.contains(hash(object))
        || cue.contains(where: { Self.deserts.contains(hash($0)) })
    {
      return true
    }
    if Self.refusing.contains(hash(verb)) { return isSilence(object, in: content) }
    if Self.asking.contains(hash(verb)), isAnonymity(object, in: content) { return true }
    if Self.denying.contains(hash(verb)) { return Self.access.contains(hash(object)) }
    let deeds = EnglishDeeds(segment: segment, words: words)
    if deeds.isSummons(verb) { return true }
    if takesObject(verb, of: cue, content), let act = self.object(of: content),
      deeds.isDeed(verb, act)
    {
      return true
    }
    guard content.count <= Self.longestObject, isNounPhrase(content) else { return false }
    if Self.appointing.contains(hash(verb)) { return true }
    return Self.judging.contains(hash(verb)) && type(verb).traits.contains(.past)
  }

  /// "to comment", "to answer questions", "to be interviewed".
  private func isSilence(_ object: Int, in content: TokenRange) -> Bool {
    var index = object
    if type(index).known == .to { index += 1 }
    if index < content.upperBound, type(index).known == .be { index += 1 }
    return index < content.upperBound && Self.speaking.contains(hash(index))
  }

  /// "(asked) not to be named": what is behind "to be".
  private func isAnonymity(_ object: Int, in content: TokenRange) -> Bool {
    guard let be = content.prefix(4).first(where: { type($0).known == .be }) else { return false }
    return be + 1 < content.upperBound && Self.identifying.contains(hash(be + 1))
  }

  /// Behind "the", "full" and the like: the noun of "claimed (full) responsibility".
  private func objectStart(_ content: TokenRange) -> Int {
    var index = content.lowerBound
    while index < content.upperBound,
      type(index).traits.contains(.determiner) || Self.degrees.contains(hash(index))
    {
      index += 1
    }
    return index
  }

  /// Whether nothing but a particle or preposition stands between a verb and what it takes: "asked for the bill",
  /// but not "continued to affirm their support" and "the bridge, they noted, was shut".
  private func takesObject(_ verb: Int, of cue: TokenRange, _ content: TokenRange) -> Bool {
    let between = TokenRange(from: verb + 1, to: content.lowerBound)
    return content.lowerBound > verb && between.count <= 2
      && between.allSatisfy {
        segment.tokens[$0].kind == .word && type($0).known != .to
          && type($0).traits.isDisjoint(with: .cueVerb)
      }
  }

  /// What a verb takes without what else was done: "the bill" of "asked for the bill and went home".
  private func object(of content: TokenRange) -> TokenRange? {
    let end = content.first { type($0).roles.contains(.coordinator) } ?? content.upperBound
    let object = content.lowerBound..<end
    let isShort = !object.isEmpty && object.count <= Self.longestObject
    return isShort && isNounPhrase(object) ? object : nil
  }

  private static let longestObject = 7

  /// A noun phrase without a clause in it.
  private func isNounPhrase(_ content: TokenRange) -> Bool {
    content.allSatisfy { index in
      let type = type(index)
      return segment.tokens[index].kind != .mark
        && type.traits.isDisjoint(with: [.auxiliary, .conjunction])
        && ![.that, .to, .who, .which].contains(type.known)
    }
  }

  /// "Asked whether the bridge would open, Weber said …": the question is not hers.
  private func isAnsweredQuestion(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cue, Self.asked.contains(hash(cue.lowerBound)),
      let content = attribution.contents.first, content.lowerBound > cue.lowerBound,
      !isQuoted(content)
    else { return false }
    let before = cue.lowerBound - 1
    let opens = before < 0 || segment.tokens[before].kind != .word || type(before).known == .when
    let isNamedBefore = attribution.source.map { $0.lowerBound < cue.lowerBound } ?? false
    return opens && !isNamedBefore
  }

  /// "spoke about empty dams and golf courses": what somebody spoke of, and nothing that they said of it.
  private func isTopic(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cue, let last = cue.last,
      Self.talking.contains(hash(cue.lowerBound)),
      let first = attribution.contents.first?.first
    else { return false }
    let isLed = Self.topical.contains(hash(last)) || Self.topical.contains(hash(first))
    return isLed && attribution.contents.allSatisfy { !isQuoted($0) && isTopic($0) }
  }

  private func isTopic(_ content: TokenRange) -> Bool {
    guard let first = content.first, !Self.questioning.contains(hash(first)) else { return false }
    return content.allSatisfy { index in
      type(index).traits.isDisjoint(with: [.auxiliary])
        && ![.that, .to, .who, .which].contains(type(index).known)
    }
  }

  // MARK: Titles and names

  /// Words between marks that begin with capitals, all but the small ones, and end without a comma or
  /// period: “Harbour Lights”, “The Art of the Deal”.
  private func isTitle(_ content: TokenRange) -> Bool {
    guard segment.tokens[content.lowerBound].kind == .quotationMark,
      content.count <= Self.longestTitle + 4
    else { return false }
    let inside = content.filter { segment.tokens[$0].kind != .quotationMark }
    guard let first = inside.first, inside.count <= Self.longestTitle else { return false }
    return inside.allSatisfy { index in
      let traits = type(index).traits
      let isSmall =
        index > first
        && !traits.isDisjoint(with: [.determiner, .preposition, .conjunction])
      return segment.tokens[index].kind != .mark && (traits.contains(.capitalised) || isSmall)
    }
  }

  private static let longestTitle = 9

  /// Words in marks behind "known as", "goes by the name", "nicknamed".
  private func isNaming(_ content: TokenRange) -> Bool {
    let first = content.lowerBound
    guard segment.tokens[first].kind == .quotationMark, first > 0,
      let close = content.dropFirst().first(where: { segment.tokens[$0].kind == .quotationMark })
    else { return false }
    if isSoCalled(first - 1) { return close - first <= Self.longestObject }
    guard isTitle(withoutEnd(first..<close + 1)) else { return false }
    if Self.naming.contains(hash(first - 1)) { return true }
    let isAs = [.as, .by].contains(type(first - 1).known)
    let before = TokenRange(from: max(0, first - 4), to: first - 1)
    return isAs && before.contains { Self.knowing.contains(hash($0)) }
  }

  /// "so-called".
  private func isSoCalled(_ index: Int) -> Bool {
    index > 1 && type(index).known == .called && type(index - 1).mark == .hyphen
      && type(index - 2).known == .so
  }

  /// Without a comma or period before the closing mark, which American typesetting puts there.
  private func withoutEnd(_ content: TokenRange) -> TokenRange {
    guard content.count > 2, segment.tokens[content.upperBound - 1].kind == .quotationMark,
      segment.tokens[content.upperBound - 2].kind == .mark
    else { return content }
    return content.lowerBound..<content.upperBound - 2
  }

  // MARK: Words

  private static let claiming = WordSet(
    "claim claims claimed claiming accept accepts accepted accepting")
  private static let deserts = WordSet(
    "responsibility credit victory asylum benefits damages compensation territory ownership")
  private static let degrees = WordSet("full sole joint partial public political any")
  private static let refusing = WordSet(
    "decline declines declined declining refuse refuses refused refusing")
  private static let speaking = WordSet(
    """
    comment comments elaborate answer respond reply speak talk interviewed quoted named identified drawn
    """)
  private static let asking = WordSet(
    "ask asks asked asking want wants wanted wish wishes wished prefer prefers preferred request requested"
  )
  private static let identifying = WordSet("named identified quoted")
  private static let denying = WordSet(
    "deny denies denied denying refuse refuses refused refusing")
  private static let access = WordSet("entry access bail asylum admission visas visa permission")
  private static let appointing = WordSet(
    "name names named naming flock flocks flocked")
  private static let asked = WordSet("asked pressed questioned told warned informed")
  private static let topical = WordSet("about")
  private static let talking = WordSet("speak speaks spoke talk talks talked chat chatted")
  private static let questioning = WordSet("how why what whether when where who which if being")
  private static let judging = WordSet("welcomed rejected")
  private static let creating = WordSet(
    """
    write writes wrote writing written publish publishes published read reads direct directed directs
    sing sings sang show shows showed broadcast see sees saw hear heard watch know knows describe
    """)
  private static let naming = WordSet(
    "called nicknamed named dubbed name titled entitled alias aka")
  private static let knowing = WordSet("known name goes going went only identified")
}
