// Members that an object names twice.

import Testing

@testable import LosslessJSON

@Suite struct JSONRepetitionTests {
  private func repeated(_ text: String) throws -> String? {
    try JSONDocument(parsing: Array(text.utf8)).root.repeatedMember
  }

  @Test("A name that is there twice is found, whatever its escapes and however many there are")
  func found() throws {
    #expect(try repeated(#"{"a": 1, "b": 2, "a": 3}"#) == "a")
    #expect(try repeated(#"{"a": 1, "\u0061": 2}"#) == "a")
    let many = (0..<200).map { "\"n\($0)\": 0" }.joined(separator: ",")
    #expect(try repeated("{\(many), \"n17\": 1}") == "n17")
    #expect(try repeated("{\(many)}") == nil)
    #expect(try repeated(#"{"a": {"b": 1}, "b": 2, "A": 3}"#) == nil)
    #expect(try repeated("[1, 1]") == nil)
  }

  @Test("Names of the same length and the same last letter are told apart, and so are empty ones")
  func similar() throws {
    #expect(try repeated(#"{"start": 1, "short": 2, "sight": 3}"#) == nil)
    #expect(try repeated(#"{"start": 1, "short": 2, "sight": 3, "short": 4}"#) == "short")
    #expect(try repeated(#"{"": 1, "a": 2}"#) == nil)
    // Of two such names, the one that comes first for the second time.
    #expect(try repeated(#"{"a": 1, "b": 2, "b": 3, "a": 4}"#) == "b")
    #expect(try repeated(#"{"": 1, "a": 2, "": 3}"#) == "")
  }

  @Test("A value refuses a name that is there twice at any depth, and says which and where")
  func values() {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: "{\"a\": [\n  {\"b\": 1, \"b\": 2}]}")
    }
    #expect(error?.description == "line 2, column 12: \"b\" is there twice")
  }

  @Test("The work grows with the number of members, not with its square")
  func linear() throws {
    func object(_ count: Int) -> [UInt8] {
      Array("{\((0..<count).map { "\"member \($0)\":0" }.joined(separator: ","))}".utf8)
    }
    let node = try JSONDocument(parsing: object(200_000)).root
    #expect(node.repeatedMember == nil)
  }
}
