// Addresses behind cells: which ones a terminal is given, and what becomes of those that are written over.

import Screen
import Testing

@Suite struct FrameLinkTests {
  private let place = Position(row: 1, column: 4)

  @Test("Only addresses of the web and of mailboxes are given to a terminal")
  func schemes() {
    for address in ["https://a.example", "HTTP://a.example/;x=\"1\"", "mailto:a@b.example"] {
      #expect(FrameLink(address, at: place, columns: 3) != nil)
    }
    for address in [
      "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "https", "//a.example",
      "https://a.example/\u{1B}]8;;\u{1B}\\", "https://a.example/\u{07}", "https://a.example/a b",
      "https://a.example/ü", "https://a.example/\u{9C}", "https://a.example/\n",
      "https://a.example/" + String(repeating: "x", count: 2000),
    ] {
      #expect(FrameLink(address, at: place, columns: 3) == nil, "\(address.prefix(40))")
    }
    #expect(FrameLink("https://a.example", at: place, columns: 0) == nil)
  }

  @Test("What is written over a link takes its cells out of it")
  func cut() throws {
    for (column, columns) in [(2, 2), (3, 4), (4, 1), (6, 2), (4, 6), (0, 20), (9, 3), (10, 2)] {
      var frame = Frame(size: Size(rows: 3, columns: 20))
      frame.write("linked", at: place)
      frame.add(try #require(FrameLink("https://a.example", at: place, columns: 6)))
      frame.write(
        String(repeating: "x", count: columns), at: Position(row: 1, column: Column(column)))
      let linked = frame.links.flatMap { link in
        (link.position.column..<link.position.column + link.columns).map(\.value)
      }
      #expect(Set(linked) == Set(4..<10).subtracting(column..<column + columns))
      #expect(linked.count == Set(linked).count)
      #expect(frame.links(in: 0).isEmpty && frame.links(in: 1).count == frame.links.count)
    }
  }
}
