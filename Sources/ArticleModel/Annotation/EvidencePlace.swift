// Where in a source the words stand that matter.

/// A place in a source of evidence, in as many of the ways as are known.
public struct EvidencePlace: Hashable, Sendable {
  /// The words, in code points of the source's text.
  public var codePoints: CodePointSpan?
  /// When they are said, in milliseconds from the beginning of a recording.
  public var milliseconds: Int?
  /// The page, as the document numbers it.
  public var page: String?

  /// Names a place.
  public init(codePoints: CodePointSpan? = nil, milliseconds: Int? = nil, page: String? = nil) {
    (self.codePoints, self.milliseconds, self.page) = (codePoints, milliseconds, page)
  }
}
