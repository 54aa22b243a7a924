// The other ways in which a source may write the numbers of a quotation.

import ArticleModel
import NewsAnalysis

/// Numbers among the words of a quotation, as they may be written otherwise.
struct NumberForms {
  /// A number and the words that it begins and ends with when it is otherwise written.
  struct Form {
    let words: Range<Int>
    let first: UInt64
    let last: UInt64
  }

  /// The numbers that may be.
  private(set) var all: [Form] = []

  /// Words that are in letters are read together up to so many.
  private static let longest = 8
  /// Greater numbers are not looked for in letters.
  private static let greatest = 1e12

  init(_ words: [QuotedWord], in text: ArticleText, _ lexicon: SpeechLexicon) {
    let letters = words.map { text.string(in: TextSpan($0.start..<$0.end)).lowercased() }
    var place = 0
    while place < words.count {
      if let form = Self.inLetters(letters[place], at: place, lexicon) {
        all.append(form)
      } else if let form = Self.inDigits(letters, from: place, lexicon) {
        all.append(form)
        place = form.words.upperBound - 1
      }
      place += 1
    }
  }

  private static func inLetters(_ word: String, at place: Int, _ lexicon: SpeechLexicon) -> Form? {
    let isGrouped = lexicon.spoken.groupsByPeriod
    let digits = word.filter { $0 != "," && !($0 == "." && isGrouped) }
    guard let value = Int(digits), value > 20, Double(value) < greatest,
      let (first, last) = lexicon.spelled(value)
    else { return nil }
    return Form(words: place..<place + 1, first: first, last: last)
  }

  private static func inDigits(
    _ letters: [String], from place: Int, _ lexicon: SpeechLexicon
  ) -> Form? {
    guard lexicon.spoken.numbers[letters[place]] != nil else { return nil }
    for end in (place + 1...min(place + longest, letters.count)).reversed() {
      let run = Array(letters[place..<end])
      guard let value = NumberReading.value(of: run, lexicon.spoken), value > 20, value < greatest
      else { continue }
      let hash = String(Int(value)).wordHash
      return Form(words: place..<end, first: hash, last: hash)
    }
    return nil
  }
}
