// The notation of Gold/Passages: what it can say, and what it refuses.

import ArticleModel
import Testing

@testable import score_passages

@Suite struct PassageNotationTests {
  private static let header = """
    kind: local council
    language: en
    split: held-back
    person vogt: Ines Vogt; Vogt
    unnamed skipper: one skipper


    """

  private func passage(_ text: String) throws -> MarkedPassage {
    try PassageNotation.passage(named: "a", in: Self.header + text)
  }

  /// The words of a span.
  private func words(_ span: TextSpan, of passage: MarkedPassage) -> String {
    String(decoding: Array(passage.text.utf8)[span.range], as: UTF8.self)
  }

  @Test("The header gives kind, language, split and entities")
  func header() throws {
    let passage = try passage("Nothing.")
    #expect(passage.kind == "local council" && passage.language == "en" && passage.isHeldBack)
    #expect(
      passage.entities == [
        .init(kind: .person, id: "vogt", names: ["Ines Vogt", "Vogt"]),
        .init(kind: .unnamed, id: "skipper", names: ["one skipper"]),
      ])
    #expect(passage.text == "Nothing.")
  }

  @Test("A quotation has several parts, holds names, and stands around other quotations")
  func nesting() throws {
    let passage = try passage(
      """
      ⟦q1 vogt direct: “⟦source skipper: A skipper⟧ says ⟦q2 skipper indirect: no: never⟧,”⟧ said \
      ⟦person vogt: Vogt⟧. ⟦q1: “In ⟦place DE: Köln⟧.”⟧
      """)
    #expect(passage.text == "“A skipper says no: never,” said Vogt. “In Köln.”")
    #expect(passage.quotations.map(\.id) == ["q1", "q2"])
    #expect(
      passage.quotations[0].spans.map { words($0, of: passage) } == [
        "“A skipper says no: never,”", "“In Köln.”",
      ])
    #expect(passage.quotations[1].spans.map { words($0, of: passage) } == ["no: never"])
    #expect(passage.quotations.map(\.form) == [.direct, .indirect])
    #expect(passage.mentions.map(\.isName) == [false, true])
    #expect(words(passage.places[0].span, of: passage) == "Köln")
  }

  @Test(
    "The code of a place says its country, and whether it may be left out",
    arguments: [
      ("DE", "DE", false), ("DE?", "DE", true), ("?", nil, true), ("-", "-", false),
    ])
  func places(code: String, country: String?, isOptional: Bool) throws {
    let place = try #require(try passage("⟦place \(code): Bremen⟧").places.first)
    #expect(place.country == country && place.isOptional == isOptional)
  }

  @Test("Several speakers may be right, or nobody")
  func speakers() throws {
    let passage = try passage("⟦q1 vogt/skipper mixed: a⟧ ⟦q2 nobody optional: b⟧")
    #expect(passage.quotations.map(\.speakers) == [["vogt", "skipper"], ["nobody"]])
  }

  @Test(
    "A mark that is wrong is refused",
    arguments: [
      "⟦q1 vogt direct: a", "a⟧", "⟦q1 vogt loud: a⟧", "⟦q1 weber direct: a⟧", "⟦q1: a⟧",
      "⟦person weber: Weber⟧", "⟦place:DE Bremen⟧", "⟦q1 vogt direct “a”⟧",
      "⟦q1 vogt direct: a⟧ ⟦q1 vogt direct: b⟧", "⟦bird vogt: a⟧", "⟦q1 vogt direct very: a⟧",
    ])
  func faults(text: String) {
    #expect(throws: PassageNotation.Fault.self) { try passage(text) }
  }

  @Test(
    "A header that lacks something, or says what nobody knows, is refused",
    arguments: [
      "kind: a\nlanguage: en", "kind: a\n\ntext", "language: en\n\ntext",
      "kind: a\nlanguage: en\nsplit: half\n\ntext", "kind: a\nlanguage: en\nship vogt: b\n\ntext",
      "kind: a\nlanguage: en\nperson vogt: b\nperson vogt: c\n\ntext",
      "kind: a\nlanguage: en\ncolour\n\ntext",
    ])
  func faultyHeaders(source: String) {
    #expect(throws: PassageNotation.Fault.self) {
      try PassageNotation.passage(named: "a", in: source)
    }
  }
}
