// What a language says that is spoken rather than written: sounds that mean nothing, short forms, and the words
// by which a cut or a change turns a statement into another one. Each language's folder lists its own.

/// Words by which quotations are held against what was said.
public struct SpokenWords: Sendable {
  /// Sounds that fill a pause: "um".
  public let sounds: Set<String>
  /// Phrases that fill a pause when signs set them apart from the sentence: "you know".
  public let phrases: [[String]]
  /// Words that open a condition or limit what is said: "if", "unless".
  public let conditions: Set<String>
  /// Those with which a sentence may go on and take back what it said: "if", "unless".
  public let provisos: Set<String>
  /// Phrases that do the same, word by word: "as long as".
  public let provisoPhrases: [[String]]
  /// Words that join a sentence to what stands before it, so that it stands for itself: "because".
  public let joints: Set<String>
  /// Whether all nouns have a capital letter, so that it does not tell names.
  public let capitalizesNouns: Bool
  /// Words that name somebody's part rather than somebody: "the", "witness", "councillor".
  public let roleWords: Set<String>
  /// Words that say of a quotation that it is a question: "asked".
  public let askingWords: Set<String>
  /// Short forms and what they stand for: "don't", "do not".
  public let shortForms: [String: String]
  /// Numbers in letters, and their values; those of a hundred and more multiply what stands before them.
  public let numbers: [String: Int]
  /// Words that may stand within a number: "and".
  public let numberJoints: Set<String>
  /// Words for money, and their signs: "pounds", "£".
  public let currencies: [String: Character]
  /// Whether a period parts the thousands of a number: "1.240".
  public let groupsByPeriod: Bool
  /// What the signs for a part of a hundred and for "and" are read as.
  public let signs: [String: String]
  /// Verbs by a form of the present, with that of the past: "is", "was".
  public let pasts: [String: String]
  /// Endings of verbs that tell one tense from another.
  public let tenseEndings: [String]
  /// Words that hold sentences together and say little by themselves: "the".
  public let smallWords: Set<String>
  /// What may stand before quoted words and change what they say.
  public let fronts: FrontWords
  /// Words of which one in the other's place makes another statement.
  public let exchanges: ExchangedWords

  init(
    sounds: String = "", phrases: String = "", conditions: String = "", provisos: String = "",
    provisoPhrases: String = "", joints: String = "", capitalizesNouns: Bool = false,
    roleWords: String = "", askingWords: String = "",
    shortForms: [String: String] = [:], numbers: [String: Int] = [:], numberJoints: String = "",
    currencies: [String: Character] = [:], groupsByPeriod: Bool = false,
    signs: [String: String] = [:], pasts: [String: String] = [:], tenseEndings: String = "",
    smallWords: String = "", fronts: FrontWords = FrontWords(),
    exchanges: ExchangedWords = ExchangedWords()
  ) {
    self.sounds = Self.words(sounds)
    self.phrases = Self.lines(phrases)
    self.conditions = Self.words(conditions)
    self.provisos = Self.words(provisos)
    self.provisoPhrases = Self.lines(provisoPhrases)
    self.joints = Self.words(joints)
    self.capitalizesNouns = capitalizesNouns
    self.roleWords = Self.words(roleWords)
    self.askingWords = Self.words(askingWords)
    self.shortForms = shortForms
    self.numbers = numbers
    self.numberJoints = Self.words(numberJoints)
    self.currencies = currencies
    self.groupsByPeriod = groupsByPeriod
    self.signs = signs
    self.pasts = pasts
    self.tenseEndings = tenseEndings.split(separator: " ").map(String.init)
    self.smallWords = Self.words(smallWords)
    self.fronts = fronts
    self.exchanges = exchanges
  }

  static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static func lines(_ list: String) -> [[String]] {
    list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// The words of a language, by its primary tag (BCP 47); those of English when Galley does not know it.
  public static func words(of tag: String?) -> SpokenWords {
    switch tag {
    case Language.Known.german.tag: german
    case Language.Known.french.tag: french
    case Language.Known.spanish.tag: spanish
    default: english
    }
  }
}
