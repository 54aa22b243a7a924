// Which marks of evidence are about a claim, without asking all of them.

import ArticleModel

/// The marks of evidence of an article, found by the marks that they answer and by their words.
struct EvidenceIndex {
  private let all: [ClaimMark]
  private var answers: [AnnotationID: [Int]] = [:]
  /// Where those stand whose words are as they were.
  private let places: SpanIndex

  /// Takes marks of evidence; their numbers are their places in the array.
  init(_ marks: [ClaimMark]) {
    all = marks
    for (number, mark) in marks.enumerated() {
      if let answered = mark.annotation.repliesTo { answers[answered, default: []].append(number) }
    }
    places = SpanIndex(
      marks.enumerated().compactMap { number, mark in
        mark.isSure ? mark.anchor?.span.map { ($0, number) } : nil
      })
  }

  /// The numbers of those that answer one of some marks.
  func answers(to marks: [ClaimMark]) -> [Int] {
    answers.isEmpty ? [] : marks.flatMap { answers[$0.annotation.id] ?? [] }
  }

  /// The numbers of those that have so much of the words of a span in common with it, of all that either has.
  func places(sharing span: TextSpan, atLeast likeness: Double) -> [Int] {
    places.values(overlapping: span).filter { number in
      all[number].anchor?.span.map { $0.likeness(to: span) >= likeness } ?? false
    }
  }

  /// The marks of those numbers, each once, in the order in which they were given to the index.
  func marks(_ numbers: [Int]) -> [ClaimMark] {
    numbers.isEmpty ? [] : Set(numbers).sorted().map { all[$0] }
  }
}
