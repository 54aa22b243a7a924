// The language of a text, told by its small words.

import ArticleModel

/// Recognises languages by the words that every text in them has. What stands in quotation marks may be in
/// another language, and counts only where nothing else decides.
struct LanguageRecognition {
  /// So many bytes of the beginning are looked at.
  private static let sample = 8192
  /// Of a hundred words so many are small ones of the language, and at least so many of them of no other language.
  private static let leastShare = 15
  private static let leastCount = 2

  /// The language whose small words are most frequent at the beginning of a text; nil when none stands out.
  static func tag(of text: ArticleText) -> String? {
    var counts = LanguageRecognition()
    text.withBytes { bytes in
      counts.read(UnsafeBufferPointer(rebasing: bytes[..<min(sample, bytes.count)]))
    }
    return counts.outside.tag ?? (counts.outside + counts.inside).tag
  }

  private var outside = Count()
  private var inside = Count()

  /// How many words were read, and how many of them are of each language.
  private struct Count {
    var words = 0
    /// Small words of each language, and those that only this language has.
    var small = [Int](repeating: 0, count: Language.known.count)
    var own = [Int](repeating: 0, count: Language.known.count)

    mutating func add(_ languages: Int) {
      words += 1
      guard languages != 0 else { return }
      for index in small.indices where languages & 1 << index != 0 {
        small[index] += 1
        if languages == 1 << index { own[index] += 1 }
      }
    }

    static func + (one: Count, other: Count) -> Count {
      var sum = one
      sum.words += other.words
      for index in sum.small.indices {
        sum.small[index] += other.small[index]
        sum.own[index] += other.own[index]
      }
      return sum
    }

    var tag: String? {
      guard let best = own.indices.max(by: { own[$0] < own[$1] }), own[best] >= leastCount,
        small[best] * 100 >= words * leastShare
      else { return nil }
      let second = own.indices.filter { $0 != best }.map { own[$0] }.max() ?? 0
      return own[best] >= 2 * second ? Language.known[best].tag : nil
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (start, at, isQuoted) = (0, 0, false)
    while at <= bytes.count {
      let length = at < bytes.count ? Self.breakLength(at, bytes) : 1
      if length == 0 {
        at += 1
        continue
      }
      if at > start {
        let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
        let languages = Self.table[LowercaseHash.of(word)] ?? 0
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

  /// For each small word, the languages that have it, a bit for each.
  private static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for (index, language) in Language.known.enumerated() {
      for hash in WordSet(language.functionWords).hashes { table[hash, default: 0] |= 1 << index }
    }
    return table
  }()
}
