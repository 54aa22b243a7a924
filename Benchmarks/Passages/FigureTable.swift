// Figures as a table for people: a row for each kind of news, and one for all.

/// Rows of figures beneath a head.
struct FigureTable {
  private static let head = [
    "", "passages", "quotations F1", "speakers %", "wrong names", "locations F1", "countries %",
    "persons F1",
  ]
  private var rows: [[String]] = [Self.head]

  /// Adds a row.
  mutating func add(_ name: String, _ figures: Figures) {
    rows.append([
      name, "\(figures.passages)", Self.text(figures.quotations.f1),
      Self.text(figures.speakers.percent),
      "\(figures.wrongNames.part) of \(figures.wrongNames.whole)",
      Self.text(figures.locations.f1), Self.text(figures.countries.percent),
      Self.text(figures.persons.f1),
    ])
  }

  /// The rows in columns, names to the left and figures to the right.
  var lines: [String] {
    let widths = Self.head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + blanks : blanks + row[column]
      }.joined(separator: "  ")
    }
  }

  /// With one decimal; a dash for nothing.
  static func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
