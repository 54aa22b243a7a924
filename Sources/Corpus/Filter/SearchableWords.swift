// The words of an annotation as filters search them: put together once, searched with every key that is
// typed into a filter.

import ArticleModel

/// Words as they are shown, in small letters.
struct SearchableWords: Sendable {
  private let text: String

  /// The words of an annotation: quotes, note, tags, labels of its terms, claim and evidence.
  init(of annotation: Annotation, labels: [String]) {
    let quotes = annotation.targets.compactMap { $0.passage?.exact }
    let claim = [annotation.claim.restated, annotation.claim.claimant].compactMap(\.self)
    let parts = quotes + [annotation.note] + annotation.tags + labels + claim
    let sources = annotation.evidence.flatMap {
      [$0.address, $0.title, $0.publisher, $0.passage].compactMap(\.self)
    }
    self.init((parts + sources).joined(separator: "\n"))
  }

  /// Words, however they are written.
  init(_ words: String) { text = words.asSearched }

  /// Whether words, as `asSearched` writes them, stand in it and not within longer ones: “direct” does not
  /// stand in “indirect”, but “directly” begins with it.
  func has(_ words: String) -> Bool {
    contains(words) && FilterWords([words[...]]).stand(in: text)
  }

  /// Whether words, as `asSearched` writes them, stand in it, letter by letter: “cafe” does not stand in “café”,
  /// however the accent is written. Bytes answer first, since that is a hundred times faster: they do
  /// unless something that is not ASCII is looked for, or follows in all places.
  func contains(_ words: String) -> Bool {
    let isPlain = !words.isEmpty && words.utf8.allSatisfy { (0x20..<0x80).contains($0) }
    guard isPlain else { return text.contains(words) }
    let sure = text.utf8.withContiguousStorageIfAvailable { text in
      words.utf8.withContiguousStorageIfAvailable { Self.stands($0, in: text) }
    }
    return sure.flatMap(\.self).flatMap(\.self) ?? text.contains(words)
  }

  /// Whether bytes stand somewhere with ASCII or nothing behind them; nil when they only stand elsewhere.
  private static func stands(
    _ words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    var answer: Bool? = false
    var start = 0
    while start + words.count <= text.count {
      var length = 0
      while length < words.count, text[start + length] == words[length] { length += 1 }
      if length == words.count {
        let end = start + length
        if end == text.count || text[end] < 0x80 { return true }
        answer = nil
      }
      start += 1
    }
    return answer
  }
}
