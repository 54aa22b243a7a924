// What the other mentions of a word in the article say about it: "Mr. Reading" once makes every
// "Reading" more of a person.

/// Signs collected over a whole article for each distinct word.
struct NameEvidence {
  /// A sign that a word was seen with.
  struct Signs: OptionSet {
    let rawValue: UInt16
    /// Behind a title or a role: "Mr. X", "spokesman X".
    static let titled = Signs(rawValue: 1 << 0)
    /// At the end of a run that starts with a given name.
    static let behindGivenName = Signs(rawValue: 1 << 1)
    /// Before a verb of speech.
    static let speaks = Signs(rawValue: 1 << 2)
    /// Behind "in", "near", "southern".
    static let behindPlacePreposition = Signs(rawValue: 1 << 3)
    /// Before a comma and a state or country.
    static let beforeContainer = Signs(rawValue: 1 << 4)
    /// In a run with a word of organisations.
    static let inOrganisation = Signs(rawValue: 1 << 5)
    /// With a capital in the middle of a sentence.
    static let capitalInside = Signs(rawValue: 1 << 6)
    /// Alone in its run.
    static let alone = Signs(rawValue: 1 << 7)
    /// Before a comma and an age, or before "who".
    static let personTail = Signs(rawValue: 1 << 8)
    /// In a run with a word of places: "X County".
    static let withPlaceHead = Signs(rawValue: 1 << 9)
    /// First in a longer run.
    static let startsRun = Signs(rawValue: 1 << 10)
    /// Behind "the".
    static let behindThe = Signs(rawValue: 1 << 11)
  }

  private var signs: [UInt16] = []
  /// The words that have signs.
  private var touched: [Int32] = []

  /// The signs of a token's word.
  func signs(of token: Token) -> Signs {
    let type = Int(token.type)
    return Signs(rawValue: type < signs.count ? signs[type] : 0)
  }

  /// Notes a sign.
  mutating func add(_ sign: Signs, to token: Token) {
    let type = Int(token.type)
    if signs[type] == 0 { touched.append(token.type) }
    signs[type] |= sign.rawValue
  }

  /// Forgets all signs: another article begins.
  mutating func clear() {
    for type in touched { signs[Int(type)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  /// Makes room for the words of a vocabulary.
  mutating func reserve(_ count: Int) {
    if signs.count < count { signs += [UInt16](repeating: 0, count: count - signs.count) }
  }
}

extension NameEvidence {
  /// Collects the signs of a run.
  mutating func collect(
    _ run: TokenRange, in sentence: TokenRange, _ tokens: [Token], _ words: NameVocabulary
  ) {
    let before = run.lowerBound > sentence.lowerBound ? words[tokens[run.lowerBound - 1]] : nil
    var shared: Signs = run.count == 1 ? .alone : []
    for index in run {
      let traits = words[tokens[index]].traits
      if traits.contains(.organisation) { shared.insert(.inOrganisation) }
      if traits.contains(.placeHead) { shared.insert(.withPlaceHead) }
    }
    for index in run where words.part(of: tokens[index]) == .capitalised {
      var own = shared
      if index > sentence.lowerBound { own.insert(.capitalInside) }
      add(own, to: tokens[index])
    }
    collectStart(run, before, tokens, words)
    collectEnd(run, in: sentence, tokens, words)
  }

  private mutating func collectStart(
    _ run: TokenRange, _ before: NameWord?, _ tokens: [Token], _ words: NameVocabulary
  ) {
    var start = run.lowerBound
    let last = run.upperBound - 1
    if run.count > 1, words[tokens[start]].traits.contains(.title) {
      start += 1
      add(.titled, to: tokens[last])
    } else if let before, before.traits.contains(.role) {
      add(.titled, to: tokens[last])
    }
    if last > start {
      add(.startsRun, to: tokens[start])
      let traits = words[tokens[start]].traits
      if !traits.isDisjoint(with: .givenName) { add(.behindGivenName, to: tokens[last]) }
    }
    guard let before else { return }
    if before.traits.contains(.placePreposition) {
      add(.behindPlacePreposition, to: tokens[run.lowerBound])
    }
    if before.roles.contains(.definiteArticle) { add(.behindThe, to: tokens[run.lowerBound]) }
  }

  private static let comma = LowercaseHash.of(",")

  private mutating func collectEnd(
    _ run: TokenRange, in sentence: TokenRange, _ tokens: [Token], _ words: NameVocabulary
  ) {
    let last = run.upperBound - 1
    let after = last + 1
    guard after < sentence.upperBound else { return }
    let next = words[tokens[after]]
    if next.traits.contains(.speech) { add(.speaks, to: tokens[last]) }
    if next.roles.contains(.personalRelative) { add(.personTail, to: tokens[last]) }
    guard next.lower == Self.comma, after + 1 < sentence.upperBound else { return }
    let second = words[tokens[after + 1]]
    if second.roles.contains(.personalRelative) || second.part == .number {
      add(.personTail, to: tokens[last])
    }
    if second.part == .capitalised, second.placeClass != 0 {
      add(.beforeContainer, to: tokens[last])
    }
  }
}
