// Help on every surface: each key that it lists does something there.

import Screen
import Testing

@testable import Interface
@testable import Reader
@testable import Review

@Suite struct SurfaceHelpTests {
  /// The surfaces of the reader, each with the keys that lead to it.
  private static let surfaces: [(name: String, keys: String)] = [
    ("the article", ""), ("the article with a mark", "ahgg"), ("a selection", "v"),
    ("the quotes", "<Tab>"), ("the speakers", "<Tab><Tab>"), ("the locations", "g4"),
    ("the marks", "ahg5"), ("the mark menu", "a"), ("a note", "an"), ("a field", "an<Tab>"),
    ("a picker", "ab"), ("a filtered picker", "ab/x"), ("a search", "/har"), ("tags", "at"),
    ("the command line", ":ma"), ("labels", "f"), ("a bookmark", "m"), ("the map", "gm"),
    ("a person as such", "g3gc"), ("a quotation put right", "]qgc"), ("what was missed", "vgc"),
    ("occurrences", "A"), ("filtered occurrences", "A/x"),
    ("help", "?"), ("searched help", "?/"), ("the claims", "g6"), ("the claims desk", "gC"),
    ("the claims desk with a verdict", "gCss"), ("a part of the claims", "gCf"),
    ("a record", "]lviwavr<Esc>I"),
    ("a source in a record", "]lviwavr<Esc>I+https://a.example<Enter>"),
    ("a field that is typed", "]lviwavr<Esc>I<Enter>"),
  ]

  @Test("Each key that help lists on a surface does something there", arguments: surfaces)
  func reader(_ surface: (name: String, keys: String)) throws {
    var sitting = Sitting(columns: 80, rows: 16)
    sitting.press(surface.keys)
    try pressAll(sitting.application, surface.name)
  }

  @Test("The same in a list of articles, and while it is filtered", arguments: ["", "/"])
  func articles(_ keys: String) throws {
    let queue = ReadingQueue(
      entries: [.init(name: "a"), .init(name: "b"), .init(name: "c")], current: 1)
    var sitting = Sitting(queue: queue, showsQueue: true)
    sitting.press(keys)
    try pressAll(sitting.application, "articles")
  }

  @Test(
    "The same in a review and on what opens over it",
    arguments: ["", "v", "Oa", "s", "/", "t", ":", "i", "?", "?/"])
  func review(_ keys: String) throws {
    var review = try ReviewDesk().review()
    review.type(keys)
    try pressAll(review.application, "review \(keys)")
    review.take(.page(title: "Figures", lines: ["MARKS", "  1"]))
    try pressAll(review.application, "a page")
  }

  @Test("A review lists no key that means nothing there, and its own help for the others")
  func reviewHelp() throws {
    var review = try ReviewDesk().review(rows: 80, columns: 120)
    review.type("?")
    let lines = review.frame.lines
    for key in ["w", "b", "e", "a", "h", "m"] {
      #expect(!lines.contains { $0.hasPrefix("   \(key) ") }, "\(key)")
    }
    #expect(lines.contains { $0.hasPrefix("   x ") })
    #expect(lines.contains { $0.contains("filter the marks by conditions") })
  }

  @Test("What is not in the table of a surface is answered with a message")
  func closedTables() {
    for (name, keys) in Self.surfaces {
      var sitting = Sitting(columns: 100, rows: 30)
      sitting.press(keys)
      let top = sitting.top
      for action in Action.allCases where !top.bindings.contains(action) {
        var application = sitting.application
        _ = application.perform(action, count: nil, at: application.surfaces.count - 1)
        let message = application.stage.message?.text ?? ""
        let isForAll = action == .redraw || action == .suspend
        #expect(
          isForAll
            || message.hasPrefix("“\(action.rawValue)” works ")
              && message.hasSuffix(", not \(top.whereabouts)")
            || message == "“\(action.rawValue)” does nothing \(top.whereabouts)",
          "\(name) \(action)")
      }
    }
  }

  @Test("What does nothing on a surface is said to work where it does", arguments: [80, 140])
  func elsewhere(columns: Int) {
    var sitting = Sitting.withClaims(columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("gC:show-checklist<Enter>")
    #expect(
      sitting.state.message?.text
        == "“show-checklist” works in the article, not in the list of claims")
  }

  @Test(
    "The footer names nothing that is not in the table, and help nothing that cannot be reached")
  func footers() {
    for (name, keys) in Self.surfaces {
      var sitting = Sitting(columns: 100, rows: 30)
      sitting.press(keys)
      let actions = sitting.top.bindings.map(\.action)
      #expect(Set(actions).count == actions.count, "\(name) has an action twice")
      let named = sitting.top.bindings.filter { !$0.label.isEmpty }.map(\.action)
      #expect(sitting.top.footerBindings.map(\.action) == named, "\(name)")
      for action in Action.allCases {
        #expect(sitting.top.offers(action) == actions.contains(action), "\(name): \(action)")
      }
    }
  }
}

/// Presses every key that help lists of the surface on top, each on a fresh copy.
func pressAll(_ application: Application, _ name: String) throws {
  let surface = try #require(application.surfaces.last)
  let keymap = application.stage.keymap
  var count = 0
  for section in surface.helpHere + HelpSection.all(of: surface) {
    for (binding, keys) in section.rows(keymap) {
      for sequence in keys {
        var copy = application
        for key in sequence { _ = copy.handle(.key(key)) }
        let message = copy.stage.message?.text ?? ""
        let isDead =
          message.contains("is not bound") || message.contains("” works ")
          || message.contains("does nothing")
        let keys = Key.hint(for: sequence)
        #expect(!isDead, "\(name): \(keys) \(binding.action): \(message)")
        #expect(copy.frame.size == application.stage.size)
        count += 1
      }
    }
  }
  #expect(count > 0, "\(name)")
}
