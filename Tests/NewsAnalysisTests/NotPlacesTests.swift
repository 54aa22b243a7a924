// Teams, airports and abbreviations that look like places or persons.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("What is not a place, and what is not a person")
struct NotPlacesTests {
  private func names(in text: String) -> (places: [String], persons: [String]) {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    return (
      analysis.locations.map { article.text.string(in: $0.span) },
      analysis.persons.map { article.text.string(in: $0.span) }
    )
  }

  @Test("Teams that beat each other are no places, but where they play is one")
  func teams() {
    for verb in ["beat", "defeated", "edged", "topped"] {
      for score in ["71-66", "3-2", "24–17"] {
        for (home, guest) in [
          ("Georgetown", "Villanova"), ("Leeds", "Bristol"), ("Toledo", "Lima"),
        ] {
          let text = "\(home) \(verb) \(guest) \(score) on Saturday night in Houston."
          #expect(names(in: text).places == ["Houston"], "\(text)")
        }
      }
    }
    #expect(names(in: "The storm hit Houston on Monday.").places == ["Houston"])
  }

  @Test("An airport or stadium named after somebody is no person")
  func facilities() {
    for name in ["Bush Intercontinental", "John F. Kennedy International", "Charles Lindbergh"] {
      for head in ["Airport", "Stadium"] {
        let text = "The crowd left \(name) \(head) in Houston after midnight."
        #expect(names(in: text).persons.isEmpty, "\(text)")
      }
    }
  }

  @Test("Abbreviations of states are states, whatever their blanks and capitals")
  func abbreviations() {
    for state in ["N. Y.", "N.Y.", "N. J.", "N.C.", "Mo.", "MO."] {
      let text = "The firm has offices in Springfield, \(state), and in Berlin."
      let found = names(in: text)
      #expect(found.persons.isEmpty, "\(text)")
      #expect(found.places.contains(state), "\(text)")
    }
  }
}
