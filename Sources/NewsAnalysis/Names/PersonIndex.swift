// Gathers the mentions of each person by name: "Sergei Shoigu" and "Shoigu" are one.

import ArticleModel

/// The persons that an article names, each with all mentions.
struct PersonIndex {
  /// The persons, in the order of the first mention.
  private(set) var speakers: [Speaker] = []
  /// Their mentions, in reading order.
  private(set) var mentions: [PersonMention] = []
  private let text: ArticleText
  /// The person last called by a surname, and by a full name.
  private var bySurname: [UInt64: Int] = [:]
  private var byName: [UInt64: Int] = [:]
  /// How many words the longest name of each person has.
  private var lengths: [Int] = []

  init(_ text: ArticleText) { self.text = text }

  /// Adds the persons among the names of a passage.
  mutating func add(_ names: [NameMention], of passage: Passage, _ types: WordTypes) {
    for name in names where name.kind == .person {
      let index = person(name.tokens, of: passage, types)
      let span = passage.span(of: name.tokens)
      speakers[index].mentions.append(span)
      mentions.append(PersonMention(span: span, speaker: index, confidence: name.confidence))
    }
  }

  private mutating func person(
    _ tokens: TokenRange, of passage: Passage, _ types: WordTypes
  ) -> Int {
    let hashes = tokens.map { types[passage.tokens[$0]].lowerHash }
    let full = hashes.reduce(0) { $0 &* 31 &+ $1 }
    let surname = hashes.last ?? 0
    let known = byName[full] ?? bySurname[surname]
    let isSame = known.map { tokens.count == 1 || lengths[$0] == 1 || byName[full] == $0 } ?? false
    let index = isSame ? known ?? speakers.count : speakers.count
    let words = passage.string(of: tokens)
    if index == speakers.count {
      speakers.append(Speaker(name: words, kind: .person))
      lengths.append(tokens.count)
    } else if tokens.count > lengths[index] {
      speakers[index].aliases.append(speakers[index].name)
      speakers[index].name = words
      lengths[index] = tokens.count
    } else if speakers[index].name != words, !speakers[index].aliases.contains(words) {
      speakers[index].aliases.append(words)
    }
    byName[full] = index
    bySurname[surname] = index
    return index
  }
}
