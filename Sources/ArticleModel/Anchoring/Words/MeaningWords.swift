// English words that decide what a statement says. When one of them changes, that is told first.

/// Sorts of words that a change of turns a statement into another one.
enum MeaningWords {
  /// Words that deny.
  private static let negations: Set<String> = [
    "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "without", "hardly", "barely", "scarcely", "denied", "denies", "deny", "denying", "refused",
    "refuses", "failed", "fails", "lacks", "lacked", "unless", "except", "cant", "dont", "wont",
  ]
  /// Verbs that say how certain, possible or obligatory something is.
  private static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need",
    "needs", "allegedly", "reportedly", "possibly", "probably", "likely", "perhaps", "maybe",
  ]
  /// Words that say how much or how many.
  private static let quantities: Set<String> = [
    "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
    "trillion", "trillions", "dozen", "dozens", "percent", "cent", "all", "every", "each", "most",
    "many", "much", "some", "several", "few", "fewer", "more", "less", "least", "half", "third",
    "quarter", "double", "doubled", "triple", "tripled", "twice", "only", "nearly", "almost",
    "about",
    "over", "under", "any", "both", "%", "‰", "$", "€", "£", "¥",
  ]
  /// Numbers in letters.
  private static let numbers: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "once", "first",
    "second",
  ]

  /// What sort of word this is; nil for one that is none of these.
  static func kind(of word: ComparedWord) -> WordChange.Kind? {
    if word.key == "?" { return .question }
    if negations.contains(word.key) || word.key.hasSuffix("n't") { return .negation }
    if word.hasDigit || numbers.contains(word.key) { return .number }
    if quantities.contains(word.key) { return .quantity }
    if modals.contains(word.key) { return .modal }
    if word.isCapitalised, !word.startsSentence || !Spelling.isKnown(word.key) { return .name }
    return nil
  }

  /// Whether two words differ by a prefix that denies, as *lawful* and *unlawful* do.
  static func isDenial(_ old: String, _ new: String) -> Bool {
    let (short, long) = old.utf8.count < new.utf8.count ? (old, new) : (new, old)
    return ["un", "in", "im", "il", "ir", "non", "dis"].contains { long == $0 + short }
      || long == short + "less"
  }
}
