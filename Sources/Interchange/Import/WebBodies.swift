// The bodies of Web Annotations in the forms that other programs give them, brought into those that sidecars
// have: one note, tags, evidence; further notes become replies.

import ArticleModel
import LosslessJSON

/// The bodies of an annotation.
struct WebBodies {
  /// The bodies that the annotation keeps.
  private(set) var kept: [JSONValue] = []
  /// Notes that answer it.
  private(set) var replies: [JSONValue] = []
  private let motivations: Set<String>
  private let creator: JSONValue?

  /// Purposes of notes; a body without a purpose is one, too.
  private static let notePurposes: Set<String> = [
    "commenting", "questioning", "describing", "assessing", "editing", "moderating",
  ]

  init(_ item: JSONValue) {
    motivations = Set((item["motivation"]?.listed ?? []).compactMap(\.string))
    creator = item["creator"]
    var bodies = item["body"]?.listed ?? []
    if let text = item["bodyValue"]?.string {
      bodies.append(["type": "TextualBody", "value": .string(text)])
    }
    for body in bodies where body != .null { add(body) }
  }

  private mutating func add(_ body: JSONValue) {
    if body.types.contains("Choice"), noteIndex == nil,
      let text = body["items"]?.elements.first(where: { $0["value"]?.string != nil })
    {
      kept.append(text)
    }
    if let evidence = evidence(body) { return kept.append(evidence) }
    for tag in Self.tags(body) { kept.append(tag) }
    guard let text = body["value"]?.string else { return kept.append(body) }
    let purpose = body["purpose"]?.string
    if purpose == nil, motivations == ["tagging"] { return kept.append(body.with("tagging")) }
    if purpose == "replying", noteIndex != nil || !motivations.contains("replying") {
      replies.append(body)
    } else if purpose.map(Self.notePurposes.contains) ?? true, let index = noteIndex {
      let isOthers = body["creator"].map { $0 != creator && $0 != kept[index]["creator"] } ?? false
      if isOthers { replies.append(body) } else { kept[index] = kept[index].with(note: text) }
    } else {
      kept.append(body)
    }
  }

  /// Where the note is.
  private var noteIndex: Int? {
    kept.firstIndex { body in
      body["value"]?.string != nil
        && (body["purpose"]?.string.map(Self.notePurposes.contains) ?? true)
    }
  }

  /// The address that a body links to, as sidecars write it; nil when it links to none.
  private func evidence(_ body: JSONValue) -> JSONValue? {
    let purpose = body["purpose"]?.string
    guard purpose == "linking" || (purpose == nil && motivations.contains("linking")) else {
      return nil
    }
    let address =
      body.string ?? body["source"]?.string ?? body["id"]?.string ?? body["value"]?.string
    guard let address, address.contains("://") || body["source"] != nil else { return nil }
    var object: JSONObject = if case .object(let object) = body { object } else { [:] }
    object["type"] = "SpecificResource"
    object["purpose"] = "linking"
    object["source"] = .string(address)
    for name in ["id", "value"] where object[name]?.string == address { object[name] = nil }
    return .object(object)
  }

  /// The tags that Readium writes as members of a body.
  private static func tags(_ body: JSONValue) -> [JSONValue] {
    let names = ["tag", "keyword", "tags", "keywords"].flatMap { body[$0]?.listed ?? [] }
    return names.compactMap(\.string).filter { !$0.isEmpty }.uniqued().map {
      ["type": "TextualBody", "purpose": "tagging", "value": .string($0)]
    }
  }
}

extension JSONValue {
  fileprivate func with(_ purpose: String) -> JSONValue {
    guard case .object(var object) = self else { return self }
    object["purpose"] = .string(purpose)
    return .object(object)
  }

  /// The body with another note behind its own.
  fileprivate func with(note: String) -> JSONValue {
    guard case .object(var object) = self, let own = object["value"]?.string else { return self }
    object["value"] = .string(own.isEmpty ? note : own + "\n\n" + note)
    return .object(object)
  }
}
