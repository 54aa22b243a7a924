// An annotation out of JSON-LD.

import ArticleModel
import LosslessJSON

extension Annotation {
  /// Reads an annotation (Web Annotation Data Model, section 3).
  init(_ node: JSONNode) throws(UnreadableItem.Reason) {
    guard node.kind == .object else { throw .notAnObject }
    if let name = node.repeatedMember { throw .repeated(name) }
    guard let id = node["id"] else { throw .missing("id") }
    guard let uri = id.string else { throw .unusable("id") }
    guard let target = node["target"] else { throw .missing("target") }
    self.init(id: AnnotationID(uri), kind: .note, targets: [])
    try readTargets(target)
    try readBodies(node["body"])
    kind = Self.kind(of: node, isLink: repliesTo != nil, hasBody: node["body"] != nil)
    readProperties(node)
    preserved = PreservedJSON(node)
  }

  private mutating func readTargets(_ node: JSONNode) throws(UnreadableItem.Reason) {
    for target in node.listed {
      if let name = target.repeatedMember { throw .repeated(name) }
      if let uri = target.string, uri.hasPrefix("urn:uuid:") {
        repliesTo = repliesTo ?? AnnotationID(uri)
      } else {
        targets.append(try AnnotationTarget(target))
      }
    }
  }

  private mutating func readBodies(_ node: JSONNode?) throws(UnreadableItem.Reason) {
    guard let node else { return }
    var hasNote = false
    for body in node.listed {
      if let name = body.repeatedMember { throw .repeated(name) }
      switch AnnotationBody(body) {
      case .term(let term): terms.append(term)
      case .tag(let tag): tags.append(tag)
      case .evidence(let source): evidence.append(source)
      case .note(let text) where !hasNote:
        note = text
        hasNote = true
      case .note, nil: break
      }
    }
  }

  private mutating func readProperties(_ node: JSONNode) {
    created = node["created"]?.string.map { Timestamp($0) }
    modified = node["modified"]?.string.map { Timestamp($0) }
    creator = node["creator"]?.listed.first.flatMap { Creator($0) }
    status = node["galley:status"]?.string.flatMap(AnnotationStatus.init) ?? .open
    confidence = node["galley:confidence"]?.double
    voice = node["galley:voice"]?.string
    claim = ClaimRecord(
      restated: node["galley:claim"]?.string, claimant: node["galley:claimant"]?.string,
      asOf: node["galley:asOf"]?.string.map { DateAsWritten($0) })
    correction = node["galley:correction"].flatMap { Correction($0) }
    conflictsWith = node["galley:conflictsWith"]?.string.map { AnnotationID($0) }
    adjudication = node["galley:adjudication"].flatMap { AdjudicationRecord($0) }
    isPrivate = node["galley:visibility"]?.string == "private"
  }

  // MARK: Kinds

  private static func kind(of node: JSONNode, isLink: Bool, hasBody: Bool) -> AnnotationKind {
    if let kind = node["galley:kind"]?.string.flatMap(AnnotationKind.init) { return kind }
    if let motivations = node["motivation"]?.listed {
      for case let motivation? in motivations.lazy.map(\.string) {
        if let kind = AnnotationKind(motivation: motivation, pointsAtAnnotation: isLink) {
          return kind
        }
      }
    }
    return hasBody ? .note : .highlight
  }
}

extension Creator {
  /// Reads an agent (Web Annotation Data Model, section 3.3.2), or just its IRI.
  init?(_ node: JSONNode) {
    let id = node.string ?? node["id"]?.string
    guard let name = (node["name"] ?? node["nickname"])?.string ?? id else { return nil }
    self.init(name: name, id: id)
  }
}
