// The filter: lines in, lines out, in order, whatever they hold.

import ArticleModel
import LosslessJSON
import Testing

@testable import NewsAnalysis

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct NDJSONTests {
  /// What stands before the quotations of an answer.
  private static let head =
    "\"version\":2,\"title\":null,\"engine\":{\"name\":\"fast\",\"version\":\"3\"},\"language\":\"en\","

  /// Runs the filter over some input; gives its lines.
  private func answers(
    to input: String, _ change: (inout NDJSONForm) -> Void = { _ in }
  ) throws -> [String] {
    var form = NDJSONForm()
    change(&form)
    var (question, answer): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try #require(pipe(&question) == 0 && pipe(&answer) == 0)
    _ = input.utf8.withContiguousStorageIfAvailable { write(question[1], $0.baseAddress, $0.count) }
    close(question[1])
    var filter = NDJSONFilter(input: question[0], output: answer[1], form: form) { text in
      Article(text: text, source: Article.Source(name: "text"))
    }
    try filter.run()
    close(answer[1])
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(answer[0], &bytes, bytes.count)
    close(answer[0])
    close(question[0])
    return String(decoding: bytes[..<max(count, 0)], as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  @Test("Answers come in the order of the questions, with their identifiers as they were")
  func order() throws {
    let lines = (0..<20).map { "{\"id\": \"n\($0)\", \"text\": \"Anna said no.\"}\n" }.joined()
    let found = try answers(to: lines + "{\"text\":\"No line end.\",\"id\":{\"a\":[1,2]}}")
    #expect(found.count == 21)
    for (index, line) in found.prefix(20).enumerated() {
      #expect(line.hasPrefix("{\"id\":\"n\(index)\",\(Self.head)\"quotes\":["))
    }
    #expect(found.last?.hasPrefix("{\"id\":{\"a\":[1,2]},\(Self.head)\"quotes\":") == true)
  }

  @Test(
    "A line that makes no sense is answered with an error, and the next one as usual",
    arguments: [
      "nonsense", "{\"id\":7,\"text\":5}", "{\"id\":7}", "{\"id\":7,\"text\":\"a", "[]",
      "{\"id\":7,\"text\":\"a\\q\"}", "{\"id\":7,\"text\":\"a\"} x",
      "{\"id\": [}, \"text\":\"x\"}", "{\"id\": {\"a\" 1}, \"text\":\"x\"}",
      "{\"id\": 01, \"text\":\"x\"}", "{\"id\": tru, \"text\":\"x\"}",
    ])
  func badLines(_ line: String) throws {
    let found = try answers(to: line + "\n\n{\"id\":8,\"text\":\"\"}\n")
    #expect(found.count == 2)
    let answer = try JSONValue(parsing: try #require(found.first))
    #expect(answer["error"]?.string != nil && answer.members.first?.name == "id")
    #expect(found.last?.hasPrefix("{\"id\":8,\(Self.head)\"quotes\":[]") == true)
  }

  @Test("Escapes and surrogate pairs are decoded; offsets count code points")
  func offsets() throws {
    let text =
      #"{"id":1,"text":"\ud83d\ude00 Anna Weber said: \u201cWe will open the bridge in May.\u201d"}"#
    let found = try answers(to: text + "\n")
    #expect(found.first?.contains("\"spans\":[[19,52]]") == true)
  }

  @Test("A line that is nested too deep is answered with an error")
  func nesting() throws {
    func line(_ depth: Int) -> String {
      let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return "{\"id\":1,\"x\":\(deep),\"text\":\"Hi.\"}\n"
    }
    let found = try answers(to: line(20_000) + line(500))
    #expect(found.first?.hasPrefix("{\"id\":1,\"version\":2,\"error\":\"") == true)
    #expect(found.last?.hasPrefix("{\"id\":1,\(Self.head)\"quotes\":[]") == true)
  }

  /// What a buffer makes of some input that comes a few bytes at a time; nil for lines that are too long.
  private func lines(of input: String, longest: Int) -> [String?] {
    var rest = Array(input.utf8)[...]
    var buffer = LineBuffer(longestLine: longest, readSize: 3)
    var lines: [LineBuffer.Line] = []
    while buffer.append({ space in
      let part = rest.prefix(space.count)
      space.copyBytes(from: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }) > 0 {
      lines += buffer.consumeLines()
    }
    lines += buffer.consumeRest()
    return lines.map { line in
      if case .whole(let bytes) = line { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
  }

  @Test("Lines are put together from what is read; blank ones are none")
  func reading() {
    #expect(lines(of: "one two\n\n \r\nthree\nx", longest: 100) == ["one two", "three", "x"])
    #expect(lines(of: "", longest: 100) == [])
  }

  @Test("A line that is too long is told and thrown away, and the next one read as usual")
  func overlongLines() {
    let found = lines(
      of: "1234567890\n12345678901\nabc\n" + String(repeating: "x", count: 50), longest: 10)
    #expect(found == ["1234567890", nil, "abc", nil])
  }

  @Test("A byte order mark in front of a line is no part of it")
  func byteOrderMarks() throws {
    let line = "\u{FEFF}{\"id\":1,\"text\":\"Anna said no.\"}\n"
    let found = try answers(to: line + line)
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("{\"id\":1,\(Self.head)") })
  }

  @Test("The text may be in another member, and the others come back when they are to be kept")
  func keeping() throws {
    let line = #"{"id":1,"body":"Anna said no.","outlet":"A","title":"T","text":[1, 2]}"# + "\n"
    let found = try answers(to: line) { ($0.textField, $0.keepsMembers) = ("body", true) }
    let record = try JSONValue(parsing: try #require(found.first))
    #expect(record["outlet"]?.string == "A" && record["kept_title"]?.string == "T")
    #expect(record["title"]?.string == nil && record["error"] == nil)
    #expect(found.first?.hasSuffix(#","outlet":"A","kept_title":"T","text":[1, 2]}"#) == true)
    let bad = try answers(to: line) { $0.keepsMembers = true }
    let error = try JSONValue(parsing: try #require(bad.first))
    #expect(error["error"]?.string == "the member \"text\" is missing or no string")
    #expect(error["outlet"]?.string == "A" && error["body"]?.string == "Anna said no.")
    let plain = try answers(to: line) { $0.textField = "body" }
    #expect(plain.first?.contains("outlet\":\"A") == false)
  }

  @Test("Rows are flat, have the same members in every line, and none is written for nothing found")
  func rows() throws {
    let text = #"Anna Weber said in Paris: “We will open 40 bridges in May.”"#
    let lines =
      #"{"id":1,"text":"\#(text)","x":1,"start":5,"engine":"e"}"# + "\n"
      + #"{"id":2,"text":"","x":2}"# + "\n"
      + #"{"id":3,"x":3,"start":5,"engine":"e"}"# + "\n"
    for kind in NDJSONForm.Rows.allCases {
      let found = try answers(to: lines) { ($0.rows, $0.keepsMembers) = (kind, true) }
        .map { try JSONValue(parsing: $0) }
      #expect(found.count == 2, "\(kind)")
      let first = try #require(found.first)
      let last = try #require(found.last)
      #expect(first["id"]?.int == 1 && first["error"]?.string == nil && first["x"]?.int == 1)
      #expect(last["id"]?.int == 3 && last["error"]?.string != nil && last["x"]?.int == 3)
      #expect(first.members.map(\.name) == last.members.map(\.name), "\(kind)")
      #expect(Set(first.members.map(\.name)).count == first.members.count)
      let names = AnalysisEncoder.names(ofRow: kind).union(["x", "kept_start", "kept_engine"])
      #expect(Set(first.members.map(\.name)) == names, "\(kind)")
      #expect(first.members.allSatisfy { $0.value.elements.isEmpty && $0.value.members.isEmpty })
    }
  }

  @Test(
    "Quotations within others stand in one list, each with its depth, so that no record is deeper")
  func depth() throws {
    func quotation(_ inner: [Quotation]) -> Quotation {
      var quotation = Quotation(
        spans: [TextSpan(0..<4)], form: .direct, mention: nil, speaker: nil, cue: nil,
        confidence: 1)
      quotation.inner = inner
      return quotation
    }
    let article = Article("Words.")
    var analysis = Analysis(extent: article.text.span)
    analysis.quotations = [quotation([quotation([quotation([])]), quotation([])])]
    let record = try JSONValue(
      parsing: AnalysisEncoder(analysis, of: article).encoded(identifier: "a"))
    let nested = try #require(record["quotes"]?[0]?["nested"]?.elements)
    #expect(nested.compactMap { $0["depth"]?.int } == [1, 2, 1])
    #expect(nested.allSatisfy { $0["nested"] == nil && $0["via_chain"] != nil })
  }

  @Test(
    "A record that says what is wrong has every member that any other has, and the reason besides")
  func errorMembers() throws {
    let found = try answers(to: #"{"id":1,"text":"No."}"# + "\nnonsense\n")
      .map { try JSONValue(parsing: $0).members.map(\.name) }
    let (good, bad) = (try #require(found.first), try #require(found.last))
    #expect(found.count == 2 && good == bad.filter { $0 != "error" })
    #expect(!good.contains("error") && Set(bad) == AnalysisEncoder.names)
  }

  @Test("Numbers and strings are written as JSON has them")
  func writing() {
    var json = JSONWriter()
    json.array { json in
      for number in [0, 7, 10, -120] { json.number(number) }
      json.number(0.0625, places: 3)
      json.number(-12.5, places: 5)
      json.string("a\"b\\c\n\u{1}é")
    }
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(written == #"[0,7,10,-120,0.063,-12.50000,"a\"b\\c\n\u0001é"]"#)
  }

  @Test("The code-point mapping agrees with the text's own")
  func mapping() {
    let text = ArticleText(String(repeating: "aé漢😀 ", count: 200))
    let mapping = CodePointMapping(text)
    for byte in 0...text.count {
      let offset = ByteOffset(byte)
      guard text[offset].map({ !$0.isUTF8Continuation }) ?? true else { continue }
      #expect(mapping(offset) == text.codePointOffset(of: offset).value)
    }
  }
}
