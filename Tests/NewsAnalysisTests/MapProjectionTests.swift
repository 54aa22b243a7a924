// What a map shows, in the terminal and on a page.

import NewsAnalysis
import Testing

@Suite struct MapProjectionTests {
  @Test("Neighbours on either side of the 180th meridian lie side by side")
  func dateLine() {
    let fiji = Place.Coordinate(latitude: -17.7, longitude: 178.1)
    let samoa = Place.Coordinate(latitude: -13.8, longitude: -172.1)
    let map = MapProjection(showing: [fiji, samoa], dotsAcross: 720, dotsDown: 380)
    let (west, east) = (map.dot(of: fiji), map.dot(of: samoa))
    #expect(0 < west.x && west.x < east.x && east.x < 720)
    #expect(abs((east.x - west.x) * map.degreesPerDot) < 10)
  }
}
