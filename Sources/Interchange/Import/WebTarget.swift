// The targets of Web Annotations in the forms that other programs give them, brought into the one that sidecars
// have: a source, and selectors for words or positions. A target that cannot be read is none; never does it
// become the whole article.

import ArticleModel
import LosslessJSON

/// A target of a Web Annotation (Web Annotation Data Model, sections 3.2, 4.1 and 4.2).
enum WebTarget {
  /// A passage, or the article as a whole, as sidecars write it.
  case resource(JSONValue, source: String)
  /// Another annotation.
  case annotation(String)
  /// Something that is no text, or a part of it that nothing here can find.
  case unreadable(String)

  /// Types of what is not read.
  private static let otherMedia: Set<String> = [
    "Image", "Video", "Sound", "Audio", "Dataset", "dctypes:Image", "dctypes:MovingImage",
    "dctypes:StillImage", "dctypes:Sound", "dctypes:Dataset",
  ]
  private static let groups: Set<String> = ["Composite", "List", "Independents", "Choice"]

  /// Reads a target, or several.
  /// - Parameter ids: the ids of the annotations of the file, and what each is called here.
  static func targets(_ json: JSONValue, among ids: [String: String]) -> [WebTarget] {
    if case .array(let targets) = json { return targets.flatMap { self.targets($0, among: ids) } }
    if let items = json["items"], json.types.contains(where: groups.contains) {
      return targets(items, among: ids)
    }
    return [target(json, among: ids)]
  }

  private static func target(_ json: JSONValue, among ids: [String: String]) -> WebTarget {
    let source = json["source"]
    let name = json.string ?? source?.string ?? source?["id"]?.string ?? json["id"]?.string ?? ""
    let selector = json["selector"]
    if name.isEmpty, selector == nil { return .unreadable("has a target that names nothing") }
    if selector == nil, let id = ids[name] { return .annotation(id) }
    if selector == nil, json.string != nil, name.hasPrefix("urn:uuid:") { return .annotation(name) }
    let types = json.types + (source?.types ?? [])
    if let type = types.first(where: otherMedia.contains) { return .unreadable("is about \(type)") }
    let (address, fragment) = WebFragment.split(name)
    var object: JSONObject = if case .object(let object) = json { object } else { [:] }
    object["source"] = .string(address)
    if let selector {
      guard let selectors = WebSelector.readable(selector) else {
        return .unreadable("has nothing but \(WebSelector.name(of: selector))")
      }
      object["selector"] = .array(selectors)
    } else if let fragment {
      guard let selector = WebFragment.selector(fragment) else {
        return .unreadable("points to “#\(fragment.prefix(60))”, which Galley does not look up")
      }
      object["selector"] = .array([selector])
    }
    return .resource(.object(object), source: address)
  }
}

extension JSONValue {
  /// The values of `type`, which may be one or several.
  var types: [String] {
    guard let type = self["type"] else { return [] }
    return type.string.map { [$0] } ?? type.elements.compactMap(\.string)
  }

  /// The elements of a list, or the one thing that stands in place of it.
  var listed: [JSONValue] { if case .array(let elements) = self { elements } else { [self] } }
}

/// Selectors of a target.
enum WebSelector {
  /// The selectors with words or positions that sidecars can read, in front of the others; nil when there are
  /// none.
  static func readable(_ json: JSONValue) -> [JSONValue]? {
    let selectors = json.listed
    let read = selectors.flatMap(passages)
    guard !read.isEmpty else { return nil }
    let others = selectors.filter { selector in
      !["TextQuoteSelector", "TextPositionSelector"].contains(selector["type"]?.string ?? "")
    }
    return read + others
  }

  /// What selectors are called that say nothing of words.
  static func name(of json: JSONValue) -> String {
    let names = json.listed.map { selector in
      selector.types.first.map { $0.hasPrefix("Text") ? "an empty \($0)" : "a \($0)" }
        ?? "a selector of no known type"
    }
    return names.isEmpty ? "an empty selector" : names.uniqued().joined(separator: " and ")
  }

  /// The quotes and positions that a selector comes to.
  private static func passages(_ selector: JSONValue) -> [JSONValue] {
    let own = ownPassage(selector)
    guard let refinement = selector["refinedBy"] else { return own.map { [$0] } ?? [] }
    let inner = refinement.listed.flatMap(passages)
    if let own { return inner.compactMap { refined(own, by: $0) } }
    // What counts from the beginning of an element says nothing of the article.
    return inner.filter { $0["exact"] != nil }
  }

