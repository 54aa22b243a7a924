// Abbreviations whose period does not end a sentence, or not surely.

/// The abbreviations of English news.
enum Abbreviations {
  /// Titles and the like: a name follows, so the sentence goes on.
  static let beforeNames: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col",
    "capt", "sgt", "lt", "cmdr", "adm", "maj", "rev", "hon", "pres", "supt", "det", "st", "mt",
    "ft", "cpl", "pvt", "msgr", "amb", "atty", "insp", "vs", "messrs", "mme", "mlle",
  ]
  /// Others: a sentence may end here.
  static let others: Set<String> = [
    "jr", "sr", "inc", "corp", "co", "ltd", "bros", "etc", "dept", "univ", "assn", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ala", "ariz",
    "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass",
    "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex",
    "va", "vt", "wash", "wis", "wyo", "approx", "est", "ave", "blvd", "rd", "fig", "vol", "ph.d",
  ]
  /// Words that are abbreviations only when they begin with a capital: "no." ends a sentence.
  static let capitalised: Set<String> = [
    "co", "gen", "col", "mar", "jun", "det", "pres", "del", "ill", "ind", "kan", "la",
    "mass", "miss", "mo", "ore", "pa", "wash", "rep", "reps", "gov", "fig", "hon", "dec", "sen",
    "st", "est", "ave", "ga", "adm", "maj", "insp",
  ]
  /// The length in bytes of the longest, without its period.
  static let longest = 6

  private static let titleHashes = Set(beforeNames.map { LowercaseHash.of($0) })
  private static let hashes = titleHashes.union(others.map { LowercaseHash.of($0) })
  private static let capitalisedHashes = Set(capitalised.map { LowercaseHash.of($0) })

  /// Whether a word without its period is an abbreviation.
  static func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let hash = LowercaseHash.of(word)
    guard hashes.contains(hash), let first = word.first else { return false }
    return first < 0x61 || !capitalisedHashes.contains(hash)
  }

  /// Whether a name must follow the abbreviation with this hash, taken without its period.
  static func precedesName(_ hash: UInt64) -> Bool { titleHashes.contains(hash) }
}

/// A 64-bit FNV-1a hash of a word with its ASCII letters in lower case; identifies words in lexicons.
enum LowercaseHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Hashes UTF-8 bytes.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in word { mix(byte, into: &hash) }
    return hash
  }

  /// Hashes a word that is made of a stem and an ending.
  static func of(_ stem: UnsafeBufferPointer<UInt8>, _ ending: StaticString) -> UInt64 {
    var hash = of(stem)
    ending.withUTF8Buffer { for byte in $0 { mix(byte, into: &hash) } }
    return hash
  }

  /// Hashes a string.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var hash = seed
    for byte in word.utf8 { mix(byte, into: &hash) }
    return hash
  }

  @inline(__always)
  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
  }
}
