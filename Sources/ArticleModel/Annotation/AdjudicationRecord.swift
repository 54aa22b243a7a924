// Where a mark of an adjudicated sidecar comes from: whose marks were compared, and what was decided.

/// How a mark came out of comparing those of several people.
public struct AdjudicationRecord: Hashable, Sendable {
  /// What was decided.
  public enum Choice: String, CaseIterable, Sendable {
    /// Everybody had marked the same.
    case agreed
    /// One of several marks was taken.
    case taken
    /// Several different marks were kept.
    case kept
    /// A further mark took the place of all.
    case replaced
    /// None of the marks was taken; stands on a review that disputes them.
    case leftOut = "left-out"
  }

  /// A mark that was looked at.
  public struct Source: Hashable, Sendable {
    /// The mark's id.
    public var id: AnnotationID
    /// The file name of the sidecar that it was in.
    public var sidecar: String
    /// Who had made it.
    public var creator: Creator?
    /// The words that were marked; nil for the article as a whole, and in older files.
    public var words: String?
    /// What the mark said of them, in words: "refuted"; nil in older files.
    public var said: String?

    /// Points to a mark.
    public init(
      id: AnnotationID, sidecar: String, creator: Creator?, words: String? = nil,
      said: String? = nil
    ) {
      self.id = id
      self.sidecar = sidecar
      self.creator = creator
      (self.words, self.said) = (words, said)
    }
  }

  /// What was decided.
  public var choice: Choice
  /// The marks that were looked at.
  public var sources: [Source]
  /// Who decided; nil where nobody had to.
  public var by: Creator?
  /// When.
  public var at: Timestamp?

  /// Records a decision.
  public init(_ choice: Choice, of sources: [Source], by creator: Creator?, at moment: Timestamp?) {
    self.choice = choice
    self.sources = sources
    by = creator
    at = moment
  }
}
