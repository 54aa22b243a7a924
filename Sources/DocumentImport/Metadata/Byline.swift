// The names in a byline: "By Ana Reis and Ben Okafor, in Lisbon · Updated 3 Nov" names two people.

/// A line that says who wrote an article.
struct Byline {
  /// The people and desks that it names, in its order; empty when it names none.
  let names: [String]

  /// Words before the names, in small letters.
  private static let openings = [
    "ein interview von", "interview von", "interview by", "interview", "eine analyse von",
    "analyse von", "ein kommentar von", "kommentar von", "reportage von", "text von",
    "analysis by", "opinion by", "propos recueillis par", "entrevista de",
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
    let pieces = Self.withoutBrackets(Self.withoutOpening(text)).split { ",;|•·/\n".contains($0) }
    let names = Self.withoutPosts(pieces.map { $0.split(whereSeparator: \.isWhitespace) })
      .map { $0.joined(separator: " ")[...] }.flatMap(Self.names)
    let others = names.filter { $0.lowercased() != outlet?.lowercased() }
    self.names = others.isEmpty ? names : others
  }

  /// What stands in brackets behind a name is where somebody writes, and for whom.
  private static func withoutBrackets(_ text: Substring) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")", depth > 0 { depth -= 1 } }
        return depth == 0
      })
  }

  /// Leaves out what is no name but somebody's post, place or outlet: "Political Editor", "Rome", "BBC".
  private static func withoutPosts(_ pieces: [[Substring]]) -> [[Substring]] {
    guard let first = pieces.first else { return [] }
    let isFullName = first.count > 1
    let rest = pieces.dropFirst().filter { words in
      if words.contains(where: isPost) { return words.count > 2 && words.contains(where: isLink) }
      guard isFullName else { return true }
      return words.count > 1 && (isInCapitals(first) || !isInCapitals(words))
    }
    return [withoutPost(first)] + rest
  }

  /// "Ana Reis Environment reporter": the name, when two words are left of it.
  private static func withoutPost(_ words: [Substring]) -> [Substring] {
    guard let post = words.firstIndex(where: isPost), post >= 2, !words.contains(where: isLink)
    else { return words }
    return Array(words[..<(post > 2 ? post - 1 : post)])
  }

  private static func isLink(_ word: Substring) -> Bool { links.contains(word.lowercased()) }
  private static func isPost(_ word: Substring) -> Bool { posts.contains(word.lowercased()) }
  private static func isInCapitals(_ words: [Substring]) -> Bool {
    words.allSatisfy { $0.allSatisfy { !$0.isLowercase } }
  }

  /// Words for what somebody does at an outlet.
  private static let posts: Set<String> = [
    "reporter", "reporters", "editor", "correspondent", "columnist", "writer", "journalist",
    "redakteur", "redakteurin", "korrespondent", "korrespondentin", "correspondant",
    "correspondante", "journaliste", "redactor", "redactora", "corresponsal", "inviato",
    "corrispondente", "correspondente", "redacteur", "chief",
  ]
  /// Words before where somebody writes, and for whom.
  private static let prepositions: Set<String> = ["in", "for", "für", "pour", "para", "at", "from"]

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
      // "Ana Reis in Madrid": where somebody writes is no part of the name.
      let place = words.dropFirst().firstIndex { prepositions.contains(String($0)) }
      let words = words[..<(place ?? words.endIndex)]
      return isName(words) ? words.joined(separator: " ") : nil
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
