// The names of articles in a collection: words that people know them by, in a form that files may have.

import ArticleModel

/// Gives names to the articles of one document, so that no two are alike.
struct MemberNames {
  private var taken: Set<String> = []
  /// The number that the next article of a name gets.
  private var next: [String: Int] = [:]

  /// A name has at most so many bytes before what makes it unlike others.
  private static let longest = 72

  /// The name for an article that is known by some words, in which some signs are kept. When another one has that name, what
  /// distinguishes it stands behind, as far as it has to.
  mutating func name(
    _ words: String, distinguishedBy distinction: String, keeping kept: Set<Character> = []
  ) -> String {
    let plain = Self.name(of: words, keeping: kept)
    var name = plain.isEmpty ? "article" : plain
    if taken.contains(name) { name += "-" + Self.mark(of: distinction) }
    let first = name
    var number = next[first] ?? 2
    while !taken.insert(name).inserted {
      name = "\(first)-\(number)"
      number += 1
    }
    next[first] = number
    return name
  }

  /// Letters and digits of any script as they are, in small letters; hyphens between words; no more than
  /// fits into the name of a file.
  static func name(of words: String, keeping kept: Set<Character> = []) -> String {
    var name = ""
    var (length, owesHyphen) = (0, false)
    for character in words.lowercased() where !apostrophes.contains(character) {
      guard character.isLetter || character.isNumber || kept.contains(character) else {
        owesHyphen = !name.isEmpty
        continue
      }
      let piece = (owesHyphen ? "-" : "") + String(character)
      length += piece.utf8.count
      if length > longest { return wholeWords(of: name, isCutInWord: !owesHyphen) }
      name += piece
      owesHyphen = false
    }
    return name
  }

  private static let apostrophes: Set<Character> = ["'", "\u{2019}", "\u{AD}"]

  /// A name that was cut, without the word that is not all there.
  private static func wholeWords(of name: String, isCutInWord: Bool) -> String {
    guard isCutInWord, let hyphen = name.lastIndex(of: "-"),
      name.distance(from: name.startIndex, to: hyphen) > name.count / 2
    else { return name }
    return String(name[..<hyphen])
  }

  /// Six digits that stand for a text and change with it.
  static func mark(of text: String) -> String {
    var text = text
    return String(text.withUTF8 { Digest(of: $0) }.description.prefix(6))
  }
}
