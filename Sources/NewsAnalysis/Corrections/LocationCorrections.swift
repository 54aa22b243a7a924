// Corrections of places: which one a name means, whether it is one at all.

import ArticleModel

/// The places of an analysis while corrections are applied to them.
struct LocationCorrections {
  private struct Entry {
    var mention: LocationMention
    /// The name as the article has it.
    let words: String
    var correction: AnnotationID?
    var isRejected = false
  }

  private let text: ArticleText
  private var entries: [Entry]
  private var places: [Place]
  /// The correction that each place as such has gone through.
  private var placeCorrections: [Int: AnnotationID] = [:]

  init(_ found: Analysis, text: ArticleText) {
    self.text = text
    places = found.places
    entries = found.locations.map { Entry(mention: $0, words: text.string(in: $0.span)) }
  }

  mutating func apply(_ correction: AppliedCorrection) {
    if correction.says.decision == .corrected { addIfMissed(correction) }
    guard let found = entries.first(where: { $0.mention.span.overlaps(correction.span) }) else {
      return
    }
    switch correction.says.decision {
    case .rejected:
      change(correction, where: { $0.mention.span == found.mention.span }) { $0.isRejected = true }
    case .accepted:
      change(correction, where: { $0.words == found.words }) {
        $0.mention.confidence = 1
        $0.isRejected = false
      }
    case .corrected, .renamed, .merged, .split:
      let place = correction.says.place.map { index(of: $0) }
      change(correction, where: { $0.words == found.words }) {
        if let place { $0.mention.place = place }
        $0.mention.confidence = 1
        $0.isRejected = false
      }
      if let part = correction.parts.first {
        change(correction, where: { $0.mention.span == found.mention.span }) {
          $0.mention.span = part
        }
      }
    }
  }

  /// What holds for a name holds wherever the article uses it, but a rejection counts at its place alone.
  private mutating func change(
    _ correction: AppliedCorrection, where applies: (Entry) -> Bool, _ body: (inout Entry) -> Void
  ) {
    for index in entries.indices where applies(entries[index]) {
      body(&entries[index])
      entries[index].correction = correction.id
    }
  }

  private mutating func addIfMissed(_ correction: AppliedCorrection) {
    guard let place = correction.says.place,
      !entries.contains(where: { $0.mention.span.overlaps(correction.span) })
    else { return }
    let mention = LocationMention(span: correction.span, place: index(of: place), confidence: 1)
    entries.append(Entry(mention: mention, words: text.string(in: correction.span)))
  }

  /// The place that a correction names, added when the article has none such.
  private mutating func index(of place: Correction.Place) -> Int {
    let known = places.firstIndex { $0.name == place.name && $0.country == place.country }
    var coordinate: Place.Coordinate?
    if let latitude = place.latitude, let longitude = place.longitude {
      coordinate = Place.Coordinate(latitude: latitude, longitude: longitude)
    }
    if let known {
      places[known].coordinate = coordinate ?? places[known].coordinate
      return known
    }
    places.append(Place(name: place.name, country: place.country, coordinate: coordinate))
    return places.count - 1
  }

  /// Puts places and mentions into an analysis, without places that nothing names any more, and returns
  /// the correction of each mention.
  func write(
    to analysis: inout Analysis
  ) -> (locations: [AnnotationID?], places: [AnnotationID?]) {
    let kept = entries.filter { !$0.isRejected }.sorted { $0.mention.span < $1.mention.span }
    var numbers: [Int: Int] = [:]
    analysis.places = []
    analysis.locations = []
    let named = Set(kept.map(\.mention.place))
    var corrections: [AnnotationID?] = []
    for index in places.indices where named.contains(index) {
      numbers[index] = analysis.places.count
      analysis.places.append(places[index])
      corrections.append(placeCorrections[index])
      analysis.places[analysis.places.count - 1].mentions = []
    }
    for entry in kept {
      guard let number = numbers[entry.mention.place] else { continue }
      var mention = entry.mention
      mention.place = number
      analysis.places[number].mentions.append(analysis.locations.count)
      analysis.locations.append(mention)
    }
    return (kept.map(\.correction), corrections)
  }
}

// MARK: Places as such

extension LocationCorrections {
  /// Applies what a desk knows of a place by its name.
  mutating func apply(_ known: Authority.Entry) {
    guard let place = living.first(where: { places[$0].name == known.says.subject }) else { return }
    apply(known.says, to: place, by: known.id)
  }

  /// Applies what a reader says of a place as such, or of mentions that belong to another one.
  mutating func applyToPlace(_ correction: AppliedCorrection) {
    let says = correction.says
    if says.decision == .split {
      let spans = [correction.span] + correction.parts
      guard let place = says.place.map({ index(of: $0) }) else { return }
      return move(to: place, by: correction.id) { entry in
        spans.contains { $0.overlaps(entry.mention.span) }
      }
    }
    let here = entries.filter { !$0.isRejected && $0.mention.span.overlaps(correction.span) }
    let exact = here.first { $0.mention.span == correction.span } ?? here.first
    let named = living.first { places[$0].name == says.subject }
    guard let place = exact?.mention.place ?? named else { return }
    apply(says, to: place, by: correction.id)
  }

  /// The places that something names.
  private var living: [Int] {
    Set(entries.filter { !$0.isRejected }.map(\.mention.place)).sorted()
  }

  private mutating func apply(_ says: Correction, to place: Int, by id: AnnotationID) {
    placeCorrections[place] = id
    switch says.decision {
    case .accepted: move(to: place, by: id) { $0.mention.place == place }
    case .rejected:
      for index in entries.indices where entries[index].mention.place == place {
        (entries[index].isRejected, entries[index].correction) = (true, id)
      }
    case .renamed, .merged:
      guard let name = says.name else { return }
      let other = living.first { $0 != place && places[$0].name == name }
      if let other {
        placeCorrections[other] = id
        move(to: other, by: id) { $0.mention.place == place }
      } else {
        places[place].name = name
        move(to: place, by: id) { $0.mention.place == place }
      }
    case .corrected:
      guard let right = says.place else { return }
      let other = index(of: right)
      placeCorrections[other] = id
      move(to: other, by: id) { $0.mention.place == place }
    case .split: break
    }
  }

  /// Mentions that a reader has spoken of are certain.
  private mutating func move(
    to place: Int, by id: AnnotationID, where belongs: (Entry) -> Bool
  ) {
    for index in entries.indices where belongs(entries[index]) {
      entries[index].mention.place = place
      entries[index].mention.confidence = 1
      entries[index].correction = id
    }
  }
}
