// Abbreviations whose period does not end a sentence, or not surely.

/// The abbreviations of a language.
struct Abbreviations: Sendable {
  private var titles = WordSet("")
  private var all = WordSet("")
  private var capitalised = WordSet("")
  /// The length in bytes of the longest, without its period.
  private(set) var longest = 0

  /// None.
  init() {}

  /// Takes lists of abbreviations without their periods, set apart by white space.
  /// - Parameters:
  ///   - titles: titles and the like: a name follows, so the sentence goes on.
  ///   - others: those behind which a sentence may end.
  ///   - capitalised: those of either list that are abbreviations only when they begin with a capital.
  init(titles: String, others: String, capitalised: String) {
    self.titles = WordSet(titles)
    all = WordSet(titles + " " + others)
    self.capitalised = WordSet(capitalised)
    var longest = 0
    for list in [titles, others] {
      WordSet.forEachWord(of: list) { longest = max(longest, $0.count) }
    }
    self.longest = longest
  }

  /// Whether a word without its period is an abbreviation.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = LowercaseHash.of(word)
    guard all.contains(hash), let first = word.first else { return false }
    return first < 0x61 || !capitalised.contains(hash)
  }

  /// Whether a name must follow the abbreviation with this hash, taken without its period.
  func precedesName(_ hash: UInt64) -> Bool { titles.contains(hash) }
}
