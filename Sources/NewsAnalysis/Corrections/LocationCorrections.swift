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
    case .corrected:
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
  func write(to analysis: inout Analysis) -> [AnnotationID?] {
    let kept = entries.filter { !$0.isRejected }.sorted { $0.mention.span < $1.mention.span }
    var numbers: [Int: Int] = [:]
    analysis.places = []
    analysis.locations = []
    let named = Set(kept.map(\.mention.place))
    for index in places.indices where named.contains(index) {
      numbers[index] = analysis.places.count
      analysis.places.append(places[index])
      analysis.places[analysis.places.count - 1].mentions = []
    }
    for entry in kept {
      guard let number = numbers[entry.mention.place] else { continue }
      var mention = entry.mention
      mention.place = number
      analysis.places[number].mentions.append(analysis.locations.count)
      analysis.locations.append(mention)
    }
    return kept.map(\.correction)
  }
}
