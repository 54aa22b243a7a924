// Words with which a sentence may begin and by which what follows is not all that the speaker says: quantities,
// doubts, and what others say. Each language's folder lists its own.

/// What may stand before quoted words and change what they say.
public struct FrontWords: Sendable {
  /// Words that limit the noun behind them: "some", "only".
  public let restrictions: Set<String>
  /// Phrases that do the same, word by word: "at least".
  public let restrictionPhrases: [[String]]
  /// Words between a quantity and the whole that it is a part of: "of".
  public let partitives: Set<String>
  /// Adverbs that say how sure a statement is: "perhaps".
  public let doubtingAdverbs: Set<String>
  /// Words by which a clause doubts, supposes or rejects the one behind it: "pretended", "wrong".
  public let doubts: Set<String>
  /// Words that only suppose when the sentence begins with them: "imagine".
  public let suppositions: Set<String>
  /// Verbs by which somebody says or believes something: "says".
  public let reports: Set<String>
  /// Pronouns with which speakers speak for themselves: "I".
  public let ownVoice: Set<String>
  /// Pronouns for the speaker of a statement that a text reports: "she".
  public let narrators: Set<String>
  /// Words that join a clause to such a verb: "that".
  public let clauseJoints: Set<String>
  /// Phrases that affirm, though a word in them denies: "no doubt".
  public let affirmations: [[String]]
  /// Conditions that limit nothing: "if you ask me".
  public let politeConditions: [[String]]
  /// Conditions that may stand a few words behind the end of a quotation: "if".
  public let lateConditions: Set<String>
  /// Words before one of those that make it none: "even", "ask".
  public let noConditionBehind: Set<String>

  init(
    restrictions: String = "", restrictionPhrases: String = "", partitives: String = "",
    doubtingAdverbs: String = "", doubts: String = "", suppositions: String = "",
    reports: String = "", ownVoice: String = "", narrators: String = "", clauseJoints: String = "",
    affirmations: String = "", politeConditions: String = "", lateConditions: String = "",
    noConditionBehind: String = ""
  ) {
    self.restrictions = SpokenWords.words(restrictions)
    self.restrictionPhrases = SpokenWords.lines(restrictionPhrases)
    self.partitives = SpokenWords.words(partitives)
    self.doubtingAdverbs = SpokenWords.words(doubtingAdverbs)
    self.doubts = SpokenWords.words(doubts)
    self.suppositions = SpokenWords.words(suppositions)
    self.reports = SpokenWords.words(reports)
    self.ownVoice = SpokenWords.words(ownVoice)
    self.narrators = SpokenWords.words(narrators)
    self.clauseJoints = SpokenWords.words(clauseJoints)
    self.affirmations = SpokenWords.lines(affirmations)
    self.politeConditions = SpokenWords.lines(politeConditions)
    self.lateConditions = SpokenWords.words(lateConditions)
    self.noConditionBehind = SpokenWords.words(noConditionBehind)
  }
}
