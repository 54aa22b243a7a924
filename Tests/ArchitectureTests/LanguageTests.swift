// What is about one language lies in its folder: no rule of the analysis outside of it knows a word.

import Testing

@Suite struct LanguageTests {
  /// Folders of NewsAnalysis that hold a language, those that print what was found or put it right, and the file
  /// that knows the domains of the web.
  private static let exempt = [
    "English/", "German/", "French/", "Spanish/", "Output/", "Corrections/", "Places/Home.swift",
  ]
  /// What people read, and names that programs use.
  private static let allowed: Set<String> = [
    "metonym: the state acts", "metonym: the \\($0) government", "metonym",
    "the lexicon needs a larger table", "fast", "careful",
  ]

  @Test("No string literal outside a language's folder holds a word in small letters")
  func words() throws {
    let folder = "Sources/NewsAnalysis/"
    let files = try SourceFile.all(under: "Sources/NewsAnalysis").filter { file in
      !Self.exempt.contains { file.path.dropFirst(folder.count).hasPrefix($0) }
    }
    #expect(files.count > 50)
    for file in files {
      for literal in file.stringLiterals where !Self.allowed.contains(literal) {
        #expect(!Self.holdsWord(literal), "\(file.path): \"\(literal)\"")
      }
    }
  }

  @Test("The folder of a language holds its words")
  func english() throws {
    let files = try SourceFile.all(under: "Sources/NewsAnalysis/English")
    let literals = files.flatMap(\.stringLiterals)
    #expect(literals.contains { $0.contains("spokeswoman") })
    #expect(literals.contains { Self.holdsWord($0) })
  }

  @Test(
    "A literal is found in one line and over several, and not in a comment",
    arguments: [
      ("let a = \"said\" // \"told\"", ["said"]),
      ("let a = \"\"\"\n  say\n  tell\n  \"\"\"", ["\n  say\n  tell\n  "]),
      ("// \"told\"\nlet b = \"\\\"\"", ["\\\""]), ("f(\"a\", \"b\")", ["a", "b"]),
    ])
  func literals(code: String, found: [String]) {
    #expect(SourceFile(path: "a.swift", text: code).stringLiterals == found)
  }

  /// Whether two small letters of ASCII stand together, outside of an interpolation.
  private static func holdsWord(_ literal: String) -> Bool {
    let bare = literal.split(separator: "\\(", omittingEmptySubsequences: false).enumerated().map {
      index, part in
      index == 0 ? String(part) : String(part.drop { $0 != ")" })
    }
    return bare.contains { part in
      zip(part.utf8, part.utf8.dropFirst()).contains { isSmall($0) && isSmall($1) }
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}

extension SourceFile {
  /// The contents of its string literals as they are written, in order.
  var stringLiterals: [String] {
    var (found, rest) = ([String](), lines.joined(separator: "\n")[...])
    while let mark = rest.firstIndex(where: { $0 == "\"" || $0 == "/" }) {
      rest = rest[mark...]
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.first == "\"" {
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest.removeFirst(quote.count)
        found.append(Self.takeLiteral(closedBy: quote, from: &rest))
      } else {
        rest.removeFirst()
      }
    }
    return found
  }

  private static func takeLiteral(closedBy quote: String, from rest: inout Substring) -> String {
    var literal = ""
    while !rest.isEmpty, !rest.hasPrefix(quote) {
      let character = rest.removeFirst()
      literal.append(character)
      if character == "\\", let next = rest.popFirst() { literal.append(next) }
    }
    rest = rest.dropFirst(quote.count)
    return literal
  }
}
