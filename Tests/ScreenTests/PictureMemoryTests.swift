// Parts of the screen that are remembered from one frame to the next.

import Screen
import Testing

@Suite struct PictureMemoryTests {
  private let area = Area(row: 1, column: 2, rows: 1, columns: 3)

  @Test("A part is drawn again when what it is drawn from changes, and only then")
  func drawings() {
    let memory = PictureMemory<String>()
    var drawings = 0
    func lines(_ word: String) -> [String] {
      var frame = Frame(size: Size(rows: 3, columns: 6))
      memory.lay(likewise: word, in: area, of: &frame, compares: false) { frame in
        drawings += 1
        frame.write(word, at: Position(row: area.top, column: area.left), limit: area.right)
      }
      return frame.lines
    }
    #expect(lines("one") == ["", "  one", ""])
    #expect(lines("one") == ["", "  one", ""])
    #expect(drawings == 1)
    #expect(lines("two") == ["", "  two", ""])
    #expect(drawings == 2)
  }
}
