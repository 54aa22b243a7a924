// An annotation out of JSON-LD.

import ArticleModel
import LosslessJSON

extension Annotation {
  /// Reads an annotation (Web Annotation Data Model, section 3).
  init(_ node: JSONNode) throws(UnreadableItem.Reason) {
    guard node.kind == .object else { throw .notAnObject }
    if let name = node.repeatedMember { throw .repeated(name) }
    let members = Members(of: node)
    guard let id = members[.id] else { throw .missing("id") }
    guard let id = id.withUTF8({ AnnotationID(utf8: $0) }) else { throw .unusable("id") }
    guard let target = members[.target] else { throw .missing("target") }
    self.init(id: id, kind: .note, targets: [])
    try readTargets(target)
    try readBodies(members[.body])
    kind = Self.kind(of: members, isLink: repliesTo != nil)
    readProperties(members)
    readRevisions(members[.edits])
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

  private mutating func readProperties(_ members: Members) {
    created = members[.created]?.string.map { Timestamp($0) }
    modified = members[.modified]?.string.map { Timestamp($0) }
    creator = members[.creator]?.listed.first.flatMap { Creator($0) }
    status = members[.status]?.string.flatMap(AnnotationStatus.init) ?? .open
    confidence = members[.confidence]?.double
    voice = members[.voice]?.string
    claim = ClaimRecord(
      restated: members[.claim]?.string, claimant: members[.claimant]?.string,
      asOf: members[.asOf]?.string.map { DateAsWritten($0) })
    correction = members[.correction].flatMap { Correction($0) }
    conflictsWith = members[.conflictsWith]?.string.map { AnnotationID($0) }
    adjudication = members[.adjudication].flatMap { AdjudicationRecord($0) }
    assignee = members[.assignee].flatMap { Creator($0) }
    answeredMark = members[.answered].flatMap { AnsweredMark($0) }
    foreign = members[.foreign]?.listed.compactMap { ForeignRecord($0) } ?? []
    isPrivate = members[.visibility]?.string == "private"
  }

  // MARK: Kinds

  private static func kind(of members: Members, isLink: Bool) -> AnnotationKind {
    if let kind = members[.kind]?.string.flatMap(AnnotationKind.init) { return kind }
    if let motivations = members[.motivation]?.listed {
      for case let motivation? in motivations.lazy.map(\.string) {
        if let kind = AnnotationKind(motivation: motivation, pointsAtAnnotation: isLink) {
          return kind
        }
      }
    }
    return members[.body] != nil ? .note : .highlight
  }
}

/// The members of an annotation that this version knows.
private struct Members {
  private let values: JSONNamedValues

  enum Name: Int, CaseIterable {
    case id, target, body, kind, motivation, created, modified, creator, status, confidence, voice
    case claim, claimant, asOf, correction, conflictsWith, adjudication, visibility
    case assignee, edits, answered, foreign

    var text: StaticString {
      switch self {
      case .id: "id"
      case .target: "target"
      case .body: "body"
      case .kind: "galley:kind"
      case .motivation: "motivation"
      case .created: "created"
      case .modified: "modified"
      case .creator: "creator"
      case .status: "galley:status"
      case .confidence: "galley:confidence"
      case .voice: "galley:voice"
      case .claim: "galley:claim"
      case .claimant: "galley:claimant"
      case .asOf: "galley:asOf"
      case .correction: "galley:correction"
      case .conflictsWith: "galley:conflictsWith"
      case .adjudication: "galley:adjudication"
      case .visibility: "galley:visibility"
      case .assignee: "galley:assignee"
      case .edits: "galley:edits"
      case .answered: "galley:answered"
      case .foreign: "galley:foreign"
      }
    }
  }

  private static let names = JSONNames(Name.allCases.map(\.text))

  init(of node: JSONNode) { values = node.values(named: Self.names) }

  subscript(name: Name) -> JSONNode? { values[name.rawValue] }
}

extension Creator {
  /// Reads an agent (Web Annotation Data Model, section 3.3.2), or just its IRI.
  init?(_ node: JSONNode) {
    let id = node.string ?? node["id"]?.string
    guard let name = (node["name"] ?? node["nickname"])?.string ?? id else { return nil }
    self.init(name: name, id: id)
  }
}
