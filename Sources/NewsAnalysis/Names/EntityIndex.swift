// The named persons and places of an article, gathered passage by passage.

import ArticleModel

/// What the names of an article stand for.
struct EntityIndex {
  private var places: PlaceFinder
  private var persons: PersonIndex

  init(_ text: ArticleText, gazetteer: Gazetteer) {
    places = PlaceFinder(text, gazetteer: gazetteer)
    persons = PersonIndex(text)
  }

  /// Takes the names of a passage.
  mutating func add(
    _ names: [NameMention], of passage: Passage, _ words: NameVocabulary, _ types: WordTypes
  ) {
    places.add(names, of: passage, words, types)
    persons.add(names, of: passage, types)
  }

  /// Writes what was found into an analysis.
  func finish(_ analysis: inout Analysis) {
    (analysis.places, analysis.locations) = places.resolve()
    (analysis.speakers, analysis.persons) = (persons.speakers, persons.mentions)
  }
}
