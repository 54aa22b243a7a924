// The part of a sentence on one side of a passage, from the passage outwards to the sentence's end.

/// The words of a sentence before or after a passage.
struct SentenceSide {
  /// The text of the sentence on this side.
  private let text: String
  /// Its words, in reading order.
  let words: [ComparedWord]
  /// The word next to the sentence, beyond its end; nil when there is none, or when it is not known.
  private let neighbour: ComparedWord?
  /// Whether the sentence is known to end there, and its text does not only break off.
  private let isComplete: Bool
  private let isBefore: Bool

  /// Words that came and went in one place.
  struct Change {
    let gone: [ComparedWord]
    let come: [ComparedWord]
  }

  /// Takes the text before a passage; `startsText` says that nothing stands before it.
  init(before: String, passage: String, startsText: Bool) {
    var start = SentenceEnds.sentenceStart(in: before, before: passage)
    if before[start...].allSatisfy({ !$0.isLetter && !$0.isNumber }) {
      start = SentenceEnds.labelStart(before: start, in: before)
    }
    text = String(before[start...])
    words = ComparedWord.words(of: text)
    let outside = before[..<start]
    neighbour = ComparedWord.words(of: String(outside.suffix(60))).last
    isComplete = startsText || !outside.isEmpty
    isBefore = true
  }

  /// Takes the text after a passage; `isEnded` says that the sentence ends with the passage.
  init(after: String, isEnded: Bool) {
    let end = isEnded ? after.startIndex : SentenceEnds.sentenceEnd(in: after)
    text = String(after[..<end])
    words = ComparedWord.words(of: text, startsSentence: false)
    let outside = after[end...]
    neighbour = ComparedWord.words(of: String(outside.prefix(60))).first
    isComplete = isEnded || !outside.isEmpty || (!words.isEmpty && SentenceEnds.endsSentence(text))
    isBefore = false
  }

  /// What changed on this side. Words beyond what is known of the sentence are no change, nor are those
  /// beyond a sentence end that came or went.
  func changes(to new: SentenceSide) -> [Change] {
    if words.map(\.key) == new.words.map(\.key) { return [] }
    let comparison = WordComparison(words, new.words)
    return comparison.changes.compactMap { change in
      let (gone, come) = (Array(words[change.old]), Array(new.words[change.new]))
      let isFarEnd =
        isBefore
        ? change.old.lowerBound == 0 && change.new.lowerBound == 0
        : change.old.upperBound == words.count && change.new.upperBound == new.words.count
      guard isFarEnd else { return Change(gone: gone, come: come) }
      if gone.isEmpty, !isComplete || agrees(neighbour, nearEnd(of: come)) { return nil }
      if come.isEmpty, !new.isComplete || agrees(new.neighbour, nearEnd(of: gone)) { return nil }
      return Change(gone: gone, come: isComplete ? come : nearest(gone.count, of: come))
    }
  }

  /// The word of some at the far end that is next to the sentence as the other side has it.
  private func nearEnd(of words: [ComparedWord]) -> ComparedWord? {
    isBefore ? words.last : words.first
  }

  private func nearest(_ count: Int, of words: [ComparedWord]) -> [ComparedWord] {
    Array(isBefore ? words.suffix(count) : words.prefix(count))
  }

  private func agrees(_ a: ComparedWord?, _ b: ComparedWord?) -> Bool {
    guard let a, let b else { return false }
    return a.key == b.key
  }

  /// The texts of both sides, cut to what can be compared.
  func alignedTexts(with new: SentenceSide) -> (old: String, new: String) {
    guard !isComplete else { return (text, new.text) }
    guard let first = words.first, let last = words.last else { return ("", "") }
    let range = new.text.startIndex..<new.text.endIndex
    if isBefore {
      let match = new.words.first { $0.key == first.key }
      let cut =
        match?.range.lowerBound ?? nearest(words.count, of: new.words).first?.range.lowerBound
      return (text, String(new.text[(cut ?? range.lowerBound)...]))
    }
    let match = new.words.last { $0.key == last.key }
    let cut = match?.range.upperBound ?? nearest(words.count, of: new.words).last?.range.upperBound
    return (text, String(new.text[..<(cut ?? range.upperBound)]))
  }
}
