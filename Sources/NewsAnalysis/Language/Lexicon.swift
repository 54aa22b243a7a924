// The lexicon: what general knowledge of a language says about a word.

import EmbeddedData

/// Looks up words by the hash of their lower-case form.
struct Lexicon: Sendable {
  /// What is known about a word.
  struct Entry: Equatable {
    /// The classes that it belongs to.
    var traits: WordTraits = []
    /// What it does in a sentence.
    var roles: WordRoles = []
    /// The mark that it is.
    var mark: Mark?
    /// The word, when rules of English ask for it by name.
    var known: EnglishWord?
    /// What it says for or against a claim.
    var claimSign: ClaimSign?
  }

  private let image: LexiconImage

  /// The lexicon of a language. Builds for tests put it together from the word lists, so that a list can be changed and
  /// tried; others take the one that `make generate` has made of them.
  init(of tag: String, _ words: LanguageWords) {
    #if DEBUG
      let made: LexiconImage? = nil
    #else
      let made = EmbeddedLexicons.lexicon(of: tag).flatMap(LexiconImage.init)
    #endif
    image = made ?? .of(LexiconTable(words))
  }

  /// What is known about the word with this hash; nothing for unknown ones.
  func entry(of hash: UInt64) -> Entry { image.entry(of: hash) }

  /// The bytes that `make generate` writes.
  var bytes: [UInt8] { image.bytes }
}
