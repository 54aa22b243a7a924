// Choosing a place: what tells those of the same name apart, which one it is now, and a place that was taken for a
// speaker.

import ArticleModel
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct PlaceChoiceTests {
  /// The harbour article with its places where the gazetteer has them.
  private func analysis() throws -> Analysis {
    var analysis = Analysis.harbour(.harbour)
    for number in analysis.places.indices {
      let name = analysis.places[number].name
      let place = try #require(
        PlaceChoice.choices(for: name).first { $0.place.country == "DE" }?.place)
      analysis.places[number].coordinate = place.coordinate
    }
    return analysis
  }

  @Test("Places of the same name are told apart by their state, and no two have the same label")
  func labels() throws {
    for name in ["Springfield", "Birmingham", "Georgia", "Frankfurt"] {
      let choices = PlaceChoice.choices(for: name)
      let labels = PlaceLabels(choices, known: try analysis().places).all
      #expect(choices.count > 1 && Set(labels).count == labels.count, "\(name): \(labels)")
    }
    let springfields = PlaceLabels(PlaceChoice.choices(for: "Springfield"), known: []).all
    #expect(springfields.contains { $0.contains("Illinois, US") })
    #expect(springfields.contains { $0.contains("Massachusetts, US") })
  }

  @Test("Where no state is known, a place of the article says how far away a town is")
  func distances() throws {
    let labels = PlaceLabels(PlaceChoice.choices(for: "Schwerin"), known: try analysis().places).all
    let near = try #require(labels.first { $0.contains(" of Lübeck") || $0.contains(" of Trave") })
    #expect(near.contains(" km ") && near.contains("DE"))
    let berlin = Place.Coordinate(latitude: 52.5, longitude: 13.4)
    let hamburg = Place.Coordinate(latitude: 53.55, longitude: 10)
    let bearing = PlaceBearing(of: hamburg, from: berlin)
    #expect(bearing.direction == "NW" && abs(bearing.kilometres - 255) < 10)
    let east = PlaceBearing(
      of: .init(latitude: 0, longitude: -179), from: .init(latitude: 0, longitude: 179))
    #expect(east.direction == "E")
  }

  @Test("The place that a name is taken for now has a dot", arguments: [80, 140])
  func current(columns: Int) throws {
    var sitting = Sitting(
      analysis: try analysis(), columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("]lgc")
    let lines = sitting.frame.lines.filter { $0.contains(" · DE") || $0.contains(", US") }
    #expect(lines.count { $0.contains("•") } == 1)
  }

  @Test(
    "A town that was taken for a speaker becomes a place with its words, in one step",
    arguments: [80, 140])
  func speaker(columns: Int) throws {
    var analysis = try analysis()
    analysis.speakers[1].name = "Travemünde"
    analysis.speakers[1].mentions = [analysis.locations[1].span]
    var sitting = Sitting(
      analysis: analysis, columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("g3jgc")
    #expect(sitting.screen.contains("a place …"))
    sitting.press("l")
    #expect(sitting.screen.contains("which place is “Travemünde”"))
    sitting.press("1")
    #expect(sitting.annotations.compactMap { $0.correction?.finding } == [.speaker, .location])
    #expect(sitting.state.analysis?.speakers.contains { $0.name == "Travemünde" } == false)
    #expect(sitting.state.analysis?.places.contains { $0.name == "Travemünde" } == true)
    sitting.press("u")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.analysis?.speakers.contains { $0.name == "Travemünde" } == true)
  }
}
