// The shipped themes: enough contrast for every text, and nothing told apart by colour alone.

import ArticleModel
import Interface
import Reader
import Screen
import Testing

@Suite struct ThemeTests {
  /// Relative luminance (WCAG 2.2).
  private func luminance(_ color: Color) -> Double? {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      // Between 0.04045 and 1 the curve is ((v + 0.055) / 1.055) ^ 2.4.
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the power of 2.4, as x² · x^0.4, the fifth root of x² by Newton's method.
  private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }

  private func contrast(_ style: Style) -> Double? {
    let isReverse = style.attributes.contains(.reverse)
    guard let text = luminance(isReverse ? style.background : style.foreground),
      let ground = luminance(isReverse ? style.foreground : style.background)
    else { return nil }
    return (max(text, ground) + 0.05) / (min(text, ground) + 0.05)
  }

  @Test("Black on white has a contrast of 21, grey on white of 4.5 and a little")
  func formula() throws {
    let black = try #require(contrast(Style(Color(hex: 0), on: Color(hex: 0xFFFFFF))))
    #expect(abs(black - 21) < 0.01)
    let grey = try #require(contrast(Style(Color(hex: 0x767676), on: Color(hex: 0xFFFFFF))))
    #expect(abs(grey - 4.54) < 0.01)
  }

  @Test(
    "Every text of a shipped theme has a contrast of 4.5 or more",
    arguments: ["light", "dark", "high-contrast"])
  func contrasts(name: String) throws {
    let theme = try #require(Theme.shipped(named: name))
    let least = name == "high-contrast" ? 7.0 : 4.5
    // Rules and borders are no text; 3 : 1 is asked of what has to be seen (WCAG 1.4.11).
    let lines: Set<Role> = [.rule, .mapBorder, .quotationBar]
    for role in Role.allCases {
      let ratio = try #require(contrast(theme.base.overlaid(by: theme[role])), "\(role)")
      #expect(ratio >= (lines.contains(role) ? 3 : least), "\(name) \(role) \(ratio)")
    }
    let grounds: [Role] = [.text, .annotation, .selection, .match, .paneCursorFocused]
    for color in theme.speakerColors {
      for ground in grounds {
        let words = theme.base.overlaid(by: Style(color)).overlaid(by: theme[ground])
        let ratio = try #require(contrast(words))
        #expect(ratio >= least, "\(name) \(color) on \(ground) \(ratio)")
      }
    }
  }

  @Test("What differs in a theme differs without colours too", arguments: Theme.shipped.map(\.name))
  func withoutColors(name: String) throws {
    let theme = try #require(Theme.shipped(named: name))
    let different: [(Role, Role)] = [
      (.direct, .indirect), (.speaker, .text), (.place, .text), (.selection, .text),
      (.match, .text), (.paneCursorFocused, .paneText), (.popupCursor, .popup),
      (.warning, .status), (.headline, .text), (.mapPlaceSelected, .mapPlace),
    ]
    for (a, b) in different where !(name == "terminal" && a == .match) {
      #expect(theme[a].attributes != theme[b].attributes, "\(name): \(a) and \(b)")
    }
  }

  @Test("A theme of its own colours fills the whole screen", arguments: ["light", "dark"])
  func ground(name: String) throws {
    var sitting = Sitting(columns: 80, rows: 24)
    while sitting.state.theme.name != name { sitting.press("ct") }
    let ground = try #require(Theme.shipped(named: name)).base.background
    for cell in sitting.frame.cells {
      #expect(cell.style.background != .terminalDefault)
      #expect(cell.style.foreground != .terminalDefault)
    }
    #expect(sitting.frame.cells.count { $0.style.background == ground } > 1000)
    for _ in Theme.shipped { sitting.press("ct") }
    #expect(sitting.state.theme.name == name)
  }
}
