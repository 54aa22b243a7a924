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
  /// The ending of three letters that marks verbs as they go on: "ing".
  var progressiveEnding = ""
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
  /// The suffix, as `WordSpelling` has it, of verbs as they go on.
  let progressiveSuffix: UInt64

  /// All languages; the first one is taken for articles in languages that are not here.
  static let all: [Language] = [.english]

  /// The language to use when nothing is known.
  static let standard = all[0]

  /// The language of an article, as far as its document names it.
  static func language(of article: Article) -> Language {
    guard let named = article.metadata.language else { return standard }
    let primary = named.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return all.first { $0.tag == primary } ?? standard
  }

  init(_ tag: String, _ words: LanguageWords, grammar: any Grammar = NoGrammar()) {
    self.tag = tag
    self.grammar = grammar
    lexicon = Lexicon(words)
    credits = words.credits
    layout = words.layout
    abbreviations = words.abbreviations
    clitics = words.clitics.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
    letterWords = Array(words.letterWords.utf8)
    progressiveSuffix =
      LowercaseHash.of(words.progressiveEnding) &+ UInt64(words.progressiveEnding.utf8.count)
  }
}
