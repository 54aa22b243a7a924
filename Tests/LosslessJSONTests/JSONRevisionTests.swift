// Changes to a text touch the bytes that they are about, and no other.

import Testing

@testable import LosslessJSON

@Suite struct JSONRevisionTests {
  /// The text after the encoding `old` of what was read became `new`.
  private func revise(
    _ text: String, from old: JSONValue, to new: JSONValue, lists: Set<String> = []
  ) throws -> String {
    let document = try JSONDocument(parsing: Array(text.utf8))
    let reconciliation = JSONReconciliation(
      lists: lists, keyOfNode: { _, node in node["k"]?.string },
      keyOfValue: { _, value in value["k"]?.string })
    let revision = reconciliation.revision(of: document.root, from: old, to: new)
    return String(decoding: document.bytes(revising: revision), as: UTF8.self)
  }

  @Test("A changed member changes; its odd neighbours stay")
  func change() throws {
    let text = "{ \"x\" :1.0 ,\t\"a\":  0.70, \"y\": [\"\\u0041\" ]}\n"
    #expect(
      try revise(text, from: ["a": 0.7], to: ["a": 0.8])
        == "{ \"x\" :1.0 ,\t\"a\":  0.8, \"y\": [\"\\u0041\" ]}\n")
  }

  @Test("A member is added behind the one that it follows, laid out like it")
  func addition() throws {
    #expect(
      try revise("{\n  \"a\": 1,\n  \"x\": 2\n}\n", from: ["a": 1], to: ["a": 1, "b": ["c": 3]])
        == "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 3\n  },\n  \"x\": 2\n}\n")
    #expect(
      try revise(#"{"a": 1, "x": 2}"#, from: ["a": 1], to: ["a": 1, "b": 3])
        == #"{"a": 1, "b": 3, "x": 2}"#)
    #expect(try revise("{}", from: [:], to: ["b": 3]) == "{\n  \"b\": 3\n}")
  }

  @Test("A member goes, and the others stay")
  func removal() throws {
    let text = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"x\": 3\n}"
    #expect(
      try revise(text, from: ["a": 1, "b": 2], to: ["b": 2]) == "{\n  \"b\": 2,\n  \"x\": 3\n}")
    #expect(
      try revise("{\"a\": 1, \"b\": 2}", from: ["a": 1, "b": 2], to: ["a": 1]) == "{\"a\": 1}")
  }

  @Test("What the text leaves to a default is written only when it changes")
  func defaults() throws {
    let text = #"{"a": 1}"#
    #expect(try revise(text, from: ["a": 1, "s": "open"], to: ["a": 1, "s": "open"]) == text)
    #expect(
      try revise(text, from: ["a": 1, "s": "open"], to: ["a": 1, "s": "done"])
        == #"{"a": 1,"s":"done"}"#)
  }

  @Test("Elements of a list are known by their key, and unknown ones stay in their place")
  func lists() throws {
    let text = #"{"l": [ {"k": "a:1", "n": 1}, "?", {"x": 0, "k": "b:1"} ]}"#
    let old: JSONValue = ["l": [["k": "a:1", "n": 1], ["k": "b:1"]]]
    #expect(
      try revise(text, from: old, to: ["l": [["k": "a:1", "n": 2], ["k": "b:1"]]], lists: ["l"])
        == #"{"l": [ {"k": "a:1", "n": 2}, "?", {"x": 0, "k": "b:1"} ]}"#)
    #expect(
      try revise(text, from: old, to: ["l": [["k": "b:2"], ["k": "c:1"]]], lists: ["l"])
        == #"{"l": [ "?", {"x": 0, "k": "b:2"}, {"k":"c:1"} ]}"#)
    #expect(
      try revise(text, from: old, to: [:], lists: ["l"]) == #"{"l": [ "?" ]}"#)
  }

  @Test("One thing that becomes several becomes a list")
  func singleToList() throws {
    let text = "{\n  \"l\": {\"k\": \"a:1\", \"x\": 0}\n}"
    let old: JSONValue = ["l": ["k": "a:1"]]
    #expect(
      try revise(text, from: old, to: ["l": [["k": "a:1"], ["k": "b:1"]]], lists: ["l"])
        == """
        {
          "l": [
            {"k": "a:1", "x": 0},
            {
              "k": "b:1"
            }
          ]
        }
        """)
    #expect(try revise(text, from: old, to: [:], lists: ["l"]) == "{}")
  }
}
