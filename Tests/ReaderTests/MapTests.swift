// The map of the places: what part of the world it shows, what stands on it, and its keys.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Screen
import Testing

@Suite struct MapTests {
  private let tokyo = Place.Coordinate(latitude: 35.7, longitude: 139.7)
  private let suva = Place.Coordinate(latitude: -18.1, longitude: 178.4)
  private let apia = Place.Coordinate(latitude: -13.8, longitude: -171.8)
  private let berlin = Place.Coordinate(latitude: 52.5, longitude: 13.4)

  private func drawn(_ map: PlaceMap, columns: Int = 80, rows: Int = 24) -> Frame {
    var frame = Frame(size: Size(rows: Row(rows), columns: Column(columns)))
    map.draw(into: &frame, area: frame.area, theme: .terminal)
    return frame
  }

  private func dots(_ frame: Frame) -> Int {
    frame.lines.joined().unicodeScalars.count { (0x2801...0x28FF).contains($0.value) }
  }

  @Test("A map shows coast, and its places with their names")
  func places() {
    let frame = drawn(
      PlaceMap(pins: [
        MapPin(name: "Tokyo", coordinate: tokyo),
        MapPin(name: "Berlin", coordinate: berlin, isSelected: true),
      ]))
    let text = frame.lines.joined(separator: "\n")
    #expect(text.contains("Tokyo"))
    #expect(text.contains("◉ Berlin"))
    #expect(dots(frame) > 200)
    #expect(frame.cursor != nil)
  }

  @Test("Places on both sides of the antimeridian stand side by side")
  func antimeridian() throws {
    let frame = drawn(
      PlaceMap(pins: [
        MapPin(name: "Suva", coordinate: suva), MapPin(name: "Apia", coordinate: apia),
      ]))
    let columns = frame.lines.compactMap { line in
      line.firstIndex(of: "•").map { line.distance(from: line.startIndex, to: $0) }
    }
    try #require(columns.count == 2)
    #expect(abs(columns[0] - columns[1]) < 60)
    #expect(columns.min() != columns.max())
  }

  @Test("Names leave each other room, and the most mentioned come first")
  func crowded() {
    let pins = (1...40).map { number in
      MapPin(
        name: "Village \(number)",
        coordinate: .init(latitude: 50 + Double(number) / 100, longitude: 10), mentions: number)
    }
    let text = drawn(PlaceMap(pins: pins), columns: 40, rows: 10).lines.joined(separator: "\n")
    #expect(text.contains("Village 40"))
    #expect(!text.contains("Village 40Village"))
    #expect(text.ranges(of: "Village").count < 40)
  }

  @Test("Borders are drawn on demand only")
  func borders() {
    var map = PlaceMap(pins: [MapPin(name: "Berlin", coordinate: berlin)])
    let without = dots(drawn(map))
    map.showsBorders = true
    #expect(dots(drawn(map)) > without + 20)
  }

  @Test(
    "Every size and zoom draws", arguments: [(1, 1), (20, 3), (80, 24), (300, 90)],
    [-8, 0, 3, 8])
  func sizes(size: (Int, Int), zoom: Int) {
    var map = PlaceMap(pins: [MapPin(name: "Tokyo", coordinate: tokyo, isSelected: true)])
    map.zoom = zoom
    let frame = drawn(map, columns: size.0, rows: size.1)
    #expect(frame.lines.joined().contains("◉"))
  }

  // MARK: In the reader

  private static let voyage = Article(
    "From Tokyo the ship went to Berlin.\n", name: "voyage.txt")

  private func voyage(columns: Int = 80, rows: Int = 24) -> Sitting {
    let text = Self.voyage.text
    var analysis = Analysis(extent: text.span)
    analysis.sentences = [text.trimmed(text.span)]
    analysis.places = [
      Place(name: "Tokyo", country: "JP", coordinate: tokyo),
      Place(name: "Berlin", country: "DE", coordinate: berlin, note: "capital of Germany"),
      Place(name: "the West"),
    ]
    analysis.places[0].mentions = [0]
    analysis.places[1].mentions = [1]
    analysis.locations = [
      LocationMention(span: TextSpan(5..<10), place: 0, confidence: 0.9),
      LocationMention(span: TextSpan(28..<34), place: 1, confidence: 0.9),
    ]
    return Sitting(Self.voyage, analysis: analysis, columns: columns, rows: rows)
  }

  @Test("gm opens the map, j goes on, Enter goes to the place in the text")
  func keys() {
    var sitting = voyage()
    sitting.press("gm")
    #expect(sitting.screen.contains("▸ Tokyo  JP · once"))
    #expect(sitting.screen.contains("not on the map: the West"))
    sitting.press("j")
    #expect(sitting.screen.contains("▸ Berlin  DE · once · capital of Germany"))
    sitting.press("j")
    #expect(sitting.screen.contains("▸ Tokyo"))
    sitting.press("k<Enter>")
    #expect(sitting.wordAtCaret == "Berlin.")
    #expect(!sitting.screen.contains("PLACES"))
  }

  @Test("On the map + and - zoom, b shows borders, 0 shows all, q closes")
  func zoom() {
    var sitting = voyage()
    sitting.press("gm")
    let all = sitting.frame
    sitting.press("3+")
    let near = sitting.frame
    #expect(near != all)
    sitting.press("-")
    #expect(sitting.frame != near)
    sitting.press("0")
    #expect(sitting.frame == all)
    sitting.press("b")
    #expect(sitting.screen.contains("disputed ones dashed"))
    sitting.press("q")
    #expect(sitting.screen.contains("From Tokyo"))
    #expect(sitting.effects.isEmpty)
  }

  @Test("The map fits the smallest screen, and an article without places says so")
  func small() {
    var sitting = voyage(columns: 20, rows: 5)
    sitting.press("gm")
    #expect(sitting.screen.contains("▸ Tokyo"))
    var empty = Sitting(Article("Nothing.\n", name: "n.txt"), columns: 60, rows: 18)
    empty.press("gm")
    #expect(empty.screen.contains("This article names no places."))
    empty.press("jjk+<Enter>")
    #expect(empty.wordAtCaret == "Nothing.")
  }

  @Test("The map as it looks")
  func screen() {
    var sitting = voyage(columns: 80, rows: 24)
    sitting.press("gmb")
    expectScreen(sitting.frame, matches: "map")
  }
}
