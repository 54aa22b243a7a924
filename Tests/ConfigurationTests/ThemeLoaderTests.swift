// Themes of a user's own.

import Configuration
import Interface
import Screen
import Testing

@Suite struct ThemeLoaderTests {
  @Test("A theme changes what it names and inherits the rest")
  func inherits() {
    let loaded = ThemeLoader.load(
      """
      name = "mine"
      base = "dark"
      screen = "#d0d0d0 on #101010"
      speakers = ["#7fc7d9", "bright-yellow", "208"]
      [styles]
      headline = "bold underline white on blue"
      selection = "black on yellow"
      """, file: "mine.toml")
    #expect(loaded.problems == [])
    #expect(loaded.theme.name == "mine")
    #expect(loaded.theme[.headline] == Style(.ansi(7), on: .ansi(4), [.bold, .underline]))
    #expect(loaded.theme[.caption] == Theme.dark[.caption])
    #expect(loaded.theme.base == Style(Color(hex: 0xD0D0D0), on: Color(hex: 0x101010)))
    #expect(loaded.theme.speakerColors == [Color(hex: 0x7FC7D9), .ansi(11), .palette(208)])
  }

  @Test("What makes no sense is reported with its line, and the rest holds")
  func problems() {
    let loaded = ThemeLoader.load(
      """
      base = "pink"
      speakers = ["blu", 3]
      [styles]
      headline = "bolt"
      footer = "bold"
      caption = 3
      text = "#12345"
      place = "italic"
      """, file: "themes/mine.toml")
    #expect(loaded.theme.name == "mine")
    #expect(loaded.theme[.place] == Style(.terminalDefault, on: .terminalDefault, .italic))
    #expect(loaded.problems.map(\.line) == [1, 2, 2, 4, 5, 6, 7])
    #expect(loaded.problems[0].description.contains("high-contrast"))
    #expect(loaded.problems[3].description.contains("“bolt” is neither a colour nor an attribute"))
  }
}
