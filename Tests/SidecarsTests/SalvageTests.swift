// What can be read of damaged sidecars: all that is whole, in time that grows with their length and no faster.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct SalvageTests {
  private static func item(_ number: Int) -> String {
    #"{"id":"urn:test:\#(number)","type":"Annotation","body":[{"type":"TextualBody","value":"a {\"b\": [1"}],"#
      + #""target":{"source":"a.txt","selector":[{"type":"TextQuoteSelector","exact":"x"}]}}"#
  }

  private static func sidecar(_ count: Int, separator: String = ",\n") -> [UInt8] {
    let items = (0..<count).map(item).joined(separator: separator)
    return Array(#"{"type":"AnnotationSet","about":{"dc:title":"t"},"items":[\#(items)]}"#.utf8)
  }

  private static func ids(in bytes: [UInt8]) -> [String] {
    Salvage.annotations(in: bytes).map { String($0.id.description.dropFirst(9)) }
  }

  @Test("Wherever a sidecar is cut, all annotations before the cut are found", arguments: 0..<2)
  func cut(seed: UInt64) {
    let whole = Self.sidecar(5, separator: seed % 2 == 0 ? "," : ",\n")
    for length in stride(from: 0, to: whole.count, by: 13) {
      let text = String(decoding: whole[..<length], as: UTF8.self)
      let expected = (0..<5).filter { text.contains(Self.item($0)) }.map(String.init)
      #expect(Self.ids(in: Array(text.utf8)) == expected, "cut at \(length)")
    }
  }

  @Test(
    "One byte that is another takes the annotation that it is in, and no other", arguments: 0..<2)
  func flipped(seed: UInt64) {
    var chance = Chance(seed: seed)
    let whole = Self.sidecar(5, separator: seed % 2 == 0 ? "," : ",\n")
    for offset in stride(from: 0, to: whole.count, by: 9) {
      var damaged = whole
      damaged[offset] = chance.pick(Array("\"{}[]\\,:x\n\u{0}".utf8))
      let found = Set(Self.ids(in: damaged))
      let lost = (0..<5).filter { !found.contains("\($0)") }.count
      #expect(lost <= 1, "seed \(seed), byte \(offset): \(found)")
    }
  }

  /// Texts that are no sidecar any more, of a length.
  private static let shapes: [(String, @Sendable (Int) -> String)] = [
    ("names without end", { String(repeating: "{\"", count: $0 / 2) }),
    ("braces", { String(repeating: "{", count: $0) }),
    ("brackets", { String(repeating: "[", count: $0) }),
    ("braces and brackets", { String(repeating: "[{", count: $0 / 2) }),
    ("nested objects", { String(repeating: "{\"a\":", count: $0 / 5) }),
    ("nested objects with a name before", { String(repeating: "{\"a\":1,\"b\":", count: $0 / 11) }),
    ("nested items", { String(repeating: #"{"id":"x","target":{"a":"#, count: $0 / 24) }),
    ("items without end", { String(repeating: #"{"id":"x","target":"t","#, count: $0 / 23) }),
    (
      "unreadable items in one another",
      { count in
        let depth = 500
        let one =
          String(repeating: #"{"id":1,"target":1,"x":"#, count: depth) + "1"
          + String(repeating: "}", count: depth)
        return String(repeating: one + " x ", count: max(count / one.utf8.count, 1))
      }
    ),
    ("small objects", { "{\"a\": [" + String(repeating: "{},", count: $0 / 3) }),
    ("one long string", { "{\"a\":\"" + String(repeating: "{x", count: $0 / 2) }),
    ("one long string with escapes", { "{\"a\":\"" + String(repeating: "{\\\"", count: $0 / 3) }),
    ("strings with line ends", { String(repeating: "{\"a\": \"b\n", count: $0 / 9) }),
    ("white space", { String(repeating: "{    ", count: $0 / 5) }),
    ("quotation marks", { String(repeating: "\"", count: $0) + "{" }),
    ("backslashes", { "{\"" + String(repeating: "\\", count: $0) }),
    (
      "whole items, then a broken one",
      { count in
        (0..<(count / 240)).map { item($0) }.joined(separator: ",") + "{\"id\": \""
      }
    ),
    (
      "items with a broken name in each",
      { count in
        (0..<(count / 240)).map { item($0).replacing("\"body\"", with: "\"body") }
          .joined(separator: ",")
      }
    ),
  ]

  @Test("A damaged text of any shape is gone through once", arguments: shapes.indices)
  func linear(shape: Int) {
    let (name, make) = Self.shapes[shape]
    let (short, long) = (Array(make(12_000).utf8), Array(make(192_000).utf8))
    let few = processorSeconds(tries: 3) { _ = Salvage.annotations(in: short) }
    let many = processorSeconds(tries: 1) { _ = Salvage.annotations(in: long) }
    #expect(many < 60 * few + 0.1, "\(name): \(few) s and \(many) s")
  }
}
