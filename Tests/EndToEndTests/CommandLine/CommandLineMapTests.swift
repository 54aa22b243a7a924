// `galley map` without a terminal.

import FoundationEssentials
import TestSupport
import Testing

@Suite struct CommandLineMapTests {
  private struct Collection: Decodable {
    struct Feature: Decodable {
      struct Geometry: Decodable {
        var type: String
        var coordinates: [Double]
      }
      struct Properties: Decodable {
        var name: String
        var country: String?
        var mentions: Int
      }
      var geometry: Geometry?
      var properties: Properties
    }
    var type: String
    var features: [Feature]
  }

  @Test("Places are printed as GeoJSON, longitude first; regions have no point")
  func geoJSON() throws {
    var galley = Program(path: Program.galley)
    galley.arguments = ["map", "--json", "-"]
    galley.input = "The ferry sails from Lima to Oslo. Oslo is cold, said the West.\n"
    let outcome = try galley.run()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let places = try JSONDecoder().decode(Collection.self, from: Data(outcome.output.utf8))
    #expect(places.type == "FeatureCollection")
    let oslo = try #require(places.features.first { $0.properties.name == "Oslo" })
    #expect(oslo.properties.country == "NO" && oslo.properties.mentions == 2)
    let point = try #require(oslo.geometry)
    #expect(point.type == "Point" && point.coordinates.count == 2)
    #expect((10...11.5).contains(point.coordinates[0]) && (59...61).contains(point.coordinates[1]))
  }
}
