// Locations and persons in marked text: L a location, P a person.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("Locations and persons")
struct PlacesTests {
  /// The words that the analysis takes for locations and for persons.
  private func names(_ marked: MarkedText) -> (locations: [String], persons: [String]) {
    let analysis = NewsAnalyzer().analyze(marked.article)
    return (
      analysis.locations.map { marked.string($0.span) },
      analysis.persons.map { marked.string($0.span) }
    )
  }

  private func expectAllFound(_ text: String) {
    let marked = MarkedText(text)
    let found = names(marked)
    #expect(found.locations == marked.words("L"))
    #expect(found.persons == marked.words("P"))
  }

  @Test("The example article's places and persons are all found, and nothing beside them")
  func exampleArticle() {
    expectAllFound(
      """
      ⟦P:Putin⟧ ready for peace negotiations – but ⟦P:Zelenskyy⟧ hesitates

      The ⟦L:Ukraine⟧ conflict could escalate further, according to the ⟦L:Kremlin⟧. Russian Defense Minister ⟦P:Sergei Shoigu⟧ accuses the ⟦L:West⟧ of steadily fanning the flames of the conflict and expressed concern during a military forum in ⟦L:China⟧ about the possibility of a direct military clash between nuclear powers with catastrophic consequences.

      However, he emphasized that certain conditions must be met to enable negotiations on ending the war in ⟦L:Ukraine⟧. ⟦P:Shoigu⟧ stressed the importance of balanced relations among all nuclear powers in the UN Security Council, as reported by the German news website Merkur. According to the Russian news agency tass.ru, he said: “If the necessary conditions are created, we are ready for political talks – both on resolving the ⟦L:Ukraine⟧ conflict and on coexistence with the ⟦L:West⟧.” The minister also criticized NATO countries for promoting an arms race in the ⟦L:Asia-Pacific⟧ region by increasing their military presence and the frequency and scope of military exercises. ⟦P:Shoigu⟧ claimed that the ⟦L:U.S.⟧ forces use information exchange with ⟦L:Tokyo⟧ and ⟦L:Seoul⟧ about missile launches to intimidate ⟦L:Russia⟧ and ⟦L:China⟧.

      ⟦P:Zelenskyy⟧ wants ⟦L:Crimea⟧ back

      Since the start of the war, efforts have been made to bring ⟦L:Russia⟧ to the negotiating table. President ⟦P:Putin⟧ has so far only expressed his willingness to negotiate and called on the ⟦L:U.S.⟧ to pressure ⟦L:Ukraine⟧ to initiate talks. The Ukrainian side has so far shown only limited interest in talks with ⟦L:Russia⟧. President ⟦P:Zelenskyy⟧ was especially willing to negotiate over the annexed ⟦L:Crimea⟧.

      However, according to security experts, ⟦P:Zelenskyy⟧ views ⟦L:Crimea⟧ as a negotiating topic only after the Russian army has left the peninsula. ⟦L:Crimea⟧, alongside ⟦L:Bakhmut⟧ and ⟦L:Avdiivka⟧, has now become one of the most fiercely contested areas in the ⟦L:Ukraine⟧ conflict. Liberating ⟦L:Crimea⟧ is seen as a primary objective of the Ukrainian counteroffensive.

      Image: Kremlin.ru, ⟦P:Vladimir Putin⟧ (2022-10-28), CC BY 4.0, via Wikimedia Commons (image size modified)
      """)
  }

  @Test(
    "Words that are also names of places count as places only where they are",
    arguments: [
      "Reading the report took her two hours in ⟦L:Reading⟧, a town in southern ⟦L:England⟧.",
      "⟦P:Paris Hilton⟧ flew to ⟦L:London⟧, where ⟦P:Jack London⟧ had once lived.",
      "The German chancellor met the Turkish president in ⟦L:Ankara⟧, and the French said no.",
      "Please write to info@kremlin.ru or visit www.paris.fr for details.",
      "Mr. ⟦P:Reading⟧ said that ⟦P:Reading⟧ would apologise.",
      "General Motors and Bank of America are hiring in ⟦L:Detroit⟧.",
      "⟦P:Osama bin Laden⟧ was killed in ⟦L:Abbottabad⟧, ⟦L:Pakistan⟧.",
      "The Washington Post reported that ⟦P:Michael Jordan⟧ had bought a house in ⟦L:Chicago⟧.",
      "Manchester United beat Chelsea in ⟦L:London⟧ on Sunday.",
      "President ⟦P:Yoon Suk-yeol⟧ flew to ⟦L:Washington⟧ with ⟦L:Israel⟧-led investors.",
    ])
  func ambiguousNames(text: String) { expectAllFound(text) }

  @Test("Nothing is found where nothing is named")
  func nothingNamed() {
    expectAllFound("the report was late again, and nobody said why. It rained.")
    expectAllFound("")
    expectAllFound("... ,,, --- 12 34 % & “” ‘’")
  }
}
