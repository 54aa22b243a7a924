// Where in a source the words of evidence stand, as selectors of the Web Annotation model.

import ArticleModel
import LosslessJSON

extension EvidencePlace {
  /// The specifications that say how fragments name moments and pages.
  private static let mediaFragments = "http://www.w3.org/TR/media-frags/"
  private static let pages = "http://tools.ietf.org/rfc/rfc3778"

  /// Reads the selectors of a source; nil when none of them names a place in one of our ways.
  init?(_ node: JSONNode) {
    self.init()
    for selector in node.listed {
      if let start = selector["start"]?.int, let end = selector["end"]?.int, 0 <= start,
        start <= end
      {
        codePoints = CodePointSpan(CodePointOffset(start), CodePointOffset(end))
      }
      guard let value = selector["value"]?.string else { continue }
      if value.hasPrefix("t=") {
        milliseconds = Self.milliseconds(value.dropFirst(2).prefix { $0 != "," })
      }
      if value.hasPrefix("page=") { page = String(value.dropFirst(5)) }
    }
    if codePoints == nil, milliseconds == nil, page == nil { return nil }
  }

  /// Reads seconds of normal play time, such as "77" or "77.5".
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let seconds = Int(first), (0...10_000_000).contains(seconds)
    else { return nil }
    guard parts.count == 2 else { return seconds * 1000 }
    let digits = (parts[1] + "000").prefix(3)
    guard parts[1].allSatisfy(\.isASCII), let rest = Int(digits), rest >= 0 else { return nil }
    return seconds * 1000 + rest
  }

  /// The selectors.
  var json: JSONValue {
    var selectors: [JSONValue] = []
    if let codePoints {
      selectors.append([
        "type": "TextPositionSelector", "start": .integer(codePoints.start.value),
        "end": .integer(codePoints.end.value),
      ])
    }
    if let milliseconds {
      selectors.append(Self.fragment("t=\(Self.seconds(milliseconds))", Self.mediaFragments))
    }
    if let page { selectors.append(Self.fragment("page=\(page)", Self.pages)) }
    return .array(selectors)
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000 + 1000).dropFirst()
    return "\(milliseconds / 1000)" + (rest == "000" ? "" : ".\(rest)")
  }

  private static func fragment(_ value: String, _ specification: String) -> JSONValue {
    [
      "type": "FragmentSelector", "conformsTo": .string(specification), "value": .string(value),
    ]
  }
}
