// Which annotations others must not get to see: private ones, and what answers them.

import LosslessJSON

/// What is kept back when marks are handed on.
public struct WithheldMarks: Hashable, Sendable {
  /// The annotations that stay out.
  public let ids: Set<AnnotationID>
  /// How many of them are private.
  public let privateMarks: Int
  /// How many of them answer private ones, and would tell of them.
  public var answers: Int { ids.count - privateMarks }

  /// Looks through annotations.
  public init(in annotations: some Sequence<Annotation>) {
    let annotations = Array(annotations)
    var ids = Set(annotations.filter(\.isForFewEyes).map(\.id))
    privateMarks = ids.count
    var found = ids.isEmpty ? [] : annotations
    while !found.isEmpty {
      found = annotations.filter { annotation in
        annotation.repliesTo.map(ids.contains) == true && !ids.contains(annotation.id)
      }
      ids.formUnion(found.map(\.id))
    }
    self.ids = ids
  }
}

extension Annotation {
  /// Whether it is private, or names the group that may read it.
  fileprivate var isForFewEyes: Bool { isPrivate || preserved.node?["galley:group"] != nil }
}
