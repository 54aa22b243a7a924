// Pulling values out of a text without a tree.

import LosslessJSON
import Testing

@Suite struct JSONScannerTests {
  /// Reads an object whose member `s` is a string and skips what else it holds.
  private func read(_ text: String) throws(JSONError) -> (strings: [String], others: [String]) {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var strings: [String] = []
      var others: [String] = []
      var scanner = JSONScanner(buffer)
      try scanner.object { (name: String, scanner: inout JSONScanner) throws(JSONError) in
        if name == "s" {
          strings.append(String(decoding: try scanner.string(), as: UTF8.self))
        } else {
          others.append(String(decoding: buffer[try scanner.skipValue()], as: UTF8.self))
        }
      }
      try scanner.finish()
      return (strings, others)
    }
  }

  @Test("Strings are resolved, other values found where they stand")
  func pulling() throws {
    let found = try read(
      #" { "s" : "a\ud83d\ude00\n\/b" , "x": [1, {"y": "}"}] ,"\u0073":"é","z": -0.5e3 } "#)
    #expect(found.strings == ["a😀\n/b", "é"])
    #expect(found.others == [#"[1, {"y": "}"}]"#, "-0.5e3"])
  }

  @Test(
    "A member is found wherever it stands, and nothing behind it is looked at",
    arguments: [
      (#"{"about": {"n": 1}, "items": [br"#, #"{"n": 1}"#),
      (#" { "x":[{"about":2}],"\u0061bout" : 3 }"#, "3"),
      (#"{"about":"first","about":"second"}"#, #""first""#),
      (#"{"x":{"about":1}}"#, nil), ("{}", nil), ("{ }", nil),
    ])
  func oneMember(text: String, value: String?) throws {
    let found = try Array(text.utf8).withUnsafeBufferPointer { buffer throws(JSONError) in
      var scanner = JSONScanner(buffer)
      return try scanner.value(named: "about").map { String(decoding: buffer[$0], as: UTF8.self) }
    }
    #expect(found == value)
  }

  @Test(
    "What is no JSON before the member is an error",
    arguments: [
      "", "[]", "7", #"{"x" 1, "about": 2}"#, #"{"x": tru, "about": 2}"#, #"{,"about":2}"#,
    ])
  func noMember(text: String) {
    #expect(throws: JSONError.self) {
      try Array(text.utf8).withUnsafeBufferPointer { buffer throws(JSONError) in
        var scanner = JSONScanner(buffer)
        _ = try scanner.value(named: "about")
      }
    }
  }

  @Test("Half of a surrogate pair becomes U+FFFD")
  func halves() throws {
    #expect(
      try read(#"{"s":"a\ud800b\udc00\ud800A\ud800"}"#).strings == [
        "a\u{FFFD}b\u{FFFD}\u{FFFD}A\u{FFFD}"
      ])
  }

  @Test(
    "An error says at which byte",
    arguments: [
      (#"{"id": [}, "s":"x"}"#, 8), (#"{"s": 5}"#, 6), ("[]", 0), (#"{"s":"x"} x"#, 10), ("", 0),
      (#"{"s":"x""#, 8),
    ])
  func errors(_ text: String, _ offset: Int) {
    let error = #expect(throws: JSONError.self) { try read(text) }
    #expect(error?.offset == offset)
  }

  @Test("What an object holds counts the object as a level")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      "{\"x\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(try read(nested(JSONDocument.deepestNesting - 1)).others.count == 1)
    #expect(throws: JSONError.self) { try read(nested(JSONDocument.deepestNesting)) }
  }
}
