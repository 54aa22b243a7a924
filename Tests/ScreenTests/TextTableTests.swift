// Columns and lines of text whose characters are one or two columns wide.

import Screen
import Testing

@Suite struct TextTableTests {
  @Test("Cells stand in line beside names in wide characters")
  func wide() {
    let table = TextTable(indent: 2, [.left(most: 8), .right(least: 3), .left()])
    #expect(
      table.lines([["東京", "7", "a"], ["Lisbon", "12", ""], ["Wellington", "345", "b"]]) == [
        "  東京        7  a", "  Lisbon     12", "  Welling…  345  b",
      ])
  }

  @Test("Lines are cut between words, and in a word that is longer than a line")
  func wrapping() {
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("a 東京東京 b".wrapped(to: 5) == ["a", "東京", "東京", "b"])
    #expect("abcdefgh".wrapped(to: 3) == ["abc", "def", "gh"])
    #expect("".wrapped(to: 3).isEmpty)
  }
}
