// One annotation that two people changed: the changes of both, or both versions where they collide.

import ArticleModel
import LosslessJSON

/// The outcome of merging two versions of an annotation.
struct AnnotationMerge {
  /// The annotation with the changes of both.
  let merged: Annotation
  /// The version that had to give way where both changed the same; nil when nothing collided. It has a
  /// name of its own and points to the other.
  let displaced: Annotation?

  /// Merges two versions of `base`. Where they collide, the one that was modified later stays; where no
  /// order in time is known, `ours` does.
  init(base: Annotation?, ours: Annotation, theirs: Annotation) {
    let (ours, theirs) = AgreedPlaces(base: base, ours, theirs).versions
    guard let (merged, conflicts) = Self.mergedJSON(base, ours, theirs) else {
      self.merged = ours
      displaced = ours == theirs ? nil : theirs.displaced(by: ours)
      return
    }
    let node = ours.node
    let bytes = JSONReconciliation.whole.bytes(of: node, from: ours.fullJSON, to: merged)
    guard conflicts.isEmpty || !ours.givesWay(to: theirs) else {
      self = AnnotationMerge(base: base, ours: theirs, theirs: ours)
      return
    }
    self.merged = Annotation(reading: bytes) ?? ours
    displaced = conflicts.isEmpty ? nil : theirs.displaced(by: ours)
  }

  /// The merged object and the members that collided; nil when a version cannot be taken apart.
  private static func mergedJSON(
    _ base: Annotation?, _ ours: Annotation, _ theirs: Annotation
  ) -> (JSONValue, [String])? {
    guard case .object(let ourObject) = ours.fullJSON,
      case .object(let theirObject) = theirs.fullJSON,
      case .object(let baseObject) = base?.fullJSON ?? [:]
    else { return nil }
    var merge = JSONMerge(lists: Annotation.lists, key: Annotation.key)
    var result = merge.merge(base: baseObject, ours: ourObject, theirs: theirObject)
    // Both wrote the time of their change: the later one is true of the merged version.
    let later = ours.givesWay(to: theirs) ? theirObject : ourObject
    if let modified = later["modified"] { result["modified"] = modified }
    return (.object(result), merge.conflicts.filter { $0 != "modified" })
  }
}

extension Annotation {
  /// Whether the version gives way to another one where both changed the same: to a later one, and without
  /// a time of its own to one that has one. A time that cannot be read is neither earlier nor later.
  fileprivate func givesWay(to other: Annotation) -> Bool {
    modified == nil ? other.modified?.instant != nil : other.modified.isLater(than: modified)
  }

  /// Members that are lists, and single elements of them.
  static let lists: Set<String> = ["body", "target", "selector", Revision.member]

  /// What tells the elements of those lists apart.
  static func key(_ list: String, _ value: JSONValue) -> String? {
    switch list {
    case "body": AnnotationBody.key(of: value)
    case "target": AnnotationTarget.key(ofJSON: value)
    case Revision.member: Revision.key(ofJSON: value)
    default: value["type"]?.string
    }
  }

  /// The annotation as a text, with all that the one had which it was read from.
  var text: [UInt8] {
    guard let node = preserved.node, let original = try? Annotation(node) else {
      return Array(json().prettyPrinted().utf8.dropLast())
    }
    var output: [UInt8] = []
    node.write(revision(from: original, of: node), to: &output)
    return output
  }

  /// The annotation as a value, with all that the one had which it was read from; what no string can
  /// hold makes it fall back to what this version knows.
  package var fullJSON: JSONValue { (try? node.value()) ?? json() }

  /// The annotation's text, read back.
  var node: JSONNode {
    if let node = preserved.node, let original = try? Annotation(node), original == self {
      return node
    }
    guard let document = try? JSONDocument(parsing: text) else {
      preconditionFailure("an annotation was written that cannot be read")
    }
    return document.root
  }

  /// Reads an annotation off a text of its own.
  init?(reading bytes: [UInt8]) {
    guard let document = try? JSONDocument(parsing: bytes),
      let annotation = try? Annotation(document.root)
    else { return nil }
    self = annotation
  }

  /// The version under a name of its own, which is the same each time, with a pointer to the other.
  fileprivate func displaced(by other: Annotation) -> Annotation {
    var copy = self
    let digest = text.withUnsafeBufferPointer { Digest(of: $0) }.description
    copy.id = AnnotationID(namedBy: digest)
    copy.conflictsWith = other.id
    return copy
  }
}

extension AnnotationID {
  /// A name made of a digest in hexadecimal digits (RFC 9562, version 8).
  package init(namedBy digest: String) {
    var digits = Array(digest.utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "8")
    for place in [20, 16, 12, 8] { digits.insert(UInt8(ascii: "-"), at: place) }
    self.init("urn:uuid:" + String(decoding: digits, as: UTF8.self))
  }
}

extension JSONReconciliation {
  /// Compares whole annotations, with nothing that the decoder does not know.
  static let whole = JSONReconciliation(
    lists: Annotation.lists,
    keyOfNode: { list, node in (try? node.value()).flatMap { Annotation.key(list, $0) } },
    keyOfValue: Annotation.key)

  /// The text of a node after the change.
  func bytes(of node: JSONNode, from old: JSONValue, to new: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    node.write(revision(of: node, from: old, to: new), to: &output)
    return output
  }
}
