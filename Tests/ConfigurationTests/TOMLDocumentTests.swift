// Values with their lines, whatever form the document gives them.

import Testing

@testable import Configuration

@Suite struct TOMLDocumentTests {
  private func lines(_ entries: [TOMLEntry]) -> [String] { entries.map { "\($0.line) \($0.key)" } }

  @Test("Keys come in the order of the file, with their lines")
  func order() {
    let document = TOMLDocument(
      """
      # A comment = [
      zeta = 1
      "a \\"b\\" ]" = "x # y"   # said

      'lit\\eral' = ['one',
        # between
        "two"]
      alpha.beta = true
      """, file: "a.toml")
    #expect(lines(document.entries) == ["2 zeta", "3 a \"b\" ]", "5 lit\\eral", "8 alpha"])
    guard case .array(let items)? = document["lit\\eral"]?.value else {
      Issue.record("the list is missing")
      return
    }
    #expect(items.map(\.line) == [5, 7])
    #expect(document.problems.isEmpty)
  }

  @Test("Tables, lists of tables and what is nested in them know their lines")
  func tables() {
    let document = TOMLDocument(
      """
      [keys]
      "[" = "x"
      [[group]]
      id = "a"
      [[group.term]]
      id = "a1"
      [[group.term]]
      id = "a2"
      [[group]]
      id = "b"
      [[group.term]]
      id = "b1"
      inline = { one = 1, two = [1, 2] }
      """, file: "a.toml")
    #expect(lines(document.entries) == ["1 keys", "3 group"])
    guard case .array(let groups)? = document["group"]?.value, groups.count == 2,
      case .table(let second) = groups[1].value, case .array(let terms)? = second.last?.value,
      case .table(let term)? = terms.first?.value
    else {
      Issue.record("the groups are missing")
      return
    }
    #expect(groups.map(\.line) == [3, 9])
    #expect(lines(second) == ["10 id", "11 term"])
    #expect(lines(term) == ["12 id", "13 inline"])
  }

  @Test("Long strings do not shift the lines that follow")
  func longStrings() {
    let document = TOMLDocument(
      "a = \"\"\"\none = 1\n\"quoted\"\"\"\"\nb = '''\n[x]\n'''\nc = 1\n", file: "a.toml")
    #expect(lines(document.entries) == ["1 a", "4 b", "7 c"])
    #expect(document["a"]?.value == .string("one = 1\n\"quoted\""))
  }

  @Test("A line that is no TOML is reported and the rest is read")
  func recovery() {
    let document = TOMLDocument("a = 1\nb = = 2\nc = 3\nd 4\n", file: "a.toml")
    #expect(lines(document.entries) == ["1 a", "3 c"])
    #expect(document.problems.map(\.line) == [2, 4])
    #expect(document.problems.first?.description.hasPrefix("a.toml:2: ") == true)
  }

  @Test("After a table header that is no TOML nothing is taken for another table's")
  func brokenHeader() {
    let document = TOMLDocument("a = 1\n[one]\nb = 1\n[two\nc = 3\n", file: "a.toml")
    #expect(lines(document.entries) == ["1 a", "2 one"])
    #expect(document.problems.map(\.line) == [4])
  }

  @Test(
    "Nonsense of any kind ends",
    arguments: ["[", "[[", "a = [", "a = {b=", "\"", "a='''", "=", "\0"])
  func nonsense(text: String) {
    let document = TOMLDocument(text, file: "a.toml")
    #expect(!document.problems.isEmpty)
  }

  @Test("A string survives quoting", arguments: ["plain", "a \"b\" \\ c", "tab\tline\n\u{1B}é"])
  func quoting(text: String) {
    let document = TOMLDocument("a = \(TOMLEscapes.quoted(text))", file: "a.toml")
    #expect(document["a"]?.value == .string(text))
  }

  @Test("Nesting without end costs no stack")
  func nesting() {
    let text = "a = " + String(repeating: "[", count: 200_000)
    #expect(!TOMLDocument(text, file: "a.toml").problems.isEmpty)
  }

  @Test("Lines that end with CRLF are lines")
  func carriageReturns() {
    let document = TOMLDocument("a = 1\r\nb = = 2\r\nc = 3\r\n", file: "a.toml")
    #expect(lines(document.entries) == ["1 a", "3 c"])
    #expect(document.problems.map(\.line) == [2])
  }

  @Test("A file that is wrong all over is given up after a few faults")
  func givingUp() {
    let text = "a = \"\"\"\n" + String(repeating: "word\n", count: 20_000)
    let document = TOMLDocument(text, file: "a.toml")
    #expect(document.entries.isEmpty)
    #expect(document.problems.count == 20)
  }
}
