// `galley map`: where the article happens, drawn in braille.

import ArgumentParser
import ArticleModel
import Interface
import NewsAnalysis
import Reader
import Screen

/// Prints a map with the places of an article.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Print a map of the places in an article.",
    discussion: """
      Example: galley map article.txt
      Example: galley map --json article.txt > places.geojson
      Example: galley map --width 60 --height 20 --place Crimea --zoom 2 \\
          --borders article.txt

      The map shows the part of the world where the places are; it needs no terminal. Borders \
      are those in effect on the ground, after Natural Earth; disputed ones are dashed. In the \
      reader, gm opens the map.
      """)

  @Option(help: "How many columns wide.")
  var width = 100

  @Option(help: "How many lines high.")
  var height = 32

  @Option(help: "A place to highlight, and to centre on with --zoom.")
  var place: String?

  @Option(help: "Zoom steps, 0 to 8.")
  var zoom = 0

  @Flag(help: "Draw borders.")
  var borders = false

  @Flag(help: "Print the places as GeoJSON instead of the map.")
  var json = false

  @OptionGroup var corrections: CorrectionOptions

  @Argument(help: "The article; - is standard input.", completion: .file())
  var file: String

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    guard (8...1000).contains(width), (4...1000).contains(height) else {
      throw ValidationError("--width must be from 8 to 1000, --height from 4 to 1000")
    }
    guard (0...8).contains(zoom) else { throw ValidationError("--zoom must be from 0 to 8") }
  }

  func run() throws {
    let findings = Findings(
      try corrections.analysis(
        of: Documents.article(file, source.access), by: EngineName.fast.analyzer))
    if json { return try Output.printJSON(findings.analysis.placesAsGeoJSON) }
    var map = PlaceMap(pins: findings.pins(selected: try rank(in: findings)))
    map.zoom = zoom
    map.showsBorders = borders
    var frame = Frame(size: Size(rows: Row(height), columns: Column(width)))
    map.draw(into: &frame, area: frame.area, theme: .terminal)
    try Output.print(frame.lines.joined(separator: "\n"))
    let places = findings.analysis.places
    if places.isEmpty { Output.complain("\(file) names no place that Galley knows") }
    let unplaced = places.filter { $0.coordinate == nil }.map(\.name)
    if !unplaced.isEmpty {
      try Output.print("Not on the map: \(unplaced.joined(separator: ", "))")
    }
  }

  /// The rank of the place that was asked for.
  private func rank(in findings: Findings) throws -> Int? {
    guard let place else { return nil }
    let wanted = place.lowercased()
    let names = findings.placeOrder.map { findings.analysis.places[$0].name.lowercased() }
    guard
      let rank = names.firstIndex(of: wanted) ?? names.firstIndex(where: { $0.contains(wanted) })
    else { throw CommandFailure("\(file) names no place “\(place)”; galley analyze lists them") }
    return rank
  }
}
