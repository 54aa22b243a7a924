// A desk to work at: a folder with an article, and galley's commands on it.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

/// A folder with an article in it, where galley is run without a terminal.
struct Desk {
  let folder: TemporaryFolder
  /// The article's path.
  let article: String

  static let text = """
    Harbour closes – but ferries sail

    The harbour was closed on Monday 🌊, officials said. The ferries sailed, 日本 included.
    The harbour office “regrets” the closure.

    """

  init(_ text: String = Desk.text) throws {
    folder = try TemporaryFolder()
    article = try folder.write(text, to: "harbour.txt")
  }

  /// The sidecar's path.
  var sidecar: String { article + ".annotations.json" }

  /// Whether there is a sidecar.
  var hasSidecar: Bool { (try? folder.read("harbour.txt.annotations.json")) != nil }

  /// Runs galley to its end.
  func galley(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: arguments, input: input)
    program.environment["HOME"] = folder.path
    return try program.run()
  }

  /// What `galley list --json` says about the article.
  func annotations() throws -> [JSONValue] {
    let outcome = try galley("list", "--json", article)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(parsing: outcome.output).elements
  }
}

extension Program.Outcome {
  /// Whether it is a usage or input error as it should be: one line, code 2, no output.
  var isOneLineError: Bool {
    status == 2 && output.isEmpty && errors.hasPrefix("galley: ")
      && errors.filter { $0 == "\n" }.count == 1
  }
}
