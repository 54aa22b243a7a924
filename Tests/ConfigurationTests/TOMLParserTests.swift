// TOML as the specification has it, and everything else as a fault with its line.

import FoundationEssentials
import TestSupport
import Testing

@testable import Configuration

@Suite struct TOMLParserTests {
  private func value(_ text: String) throws -> TOMLNode? {
    try TOMLParser.entries(of: "a = \(text)").first?.value
  }

  @Test(
    "Values are read as they are written",
    arguments: [
      ("1_000", TOMLNode.integer(1000)), ("0xDEAD_beef", .integer(0xDEAD_BEEF)),
      ("0o755", .integer(0o755)), ("0b1101", .integer(13)), ("-17", .integer(-17)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("6.626e-34", .number(6.626e-34)), ("+1e1_0", .number(1e10)), ("-inf", .number(-.infinity)),
      ("1979-05-27T07:32:00.999-08:00", .moment), ("2000-02-29 00:00:00Z", .moment),
      ("07:32:00", .moment), ("true", .boolean(true)), ("'C:\\x'", .string("C:\\x")),
      (#""\u00e9 \U0001F600 \t\\""#, .string("é 😀 \t\\")),
      (#""""a""b""""""#, .string("a\"\"b\"\"")), ("'''\n'x'\n'''", .string("'x'\n")),
      ("\"\"\"\none \\\n\n   two\"\"\"", .string("one two")),
      ("\"\"\"a\r\nb\"\"\"", .string("a\nb")),
    ])
  func values(text: String, expected: TOMLNode) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    "What is no value is a fault",
    arguments: [
      "", "=", "01", "1__0", "_1", "1_", "1.", ".5", "1e", "0x", "0xG", "+0x1",
      "9223372036854775808",
      "1e5.5", "yes", "True", "nan1", "1979-13-01", "2001-02-29", "25:00:00", "07:32", "\"",
      "\"a\nb\"",
      "'a", "\"\\q\"", "\"\\uD800\"", "\"\\U00110000\"", "\"\\u12\"", "'''a", "\"\"\"a\"\"",
      "[1 2]",
      "[1,,2]", "[1", "{a=1,}", "{a=1\n}", "{a}", "{a=1, a=2}", "{a=1, a.b=2}", "1 2", "\"a\u{1}\"",
      "1 # a\u{7}", "\"a\rb\"", "[", "]", "{", "}", "é", "a",
    ])
  func faults(text: String) {
    #expect(throws: TOMLFault.self) { try value(text) }
  }

  @Test(
    "A key or table that is there already is a fault on the line of the second one",
    arguments: [
      ("a = 1\na = 2", 2), ("a.b = 1\na.b = 2", 2), ("a = 1\na.b = 2", 2), ("[a]\n[a]", 2),
      ("[a]\nb = 1\n[a.b]", 3), ("a = []\n[[a]]", 2), ("[a]\n[[a]]", 2), ("[[a]]\n[a]", 2),
      ("a = {}\n[a.b]", 2), ("a = {b = 1}\na.c = 1", 2), ("a.b = 1\n[a]", 2),
      ("[a.b.c]\n[a]\nb.d = 1\n[a.b]", 4), ("[[a.b]]\n[a]\nb.c = 1", 3),
    ])
  func conflicts(text: String, line: Int) {
    #expect(throws: TOMLFault.self) { try TOMLParser.entries(of: text) }
    #expect(TOMLDocument(text, file: "a.toml").problems.first?.line == line)
  }

  @Test(
    "Tables may be given in any order that the specification allows",
    arguments: [
      "[a.b.c]\n[a]\nx = 1\n[a.d]", "[[a]]\n[a.b]\n[[a]]\n[a.b]", "a.b = 1\na.c = 2",
      "[f]\na.b = 1\n[f.a.c]\nd = 1", "[ a . \"b c\" . 'd' ]", "\"\" = 1", "1.2 = 3",
    ])
  func orders(text: String) throws {
    #expect(throws: Never.self) { try TOMLParser.entries(of: text) }
  }

  @Test(
    "Nesting without end is a fault, and costs neither stack nor time",
    arguments: ["[", "{a=", "a.", "[a.", "\"a\".", "[[", "{a.b=["])
  func nesting(part: String) {
    for prefix in ["", "a = ", "[a]\nb = "] {
      let text = prefix + String(repeating: part, count: 100_000)
      #expect(throws: TOMLFault.self) { try TOMLParser.entries(of: text) }
    }
  }

  @Test("Many tables of a list take time in step with their number")
  func manyTables() throws {
    let text = String(repeating: "[[a]]\n", count: 20_000)
    guard case .array(let items)? = try TOMLParser.entries(of: text).first?.value else {
      Issue.record("the list is missing")
      return
    }
    #expect(items.count == 20_000)
  }

  // MARK: Mutations

  private static let pieces = [
    "[", "]", "[[", "]]", "{", "}", "=", "\"", "'", "\"\"\"", "'''", "\\", "\\u12", "\\UFFFFFFFF",
    "\\ud800", ".", ",", "#", "\r", "\r\n", "\0", "\u{1B}", "\u{FFFD}", "1e999", "0x", "0b2",
    "1979-13-99", "25:61:61", "inf", "nan", "99999999999999999999", "true", "a.b.c", "\n", " ",
    "\u{2028}", "\u{FEFF}", String(repeating: "[", count: 300),
    String(repeating: "{a=", count: 300),
    String(repeating: "a.", count: 500), "-", "+", "_", "[a]\n", "[[a]]\n", "a.b = 1\n", "\u{301}",
  ]

  private static func files() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let texts = try ["Keymaps", "Sources/EmbeddedData/Taxonomies"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".toml") }.sorted().map { name in
          String(
            decoding: try Data(contentsOf: root.appending(path: "\(folder)/\(name)")), as: UTF8.self
          )
        }
    }
    return texts + ["measure = 60\nmouse = true\n[author]\nname = \"Ana\"\nid = 'urn:x'\n"]
  }

  private static func mutated(_ text: String, _ chance: inout Chance) -> String {
    var scalars = Array(text.unicodeScalars)
    let start = Int.random(in: 0..<scalars.count, using: &chance)
    if Bool.random(using: &chance) {
      scalars = Array(scalars[start...].prefix(Int.random(in: 10...600, using: &chance)))
    }
    for _ in 0..<Int.random(in: 1...4, using: &chance) {
      let place = Int.random(in: 0...scalars.count, using: &chance)
      if Int.random(in: 0..<4, using: &chance) > 0 {
        scalars.insert(contentsOf: chance.pick(pieces).unicodeScalars, at: place)
      } else {
        scalars.removeSubrange(place..<min(place + 5, scalars.count))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test("Broken files of every sort are read as far as they go, and each fault has its line")
  func mutations() throws {
    let isLong = ProcessInfo.processInfo.environment["GALLEY_LONG_TESTS"] != nil
    let files = try Self.files()
    var chance = Chance(seed: 5)
    for round in 0..<(isLong ? 200_000 : 1500) {
      let text = Self.mutated(chance.pick(files), &chance)
      let last = text.unicodeScalars.count { $0 == "\n" } + 1
      let problems =
        switch round % 4 {
        case 0: KeymapLoader.load(text, file: "a.toml").problems
        case 1: TaxonomyLoader.load(text, file: "a.toml").problems
        case 2: ThemeLoader.load(text, file: "a.toml").problems
        default: UserConfiguration.parse(text, file: "a.toml").problems
        }
      for problem in problems {
        let isThere = problem.line.map { (1...last).contains($0) } ?? true
        #expect(isThere && !problem.message.isEmpty, "seed 5, round \(round): \(problem)")
      }
    }
  }
}
