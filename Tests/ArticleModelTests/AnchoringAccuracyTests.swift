// How well passages are found in articles that were edited, measured against what became of each word.

import ArticleModel
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct AnchoringAccuracyTests {
  private func tally(
    _ edits: [EditedArticle.Edit], rarity: Int, seeds: ClosedRange<UInt64>
  ) -> AnchoringTally {
    seeds.reduce(AnchoringTally()) { sum, seed in
      var chance = Chance(seed: seed &* 1000)
      var trial = AnchoringTrial(paragraphs: 25, marks: 60, using: &chance)
      return sum + trial.tally(after: edits, rarity: rarity, using: &chance)
    }
  }

  private static let isLong = getenv("GALLEY_LONG_TESTS") != nil

  /// How many of the surviving passages have to be found after an edit. Where a word beside them in their
  /// own sentence was changed, they may be the like of it in another sentence, or say something else now,
  /// and the reader is asked.
  private func least(after edits: [EditedArticle.Edit]) -> Double {
    switch edits {
    case [.normaliseTypography], [.correctionNotice]: 1
    case [.moveSentences]: 0.999
    case [.replaceWords], [.deleteWords]: 0.85
    default: 0.9
    }
  }

  @Test("Nearly all surviving passages are found, and at most 1 in 2,000 is taken to a wrong place")
  func edits() {
    let seeds: ClosedRange<UInt64> = Self.isLong ? 1...100 : 1...6
    var all = AnchoringTally()
    let several: [EditedArticle.Edit] = [
      .correctionNotice, .moveSentences, .replaceWords, .insertWords, .normaliseTypography,
    ]
    for edits in EditedArticle.Edit.allCases.map({ [$0] }) + [several] {
      let tally = tally(edits, rarity: edits.count == 1 ? 3 : 6, seeds: seeds)
      print("anchoring after \(edits.map { "\($0)" }.joined(separator: ", ")): \(tally)")
      #expect(
        Double(tally.right) >= least(after: edits) * Double(tally.surviving), "\(edits): \(tally)")
      all = all + tally
    }
    print("anchoring, all edits: \(all)")
    #expect(Double(all.right) >= 0.94 * Double(all.surviving), "\(all)")
    #expect(all.wrong * 2000 <= all.all, "\(all)")
  }

  @Test("Passages of an article that says other things altogether are orphans")
  func anotherArticle() {
    var chance = Chance(seed: 77)
    let one = EditedArticle(paragraphs: 10, using: &chance).rendered()
    let article = Article(one.text)
    let other = Article("Nothing of it is here. " + String(repeating: "Lorem ipsum. ", count: 200))
    for place in one.places.values.filter({ $0.count > 5 }).prefix(50) {
      let passage = Passage(of: TextSpan(place), in: article)
      #expect(Anchoring.resolve(passage, in: other) == .orphan)
    }
  }
}
