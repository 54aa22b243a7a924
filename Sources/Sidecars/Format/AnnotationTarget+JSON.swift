// The targets of an annotation in JSON-LD: passages, the whole article, another annotation.

import ArticleModel
import LosslessJSON

extension AnnotationTarget {
  /// Reads a target (Web Annotation Data Model, sections 3.2.2, 4.2.4 and 4.2.5).
  init(_ node: JSONNode) throws(UnreadableItem.Reason) {
    if let source = node.string {
      self.init(source: IRIReference.name(of: source), passage: nil)
      return
    }
    guard let source = Self.source(of: node) else { throw .unusable("target") }
    self.init(source: IRIReference.name(of: source), passage: nil)
    if let selectors = node["selector"] { passage = try Passage(selectors: selectors) }
    // A position in a part of a publication is none in the article.
    if node["galley:part"] != nil, passage?.exact.isEmpty == true { passage?.position = nil }
    passage?.confirmed = node["galley:confirmed"]?.string
    passage?.confirmation = node["galley:confirmation"].flatMap { Confirmation($0) }
  }

  private static func source(of node: JSONNode) -> String? {
    let source = node["source"] ?? node["id"]
    return source?.string ?? source?["id"]?.string
  }

  /// What tells the target from the others of its annotation, as `key(ofJSON:)` does.
  static func key(of node: JSONNode) -> String? {
    if let text = node.string, text.hasPrefix("urn:uuid:") { return "annotation:" + text }
    let selector = node["selector"]?.listed.first {
      $0["type"]?.isString(Passage.quoteType) ?? false
    }
    return key(exact: selector?["exact"]?.string, prefix: selector?["prefix"]?.string)
  }

  /// The key of a target that `json` made.
  static func key(ofJSON json: JSONValue) -> String? {
    if let text = json.string { return "annotation:" + text }
    let selector = json["selector"]?.elements.first {
      $0["type"]?.string == Passage.quoteType.description
    }
    return key(exact: selector?["exact"]?.string, prefix: selector?["prefix"]?.string)
  }

  private static func key(exact: String?, prefix: String?) -> String {
    "target:" + (exact ?? "") + "\u{0}" + (prefix ?? "")
  }

  /// The target in JSON-LD.
  var json: JSONValue {
    var object: JSONObject = ["source": .string(IRIReference.reference(to: source))]
    object.append("selector", passage.map { .array($0.selectors) })
    object.append("galley:confirmed", passage?.confirmed.map(JSONValue.string))
    object.append("galley:confirmation", passage?.confirmation?.json)
    return .object(object)
  }
}

extension Passage {
  static let quoteType: StaticString = "TextQuoteSelector"
  static let positionType: StaticString = "TextPositionSelector"

  /// Reads a passage off the selectors of a target, one or several.
  init(selectors node: JSONNode) throws(UnreadableItem.Reason) {
    var quote: JSONNode?
    var position: CodePointSpan?
    for selector in node.listed {
      if let name = selector.repeatedMember { throw .repeated(name) }
      guard let type = selector["type"] else { continue }
      if type.isString(Self.quoteType) {
        // Of several, the first that has words counts.
        if quote?["exact"]?.string == nil { quote = selector }
      } else if type.isString(Self.positionType) {
        position = CodePointSpan(selector)
      }
    }
    if let passage = quote.flatMap({ Passage(quote: $0) }) {
      self = passage
    } else {
      guard position != nil else { throw .unusable("selector") }
      self.init(exact: "")
    }
    self.position = position
  }

  private init?(quote node: JSONNode) {
    guard let exact = node["exact"]?.string else { return nil }
    self.init(
      exact: exact, prefix: node["prefix"]?.string ?? "", suffix: node["suffix"]?.string ?? "")
  }

  /// The passage as selectors; one whose words are not known has a position alone.
  var selectors: [JSONValue] {
    if exact.isEmpty, let position { return [Self.json(of: position)] }
    var quote: JSONObject = ["type": .string(Self.quoteType.description)]
    quote.append("prefix", prefix.isEmpty ? nil : .string(prefix))
    quote.append("exact", .string(exact))
    quote.append("suffix", suffix.isEmpty ? nil : .string(suffix))
    guard let position else { return [.object(quote)] }
    return [.object(quote), Self.json(of: position)]
  }

  private static func json(of position: CodePointSpan) -> JSONValue {
    [
      "type": .string(positionType.description), "start": .integer(position.start.value),
      "end": .integer(position.end.value),
    ]
  }
}

extension CodePointSpan {
  /// Reads a TextPositionSelector; nil when its numbers are no span.
  fileprivate init?(_ node: JSONNode) {
    guard let start = node["start"]?.int, let end = node["end"]?.int, 0 <= start, start <= end
    else { return nil }
    self.init(CodePointOffset(start), CodePointOffset(end))
  }
}
