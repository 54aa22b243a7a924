// What a reader says of something that the program found: that it is right, that it is nothing, or how it
// should be. NewsAnalysis applies corrections to an analysis.

/// The reader's word on a finding of the program; it wins over the analysis.
///
/// The first target of its annotation is the words of the finding, as they were found. Further targets are
/// the words as they should be, a target for each part. What is said of a person or a place as such has one
/// of its mentions as its target; a mention that is split off is a target of its own.
public struct Correction: Hashable, Sendable {
  /// What sort of finding it is about.
  public enum Finding: String, CaseIterable, Sendable {
    /// Words that are somebody's.
    case quotation
    /// Words that name a place.
    case location
    /// A sentence that is worth checking; what is said of it is that it is none.
    case claim
    /// A person or body as such, with all mentions and quotations.
    case speaker
    /// A place as such, with all its mentions.
    case place
  }

  /// What the reader says of it.
  public enum Decision: String, CaseIterable, Sendable {
    /// It is right.
    case accepted
    /// It is nothing of the kind.
    case rejected
    /// It is one, but otherwise than it was found; when nothing was found there, it was missed.
    case corrected
    /// A person or place as such has another name.
    case renamed
    /// A person or place as such is another one that was found.
    case merged
    /// A mention belongs to somebody or something else.
    case split
  }

  /// What a speaker is.
  public enum SpeakerKind: String, CaseIterable, Sendable {
    case person, organisation, outlet
    /// Somebody whom the article does not name.
    case unnamed
  }

  /// Who says a quotation.
  public enum Speaker: Hashable, Sendable {
    /// Somebody, by the name that the analysis or the reader gives.
    case named(String)
    /// Nobody that the article names.
    case nobody
  }

  /// Which place a name means.
  public struct Place: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// ISO 3166-1 alpha-2; nil for regions that span countries, and when nobody said.
    public var country: String?
    /// Degrees north of the equator (WGS 84).
    public var latitude: Double?
    /// Degrees east of Greenwich (WGS 84).
    public var longitude: Double?

    /// Names a place.
    public init(
      name: String, country: String? = nil, latitude: Double? = nil, longitude: Double? = nil
    ) {
      self.name = name
      self.country = country
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// What sort of finding it is about.
  public var finding: Finding
  /// What the reader says of it.
  public var decision: Decision
  /// Who says the quotation; nil when that was right.
  public var speaker: Speaker?
  /// Which place is meant; nil when that was right.
  public var place: Place?
  /// What the person or place as such was called when the reader spoke of it; of a quotation, who was taken
  /// for its speaker, and of a name, which place it was taken for.
  public var subject: String?
  /// The right name of a person or place as such; for one that is merged, that of the other.
  public var name: String?
  /// What the speaker is; nil when that was right.
  public var speakerKind: SpeakerKind?
  /// Whether it also counts in later articles of the same desk.
  public var isForDesk = false

  /// Says something of a finding.
  public init(
    _ decision: Decision, _ finding: Finding, speaker: Speaker? = nil, place: Place? = nil
  ) {
    self.finding = finding
    self.decision = decision
    self.speaker = speaker
    self.place = place
  }
}

extension Correction {
  /// Says something of a person or a place as such.
  public init(
    _ decision: Decision, _ finding: Finding, of subject: String, name: String? = nil,
    kind: SpeakerKind? = nil, place: Place? = nil, isForDesk: Bool = false
  ) {
    self.init(decision, finding, place: place)
    (self.subject, self.name, speakerKind) = (subject, name, kind)
    self.isForDesk = isForDesk
  }

  /// Whether it is about a person or a place as such, not about words at one place.
  public var isOfCast: Bool { finding == .speaker || finding == .place }
}
