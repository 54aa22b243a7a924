// How far two people agree, in plain words: what each of them could count with a finger on the page.

import ArticleModel

/// What two people marked in the sentences of the articles that both worked on.
package struct PlainAgreement: Hashable, Sendable {
  /// Their names.
  package let first: String, second: String
  /// The sentences that at least one of them marked, and those that both did.
  package let either: Int, both: Int
  /// Of the latter, those to which both gave the same term.
  package let sameTerm: Int

  /// "Ana and Ben marked the same sentence in 14 of 22 cases; where both did, they gave the same term 11
  /// times."
  package var sentence: String { sentence(of: first, and: second) }

  private var times: String {
    switch sameTerm {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(sameTerm) times"
    }
  }

  /// The same with other names.
  package func sentence(of first: String, and second: String) -> String {
    guard either > 0 else { return "\(first) and \(second) marked no sentence." }
    let cases = "\(both) of \(counted(either, "case"))"
    guard both > 0 else {
      return "\(first) and \(second) marked the same sentence in \(cases)."
    }
    return
      "\(first) and \(second) marked the same sentence in \(cases); where both did, they gave the "
      + "same term \(times)."
  }
}

extension AgreementStudy {
  /// The figures of every pair that worked on the same article, in the order of the annotators.
  package var plain: [PlainAgreement] {
    annotators.indices.flatMap { first in
      annotators.indices.dropFirst(first + 1).compactMap { plain(first, $0) }
    }
  }

  private func plain(_ first: Int, _ second: Int) -> PlainAgreement? {
    var (either, both, sameTerm, isShared) = (0, 0, 0, false)
    for text in texts {
      guard let ours = text.marks[first], let theirs = text.marks[second] else { continue }
      isShared = true
      for sentence in text.paragraphs.flatMap(\.sentences) {
        let mine = ours.filter { $0.span.overlaps(sentence) }
        let others = theirs.filter { $0.span.overlaps(sentence) }
        if mine.isEmpty, others.isEmpty { continue }
        either += 1
        if mine.isEmpty || others.isEmpty { continue }
        both += 1
        if !Set(mine.map(\.said)).isDisjoint(with: others.map(\.said)) { sameTerm += 1 }
      }
    }
    guard isShared else { return nil }
    return PlainAgreement(
      first: annotators[first], second: annotators[second], either: either, both: both,
      sameTerm: sameTerm)
  }
}

extension CodedText.Mark {
  /// The kind with all terms: what has to be the same.
  fileprivate var said: String {
    ([kind.rawValue] + terms.map(\.unversioned.description).sorted()).joined(separator: " ")
  }
}
