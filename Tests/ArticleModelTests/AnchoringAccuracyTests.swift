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

  /// How many of the surviving passages have to be found after an edit: a few less than of all where every
  /// second word around them was replaced, and where few are tried.
  private func least(after edits: [EditedArticle.Edit]) -> Double {
    Self.isLong ? (edits == [.rewriteParagraphs] ? 0.975 : 0.98) : 0.96
  }

  @Test("At least 98 in 100 surviving passages are found, and at most 1 in 1,000 at a wrong place")
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
    #expect(Double(all.right) >= 0.98 * Double(all.surviving), "\(all)")
    #expect(all.wrong * 1000 <= all.all, "\(all)")
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
