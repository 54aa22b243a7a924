// Two letters for each thing on the screen, so that it can be gone to without counting keys.

import ArticleModel

/// Labels on what is on the screen.
package struct JumpLabels: Hashable, Sendable {
  /// A place with its two letters.
  package struct Label: Hashable, Sendable {
    /// The letters.
    package var letters: String
    /// Where it leads.
    package var place: ByteOffset
  }

  /// All labels, in reading order.
  package let labels: [Label]
  /// The letters that have been typed.
  package var typed = ""

  /// The letters in the order in which they are given out: those under the fingers first.
  private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

  /// Labels for places in reading order; a screen has room for fewer than there are labels.
  init(_ places: [ByteOffset]) {
    let letters = Self.alphabet
    labels = places.prefix(letters.count * letters.count).enumerated().map { number, place in
      // The first labels are a letter twice, which is quickest to type.
      let (first, round) = (number % letters.count, number / letters.count)
      let second = (first + round) % letters.count
      return Label(letters: String([letters[first], letters[second]]), place: place)
    }
  }

  /// The labels that what has been typed may still become.
  package var open: [Label] { labels.filter { $0.letters.hasPrefix(typed) } }
}
