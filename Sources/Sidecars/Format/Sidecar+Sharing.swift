// A sidecar as others may have it: without private marks, and without what answers them.

import ArticleModel
import LosslessJSON

/// A sidecar that can be handed on.
public struct SharedSidecar: Sendable {
  /// The file; what this version does not know of public marks is in it.
  public let bytes: [UInt8]
  /// What was kept back.
  public let withheld: WithheldMarks
  /// How many items were kept back that this version cannot read but that say they are private.
  public let unreadable: Int
}

extension Sidecar {
  /// The sidecar with these annotations, as far as they are not private. Nothing else of the file changes.
  /// - Parameter current: the annotations with what a journal has; nil for those of the file.
  public func shared(having current: [Annotation]? = nil) -> SharedSidecar {
    let annotations = current ?? annotations
    let withheld = WithheldMarks(in: annotations)
    var copy = self
    copy.annotations = annotations.filter { !withheld.ids.contains($0.id) }
    copy.withheldItems = Set(
      items.indices.filter { items[$0].annotation == nil && Self.saysPrivate(items[$0].node) })
    return SharedSidecar(
      bytes: copy.serialized(), withheld: withheld, unreadable: copy.withheldItems.count)
  }

  /// Whether an item of the file is private: it says so, or names the group that may read it.
  private static func saysPrivate(_ node: JSONNode) -> Bool {
    guard node.kind == .object else { return false }
    return node["galley:visibility"]?.string == "private" || node["galley:group"] != nil
  }
}
