// Whether two words are one word in two spellings. What is in doubt is two words: a verdict must not pass
// from one statement to another because they look alike.

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// Comparing spellings.
struct Spelling {
  /// Shorter words have too many neighbours that are words too.
  private static let shortest = 4
  /// From this length on, two letters may be wrong.
  private static let longEnoughForTwo = 8

  /// Whether mistakes are told from other words: the dictionary is English, and knows little of what is
  /// written in other languages.
  let tolerates: Bool

  /// Prepares to compare words of a text. It is in English when the dictionary has half of its words.
  init(inLanguageOf words: [ComparedWord]) {
    let plain = words.filter { !$0.hasDigit && $0.key.first?.isLetter == true }
    let known = plain.count { Self.isKnown(Self.withoutAccents($0.key)) }
    tolerates = known * 2 >= plain.count
  }

  /// Whether two words are the same but for how they are spelt: by accents, by British or American
  /// custom, or by a mistake. A mistake is in no dictionary, so of two words that both are in one, as
  /// *million* and *billion*, neither is taken for the other; nor is one name for another.
  func agrees(_ old: ComparedWord, _ new: ComparedWord) -> Bool {
    if old.key == new.key { return true }
    if old.hasDigit || new.hasDigit { return false }
    let (a, b) = (Self.withoutAccents(old.key), Self.withoutAccents(new.key))
    if a == b, old.isCapitalised, new.isCapitalised, a.count > Self.shortest { return true }
    guard tolerates else { return false }
    if a == b { return old.isCapitalised && new.isCapitalised || Self.isKnown(a) }
    let (known, otherKnown) = (Self.isKnown(a), Self.isKnown(b))
    if SpellingCustom.american(a) == SpellingCustom.american(b) { return known || otherKnown }
    if known == otherKnown || Self.areOpposites(a, b) { return false }
    let mayBeNames = old.isCapitalised || new.isCapitalised
    if mayBeNames, !(old.startsSentence && new.startsSentence) { return false }
    return Self.isMistake(Array(a.utf8), Array(b.utf8), onlySwapped: mayBeNames)
  }

  /// Whether a word is another one with a hyphen in it, as *re-sign* and *resign* are.
  static func isToldByHyphen(_ word: String) -> Bool {
    [
      "resign", "recover", "recreation", "reform", "resent", "represent", "relay", "release",
      "repress",
    ]
    .contains { word.hasPrefix($0) && word.utf8.count - $0.utf8.count <= 3 }
  }

  /// Whether a dictionary has the word, or the word that it is the genitive of.
  static func isKnown(_ word: String) -> Bool {
    KnownWords.contains(word.hasSuffix("'s") ? word.dropLast(2) : word[...])
  }

  /// Whether one word is the other with a prefix or an ending that turns its meaning round.
  private static func areOpposites(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    let prefixes = [
      "un", "in", "im", "il", "ir", "non", "dis", "mis", "de", "anti", "a", "re", "ex", "pre", "co",
    ]
    if prefixes.contains(where: { long == $0 + short }) || long == short + "n't"
      || long == short + "less"
    {
      return true
    }
    return opposites.contains { one, other in
      isExchanged(one, other, a, b) || isExchanged(other, one, a, b)
    }
  }

  /// Beginnings that turn each other round.
  private static let opposites = [
    ("hyper", "hypo"), ("inter", "intra"), ("over", "under"), ("pre", "post"), ("pro", "anti"),
    ("in", "ex"), ("im", "ex"), ("up", "down"), ("micro", "macro"), ("milli", "micro"),
    ("maxi", "mini"), ("mono", "poly"), ("out", "in"), ("de", "re"), ("homo", "hetero"),
    ("mega", "giga"), ("kilo", "mega"), ("em", "im"),
  ]

  private static func isExchanged(_ one: String, _ other: String, _ a: String, _ b: String) -> Bool
  {
    a.hasPrefix(one) && b.hasPrefix(other) && a.dropFirst(one.count) == b.dropFirst(other.count)
  }

  /// Whether one word becomes the other by the slips of writers: two neighbouring letters exchanged, or
  /// a letter left out, put in or replaced behind the first.
  private static func isMistake(_ a: [UInt8], _ b: [UInt8], onlySwapped: Bool) -> Bool {
    if isSwapped(a, b) { return true }
    let length = min(a.count, b.count)
    guard !onlySwapped, length >= shortest, a.first == b.first else { return false }
    let limit = length >= longEnoughForTwo ? 2 : 1
    return abs(a.count - b.count) <= limit && distance(a, b) <= limit
  }

  /// Whether nothing but two neighbouring letters are exchanged.
  private static func isSwapped(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    let places = a.indices.filter { a[$0] != b[$0] }
    return places.count == 2 && places[1] == places[0] + 1 && a[places[0]] == b[places[1]]
      && a[places[1]] == b[places[0]]
  }

  /// The optimal string alignment distance: Levenshtein's, with the exchange of two neighbouring letters
  /// as one step (Damerau 1964).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var (before, row) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var best = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }

  /// The word without accents and other marks on its letters.
  private static func withoutAccents(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 >= 0x80 }) else { return word }
    var word = word
    return word.withUTF8 { bytes in
      var count = 0
      guard let base = bytes.baseAddress, let plain = cunicode_plain(base, bytes.count, &count)
      else { return String(decoding: bytes, as: UTF8.self) }
      defer { free(plain) }
      return String(decoding: UnsafeBufferPointer(start: plain, count: count), as: UTF8.self)
    }
  }
}

/// The customs in which British and American spelling differ.
enum SpellingCustom {
  /// Endings and the American one in their place, where the word before them is long enough.
  private static let endings: [(british: String, american: String, least: Int)] = [
    ("isation", "ization", 2), ("isations", "izations", 2), ("ising", "izing", 3),
    ("ised", "ized", 3), ("ises", "izes", 3), ("ise", "ize", 3), ("yse", "yze", 3),
    ("ysed", "yzed", 3), ("ysing", "yzing", 3), ("our", "or", 3), ("ours", "ors", 3),
    ("oured", "ored", 3), ("ouring", "oring", 3), ("ourable", "orable", 3), ("ourite", "orite", 3),
    ("ourites", "orites", 3), ("tre", "ter", 2), ("tres", "ters", 2), ("bre", "ber", 2),
    ("elled", "eled", 3), ("elling", "eling", 3), ("eller", "eler", 3), ("ellers", "elers", 3),
    ("alled", "aled", 3), ("alling", "aling", 3), ("ogue", "og", 3), ("ogues", "ogs", 3),
    ("ence", "ense", 3), ("ences", "enses", 3), ("gement", "gment", 3), ("gements", "gments", 3),
    ("ilful", "illful", 1), ("gramme", "gram", 2), ("grammes", "grams", 2), ("grey", "gray", 0),
  ]

  /// The word as American custom spells it, or as it is.
  static func american(_ word: String) -> String {
    for ending in endings where word.hasSuffix(ending.british) {
      let stem = word.dropLast(ending.british.count)
      if stem.count >= ending.least { return stem + ending.american }
    }
    return word
  }
}
