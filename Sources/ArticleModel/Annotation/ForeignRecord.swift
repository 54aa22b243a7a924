// What another program says of a mark and no other property has a place for.

import LosslessJSON

/// Something that an import could not say otherwise, so that an export in the same format gives it back.
public struct ForeignRecord: Hashable, Sendable {
  /// The format that it comes from, such as `brat` or `labelstudio`.
  public var scheme: String
  /// What that calls it: a label, the type of a relation; nil when it has no name.
  public var type: String?
  /// What more there is of it; nil for the label of the mark.
  public var data: JSONValue?

  /// Records what a program says.
  public init(scheme: String, type: String?, data: JSONValue? = nil) {
    self.scheme = scheme
    self.type = type
    self.data = data
  }
}

extension Annotation {
  /// What other programs call the mark, as far as these labels are still among its tags.
  public var foreignLabels: [String] {
    foreign.filter { $0.data == nil }.compactMap(\.type).filter(tags.contains)
  }
}
