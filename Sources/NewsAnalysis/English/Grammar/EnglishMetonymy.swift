// Tells when the name of a place stands for those who act there: "Tokyo said", "talks with Russia".

import ArticleModel

/// Reads off the words around a name whether a state acts or is acted upon.
struct EnglishMetonymy {
  let segment: Segment
  let types: WordTypes

  /// Whether the name at `range` stands for somebody, in a sentence.
  func isActing(_ range: TokenRange, in sentence: TokenRange) -> Bool {
    let start = firstOfSeries(range.lowerBound, sentence)
    let end = lastOfSeries(range.upperBound, sentence)
    return actsAsSubject(end, sentence) || ownsActors(range.upperBound, sentence)
      || isTarget(start, sentence)
  }

  // MARK: What stands behind

  /// "Russia accused", "the U.S. has agreed".
  private func actsAsSubject(_ end: Int, _ sentence: TokenRange) -> Bool {
    for index in end..<min(end + 3, sentence.upperBound) {
      let type = types[segment.tokens[index]]
      if Self.auxiliaries.contains(type.lowerHash) || type.traits.contains(.adverb) { continue }
      let isFinite =
        !type.traits.isDisjoint(with: [.past, .thirdPerson])
        || (index > end && type.traits.contains(.baseForm))
      if isFinite, !type.traits.isDisjoint(with: .cueVerb) { return true }
      return Self.actions.contains(type.lowerHash)
    }
    return false
  }

  /// "the U.S. forces", "Moscow's troops".
  private func ownsActors(_ end: Int, _ sentence: TokenRange) -> Bool {
    var at = end
    if at < sentence.upperBound, types[segment.tokens[at]].known?.isPossessive == true { at += 1 }
    return at < sentence.upperBound && Self.actors.contains(types[segment.tokens[at]].lowerHash)
  }

  // MARK: What stands before

  /// "to pressure Ukraine", "talks with Russia", "called on the U.S.".
  private func isTarget(_ start: Int, _ sentence: TokenRange) -> Bool {
    var at = start - 1
    guard at >= sentence.lowerBound else { return false }
    if types[segment.tokens[at]].known == .the { at -= 1 }
    guard at >= sentence.lowerBound else { return false }
    let before = types[segment.tokens[at]]
    if Self.pressures.contains(before.lowerHash) { return true }
    if before.known == .with || before.lowerHash == Self.between {
      return (max(at - 5, sentence.lowerBound)..<at).contains {
        Self.dealings.contains(types[segment.tokens[$0]].lowerHash)
      }
    }
    return before.known == .on && at > sentence.lowerBound
      && Self.callsOn(types[segment.tokens[at - 1]])
  }

  private static let between = LowercaseHash.of("between")

  private static func callsOn(_ type: WordType) -> Bool {
    switch type.known {
    case .call, .calls, .called, .calling: true
    default: callers.contains(type.lowerHash)
    }
  }

  // MARK: Series

  /// Where a series that ends at `start` begins: "Tokyo and [Seoul]".
  private func firstOfSeries(_ start: Int, _ sentence: TokenRange) -> Int {
    var first = start
    while first - 2 >= sentence.lowerBound, joins(first - 1) {
      guard types[segment.tokens[first - 2]].traits.contains(.capitalised) else { break }
      first -= 2
    }
    return first
  }

  /// Where a series that goes on at `end` ends: "[Tokyo] and Seoul".
  private func lastOfSeries(_ end: Int, _ sentence: TokenRange) -> Int {
    var last = end
    while last + 1 < sentence.upperBound, joins(last) {
      guard types[segment.tokens[last + 1]].traits.contains(.capitalised) else { break }
      last += 2
    }
    return last
  }

  private func joins(_ index: Int) -> Bool {
    switch types[segment.tokens[index]].known {
    case .and, .or: true
    default: false
    }
  }

  // MARK: Words

  private static let auxiliaries = WordSet(
    "has have had will would is was are were be been also again may might could should must")

  private static let actions = WordSet(
    """
    invaded annexed attacked agreed refused signed launched imposed sent deployed withdrew seeks
    sought wants wanted plans backed backs supports supported opposes opposed rejected rejects
    recognises recognised recognizes recognized expelled summoned severed retaliated responded
    intervened negotiated negotiates abstained vetoed pledges pledged intends hopes fears agrees
    refuses voted votes provides provided sells sold buys bought supplied supplies
    """)

  private static let actors = WordSet(
    """
    forces troops soldiers military army navy government administration officials authorities
    diplomats leadership leaders sanctions
    """)

  private static let pressures = WordSet(
    """
    accuse accuses accused accusing urge urges urged urging pressure pressures pressured pressuring
    intimidate intimidates intimidated intimidating threaten threatens threatened threatening warn
    warns warned warning condemn condemns condemned condemning sanction sanctions sanctioned force
    forces forced forcing push pushes pushed pushing bring brings brought bringing ask asks asked
    asking persuade persuades persuaded persuading criticise criticises criticised criticising
    criticize criticizes criticized criticizing blame blames blamed blaming punish punishes
    punished punishing isolate isolates isolated isolating deter deters deterred deterring compel
    compels compelled press presses pressed convince convinces convinced provoke provokes provoked
    antagonise antagonize appease appeased confront confronts confronted support supports supported
    arm arms armed arming ally allies oblige obliges obliged
    """)

  private static let dealings = WordSet(
    """
    talks talk negotiation negotiations negotiate negotiates negotiated negotiating relations
    relationship exchange exchanges deal deals agreement agreements treaty pact ties alliance
    alliances cooperation dialogue contact contacts truce ceasefire peace summit partnership tensions
    cooperate cooperates cooperated dispute trade disputes coexistence accord confrontation conflict
    """)

  private static let callers = WordSet(
    "pressure pressures sanctions sanction embargo tariffs leaned lean imposed impose depend rely")
}
