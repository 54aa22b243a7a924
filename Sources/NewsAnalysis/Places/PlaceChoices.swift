// Which places a name may mean, for a reader who knows better than the program.

import ArticleModel

/// A place that a name may mean.
package struct PlaceChoice: Hashable, Sendable {
  /// The place, under the name that was asked for.
  package let place: Place
  /// What it is: "city", "capital", "country", "division" …
  package let kind: String
}

extension PlaceChoice {
  /// The places that the gazetteer has under a name, the most important first; none when it does not know
  /// the name.
  package static func choices(for name: String) -> [PlaceChoice] {
    let gazetteer = Gazetteer.embedded
    return gazetteer.candidates(for: NameHash(name).value).compactMap { candidate in
      if candidate.flags.contains(.demonym) { return nil }
      let found = gazetteer.place(candidate.place)
      return PlaceChoice(
        place: Place(
          name: name, country: gazetteer.code(of: found.country), coordinate: found.coordinate,
          note: gazetteer.note(of: found.id)),
        kind: "\(found.kind)")
    }
  }
}
