// JSON texts to hold every reader of JSON to: a few of our own, and the public JSONTestSuite
// (github.com/nst/JSONTestSuite) where somebody has it:
// GALLEY_JSON_TEST_SUITE=path/to/test_parsing swift test --filter JSONConformance

import FoundationEssentials

/// A text, and what a reader of JSON has to make of it.
public struct JSONSample: Sendable {
  /// What RFC 8259 says of a text.
  public enum Verdict: Sendable {
    case isJSON, isNotJSON
    /// A reader may take it or refuse it, but must not crash.
    case isOpen
  }

  /// What to call it in messages.
  public let name: String
  /// The text.
  public let bytes: [UInt8]
  /// What is to be made of it.
  public let verdict: Verdict

  /// Our own samples, then those of the suite if there is one.
  public static var all: [JSONSample] { own + suite }

  /// Whether white space or a byte-order mark surrounds the value, so that it cannot stand in another.
  public var canStandInside: Bool { !bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The text with the sample in the place of `…`.
  public func inside(_ frame: String) -> [UInt8] {
    let parts = frame.split(separator: "…", omittingEmptySubsequences: false)
    return Array(parts[0].utf8) + bytes + Array(parts[1].utf8)
  }

  // MARK: Ours

  private static let own =
    accepted.map { JSONSample(name: $0, bytes: Array($0.utf8), verdict: .isJSON) }
    + refused.map { JSONSample(name: $0, bytes: Array($0.utf8), verdict: .isNotJSON) }
    + notUTF8.map { JSONSample(name: "\($0)", bytes: [0x22] + $0 + [0x22], verdict: .isNotJSON) }
    + open.map { JSONSample(name: $0, bytes: Array($0.utf8), verdict: .isOpen) }

  private static let accepted = [
    "null", " true ", "false\n", "0", "-0", "1.50e+07", "123456789012345678901234567890", "\"\"",
    #""\u0041\uD83D\uDE00\/\n""#, "[]", "[ ]", "{}", "{ }", "[1 , 2]", #"{"a" :1,"b":{"a":2}}"#,
    "\"\u{7F}é日👩‍👩‍👧\u{2028}\"", "\t\r\n[\n]\r\n", "[[[[]]]]", "1E400",
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  ]

  private static let refused = [
    "", " ", "nul", "nulls", "True", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN",
    "Infinity", "'a'", "\"", #""\x""#, #""\u12g4""#, "\"\\", "\"a\nb\"", "[", "[1", "[1,]", "[,1]",
    "[1 2]", "]", "{", #"{"a""#, #"{"a":"#, #"{"a":1,}"#, #"{"a" 1}"#, "{a:1}", "{1:1}", "[1]]",
    "[}", "{]", "[1:2]", #"{"a","b"}"#, "1 2", "// c\n1", "[1]\u{0}", "\u{A0}1",
    String(repeating: "[", count: 100_000),
    String(repeating: #"{"a":"#, count: 100_000),
  ]

  private static let notUTF8: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xFF], [0xE6, 0x97],
  ]

  private static let open = [#""\ud800""#, #"["\udc00\ud800"]"#, "\u{FEFF}[]", #"{"a":1,"a":2}"#]

  // MARK: The suite

  private static let suite: [JSONSample] = {
    guard let folder = ProcessInfo.processInfo.environment["GALLEY_JSON_TEST_SUITE"],
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)")) else { return nil }
      return JSONSample(name: name, bytes: Array(data), verdict: Verdict(fileName: name))
    }
  }()
}

extension JSONSample.Verdict {
  /// What the suite says by the first letter of a name. That an object names a member twice is open here:
  /// readers that need to know which one counts refuse it.
  fileprivate init(fileName name: String) {
    if name.hasPrefix("y_object_duplicated") {
      self = .isOpen
    } else {
      self = name.hasPrefix("y_") ? .isJSON : name.hasPrefix("n_") ? .isNotJSON : .isOpen
    }
  }
}
