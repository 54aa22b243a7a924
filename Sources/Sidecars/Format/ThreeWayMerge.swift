// Two sidecars that come from a third: the additions and changes of both, and what collided.

import ArticleModel
import LosslessJSON

/// A three-way merge of sidecars, annotation by annotation and member by member.
public struct ThreeWayMerge: Sendable {
  /// The merged sidecar, laid out like ours.
  public let sidecar: Sidecar
  /// Annotations that both sides changed in ways that do not go together; both versions are in the
  /// sidecar.
  public let conflicts: [Conflict]

  /// A collision.
  public enum Conflict: Hashable, Sendable, CustomStringConvertible {
    /// Both changed the same: the version of that name gave way to the other and stands beside it.
    case bothChanged(AnnotationID, displaced: AnnotationID)
    /// One side deleted what the other changed: it is still there.
    case deletedAndChanged(AnnotationID)

    /// The annotation that the collision is about.
    public var id: AnnotationID {
      switch self {
      case .bothChanged(let id, _), .deletedAndChanged(let id): id
      }
    }

    /// What collided, for people.
    public var description: String {
      switch self {
      case .bothChanged(let id, let displaced):
        "\(id) was changed on both sides; the other version is kept as \(displaced)"
      case .deletedAndChanged(let id):
        "\(id) was deleted on one side and changed on the other; kept"
      }
    }
  }

  /// Merges what became of `base` on two sides.
  public init(base: Sidecar, ours: Sidecar, theirs: Sidecar) {
    var merge = AnnotationListMerge(base: base.annotations, theirs: theirs.annotations)
    var result = ours
    result.annotations = merge.merged(ours: ours.annotations)
    result.mergedItems = merge.mergedItems
    if ours.about == base.about { result.about = theirs.about }
    result.about.quotationSources = Self.merged(
      base.about.quotationSources, ours.about.quotationSources, theirs.about.quotationSources)
    sidecar = result.adding(theirs.unreadableTexts.subtracting(base.unreadableTexts))
      .mergingHeader(base: base, theirs: theirs)
    conflicts = merge.conflicts
  }

  /// The sources that both kept or that one of the two added, those of ours first.
  private static func merged(
    _ base: [QuotationSource], _ ours: [QuotationSource], _ theirs: [QuotationSource]
  ) -> [QuotationSource] {
    ours.filter { theirs.contains($0) || !base.contains($0) }
      + theirs.filter { !ours.contains($0) && !base.contains($0) }
  }
}

/// The merge of the lists of annotations.
private struct AnnotationListMerge {
  let base: [AnnotationID: Annotation]
  let theirs: [Annotation]
  /// The annotations that the result has.
  private var known: Set<AnnotationID> = []
  private(set) var conflicts: [ThreeWayMerge.Conflict] = []
  /// The texts of annotations that both sides have, where they differ from ours.
  private(set) var mergedItems: [AnnotationID: JSONNode] = [:]

  init(base: [Annotation], theirs: [Annotation]) {
    self.base = Dictionary(base.map { ($0.id, $0) }) { first, _ in first }
    self.theirs = theirs
  }

  mutating func merged(ours: [Annotation]) -> [Annotation] {
    let theirsByID = Dictionary(theirs.map { ($0.id, $0) }) { first, _ in first }
    var result: [Annotation] = []
    known = Set(ours.map(\.id))
    for annotation in ours {
      result += merged(annotation, with: theirsByID[annotation.id])
    }
    for annotation in theirs where !known.contains(annotation.id) {
      guard let before = base[annotation.id] else {
        result.append(annotation)
        continue
      }
      if before.fullJSON != annotation.fullJSON {
        conflicts.append(.deletedAndChanged(annotation.id))
        result.append(annotation)
      }
    }
    return result
  }

  /// What becomes of an annotation that we have.
  private mutating func merged(_ ours: Annotation, with theirs: Annotation?) -> [Annotation] {
    let before = base[ours.id]
    guard let theirs else {
      guard let before else { return [ours] }
      if before.fullJSON == ours.fullJSON { return [] }
      conflicts.append(.deletedAndChanged(ours.id))
      return [ours]
    }
    let text = ours.text
    if text == theirs.text { return [ours] }
    let merge = AnnotationMerge(base: before, ours: ours, theirs: theirs)
    let node = merge.merged.node
    if node.lexeme != text[...] { mergedItems[ours.id] = node }
    // A version that stands here already gave way in an earlier merge.
    guard let displaced = merge.displaced, !known.contains(displaced.id) else {
      return [merge.merged]
    }
    known.insert(displaced.id)
    conflicts.append(.bothChanged(ours.id, displaced: displaced.id))
    return [merge.merged, displaced]
  }
}

extension Sidecar {
  /// The texts of the items that this version cannot read.
  fileprivate var unreadableTexts: Set<[UInt8]> {
    Set(items.filter { $0.annotation == nil }.map { Array($0.node.lexeme) })
  }

  /// The sidecar with further items that cannot be read.
  fileprivate func adding(_ texts: Set<[UInt8]>) -> Sidecar {
    let nodes = texts.subtracting(unreadableTexts)
      .sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { try? JSONDocument(parsing: $0).root }
    var result = self
    result.foreignItems += nodes
    return result
  }

  /// The sidecar with what the others changed outside the list of items and `about`.
  fileprivate func mergingHeader(base: Sidecar, theirs: Sidecar) -> Sidecar {
    guard let ourHeader = header, let baseHeader = base.header, let theirHeader = theirs.header
    else { return self }
    var merge = JSONMerge()
    let merged = merge.merge(base: baseHeader, ours: ourHeader, theirs: theirHeader)
    var result = self
    if merged != ourHeader { result.newHeader = merged }
    return result
  }
}
