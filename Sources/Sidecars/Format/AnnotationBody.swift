// The bodies of an annotation in JSON-LD: terms, the note, tags and evidence.

import ArticleModel
import LosslessJSON

/// One body, as this version understands it (Web Annotation Data Model, section 3.2).
enum AnnotationBody {
  case term(TermReference)
  case note(String)
  case tag(String)
  case evidence(Evidence)

  /// The name space of our own terms, as the context of a sidecar abbreviates it.
  private static let termPrefix = "galley:"

  /// Purposes of a text that is the reader's note.
  private static let notePurposes: Set<String> = [
    "commenting", "replying", "questioning", "describing", "assessing", "editing", "moderating",
  ]

  /// Reads a body; nil when it is one that this version leaves alone.
  init?(_ node: JSONNode) {
    let purpose = node["purpose"]?.string
    if let text = node["value"]?.string, purpose == "tagging" {
      self = .tag(text)
    } else if let text = node["value"]?.string, purpose.map(Self.notePurposes.contains) ?? true {
      self = .note(text)
    } else if purpose == "classifying", let term = Self.term(node) {
      self = .term(term)
    } else if purpose == "linking", let evidence = Evidence(node) {
      self = .evidence(evidence)
    } else {
      return nil
    }
  }

  /// What tells the body from the others of its annotation. The part before the colon is its sort.
  var key: String {
    switch self {
    case .term(let term): "term:\(term)"
    case .note: "note"
    case .tag(let tag): "tag:\(tag)"
    case .evidence(let evidence): "evidence:\(evidence.url)"
    }
  }

  /// The key of a body that `json` made.
  static func key(of json: JSONValue) -> String? {
    switch json["purpose"]?.string {
    case "classifying": json["source"]?.string.map { "term:\($0.dropFirst(termPrefix.count))" }
    case "linking": json["source"]?.string.map { "evidence:\($0)" }
    case "tagging": json["value"]?.string.map { "tag:\($0)" }
    default: "note"
    }
  }

  /// The body in JSON-LD.
  var json: JSONValue {
    switch self {
    case .term(let term): Self.json(of: term)
    case .note(let text):
      [
        "type": "TextualBody", "purpose": "commenting", "format": "text/markdown",
        "value": .string(text),
      ]
    case .tag(let tag):
      ["type": "TextualBody", "purpose": "tagging", "value": .string(tag)]
    case .evidence(let evidence): evidence.json
    }
  }

  // MARK: Terms

  private static func term(_ node: JSONNode) -> TermReference? {
    var term = node["source"]?.withUTF8 { path($0) } ?? nil
    term?.packVersion = node["galley:packVersion"]?.string
    return term
  }

  /// Reads `galley:pack/group/term`; a term may have slashes of its own.
  private static func path(_ source: UnsafeBufferPointer<UInt8>) -> TermReference? {
    guard source.starts(with: termPrefix.utf8) else { return nil }
    let path = source.dropFirst(termPrefix.utf8.count)
    guard let first = path.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let rest = path[(first + 1)...]
    guard let second = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    func text(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
    return TermReference(
      pack: text(path[..<first]), group: text(rest[..<second]), term: text(rest[(second + 1)...]))
  }

  private static func json(of term: TermReference) -> JSONValue {
    var object: JSONObject = [
      "type": "SpecificResource", "purpose": "classifying",
      "source": .string(termPrefix + term.description),
    ]
    object.append("galley:packVersion", term.packVersion.map(JSONValue.string))
    return .object(object)
  }
}
