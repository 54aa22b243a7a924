// One word, one meaning: how a word is used in most places of a segment decides where the model was
// not sure.

import ArticleModel

/// Corrects names that stand alone by the other mentions of the same word.
struct NameConsistency {
  /// How often a word was found to be what.
  private struct Votes {
    /// On its own or at the end of a longer name, as a person.
    var person = 0
    /// At the end of a person's name of several words.
    var surname = 0
    /// On its own, as a place.
    var place = 0
    /// On its own, as nothing.
    var other = 0
  }

  private var votes: [Int32: Votes] = [:]
  /// Where a word stands alone and the model found no name.
  private var lone: [TokenRange] = []
  /// A reading is left alone when the model was at least this sure.
  private static let sure = 3.0

  /// Counts the names of a run.
  mutating func count(_ found: [NameTagger.Span], in run: RunFeatures) {
    for span in found {
      let last = run.tokens[span.tokens.upperBound - 1].type
      if span.isPlace {
        if span.tokens.count == 1 { votes[last, default: Votes()].place += 1 }
      } else {
        votes[last, default: Votes()].person += 1
        if span.tokens.count > 1 { votes[last, default: Votes()].surname += 1 }
      }
    }
    if found.isEmpty, run.run.count == 1, !isOrdinaryStart(run) {
      votes[run.tokens[run.run.lowerBound].type, default: Votes()].other += 1
      lone.append(run.run)
    }
  }

  /// A common word at the start of a sentence says nothing about the word elsewhere.
  private func isOrdinaryStart(_ run: RunFeatures) -> Bool {
    let word = run.words[run.tokens[run.run.lowerBound]]
    return run.run.lowerBound == run.sentence.lowerBound
      && (word.isParticiple || word.traits.commonness >= 2)
  }

  /// The names of a segment, corrected, in reading order.
  func corrected(_ spans: [NameTagger.Span], _ tokens: [Token]) -> [NameTagger.Span] {
    var corrected = spans.map { span in
      guard span.tokens.count == 1, span.margin < Self.sure,
        let votes = votes[tokens[span.tokens.lowerBound].type]
      else { return span }
      let isPlace = votes.place > votes.person || (votes.place == votes.person && span.isPlace)
      return NameTagger.Span(tokens: span.tokens, isPlace: isPlace, margin: span.margin)
    }
    for range in lone {
      guard let votes = votes[tokens[range.lowerBound].type] else { continue }
      let isPerson = votes.surname > 0 && votes.person >= votes.other && votes.person > votes.place
      let isPlace = votes.place >= 2 * votes.other && votes.place > votes.person
      guard isPerson || isPlace else { continue }
      corrected.append(NameTagger.Span(tokens: range, isPlace: isPlace && !isPerson, margin: 0.5))
    }
    return corrected.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
