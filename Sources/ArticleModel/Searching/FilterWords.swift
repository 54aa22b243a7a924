// The words of a filter over a list, as they are typed: each has to stand in an entry as a word, and not
// within one, so that “direct” does not find what is indirect.

/// Words that entries must have, all of them.
package struct FilterWords: Sendable {
  /// A word and how it has to stand.
  fileprivate struct Word: Sendable {
    let bytes: [UInt8]
    /// Whether it is a word by itself; otherwise words may go on behind it.
    var isWhole = false
    /// Whether it may stand within others: in scripts that put no blanks between words.
    let isAnywhere: Bool
  }

  private var words: [Word]

  /// Takes words that are separated by blanks.
  package init(_ text: String) { self.init(text.asSearched.split(separator: " ")) }

  /// Takes words as `asSearched` writes them.
  package init(_ words: [Substring]) {
    self.words = words.map { word in
      Word(
        bytes: Array(word.utf8),
        isAnywhere: word.unicodeScalars.first.map { !$0.belongsToWord || $0.value >= 0xE00 } ?? true
      )
    }
  }

  /// Whether there is no word, so that everything passes.
  package var isEmpty: Bool { words.isEmpty }

  /// The entries that have all words. A word that one of the entries has by itself is meant as such; one
  /// that none has, since it is still being typed, stands for those that begin with it.
  /// - Parameter text: the words of an entry, in any form.
  package func filter<Entries: Sequence>(
    _ entries: Entries, by text: (Entries.Element) -> String
  ) -> [Entries.Element] {
    if isEmpty { return Array(entries) }
    let texts = entries.map { (entry: $0, text: text($0).asSearched) }
    var exact = self
    for index in exact.words.indices {
      exact.words[index].isWhole = true
      let word = exact.words[index]
      if !texts.contains(where: { word.stands(in: $0.text) }) { exact.words[index].isWhole = false }
    }
    return texts.filter { exact.stand(in: $0.text) }.map(\.entry)
  }

  /// Whether all words stand in a text that `asSearched` wrote; others may go on behind them.
  package func stand(in text: String) -> Bool { words.allSatisfy { $0.stands(in: text) } }
}

extension FilterWords.Word {
  func stands(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var start = 0
      while start + bytes.count <= text.count {
        var length = 0
        while length < bytes.count, text[start + length] == bytes[length] { length += 1 }
        if length == bytes.count, isAlone(text, start..<start + length) { return true }
        start += 1
      }
      return false
    }
  }

  /// Whether no word goes on around a place, as far as that matters.
  private func isAlone(_ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
    if isAnywhere { return true }
    let before = String(
      decoding: text[max(place.lowerBound - 4, 0)..<place.lowerBound], as: UTF8.self)
    if before.unicodeScalars.last?.belongsToWord == true { return false }
    guard isWhole else { return true }
    let after = text[place.upperBound..<min(place.upperBound + 4, text.count)]
    return String(decoding: after, as: UTF8.self).unicodeScalars.first?.belongsToWord != true
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit, or a mark on one of these.
  fileprivate var belongsToWord: Bool {
    if value < 0x80 { return (0x30...0x39).contains(value) || properties.isAlphabetic }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
