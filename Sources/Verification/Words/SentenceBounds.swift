// Where sentences begin and end, as far as signs tell.

import ArticleModel

extension ArticleText {
  /// Whether a word that starts at a place opens a sentence, or the text.
  func startsSentence(_ place: Int) -> Bool {
    let before = string(in: TextSpan(max(place - 12, 0)..<max(place, 0)))
    let last = before.last { !$0.isWhitespace && !"“\"‘'([—–-".contains($0) }
    return last.map { ".?!:…".contains($0) } ?? true || before.contains("\n\n")
  }

  /// Whether a sentence ends behind a word that ends at a place.
  func endsSentence(_ place: Int) -> Bool {
    let after = string(in: TextSpan(place..<place + 4))
    return after.first.map { ".?!\n".contains($0) } ?? true
  }
}
