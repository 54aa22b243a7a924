// Writes small PDF documents for tests: Helvetica at given places.

/// A document in the making (ISO 32000-1, section 7.5).
struct PDFFile {
  /// Words at a place, in points from the lower left corner.
  struct Line {
    var x: Int
    var y: Int
    var size: Int
    var text: String
  }

  var pages: [[Line]] = []
  var information: [String: String] = [:]

  /// Adds lines below one another.
  static func column(
    x: Int, y: Int, leading: Int = 12, size: Int = 10, _ lines: [String]
  ) -> [Line] {
    lines.enumerated().compactMap { index, text in
      text.isEmpty ? nil : Line(x: x, y: y - leading * index, size: size, text: text)
    }
  }

  /// The document.
  var bytes: [UInt8] {
    let root = 2 * pages.count + 2
    var objects = [
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    ]
    for lines in pages {
      let content = lines.map(Self.operators).joined()
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
      objects.append(
        "<< /Type /Page /Parent \(root) 0 R /MediaBox [0 0 595 842] /Contents \(objects.count) 0 R "
          + "/Resources << /Font << /F1 1 0 R >> >> >>")
    }
    let kids = pages.indices.map { "\(2 * $0 + 3) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Catalog /Pages \(root) 0 R >>")
    let fields = information.map { "/\($0.key) (\($0.value))" }.joined(separator: " ")
    objects.append("<< \(fields) >>")
    return Self.file(objects)
  }

  private static func operators(_ line: Line) -> String {
    let text = line.text.replacing("\\", with: "\\\\").replacing("(", with: "\\(")
      .replacing(")", with: "\\)")
    return "BT /F1 \(line.size) Tf 1 0 0 1 \(line.x) \(line.y) Tm (\(text)) Tj ET\n"
  }

  private static func file(_ objects: [String]) -> [UInt8] {
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let end = text.utf8.count
    return Array(
      (text + table
        + "trailer\n<< /Size \(objects.count + 1) /Root \(objects.count - 1) 0 R /Info \(objects.count) 0 R >>\n"
        + "startxref\n\(end)\n%%EOF").utf8)
  }
}
