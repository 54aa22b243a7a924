// What the trainer learns from: the runs of a document with the labels that each word may have.

import ArticleModel
import NewsAnalysis

/// A run of words with the rows of its features and the labels that the annotation allows.
struct Lesson {
  /// Rows of the weight table, a list a word.
  var rows: [[Int32]]
  /// A bit for each label that is right.
  var allowed: [UInt8]

  private static let person: UInt8 = 0b11000
  private static let other: UInt8 = 0b00001
  private static let any: UInt8 = 0b11111

  /// The lessons of a document. Where persons are not annotated, whatever is no place may be one.
  static func lessons(of gold: GoldArticle, bits: UInt64) -> [Lesson] {
    NameReading.runs(of: gold.article).map { run in
      Lesson(
        rows: run.features.map { $0.map { Int32(truncatingIfNeeded: $0 >> (64 - bits)) } },
        allowed: allowed(run.spans, gold))
    }
  }

  private static func allowed(_ words: [TextSpan], _ gold: GoldArticle) -> [UInt8] {
    let base = gold.hasPersons ? other : other | person
    var allowed = [UInt8](repeating: base, count: words.count)
    for (span, mention) in gold.locations {
      if mention.isUnscored {
        let labels = mention.kind == "facility" ? any : other
        mark(span, start: labels, inside: labels)
      } else {
        mark(span, start: 0b00010, inside: 0b00100)
      }
    }
    for span in gold.persons { mark(span, start: 0b01000, inside: 0b10000) }
    return allowed

    func mark(_ span: TextSpan, start: UInt8, inside: UInt8) {
      let inSpan = words.indices.filter { words[$0].overlaps(span) }
      guard let first = inSpan.first, let last = inSpan.last else { return }
      guard span.contains(words[first]), span.contains(words[last]) else {
        for index in inSpan { allowed[index] = any }
        return
      }
      for index in inSpan { allowed[index] = index == first ? start : inside }
    }
  }
}
