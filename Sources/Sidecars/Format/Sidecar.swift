// The sidecar: a text, the annotations in it, and the text again with what changed in them.

import ArticleModel
import LosslessJSON

/// The annotations of one article as a file: JSON-LD of the Web Annotation Data Model, in the shape of
/// Readium's AnnotationSet. `Documentation/sidecar.md` describes the format.
///
/// What this version does not know is kept to the byte: change `annotations` or `about`, and
/// `serialized()` differs from what was read only where these do.
public struct Sidecar: Sendable {
  /// The version of the format that is written.
  public static let formatVersion = "1.0"

  /// The annotations. Those that were read stay in their place of the file, new ones go last.
  public var annotations: [Annotation]
  /// What it says about its article.
  public var about: ArticleDescription
  /// Items that this version cannot read. They stay in the file.
  public let unreadable: [UnreadableItem]
  /// Whether the file is of a later major version, which must not be written.
  public let isReadOnly: Bool

  let document: JSONDocument
  let items: [Item]
  let originalAbout: ArticleDescription
  /// Items of other sidecars to add that this version cannot read.
  var foreignItems: [JSONNode] = []
  /// The texts of annotations that were merged, with members of both sides that this version does not
  /// know.
  var mergedItems: [AnnotationID: JSONNode] = [:]
  /// The places in the file of items that this version cannot read and that are to stay out of it.
  var withheldItems: Set<Int> = []
  /// The members of the header as they should be; nil when they are as they were read.
  var newHeader: JSONObject?

  /// An item of the file, and the annotation that it was read as.
  struct Item: Sendable {
    let node: JSONNode
    let annotation: Annotation?
  }

  /// Reads a sidecar.
  public init(parsing bytes: [UInt8]) throws(SidecarError) {
    let document: JSONDocument
    do { document = try JSONDocument(parsing: bytes) } catch { throw .notJSON(error) }
    let root = document.root
    guard root.kind == .object else { throw .notASidecar("the outermost value is not an object") }
    if let name = root.repeatedMember { throw .notASidecar("\"\(name)\" is there twice") }
    guard let list = root["items"], list.kind == .array else {
      throw .notASidecar("it has no list of \"items\"")
    }
    (items, unreadable) = Self.read(list)
    annotations = items.compactMap(\.annotation)
    originalAbout = ArticleDescription(root["about"])
    about = originalAbout
    isReadOnly = !Self.isKnown(root["galley:formatVersion"])
    self.document = document
  }

  /// The text of the sidecar as it is to be written.
  public func serialized() -> [UInt8] {
    let items = itemsRevision()
    let newHeader = items == nil && about == originalAbout ? newHeader : raisedHeader
    if items == nil, about == originalAbout, newHeader == nil { return document.bytes }
    let reconciliation = JSONReconciliation()
    let old = JSONValue.object(header ?? [:])
    var slots: [JSONSlot] = []
    if case .revised(let header) = reconciliation.revision(
      of: document.root, from: old, to: newHeader.map(JSONValue.object) ?? old)
    {
      slots = header
    } else {
      slots = document.root.members.map { .member($0, .kept) }
    }
    slots = slots.map { slot in
      guard case .member(let member, _) = slot else { return slot }
      if member.isNamed("items") {
        return .member(member, items.map(JSONRevision.revised) ?? .kept)
      }
      guard member.isNamed("about") else { return slot }
      return .member(
        member,
        reconciliation.revision(of: member.value, from: originalAbout.json, to: about.json))
    }
    return document.bytes(revising: .revised(slots))
  }

  /// The members beside `items` and `about`; nil when one of them is no Unicode text.
  var header: JSONObject? {
    guard case .object(let object) = try? document.root.value(without: ["items", "about"])
    else { return nil }
    return object
  }

  // MARK: Items

  private static func read(_ list: JSONNode) -> ([Item], [UnreadableItem]) {
    var items: [Item] = []
    var unreadable: [UnreadableItem] = []
    var ids: Set<AnnotationID> = []
    // An annotation takes about this many bytes.
    ids.reserveCapacity(list.range.count / 1000)
    items.reserveCapacity(list.range.count / 1000)
    for node in list.elements {
      do {
        let annotation = try Annotation(node)
        guard ids.insert(annotation.id).inserted else { throw UnreadableItem.Reason.sameID }
        items.append(Item(node: node, annotation: annotation))
      } catch {
        let reason = error as? UnreadableItem.Reason ?? .notAnObject
        unreadable.append(
          UnreadableItem(number: items.count + 1, id: node["id"]?.string, reason: reason))
        items.append(Item(node: node, annotation: nil))
      }
    }
    return (items, unreadable)
  }

  /// The list of items as it should be; nil when it is so already.
  private func itemsRevision() -> [JSONSlot]? {
    var rest = Dictionary(annotations.map { ($0.id, $0) }) { first, _ in first }
    var hasChanges = false
    var slots: [JSONSlot] = []
    slots.reserveCapacity(max(items.count, annotations.count))
    for (number, item) in items.enumerated() where !withheldItems.contains(number) {
      guard let original = item.annotation else {
        slots.append(.element(item.node, .kept))
        continue
      }
      let current = rest.removeValue(forKey: original.id)
      if current != original || mergedItems[original.id] != nil { hasChanges = true }
      guard let current else { continue }
      if let merged = mergedItems[original.id] {
        slots.append(.element(merged, .kept))
        continue
      }
      slots.append(.element(item.node, current.revision(from: original, of: item.node)))
    }
    let added = rest.isEmpty ? [] : annotations.filter { rest.removeValue(forKey: $0.id) != nil }
    guard hasChanges || !added.isEmpty || !foreignItems.isEmpty || !withheldItems.isEmpty
    else { return nil }
    return slots + added.map(\.slot) + foreignItems.map { .element($0, .kept) }
  }

  private static func isKnown(_ version: JSONNode?) -> Bool {
    guard let text = version?.string else { return version == nil }
    return text.prefix { $0 != "." } == formatVersion.prefix { $0 != "." }
  }
}

extension Annotation {
  /// The annotation as an item that the file does not hold yet: what was read elsewhere keeps what this
  /// version does not know.
  fileprivate var slot: JSONSlot {
    guard let node = preserved.node, let original = try? Annotation(node) else {
      return .newElement(json())
    }
    return .element(node, revision(from: original, of: node))
  }
}
