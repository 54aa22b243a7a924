// Tables, which CommonMark does not have: rows of cells between vertical bars (GitHub Flavored Markdown,
// section 4.10).

import ArticleModel
import CMarkdown

/// Rows of a table that the parser took for the lines of a paragraph.
enum MarkdownTable {
  /// Whether a text is the line that parts the head of a table from its rows: `| --- | :-: |`.
  static func isDelimiter(_ event: MarkdownTree.Event) -> Bool {
    guard event.type == CMARK_NODE_TEXT, let text = event.text else { return false }
    return isDelimiter(UnsafeRawBufferPointer(start: text, count: length(of: text)))
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while length < 4096, text[length] != 0 { length += 1 }
    return length
  }

  /// Whether a line is nothing but bars, hyphens, colons and blanks, with two cells or a bar at the edge.
  static func isDelimiter<Line: Collection>(_ line: Line) -> Bool where Line.Element == UInt8 {
    var (hyphens, bars) = (0, 0)
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): hyphens += 1
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default: return false
      }
    }
    return hyphens > 0 && bars > 0
  }

  /// A row without the bars at its edges, its cells divided as those of pages are, and for each byte of
  /// the line where it stands in the row.
  static func row(of line: ArraySlice<UInt8>) -> (bytes: [UInt8], places: [Int]) {
    let bar = UInt8(ascii: "|")
    var (row, places) = ([UInt8](), [Int]())
    var owesBlank = false
    var owesBar = false
    for (index, byte) in line.enumerated() {
      if byte == bar {
        owesBar = index > 0 && (owesBar || !row.isEmpty)
      } else if byte == 0x20 || byte == 0x09 {
        owesBlank = true
      } else {
        if owesBar {
          row += " | ".utf8
        } else if owesBlank, !row.isEmpty {
          row.append(0x20)
        }
        (owesBar, owesBlank) = (false, false)
        places.append(row.count)
        row.append(byte)
        continue
      }
      places.append(row.count)
    }
    places.append(row.count)
    return (row, places)
  }
}
