// What the analysis finds. Plain values with positions in bytes; views and exports read them.

import ArticleModel

/// Everything found in an article, or in the part of it that has been analysed so far.
public struct Analysis: Sendable {
  /// Which engine made it, and of which text; nil for one that was put together by hand.
  public var origin: Origin?
  /// The part of the text that was analysed.
  public var extent: TextSpan
  /// The language that the article was read as: a primary tag of BCP 47, such as "de"; nil when nobody knows.
  public var language: String?
  /// Sentences, in reading order; headlines and captions count as sentences.
  public var sentences: [TextSpan] = []
  /// How likely each of `sentences` is worth checking, from 0 to 1; empty when they were not scored.
  public var claimScores: [Double] = []
  /// Quotations, in reading order.
  public var quotations: [Quotation] = []
  /// Whoever speaks or is named, in the order of the first mention.
  public var speakers: [Speaker] = []
  /// Places, in the order of the first mention.
  public var places: [Place] = []
  /// Mentions of places, in reading order.
  public var locations: [LocationMention] = []
  /// Mentions of persons by name, in reading order.
  public var persons: [PersonMention] = []
  /// Mentions of organisations by name, in reading order.
  public var organisations: [OrganisationMention] = []
  /// Sentences that are likely worth checking, in reading order.
  public var claims: [Claim] = []

  /// An analysis of `extent` that has found nothing.
  public init(extent: TextSpan, origin: Origin? = nil) {
    self.extent = extent
    self.origin = origin
  }
}

/// Words that the article gives as somebody's, verbatim or not.
public struct Quotation: Hashable, Sendable {
  /// How the words are given.
  public enum Form: String, Sendable {
    /// Verbatim, in quotation marks.
    case direct
    /// In the article's words.
    case indirect
    /// In the article's words, with verbatim parts.
    case mixed
  }

  // In an order that leaves no gaps between the members: there are many quotations.

  /// Its parts in reading order: two when "he said" stands in between. The quotation marks belong to it.
  public var spans: [TextSpan]
  /// What few quotations have; one element, or none when there is nothing of it.
  private var seldom: [Seldom] = []
  /// How sure the attribution is, from 0 to 1.
  public var confidence: Double
  /// The words that name the speaker at this place; nil when nothing does.
  public var mention: TextSpan?
  /// The words that introduce it, such as "said" or "according to".
  public var cue: TextSpan?
  /// How the words are given.
  public var form: Form
  /// Index into `Analysis.speakers`; nil when nobody knows.
  @NarrowIndex public var speaker: Int?
  /// Words given verbatim.
  @Narrow public var verbatimWords = 0
  /// Words given in the article's own words.
  @Narrow public var paraphraseWords = 0

  /// What few quotations have.
  private struct Seldom: Hashable {
    var others: [Int] = []
    var via: [Via] = []
    var addressee: TextSpan?
    var inner: [Quotation] = []
  }

  /// Those who speak together with the speaker: "Keller and Berger said". Indices as for `speaker`.
  public var others: [Int] {
    get { seldom.first?.others ?? [] }
    set { change { $0.others = newValue } }
  }
  /// Those who passed it on, nearest to the article first: "as reported by the website Merkur".
  public var via: [Via] {
    get { seldom.first?.via ?? [] }
    set { change { $0.via = newValue } }
  }
  /// Whom it is aimed at, where that is needed to read it alone.
  public var addressee: TextSpan? {
    get { seldom.first?.addressee }
    set { change { $0.addressee = newValue } }
  }
  /// Quotations within its words, in reading order; "I" and "we" in them mean the speaker of this one.
  /// They are counted for nobody.
  public var inner: [Quotation] {
    get { seldom.first?.inner ?? [] }
    set { change { $0.inner = newValue } }
  }

  private mutating func change(_ body: (inout Seldom) -> Void) {
    var changed = seldom.first ?? Seldom()
    body(&changed)
    // Quotations that are alike are equal, whatever they had before.
    seldom = changed == Seldom() ? [] : [changed]
  }

  /// Somebody who passed a quotation on.
  public struct Via: Hashable, Sendable {
    /// The words that name them.
    public var mention: TextSpan
    /// Index into `Analysis.speakers`.
    @NarrowIndex public var speaker: Int?

    /// Makes a link of the chain.
    public init(mention: TextSpan, speaker: Int? = nil) {
      self.mention = mention
      self.speaker = speaker
    }
  }

  /// Makes a quotation of one or more parts.
  public init(
    spans: [TextSpan], form: Form, mention: TextSpan? = nil, speaker: Int? = nil,
    cue: TextSpan? = nil, confidence: Double
  ) {
    self.spans = spans
    self.form = form
    self.mention = mention
    self.cue = cue
    self.confidence = confidence
    self.speaker = speaker
  }

