// The pane of the places, the most mentioned first.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension Pane {
  /// The places.
  package static let locations = Pane(LocationsPane.self)
}

struct LocationsPane: PaneDescription {
  let name = "locations"
  let title = "LOCATIONS"
  let focusAction: Action? = .focusLocations
  let findingKind: Correction.Finding? = .place
  let hints: [(Action, String)] = [(.correctFinding, "correct"), (.mark, "mark")]
  let facts: (any PaneFacts.Type)? = Facts.self

  let sortings: [PaneSorting] = [
    .own("mentions"),
    PaneSorting("name") { $1.place(rank: $0)?.name.lowercased() ?? "" },
    PaneSorting("country") { country(of: $0, in: $1) },
    PaneSorting("first mention") { $1.place(rank: $0)?.mentions.first ?? 0 },
  ]
  let grouping = PaneGrouping("country") { country(of: $0, in: $1) }

  private static func country(of entry: Int, in state: ReaderState) -> String {
    state.place(rank: entry)?.country ?? "no country"
  }

  /// What the mentions of the places say of them.
  struct Facts: PaneFacts {
    /// What is to be said of one place.
    struct Fact: Sendable {
      /// Whether its name stands for those who act there, once at least.
      var isMetonym = false
      /// Whether no mention is sure.
      var isUncertain = false
      /// What is to be known of it.
      var note: String?
    }

    /// Element i: of place i of the analysis.
    let places: [Fact]

    init(_ analysis: Analysis) {
      places = analysis.places.map { place in
        let mentions = analysis.mentions(of: place)
        return Fact(
          isMetonym: mentions.contains(where: \.isMetonym),
          isUncertain: !mentions.isEmpty && mentions.allSatisfy { $0.confidence < 0.5 },
          note: place.note ?? mentions.lazy.compactMap(\.note).first)
      }
    }
  }

  func count(in state: ReaderState) -> Int { state.findings?.placeOrder.count ?? 0 }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let place = state.place(rank: entry) else { return "" }
    let notes = state.analysis?.mentions(of: place).compactMap(\.note) ?? []
    return ([place.name, place.country, place.note].compactMap { $0 } + notes)
      .joined(separator: " ")
  }

  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    state.place(rank: entry)?.mentions.first.flatMap { state.analysis?.locations[$0].span.start }
  }

  func entryAtCaret(in state: ReaderState) -> Int? {
    let place = state.locationAtCaret.flatMap { state.analysis?.locations[$0].place }
    return place.flatMap { state.findings?.placeRank[$0] }
  }

  func member(of entry: Int, in state: ReaderState) -> CastMember? {
    guard let findings = state.findings, findings.placeOrder.indices.contains(entry) else {
      return nil
    }
    return state.member(ofPlace: findings.placeOrder[entry])
  }

  func sign(of entry: Int, in state: ReaderState) -> Sign? {
    let fact = state.fact(ofPlaceAt: entry)
    if fact?.isUncertain == true { return .unsure }
    return fact?.isMetonym == true ? .metonym : nil
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let number = count(in: state)
    return PaneContent(
      summary: PaneContent.number(number), count: number,
      entry: { rank in
        guard let place = state.place(rank: rank) else { return PaneEntry(left: []) }
        return entry(place, state.fact(ofPlaceAt: rank) ?? Facts.Fact())
      }, legend: state.hasMetonyms ? "≈ those who act there" : "",
      whenEmpty: state.whenNothing("places found"))
  }

  private func entry(_ place: Place, _ fact: Facts.Fact) -> PaneEntry {
    let signs = (fact.isUncertain ? "?" : "") + (fact.isMetonym ? " ≈" : "")
    let mentions = String(place.mentions.count)
    let padding = String(repeating: " ", count: max(4 - mentions.count, 1))
    return PaneEntry(
      left: [Segment(place.name + signs)],
      right: [
        Segment(place.country ?? "  ", .paneDetail), Segment(padding + mentions, .paneText),
      ],
      details: fact.note.map { [$0] } ?? [])
  }
}

extension ReaderState {
  /// The place at a rank of the pane.
  func place(rank: Int) -> Place? {
    guard let findings, findings.placeOrder.indices.contains(rank) else { return nil }
    return findings.analysis.places[findings.placeOrder[rank]]
  }

  /// Whether the name of a place stands for those who act there.
  fileprivate var hasMetonyms: Bool {
    findings?.facts(LocationsPane.Facts.self)?.places.contains(where: \.isMetonym) ?? false
  }

  /// What the mentions of the place at a rank say of it.
  func fact(ofPlaceAt rank: Int) -> LocationsPane.Facts.Fact? {
    guard let findings, findings.placeOrder.indices.contains(rank) else { return nil }
    return findings.facts(LocationsPane.Facts.self)?.places[findings.placeOrder[rank]]
  }
}

extension Analysis {
  /// The mentions of a place.
  fileprivate func mentions(of place: Place) -> [LocationMention] {
    place.mentions.filter(locations.indices.contains).map { locations[$0] }
  }
}
