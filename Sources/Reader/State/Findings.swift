// What the analysis found, prepared for the screen: what lies where, and in which order panes list it.

import ArticleModel
import Corpus
import NewsAnalysis

/// An analysis with the orders and places that views ask for. Made beside the reading when it is large.
package struct Findings: Sendable {
  /// What was found.
  package let analysis: Analysis
  /// Whether the article is being read once more with more care, so that claims, claimants and speakers may
  /// change by themselves.
  package var awaitsCare = false
  /// Speakers in the order of the pane: the most quoted first, then those only named.
  package let speakerOrder: [Int]
  /// Places in the order of the pane: the most mentioned first.
  package let placeOrder: [Int]

  /// Element i: the place of speaker i in `speakerOrder`.
  let speakerRank: [Int]
  /// Element i: the place of place i in `placeOrder`.
  let placeRank: [Int]
  let quotations: SpanIndex
  let locations: SpanIndex
  let persons: SpanIndex
  /// Mentions of speakers; the value is the speaker.
  let mentions: SpanIndex
  /// Whose words passages are in.
  let voices: Voices
  /// The claims as lists of them begin, before anything is marked.
  let foundClaims: FoundClaims
  /// What the panes have worked out, by type.
  private let facts: [ObjectIdentifier: any PaneFacts]

  /// Prepares an analysis; takes time in proportion to what was found.
  package init(_ analysis: Analysis) {
    self.analysis = analysis
    speakerOrder = Self.order(of: analysis.speakers)
    placeOrder = Self.order(of: analysis.places)
    speakerRank = Self.ranks(of: speakerOrder)
    placeRank = Self.ranks(of: placeOrder)
    quotations = SpanIndex(analysis.quotations.map(\.extent))
    locations = SpanIndex(analysis.locations.map(\.span))
    persons = SpanIndex(analysis.persons.map(\.span))
    mentions = SpanIndex(
      analysis.speakers.enumerated().flatMap { number, speaker in
        speaker.mentions.map { ($0, number) }
      })
    voices = Voices(analysis)
    foundClaims = FoundClaims(analysis, voices: voices)
    let types = Pane.all.compactMap(\.description.facts)
    facts = Dictionary(
      uniqueKeysWithValues: types.map { (ObjectIdentifier($0), $0.init(analysis)) })
  }

  /// What a pane has worked out; nil when no pane of the table asks for it.
  func facts<Facts: PaneFacts>(_ type: Facts.Type) -> Facts? {
    facts[ObjectIdentifier(type)] as? Facts
  }

  /// The sentences without anything that was found in them: keys need to know where sentences end.
  var sentencesAlone: Findings {
    var sentences = Analysis(extent: analysis.extent)
    sentences.sentences = analysis.sentences
    return Findings(sentences)
  }

  private static func order(of speakers: [Speaker]) -> [Int] {
    speakers.indices.sorted {
      let (a, b) = (speakers[$0], speakers[$1])
      if a.quotedWords != b.quotedWords { return a.quotedWords > b.quotedWords }
      if a.quotations.isEmpty != b.quotations.isEmpty { return b.quotations.isEmpty }
      return $0 < $1
    }
  }

  private static func order(of places: [Place]) -> [Int] {
    places.indices.sorted {
      let (a, b) = (places[$0].mentions.count, places[$1].mentions.count)
      return a == b ? $0 < $1 : a > b
    }
  }

  private static func ranks(of order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }
}
