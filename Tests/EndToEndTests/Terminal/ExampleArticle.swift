// The example article that the package comes with, in the home of a test's user.

import FoundationEssentials
import TestSupport

/// The article in Examples, and what the tests know of it.
enum ExampleArticle {
  /// The headline, as it stands on the screen.
  static let headline = "Putin ready for peace negotiations"
  /// The quotation that stands between quotation marks.
  static let directQuotation = """
    “If the necessary conditions are created, we are ready for political talks – both on \
    resolving the Ukraine conflict and on coexistence with the West.”
    """

  /// Its text.
  static var text: String {
    get throws {
      let file = root.appending(path: "Examples/putin-zelenskyy-negotiations.txt")
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
  }

  /// The root of the package, four folders above this file.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

extension TerminalWindow {
  /// Opens the example article in the reader, and waits for its headline.
  func readExample() throws {
    if !FileManager.default.fileExists(atPath: home.path(of: "article.txt")) {
      try home.write(try ExampleArticle.text, to: "article.txt")
    }
    try run("galley article.txt; echo exit=$?")
    try waitFor(ExampleArticle.headline)
    try waitFor("? help")
  }

  /// Leaves the reader, and waits for the shell.
  func quit() throws {
    try press("q")
    try waitFor("exit=0")
  }
}
