// What the analysis knows of one language. Each has a folder of its own, beside this one, and a row here.

import ArticleModel

/// The words of a language, as its folder lists them; words are set apart by blanks and line ends.
struct LanguageWords {
  /// Verbs that introduce what somebody said, thinks or wants, by their base forms.
  var cueVerbs: [(String, WordTraits)] = []
  /// The hash of each form of a verb, and what the form is.
  var verbForms: (UnsafeBufferPointer<UInt8>, (UInt64, WordTraits) -> Void) -> Void = { _, _ in }
  /// Words of other classes.
  var classes: [(String, WordTraits)] = []
  /// What single words do in a sentence.
  var roles: [(String, WordRoles)] = []
  /// Words that the grammar of the language asks for by name.
  var named: [(String, EnglishWord)] = []
  /// What speaks for or against something to check.
  var claimSigns: [(String, ClaimSign)] = []
  /// What was learned of claims in the language; nil where rules have to do.
  var claimModel: ClaimModel?
  /// Abbreviations, without their periods.
  var abbreviations = Abbreviations()
  /// What may follow an apostrophe as a word of its own, at most two letters.
  var clitics: [String] = []
  /// Capital letters that are words, and so end a sentence before a period.
  var letterWords = ""
  /// What credits are told by.
  var credits = CreditWords()
  /// What interviews, transcripts and letters are told by.
  var layout = LayoutWords()
  /// Heads of names of organisations: "ministry", "bank".
  var bodies = ""
  /// Organisations that everybody knows by one word.
  var knownBodies = ""
  /// What reports of games are told by.
  var games = GameWords()
  /// The ending of three letters that marks verbs as they go on: "ing".
  var progressiveEnding = ""
  /// Words that lose their vowel before another, and so end in an apostrophe: "l", "qu".
  var elisions: [String] = []
  /// What compound nouns end in, and what that makes of them.
  var compoundHeads: [(String, WordTraits)] = []
  /// Whether all nouns begin with a capital, so that a capital is no sign of a name.
  var capitalisesNouns = false
  /// Whether a dash at the beginning of a paragraph opens speech.
  var opensSpeechWithDash = false
  /// Whether a verb needs no subject, so that it goes on with whoever spoke last.
  var dropsSubjects = false
  /// Whether the models of quotations and names have learnt the language; else rules of form stand in.
  var usesModels = true
}

/// A language. A class, so that what refers to it stays cheap to copy; it never changes.
final class Language: Sendable {
  /// Its primary tag (BCP 47).
  let tag: String
  /// What it says about words.
  let lexicon: Lexicon
  /// Its abbreviations.
  let abbreviations: Abbreviations
  /// Its rules.
  let grammar: any Grammar
  /// The letters of each clitic, as the tokenizer reads them.
  let clitics: [UInt32]
  /// The capital letters that are words.
  let letterWords: [UInt8]
  /// What its credits are told by.
  let credits: CreditWords
  /// What its interviews, transcripts and letters are told by.
  let layout: LayoutWords
  /// Heads of names of organisations.
  let bodies: WordSet
  /// Organisations that everybody knows by one word.
  let knownBodies: WordSet
  /// What its reports of games are told by.
  let games: GameWords
  /// The suffix, as `WordSpelling` has it, of verbs as they go on.
  let progressiveSuffix: UInt64
  /// The hashes of words that end in an apostrophe.
  let elisions: WordSet
  /// What compound nouns end in, and what that makes of them.
  let compoundHeads: [(ending: [UInt8], traits: WordTraits)]
  /// Whether all nouns begin with a capital.
  let capitalisesNouns: Bool
  /// Whether a dash at the beginning of a paragraph opens speech.
  let opensSpeechWithDash: Bool
  /// Whether a verb needs no subject.
  let dropsSubjects: Bool
  /// Whether the models have learnt the language.
  let usesModels: Bool

  /// What was learned of claims in it; nil where rules have to do.
  let claimModel: ClaimModel?

  /// A language that can be read; its words are looked up when the first article asks for them.
  struct Known: Sendable {
    /// Its primary tag (BCP 47).
    let tag: String
    /// What it is called in English.
    let name: String
    /// The words by which it is recognised.
    let functionWords: String
    /// The language itself.
    let language: @Sendable () -> Language
  }
  /// All languages; the first one is taken for articles in languages that are not here.
  static let known: [Known] = [.english, .german, .french, .spanish]

  /// The language to use when nothing is known.
  static let standard: Language = .english

  /// The language of an article: the one that its words show, else the one that its document names. What its
  /// document says to be in a language that is not here is read as the first one.
  static func language(of article: Article) -> Language {
    let named = article.metadata.language.map {
      $0.prefix { $0 != "-" && $0 != "_" }.lowercased()
    }
    let isElsewhere = named.map { named in !known.contains { $0.tag == named } } ?? false
    let tag = isElsewhere ? nil : LanguageRecognition.tag(of: article.text) ?? named
    return known.first { $0.tag == tag }?.language() ?? standard
  }

  init(_ tag: String, _ words: LanguageWords, grammar: any Grammar = NoGrammar()) {
    self.tag = tag
    self.grammar = grammar
    lexicon = Lexicon(of: tag, words)
    credits = words.credits
    layout = words.layout
    claimModel = words.claimModel
    bodies = WordSet(words.bodies)
    knownBodies = WordSet(words.knownBodies)
    games = words.games
    abbreviations = words.abbreviations
    clitics = words.clitics.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
    letterWords = Array(words.letterWords.utf8)
    elisions = WordSet(words.elisions)
    compoundHeads = words.compoundHeads.map { (Array($0.0.utf8), $0.1) }
    capitalisesNouns = words.capitalisesNouns
    opensSpeechWithDash = words.opensSpeechWithDash
    dropsSubjects = words.dropsSubjects
    usesModels = words.usesModels
    progressiveSuffix =
      LowercaseHash.of(words.progressiveEnding) &+ UInt64(words.progressiveEnding.utf8.count)
  }
}
