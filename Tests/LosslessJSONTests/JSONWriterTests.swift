// JSON that is written as it is called: what others read is what was meant, also piece by piece.

import LosslessJSON
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Members and elements are separated by one comma, however they are nested")
  func nested() {
    let text = written { json in
      json.object { json in
        json.key("kinds")
        json.array { json in
          json.boolean(true)
          json.boolean(false)
          json.null()
          json.array { _ in }
          json.object { _ in }
        }
        json.key("places")
        json.array(of: [1, 20, -3]) { $0.number($1) }
        json.key("title")
        json.string("“No”,\n\"he\" said")
      }
    }
    #expect(
      text == #"{"kinds":[true,false,null,[],{}],"places":[1,20,-3],"title":"“No”,\n\"he\" said"}"#)
  }

  @Test(
    "Whole numbers are written with all their digits",
    arguments: [0, 9, 10, -10, 99, 100, 1_000_000, Int.max, Int.min])
  func wholeNumbers(number: Int) {
    #expect(written { $0.number(number) } == String(number))
  }

  @Test(
    "Numbers with decimals have exactly so many, rounded",
    arguments: [
      (0.5, 3, "0.500"), (-0.25, 2, "-0.25"), (0.05, 2, "0.05"), (1.999, 2, "2.00"),
      (12.0, 1, "12.0"), (1234.5678, 3, "1234.568"),
    ])
  func decimals(number: Double, places: Int, text: String) {
    #expect(written { $0.number(number, places: places) } == text)
  }

  @Test("Elements that others wrote keep their digits and blanks between our own")
  func verbatim() {
    let text = written { json in
      json.array { json in
        json.number(1)
        json.verbatim(Array(#"{"a": 1.50}"#.utf8))
        json.string("x")
      }
    }
    #expect(text == #"[1,{"a": 1.50},"x"]"#)
  }

  @Test("What a drain is given is the same text, and after each line nothing is held back")
  func drained() {
    let words = (0..<40).map { String(repeating: "ü", count: $0 * 7) }
    var drained: [UInt8] = []
    var lines: [Int] = []
    func write(_ words: [String], to json: inout JSONWriter) {
      json.object { json in
        json.key("words")
        json.array(of: words) { $0.string($1) }
      }
    }
    var json = JSONWriter(capacity: 64) { drained += $0 }
    for count in [1, 40, 3] {
      write(Array(words.prefix(count)), to: &json)
      json.endLine()
      lines.append(drained.count)
      let held = json.bytes
      #expect(held.isEmpty)
    }
    let whole = [1, 40, 3].map { count in
      written { write(Array(words.prefix(count)), to: &$0) } + "\n"
    }
    #expect(String(decoding: drained, as: UTF8.self) == whole.joined())
    #expect(lines == [whole[0], whole[0] + whole[1], whole.joined()].map(\.utf8.count))
  }

  @Test("A writer that holds little gives its drain more than one piece of a long line")
  func pieces() {
    var pieces: [Int] = []
    var json = JSONWriter(capacity: 64) { pieces.append($0.count) }
    json.array(of: 0..<200) { $0.number($1) }
    json.endLine()
    #expect(pieces.count >= 10)
    #expect(pieces.allSatisfy { (1...64).contains($0) })
  }
}