  private static func ownPassage(_ selector: JSONValue) -> JSONValue? {
    var selector = selector
    switch selector["type"]?.string {
    case "TextQuoteSelector":
      guard let exact = selector["exact"]?.string, !exact.isEmpty else { return nil }
    case "TextPositionSelector":
      guard let start = selector["start"]?.int, let end = selector["end"]?.int, 0 <= start,
        start < end
      else { return nil }
    case "FragmentSelector":
      return selector["value"]?.string.flatMap(WebFragment.selector)
    default: return nil
    }
    if case .object(var object) = selector, object["refinedBy"] != nil {
      object["refinedBy"] = nil
      selector = .object(object)
    }
    return selector
  }

  /// The part of a passage that a second selector chooses; nil when it is not in there, or not once.
  private static func refined(_ outer: JSONValue, by inner: JSONValue) -> JSONValue? {
    guard let words = outer["exact"]?.string else {
      guard inner["exact"] == nil, let base = outer["start"]?.int, base <= Int32.max else {
        return inner["exact"] == nil ? nil : inner
      }
      return position(inner, from: base, to: outer["end"]?.int ?? 0)
    }
    let scalars = Array(words.unicodeScalars)
    let range: Range<Int>
    if let exact = inner["exact"]?.string.map({ Array($0.unicodeScalars) }) {
      let starts = (0...max(scalars.count - exact.count, 0)).filter {
        scalars[$0...].starts(with: exact)
      }
      guard starts.count == 1 else { return nil }
      range = starts[0]..<starts[0] + exact.count
    } else {
      guard let start = inner["start"]?.int, let end = inner["end"]?.int, end <= scalars.count
      else { return nil }
      range = start..<end
    }
    return quote(
      scalars[range], (outer["prefix"]?.string ?? "") + String(scalars[..<range.lowerBound]),
      String(scalars[range.upperBound...]) + (outer["suffix"]?.string ?? ""))
  }

  private static func position(_ inner: JSONValue, from base: Int, to limit: Int) -> JSONValue? {
    guard let start = inner["start"]?.int, let end = inner["end"]?.int, end <= Int32.max,
      base + end <= limit
    else { return nil }
    return [
      "type": "TextPositionSelector", "start": .integer(base + start), "end": .integer(base + end),
    ]
  }

  private static func quote(
    _ exact: ArraySlice<Unicode.Scalar>, _ prefix: String, _ suffix: String
  ) -> JSONValue {
    [
      "type": "TextQuoteSelector", "prefix": .string(prefix), "exact": .string(String(exact)),
      "suffix": .string(suffix),
    ]
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// What stands behind the # of an address.
enum WebFragment {
  /// The address, and its fragment if it has one.
  static func split(_ address: String) -> (address: String, fragment: String?) {
    guard let hash = address.firstIndex(of: "#") else { return (address, nil) }
    return (String(address[..<hash]), String(address[address.index(after: hash)...]))
  }

  /// The selector for a fragment of plain text (RFC 5147, `char=10,20`), or for words (`:~:text=`); nil for
  /// any other.
  static func selector(_ fragment: String) -> JSONValue? {
    if let directive = fragment.firstRange(of: ":~:text=") {
      return words(fragment[directive.upperBound...])
    }
    guard fragment.hasPrefix("char="), let range = fragment.dropFirst(5).split(separator: ";").first
    else { return nil }
    let ends = range.split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = ends[0].isEmpty ? 0 : Int(ends[0]), let end = Int(ends[1]),
      0 <= start, start < end
    else { return nil }
    return ["type": "TextPositionSelector", "start": .integer(start), "end": .integer(end)]
  }

  /// `prefix-,words,-suffix`; words from one place to another are not looked for.
  private static func words(_ directive: Substring) -> JSONValue? {
    var parts = directive.prefix { $0 != "&" }.split(separator: ",")[...]
    var selector: JSONObject = ["type": "TextQuoteSelector"]
    if let first = parts.first, first.hasSuffix("-"), parts.count > 1 {
      selector.append("prefix", decoded(first.dropLast()).map { .string($0 + " ") })
      parts = parts.dropFirst()
    }
    if let last = parts.last, last.hasPrefix("-"), parts.count > 1 {
      selector.append("suffix", decoded(last.dropFirst()).map { .string(" " + $0) })
      parts = parts.dropLast()
    }
    guard parts.count == 1, let exact = parts.first.flatMap(decoded), !exact.isEmpty else {
      return nil
    }
    selector.append("exact", .string(exact))
    return .object(selector)
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
