// From names of locations to places of the world: collects the names of an article segment by segment,
// then resolves them together.

import ArticleModel

/// Finds out which places an article names.
struct PlaceFinder {
  private let text: ArticleText
  private let gazetteer: Gazetteer
  private var names: [NamedPlace] = []
  private var indices: [UInt64: Int] = [:]
  private var uses: [PlaceUse] = []
  private var demonyms: [UInt8: Int] = [:]
  private let home: Home?

  init(_ article: Article, gazetteer: Gazetteer) {
    text = article.text
    home = Home(of: article.metadata, gazetteer)
    self.gazetteer = gazetteer
  }

  // MARK: Collecting

  /// Notes the locations of a segment; `mentions` are in reading order.
  mutating func add(
    _ mentions: [NameMention], of segment: Segment, _ words: NameVocabulary, _ types: WordTypes
  ) {
    countDemonyms(segment, words)
    let lookup = PlaceLookup(gazetteer: gazetteer, words: words)
    let isActing = types.language.grammar.metonymy(in: segment, words: types)
    var sentence = 0
    var previous: TokenRange?
    for mention in mentions where mention.kind == .location {
      while sentence + 1 < segment.sentences.count,
        segment.sentences[sentence].tokens.upperBound <= mention.tokens.lowerBound
      {
        sentence += 1
      }
      let (key, places) = lookup.places(for: mention.tokens, of: segment)
      let nesting = previous.map {
        PlaceNesting(
          $0, mention.tokens, mayBeListed: places.first?.mayEndList == true, segment, types)
      }
      if nesting?.order == .outward { uses[uses.count - 1].container = uses.count }
      uses.append(
        PlaceUse(
          span: segment.span(of: mention.tokens), name: index(of: key, places),
          isActing: isActing(mention.tokens, segment.sentences[sentence].tokens),
          confidence: mention.confidence))
      if nesting?.order == .inward { uses[uses.count - 1].container = uses.count - 2 }
      previous = mention.tokens
    }
  }

  private mutating func index(of key: UInt64, _ places: [GazetteerPlace]) -> Int {
    if let known = indices[key] {
      names[known].count += 1
      return known
    }
    indices[key] = names.count
    names.append(NamedPlace(key: key, candidates: places))
    return names.count - 1
  }

  /// Words such as "French" say which countries an article is about.
  private mutating func countDemonyms(_ segment: Segment, _ words: NameVocabulary) {
    for token in segment.tokens where words[token].isDemonym {
      let named = words[token].candidates.first { $0.flags.contains(.demonym) }
      guard let named else { continue }
      demonyms[gazetteer.place(named.place).country, default: 0] += 1
    }
  }

  // MARK: Resolving

  /// The places of the article, in the order of the first mention, and their mentions.
  func resolve() -> (places: [Place], locations: [LocationMention]) {
    var resolver = PlaceResolver(
      names: names, uses: uses, setting: PlaceSetting(demonyms: demonyms, home: home))
    resolver.resolve()
    var places: [Place] = []
    var locations: [LocationMention] = []
    locations.reserveCapacity(uses.count)
    var known: [Int: Int] = [:]
    for use in uses {
      let place = resolver.place(of: use)
      // Places beyond the gazetteer get keys of their own, below zero.
      let key = place?.id ?? -1 - use.name
      let index = known[key] ?? places.count
      if known[key] == nil {
        known[key] = index
        places.append(description(of: place, use, resolver))
      }
      places[index].mentions.append(locations.count)
      locations.append(mention(use, place, index: index, note: places[index].note))
    }
    return (places, locations)
  }

  private func description(
    of place: GazetteerPlace?, _ use: PlaceUse, _ resolver: PlaceResolver
  ) -> Place {
    let note = place.flatMap { gazetteer.note(of: $0.id) }
    let country = place.map(\.country) ?? resolver.likelyCountry(of: use)
    return Place(
      name: text.string(in: use.span).asSpelled, country: gazetteer.code(of: country),
      coordinate: place?.coordinate, note: note)
  }

  private func mention(
    _ use: PlaceUse, _ place: GazetteerPlace?, index: Int, note: String?
  ) -> LocationMention {
    var mention = LocationMention(
      span: use.span, place: index, note: note,
      confidence: Confidence.places(use.confidence))
    guard let place else { return mention }
    switch place.kind {
    case .seat: mention.isMetonym = true
    case .country where use.isActing:
      mention.isMetonym = true
      mention.note = "metonym: the state acts"
    case .capital where use.isActing:
      mention.isMetonym = true
      mention.note = gazetteer.adjective(of: place.country).map { "metonym: the \($0) government" }
    default: mention.isMetonym = note?.hasSuffix("metonym") ?? false
    }
    return mention
  }
}

extension GazetteerPlace {
  /// Whether it seldom says where the place before it in a list lies: "Perth, Edinburgh and Rome".
  fileprivate var mayEndList: Bool { kind == .country || isCity }
}
