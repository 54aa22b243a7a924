// Which features are learned from: those of several sentences that name nobody.

import NewsAnalysis

/// What the trainer drops, so that the model leans neither on chance nor on the names of debates.
struct Vocabulary {
  private var sentences: [Int32]
  private var asWord: [Int32]
  private var asName: [Int32]
  private let least: Int32

  /// Counts the features of all sentences; those in fewer than `least` are dropped.
  init(_ sets: [JudgedSentences], rows: Int, least: Int) {
    sentences = [Int32](repeating: 0, count: rows)
    (asWord, asName) = (sentences, sentences)
    self.least = Int32(least)
    for sentence in sets.flatMap(\.sentences) {
      for row in Set(sentence.rows) { sentences[Int(row)] += 1 }
      for row in sentence.rows.dropFirst() { asWord[Int(row)] += 1 }
      for row in sentence.names { asName[Int(row)] += 1 }
    }
  }

  /// The rows of a sentence that are kept. A first word that is mostly written as a name within sentences is
  /// taken for one.
  func kept(_ sentence: ClaimTraining.Sentence) -> [Int] {
    let opensWithName = sentence.rows.first.map { asName[Int($0)] > asWord[Int($0)] } ?? false
    return sentence.rows.indices.compactMap { index in
      let row = Int(sentence.rows[index])
      if opensWithName, ClaimTraining.Sentence.openings.contains(index) { return nil }
      return sentences[row] >= least ? row : nil
    }
  }
}
