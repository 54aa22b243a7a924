// What is JSON and what is not, and that nothing of a text is lost in reading it.

import LosslessJSON
import Testing

@Suite struct JSONDocumentTests {
  @Test(
    "What RFC 8259 allows is read, and written back byte for byte",
    arguments: [
      "null", " true ", "false\n", "0", "-0", "1.50e+07", "123456789012345678901234567890", "\"\"",
      "\"\\u0041\\uD83D\\uDE00\\/\"", "[]", "[ ]", "{}", "{ }", "[1 , 2]", "{\"a\" :1,\"a\":2}",
      "\u{FEFF}[]", "\"\u{7F}é日👩‍👩‍👧\"", "\t\r\n[\n]\r\n", "[[[[]]]]", "\"\\ud800\"", "1E400",
    ])
  func accepts(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try JSONDocument(parsing: bytes).bytes == bytes)
  }

  @Test(
    "What RFC 8259 does not allow is refused",
    arguments: [
      "", " ", "nul", "nulls", "True", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN",
      "Infinity", "'a'", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\", "\"a\nb\"", "[", "[1", "[1,]",
      "[,1]",
      "[1 2]", "]", "{", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{1:1}", "[1]]",
      "1 2", "// c\n1", "[1]\u{0}", "\u{A0}1", "\u{FEFF}",
    ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xFF], [0xE6, 0x97],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: [0x22] + bytes + [0x22]) }
  }

  @Test("An error names the line, the column in characters and what was expected")
  func errorPlace() {
    let error = #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array("{\n  \"é\": [1 2]\n}".utf8))
    }
    #expect(error?.description == "line 2, column 11: a comma or \"]\" was expected")
  }

  @Test("Nesting is bounded")
  func nesting() throws {
    let deepest = JSONDocument.deepestNesting
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONDocument(parsing: nested(deepest))
    #expect(throws: JSONError.self) { try JSONDocument(parsing: nested(deepest + 1)) }
    #expect(throws: JSONError.self) {
      try JSONDocument(parsing: Array(repeating: UInt8(ascii: "["), count: 100_000))
    }
  }

  @Test("Strings of every length end where they should")
  func stringLengths() throws {
    for length in 0..<40 {
      for tail in ["", "é", "\\n", "\u{7F}"] {
        let text = "[\"" + String(repeating: "x", count: length) + tail + "\",1]"
        let node = try JSONDocument(parsing: Array(text.utf8)).root
        let words = node.elements.first { _ in true }?.string
        #expect(words == String(repeating: "x", count: length) + (tail == "\\n" ? "\n" : tail))
        #expect(Array(node.elements).count == 2)
      }
    }
  }

  @Test("Escapes are resolved, and half a surrogate pair is no string")
  func escapes() throws {
    func read(_ text: String) throws -> String? {
      try JSONDocument(parsing: Array(text.utf8)).root.string
    }
    #expect(try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#) == "\"\\/\u{8}\u{C}\n\r\té😀")
    #expect(try read(#""\ud83d""#) == nil)
    #expect(try read(#""\ude00\ud83d""#) == nil)
    #expect(try read(#""\ud83dx\ude00""#) == nil)
    #expect(throws: JSONError.self) { try JSONValue(parsing: #"["\udc00"]"#) }
  }

  @Test("The digits of numbers are kept")
  func numbers() throws {
    let value = try JSONValue(
      parsing: "[0.70, 1e2, 123456789012345678901234567890, 1e999, 2.5E-3, 1e+4]")
    #expect(value[0]?.double == 0.7)
    #expect(value[1]?.int == 100)
    #expect(value[2]?.int == nil)
    #expect(value[3]?.double == nil)
    #expect(value.compact() == "[0.70,1e2,123456789012345678901234567890,1e999,2.5E-3,1e+4]")
  }

  @Test("Whole numbers are read where they stand, however they are written")
  func wholeNumbers() throws {
    let text = """
      [0, 7, 907, -3, -0, 1e2, 1.0, 1.5, 999999999999999999, 1000000000000000000,
      9223372036854775807, 9223372036854775808, "12", null]
      """
    let numbers = try JSONDocument(parsing: Array(text.utf8)).root.elements.map(\.int)
    let big = [999_999_999_999_999_999, 1_000_000_000_000_000_000, Int.max]
    #expect(numbers == [0, 7, 907, -3, 0, 100, 1, nil] + big + [nil, nil, nil])
  }

  @Test("Values are written one member a line, or in one line, and safely for a terminal")
  func writing() throws {
    let value: JSONValue = [
      "b": [1, 0.5, true, .null], "a": [:], "c": [], "d": "\u{1B}[31m\u{9B}\n",
    ]
    #expect(value.compact() == #"{"b":[1,0.5,true,null],"a":{},"c":[],"d":"\u001b[31m\u009b\n"}"#)
    #expect(
      value.prettyPrinted() == """
        {
          "b": [
            1,
            0.5,
            true,
            null
          ],
          "a": {},
          "c": [],
          "d": "\\u001b[31m\\u009b\\n"
        }

        """)
    #expect(try JSONValue(parsing: value.prettyPrinted()) == value)
  }
}