  /// From the first byte of the first part to the end of the last one.
  public var extent: TextSpan {
    guard let first = spans.first, let last = spans.last else { return TextSpan(.zero, .zero) }
    return TextSpan(first.start, last.end)
  }

  /// All its words.
  public var words: Int { verbatimWords + paraphraseWords }

  /// The speaker and those who speak together with the speaker.
  public var allSpeakers: [Int] { (speaker.map { [$0] } ?? []) + others }

  /// Whether the position lies in one of its parts.
  public func contains(_ offset: ByteOffset) -> Bool { spans.contains { $0.contains(offset) } }
}

/// A person, organisation, group or outlet that speaks or is named.
public struct Speaker: Hashable, Sendable {
  /// What a speaker is.
  public enum Kind: String, Sendable {
    case person, organisation, outlet
    /// Somebody without a name: "security experts", "officials".
    case unnamed
  }

  /// The fullest name that the article gives, without titles: "Sergei Shoigu".
  public var name: String
  /// The other words that stand for the speaker: "Shoigu", "he", "the minister".
  public var aliases: [String]
  /// What the speaker is.
  public var kind: Kind
  /// Where the speaker is mentioned, pronouns included, in reading order.
  public var mentions: [TextSpan]
  /// Indices into `Analysis.quotations`.
  public var quotations: [Int] = []
  /// Words given verbatim.
  public var verbatimWords = 0
  /// Words given in the article's own words.
  public var paraphraseWords = 0
  /// Whether it is a description, such as "the mayor", that may mean somebody whom the article names.
  public var mayBeNamed = false

  /// Makes a speaker who has not been quoted yet.
  public init(name: String, kind: Kind, aliases: [String] = [], mentions: [TextSpan] = []) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.mentions = mentions
  }

  /// All words quoted.
  public var quotedWords: Int { verbatimWords + paraphraseWords }
}

/// A place in the world.
public struct Place: Hashable, Sendable {
  /// Its name as the article gives it first.
  public var name: String
  /// ISO 3166-1 alpha-2; nil for regions that span countries.
  public var country: String?
  /// Where it lies, in degrees; nil for regions without a clear centre.
  public var coordinate: Coordinate?
  /// What is special about it: "contested: annexed by Russia in 2014".
  public var note: String?
  /// Indices into `Analysis.locations`.
  public var mentions: [Int] = []

  /// A point on the earth, in degrees (WGS 84).
  public struct Coordinate: Hashable, Sendable {
    /// North positive.
    public var latitude: Double
    /// East positive.
    public var longitude: Double

    /// Makes a point.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Makes a place.
  public init(
    name: String, country: String? = nil, coordinate: Coordinate? = nil, note: String? = nil
  ) {
    self.name = name
    self.country = country
    self.coordinate = coordinate
    self.note = note
  }
}

/// Words that name a place.
public struct LocationMention: Hashable, Sendable {
  /// The name.
  public var span: TextSpan
  /// Index into `Analysis.places`.
  @Narrow public var place: Int
  /// Whether the name stands for those who act there, as "the Kremlin" does for a government.
  public var isMetonym: Bool
  /// What is to be known at this place, such as "metonym: the Russian government".
  public var note: String?
  /// How sure it is, from 0 to 1.
  public var confidence: Double

  /// Makes a mention.
  public init(
    span: TextSpan, place: Int, isMetonym: Bool = false, note: String? = nil, confidence: Double
  ) {
    self.span = span
    self.place = place
    self.isMetonym = isMetonym
    self.note = note
    self.confidence = confidence
  }
}

/// Words that name a person.
public struct PersonMention: Hashable, Sendable {
  /// The name, without titles.
  public var span: TextSpan
  /// Index into `Analysis.speakers`.
  @Narrow public var speaker: Int
  /// How sure it is, from 0 to 1.
  public var confidence: Double

  /// Makes a mention.
  public init(span: TextSpan, speaker: Int, confidence: Double) {
    self.span = span
    self.speaker = speaker
    self.confidence = confidence
  }
}

/// Words that name an organisation.
public struct OrganisationMention: Hashable, Sendable {
  /// The name, without an article.
  public var span: TextSpan
  /// Index into `Analysis.speakers`.
  @Narrow public var speaker: Int
  /// How sure it is, from 0 to 1.
  public var confidence: Double

  /// Makes a mention.
  public init(span: TextSpan, speaker: Int, confidence: Double) {
    self.span = span
    self.speaker = speaker
    self.confidence = confidence
  }
}

/// A sentence that states something that can be checked.
public struct Claim: Hashable, Sendable {
  /// The sentence.
  public var span: TextSpan
  /// How likely it is worth checking, from 0 to 1.
  public var score: Double

  /// Makes a claim.
  public init(span: TextSpan, score: Double) {
    self.span = span
    self.score = score
  }
}
