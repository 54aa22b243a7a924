// How far what was found bears out what is said of all voices together: shares, counts, who is not quoted.

import ArticleModel

/// The quotations of an analysis, weighed before anybody sums them up.
///
/// A quotation is open when nobody knows whose it is, or when the program is not sure of it. With open
/// quotations, shares of words are the least that the article has, and nobody can be said never to be
/// quoted; with quotations of nobody known, so are the numbers of voices.
package struct VoiceEvidence: Sendable {
  /// Below this confidence a finding is uncertain.
  package static let leastConfidence = 0.5

  /// The quotations of nobody known, by their number.
  package let ownerless: [Int]
  /// The quotations that somebody is said to have made, but not for sure.
  package let uncertain: [Int]
  /// The words of all quotations, those of nobody too.
  package let words: Int
  /// How many of them are verbatim.
  package let verbatimWords: Int
  /// The persons who are named and of whom the article gives no words. Bodies are none of them: "the
  /// company" may be any.
  package let unquoted: [Int]
  private let uncertainWords: [Int: Int]

  /// Weighs the quotations of an analysis.
  package init(_ analysis: Analysis) {
    let quotations = analysis.quotations
    let ownerless = quotations.indices.filter { quotations[$0].speaker == nil }
    let uncertain = quotations.indices.filter {
      quotations[$0].speaker != nil && quotations[$0].confidence < Self.leastConfidence
    }
    verbatimWords =
      ownerless.reduce(0) { $0 + quotations[$1].verbatimWords }
      + analysis.speakers.reduce(0) { $0 + $1.verbatimWords }
    words =
      ownerless.reduce(0) { $0 + quotations[$1].words }
      + analysis.speakers.reduce(0) { $0 + $1.quotedWords }
    var uncertainWords: [Int: Int] = [:]
    for quotation in uncertain.map({ quotations[$0] }) {
      for speaker in quotation.allSpeakers {
        uncertainWords[speaker, default: 0] += quotation.words
      }
    }
    self.uncertainWords = uncertainWords
    (self.ownerless, self.uncertain) = (ownerless, uncertain)
    unquoted = ownerless.isEmpty && uncertain.isEmpty ? Self.unquoted(in: analysis) : []
  }

  /// Whether every quotation is surely somebody's, so that shares are exact.
  package var isComplete: Bool { ownerless.isEmpty && uncertain.isEmpty }

  /// "at least " before numbers of voices, when nobody known may be one more.
  package var reservation: String { ownerless.isEmpty ? "" : "at least " }

  /// The words that are surely a speaker's.
  package func sureWords(of speaker: Int, in analysis: Analysis) -> Int {
    max(analysis.speakers[speaker].quotedWords - (uncertainWords[speaker] ?? 0), 0)
  }

  // MARK: Who is not quoted

  /// Persons without a quotation. None when "the mayor" is quoted and nobody knows whether that is one of
  /// them; without those whom one name joins with somebody who is quoted.
  private static func unquoted(in analysis: Analysis) -> [Int] {
    let quoted = analysis.speakers.filter { !$0.quotations.isEmpty }
    if quoted.contains(where: \.mayBeNamed) { return [] }
    let inner = Set(analysis.quotations.flatMap { $0.inner.flatMap(\.allSpeakers) })
    let words = Set(quoted.flatMap { nameWords($0.name) })
    let doubtful = doubtfulPersons(in: analysis)
    return analysis.speakers.indices.filter { index in
      let speaker = analysis.speakers[index]
      return speaker.quotations.isEmpty && !speaker.mentions.isEmpty && speaker.kind == .person
        && !inner.contains(index) && !doubtful.contains(index)
        && words.isDisjoint(with: nameWords(speaker.name))
    }
  }

  private static func nameWords(_ name: String) -> [String] {
    name.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
  }

  /// The persons whose names the program is sure of nowhere: they may be no persons.
  private static func doubtfulPersons(in analysis: Analysis) -> Set<Int> {
    let sure = analysis.persons.filter { $0.confidence >= leastConfidence }
    return Set(analysis.persons.map(\.speaker)).subtracting(sure.map(\.speaker))
  }
}
