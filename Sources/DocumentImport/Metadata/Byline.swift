// The names in a byline: "By Ana Reis and Ben Okafor, in Lisbon · Updated 3 Nov" names two people.

/// A line that says who wrote an article.
struct Byline {
  /// The people and desks that it names, in its order; empty when it names none.
  let names: [String]

  /// Words before the names, in small letters.
  private static let openings = [
    "written by", "story by", "reported by", "words by", "posted by", "by", "von", "par", "por",
    "di",
    "door", "av", "af", "texto",
  ]
  /// What stands between names.
  private static let links: Set<String> = [
    "and", "&", "und", "et", "y", "e", "en", "og", "och", "with",
  ]
  /// Words that no name has: what begins with one of them is about the article, not about its author.
  private static let foreign: Set<String> = [
    "updated", "published", "posted", "last", "follow", "share", "tweet", "email", "min", "minutes",
    "hours", "ago", "comments", "read", "subscribe", "contact", "view", "more",
  ]
  /// Beginnings of days and months, which begin a date when a number is near.
  private static let dates: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
    "tue",
    "wed", "thu", "fri", "sat", "sun",
  ]
  /// A name has no more words.
  private static let longestName = 6

  /// Reads a byline.
  /// - Parameter outlet: the name of the outlet, which is no author when others are named beside it.
  init(_ text: String, outlet: String? = nil) {
    let pieces = Self.withoutOpening(text).split { ",;|•·/\n".contains($0) }
    let names = pieces.flatMap(Self.names)
    let others = names.filter { $0.lowercased() != outlet?.lowercased() }
    self.names = others.isEmpty ? names : others
  }

  private static func withoutOpening(_ text: String) -> Substring {
    let text = text.drop { $0.isWhitespace || $0 == "—" || $0 == "–" || $0 == "-" }
    let small = text.lowercased()
    let opening = openings.first { small.hasPrefix($0 + " ") || small.hasPrefix($0 + ": ") }
    return text.dropFirst(opening?.count ?? 0).drop { $0 == ":" || $0.isWhitespace }
  }

  /// The names between two commas; words from the first one on that no name has are left out.
  private static func names(in piece: Substring) -> [String] {
    let words = piece.split { $0.isWhitespace || $0 == "—" || $0 == "–" }
    let end = words.indices.first { isForeign($0, in: words) } ?? words.count
    var own = words[..<end]
    // "Nolan22": a date behind the name, without a blank.
    if end < words.count, let name = letters(before: words[end]) { own.append(name) }
    if let by = own.dropFirst().lastIndex(where: { $0.lowercased() == "by" }) {
      own = own[(by + 1)...]
    }
    return own.split { links.contains($0.lowercased()) }.compactMap { words in
      isName(words) ? words.joined(separator: " ") : nil
    }
  }

  /// Whether a word is about the article rather than its author: a number, or one like "updated".
  private static func isForeign(_ index: Int, in words: [Substring]) -> Bool {
    if foreign.contains(words[index].lowercased()) || hasNumber(words[index]) { return true }
    return dates.contains(words[index].lowercased().prefix(3).description)
      && words[index...].dropFirst().prefix(2).contains(where: hasNumber)
  }

  private static func hasNumber(_ word: Substring) -> Bool {
    word.contains { $0.isNumber || $0 == "@" }
  }

  /// What stands before a number in the same word, if that may be a name.
  private static func letters(before word: Substring) -> Substring? {
    let letters = word.prefix { $0.isLetter }
    return letters.count > 2 && word.dropFirst(letters.count).first?.isNumber == true
      ? letters : nil
  }

  /// Whether some words can be a name: few, and the first and the last are not in small letters.
  private static func isName(_ words: ArraySlice<Substring>) -> Bool {
    guard let first = words.first?.first, let last = words.last?.first, words.count <= longestName
    else { return false }
    return first.isLetter && !first.isLowercase && !last.isLowercase
  }
}
