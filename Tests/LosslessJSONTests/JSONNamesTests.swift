// Several members of an object, found in one pass over it.

import Testing

@testable import LosslessJSON

@Suite struct JSONNamesTests {
  private func values(_ names: [StaticString], in text: String) throws -> [String?] {
    let root = try JSONDocument(parsing: Array(text.utf8)).root
    let values = root.values(named: JSONNames(names))
    return names.indices.map { name in
      values[name].map { String(decoding: $0.lexeme, as: UTF8.self) }
    }
  }

  @Test("Members are found in the order in which they are asked for")
  func order() throws {
    let text = #"{"bb": 1, "a": {"c": 2}, "longer": [3], "cc": null, "": 4}"#
    #expect(
      try values(["longer", "a", "cc", "bb"], in: text) == ["[3]", #"{"c": 2}"#, "null", "1"])
    #expect(try values(["c", "", "longer still", "dd"], in: text) == [nil, "4", nil, nil])
    #expect(try values([], in: text) == [])
  }

  @Test("Names with escapes are found, and of two members of one name the first")
  func names() throws {
    #expect(try values(["ab", "c"], in: #"{"\u0061b": 1, "ab": 2, "c": 3}"#) == ["1", "3"])
  }

  @Test("What is no object has no members", arguments: ["[]", "1", "{}"])
  func others(_ text: String) throws {
    #expect(try values(["a", "bb"], in: text) == [nil, nil])
  }
}
