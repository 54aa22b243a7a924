// Words that decide what a statement says. When one of them changes, that is told first.

/// Sorts of words that a change of turns a statement into another one.
enum MeaningWords {
  /// Words that deny, in English.
  private static let negations: Set<String> = [
    "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "without", "hardly", "barely", "scarcely", "rarely", "seldom", "denied", "denies", "deny",
    "denying", "refused", "refuses", "refusing", "failed", "fails", "failing", "lack", "lacks",
    "lacked", "lacking", "unless", "except", "cant", "dont", "wont", "non", "anti", "false",
    "falsely", "untrue", "rejected", "rejects", "disputed", "disputes",
  ]
  /// Words that take back or limit a sentence that they are put into, though they are no negations.
  private static let doubts: Set<String> = [
    "if", "whether", "claimed", "claims", "claiming", "longer", "stopped", "ceased", "avoid",
    "avoided", "avoids", "wrong", "wrongly", "mistakenly", "pretended", "hoax", "myth", "rumour",
    "rumours", "rumor", "rumors", "until", "but", "formerly", "used", "opposite", "instead",
    "called",
  ]
  /// Words that deny, in other languages.
  private static let foreignNegations: Set<String> = [
    // German, Dutch, Swedish, Danish, Norwegian
    "nicht", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals",
    "niemand", "ohne", "weder", "niet", "geen", "nooit", "zonder", "niemand", "inte", "ingen",
    "inget", "inga", "aldrig", "ikke", "aldri", "intet", "utan",
    // French, Spanish, Portuguese, Italian, Romanian, Catalan
    "ne", "n'a", "n'est", "pas", "jamais", "aucun", "aucune", "sans", "rien", "personne", "nunca",
    "jamás", "ningún", "ninguna", "ninguno", "sin", "nadie", "nada", "não", "sem", "nenhum",
    "nenhuma", "ninguém", "non", "mai", "nessun", "nessuno", "nessuna", "senza", "niente", "nu",
    "niciodată", "fără",
    // Polish, Czech, Croatian, Russian, Ukrainian, Bulgarian, Greek, Turkish, Finnish, Hungarian
    "nie", "nigdy", "bez", "nic", "nikt", "ne", "nikdy", "nije", "nikada", "не", "нет", "ни",
    "никогда", "без", "никто", "немає", "ніколи", "няма", "δεν", "μη", "χωρίς", "ποτέ", "değil",
    "yok", "asla", "ei", "eivät", "ilman", "nem", "soha", "nincs",
    // Arabic, Persian, Hebrew, Hindi, Indonesian, Vietnamese
    "لا", "لم", "لن", "ليس", "ليست", "غير", "ما", "بدون", "نه", "نیست", "هرگز", "לא", "אין", "בלי",
    "מעולם", "नहीं", "न", "मत", "tidak", "bukan", "tanpa", "belum", "không", "chưa", "chẳng",
    // Chinese
    "不", "没", "沒", "无", "無", "未", "非", "别", "別", "否", "勿",
  ]
  /// Verbs and adverbs that say how certain, possible or obligatory something is.
  private static let modals: Set<String> = [
    "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need",
    "needs", "allegedly", "reportedly", "supposedly", "purportedly", "apparently", "possibly",
    "probably", "likely", "unlikely", "perhaps", "maybe", "alleged", "supposed",
  ]
  /// Words that say how much or how many.
  private static let quantities: Set<String> = [
    "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
    "trillion", "trillions", "dozen", "dozens", "percent", "cent", "percentage", "points", "all",
    "every", "each", "most", "many", "much", "some", "several", "few", "fewer", "more", "less",
    "least", "half", "third", "quarter", "double", "doubled", "triple", "tripled", "twice", "only",
    "nearly", "almost", "about", "over", "under", "any", "both", "%", "‰", "$", "€", "£", "¥", "m",
    "bn", "tn", "k",
  ]
  /// Numbers in letters.
  private static let numbers: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "once", "first",
    "second", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// What sort of word this is; nil for one that is none of these.
  static func kind(of word: ComparedWord) -> WordChange.Kind? {
    if word.key == "?" { return .question }
    if negations.contains(word.key) || foreignNegations.contains(word.key)
      || word.key.hasSuffix("n't")
    {
      return .negation
    }
    if word.hasDigit || numbers.contains(word.key) { return .number }
    if quantities.contains(word.key) { return .quantity }
    if modals.contains(word.key) { return .modal }
    if word.isCapitalised, !word.startsSentence || !Spelling.isKnown(word.key) { return .name }
    return nil
  }

  /// Whether a word that goes leaves another statement of the sentence that it was in.
  static func isGrave(_ word: ComparedWord) -> Bool {
    kind(of: word) != nil || doubts.contains(word.key)
  }

  /// Whether a word that is put into a sentence takes back what it said, or casts doubt on it.
  static func takesBack(_ word: ComparedWord) -> Bool {
    switch kind(of: word) {
    case .negation, .modal, .question: true
    default: doubts.contains(word.key)
    }
  }

  /// Whether two words differ by a prefix or an ending that denies, as *lawful* and *unlawful* do.
  static func isDenial(_ old: String, _ new: String) -> Bool {
    let (short, long) = old.utf8.count < new.utf8.count ? (old, new) : (new, old)
    return ["un", "in", "im", "il", "ir", "non", "dis", "a", "anti", "counter"].contains {
      long == $0 + short
    } || long == short + "less" || (short.hasSuffix("ful") && long == short.dropLast(3) + "less")
  }

  /// Whether two spellings are of two words by the way that they are capitalised: *us* and *US*.
  static func isToldByCapitals(_ key: String) -> Bool { capitalPairs.contains(key) }

  /// Words that are another word with a capital letter, or in capitals.
  private static let capitalPairs: Set<String> = [
    "us", "it", "who", "aids", "un", "ice", "ram", "march", "may", "august", "polish", "turkey",
    "china", "mark", "marks", "will", "bill", "nice", "reading", "job", "rose", "chad", "catholic",
    "conservative", "conservatives", "labour", "democrat", "republican", "liberal", "liberals",
    "greens", "frank", "jack", "bush", "hunt", "sue", "guinea", "jersey", "bath", "orange",
    "apple", "shell", "amazon", "gap", "target", "georgia", "cook", "baker",
  ]
}
