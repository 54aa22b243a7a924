// Teams, airports and abbreviations that look like places or persons.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("What is not a place, and what is not a person")
struct NotPlacesTests {
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

  @Test("Teams are known by their players and by who they play against, countries stay places")
  func players() {
    for text in [
      "Leeds midfielder Tom Berger limped.", "The Dallas defence held.",
      "Derby’s goalkeeper saved the shot.", "Tom Berger scored for Toronto.",
      "Leeds 2-1 Derby: the visitors deserved more.", "Leeds lost to Derby 2–1.",
      "Leeds drew 1–1 with Derby.", "Boston won the league.",
      "The striker from Chelsea limped.",
    ] {
      #expect(names(in: text).places.isEmpty, "\(text)")
    }
    #expect(names(in: "Leeds beat Derby 2–1 in Houston.").places == ["Houston"])
    #expect(names(in: "Honduras drew 1-1 with Nicaragua.").places == ["Honduras", "Nicaragua"])
    #expect(names(in: "Police at 44-46 Derby Road found him.").places == ["Derby Road"])
  }

  @Test("An outlet named after a place is no place")
  func outlets() {
    for name in ["Moscow Times", "Jerusalem Post", "Korea Herald"] {
      #expect(names(in: "She wrote for the \(name) for years.").places.isEmpty, "\(name)")
    }
  }

  @Test("Behind “in”, a place is no person who speaks")
  func officials() {
    for place in ["Berlin", "Hanover", "Valencia"] {
      let text = "Officials in \(place) said the bridge would close. \(place) has waited for years."
      #expect(names(in: text).places.first == place)
    }
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

  @Test("A street does not lie in the town that it is called after; an airport still does")
  func streets() {
    func countries(_ text: String) -> [String: String?] {
      let places = NewsAnalyzer().analyze(Article(text)).places
      return Dictionary(places.map { ($0.name, $0.coordinate == nil ? nil : $0.country) }) { a, _ in
        a
      }
    }
    for street in ["Mill Lane", "Derby Road", "Toledo Street"] {
      let found = countries("Two workers were injured in \(street) on Monday, police said.")
      #expect(found[street, default: nil] == nil, "\(found)")
    }
    #expect(countries("The plane landed at Houston Airport on Monday.").values.contains("US"))
  }
}
