// The language of a text, told by its small words.

import ArticleModel

/// Recognises languages by the words that every text in them has. What stands in quotation marks may be in
/// another language, and counts only where nothing else decides.
struct LanguageRecognition {
  /// So many bytes of the beginning are looked at, and so many where they leave it open.
  private static let samples = [1024, 8192]
  /// Of a hundred words so many are small ones of the language, and at least so many of them of no other language.
  private static let leastShare = 15
  private static let leastCount = 2

  /// The language whose small words are most frequent at the beginning of a text; nil when none stands out.
  static func tag(of text: ArticleText) -> String? {
    text.withBytes { bytes in
      // A loop, because `first` of a lazy sequence would read the sample twice.
      for sample in samples {
        let beginning = UnsafeBufferPointer(rebasing: bytes[..<min(sample, bytes.count)])
        if let tag = tag(of: beginning) { return tag }
      }
      return nil
    }
  }

  private static func tag(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var counts = LanguageRecognition()
    counts.read(bytes)
    return counts.outside.tag ?? (counts.outside + counts.inside).tag
  }

  private var outside = Count()
  private var inside = Count()

  /// How many words were read, and how many of them are of each language.
  private struct Count {
    /// How many words the languages of a set have, and no others; a set has a bit for each language.
    var bySet = [Int](repeating: 0, count: 1 << Language.known.count)

    mutating func add(_ languages: Int) { bySet[languages] += 1 }

    static func + (one: Count, other: Count) -> Count {
      Count(bySet: zip(one.bySet, other.bySet).map { $0 + $1 })
    }

    var tag: String? {
      let languages = Language.known.indices
      let words = bySet.reduce(0, +)
      // Small words of each language, and those that only this language has.
      let small = languages.map { language in
        bySet.indices.reduce(0) { $1 & 1 << language != 0 ? $0 + bySet[$1] : $0 }
      }
      let own = languages.map { bySet[1 << $0] }
      guard let best = own.indices.max(by: { own[$0] < own[$1] }), own[best] >= leastCount,
        small[best] * 100 >= words * leastShare
      else { return nil }
      let second = own.indices.filter { $0 != best }.map { own[$0] }.max() ?? 0
      return own[best] >= 2 * second ? Language.known[best].tag : nil
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let smallWords = Self.smallWords
    var (start, at, isQuoted) = (0, 0, false)
    while at <= bytes.count {
      let length = at < bytes.count ? Self.breakLength(at, bytes) : 1
      if length == 0 {
        at += 1
        while at < bytes.count, CharacterClasses.isASCIILetter(bytes[at]) { at += 1 }
        continue
      }
      if at > start {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
        let languages = smallWords.languages(of: word)
        if isQuoted { inside.add(languages) } else { outside.add(languages) }
      }
      if at < bytes.count { Self.turn(&isQuoted, at, bytes) }
      at += length
      start = at
    }
  }

  /// Opens or closes a quotation; none goes beyond its line here.
  private static func turn(_ isQuoted: inout Bool, _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[at] {
    case 0x0A: isQuoted = false
    case UInt8(ascii: "\""): isQuoted.toggle()
    case 0xC2 where at + 1 < bytes.count && (bytes[at + 1] == 0xAB || bytes[at + 1] == 0xBB):
      isQuoted.toggle()
    case 0xE2
    where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (0x9C...0x9E).contains(bytes[at + 2]):
      isQuoted.toggle()
    default: break
    }
  }

  /// The length of a character that is no letter: blanks and marks of ASCII, of Latin-1 and of general
  /// punctuation; 0 for letters.
  private static func breakLength(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[at] {
    case 0xC2: min(2, bytes.count - at)
    case 0xE2: min(3, bytes.count - at)
    case ..<0x80: CharacterClasses.isASCIILetter(bytes[at]) ? 0 : 1
    default: 0
    }
  }

  private static let smallWords = SmallWords()

  /// The small words of all languages. Their hashes are places in a table with gaps, as in a `WordSet`.
  private struct SmallWords {
    /// The hash at each place, 0 where there is none, and the languages that have the word, a bit each.
    private var hashes = [UInt64](repeating: 0, count: 2048)
    private var languages = [Int](repeating: 0, count: 2048)
    private var count = 0
    /// The length of the longest of them, in bytes.
    private var longest = 0

    init() {
      for (index, language) in Language.known.enumerated() {
        WordSet.forEachWord(of: language.functionWords) { word in
          longest = max(longest, word.count)
          insert(LowercaseHash.of(word), 1 << index)
        }
      }
    }

    private mutating func insert(_ hash: UInt64, _ language: Int) {
      let place = place(of: hash)
      if hashes[place] == 0 { count += 1 }
      precondition(count < hashes.count / 2)
      hashes[place] = hash
      languages[place] |= language
    }

    /// The languages that have a word, a bit for each.
    func languages(of word: UnsafeBufferPointer<UInt8>) -> Int {
      // Most words are too long for a small one of any language, or are none.
      word.count <= longest ? languages[place(of: LowercaseHash.of(word))] : 0
    }

    /// Where a hash stands, or would stand; no language has a word there.
    private func place(of hash: UInt64) -> Int {
      let mask = hashes.count - 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
      return place
    }
  }
}
