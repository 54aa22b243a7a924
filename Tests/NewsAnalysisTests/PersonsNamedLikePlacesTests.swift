// Persons whose first names or surnames are those of places.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite("Persons named like places")
struct PersonsNamedLikePlacesTests {
  private static let persons = [
    "London Breed", "Kenya Hall", "India Reed", "Georgia Paxton", "Vienna Teng", "Paris Jackson",
    "Austin Reaves", "Jack London", "Irving Berlin", "Denzel Washington", "Asia Lamb", "Cuba Swift",
    "Israel Moss", "Houston Hall", "Tom Holland",
  ]

  private static let frames = [
    "Mayor N opened the bridge.", "The singer N toured in May.", "N, 43, was held by police.",
    "A woman named N, 43, died in the fire.", "N said the shelters were full.",
    "“The shelters are full,” said N.", "N, the mayor, won the vote.", "N, who lives here, won.",
    "N lost her job in May.", "She had met Mara Quill, N and Anna Weber.",
  ]

  @Test(
    "A title, an age, a verb for speaking, a pronoun tell persons from places", arguments: persons)
  func signs(person: String) {
    for frame in Self.frames {
      let text = frame.map { $0 == "N" ? person : String($0) }.joined()
      let found = names(in: text)
      #expect(found.persons.contains(person), "\(text)")
      #expect(found.places.isEmpty, "\(text)")
    }
  }

  @Test("Their surname alone means them again, but not behind “in”", arguments: persons)
  func bareSurname(person: String) throws {
    let surname = String(try #require(person.split(separator: " ").last))
    let text = "\(person) told the court so. \(surname) said it was hard."
    #expect(names(in: text).persons == [person, surname], "\(text)")
    #expect(names(in: text).places.isEmpty, "\(text)")
  }

  @Test("A place stays one beside somebody of its name")
  func placesBeside() {
    #expect(
      names(in: "Georgia Paxton said Georgia was ready, as was Tbilisi.").places
        == ["Georgia", "Tbilisi"])
    #expect(names(in: "Jack London left. He died near London.").places == ["London"])
  }

  @Test(
    "Regions, companies and streets are no persons",
    arguments: [
      "Georgia Power said prices would rise.", "China Daily said so.",
      "In London, Tom Berger left.",
      "Virginia Tech said so.", "Police at 1517 Locust Street said so.",
      "Jordan Valley farmers left.",
      "Houston Astros coach Tom Berger left.",
    ])
  func none(text: String) {
    #expect(names(in: text).persons.allSatisfy { $0 == "Tom Berger" }, "\(text)")
  }
}
