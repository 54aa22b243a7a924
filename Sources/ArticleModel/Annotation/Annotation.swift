// One mark of a reader: what it is about, what it says, who made it. The module Sidecars turns it
// into JSON-LD and back.

/// A mark on an article, in the terms of the W3C Web Annotation Data Model.
public struct Annotation: Hashable, Sendable, Identifiable {
  /// What it says, shared by all copies until one is changed.
  private var shared: SharedAnnotationFields

  /// Its name in the world: `urn:uuid:…`.
  public var id: AnnotationID {
    get { shared.fields.id }
    set { own().fields.id = newValue }
  }
  /// What it says about its targets.
  public var kind: AnnotationKind {
    get { shared.fields.kind }
    set { own().fields.kind = newValue }
  }
  /// The passages that it is about; several when a claim and what contradicts it belong together.
  public var targets: [AnnotationTarget] {
    get { shared.fields.targets }
    set { own().fields.targets = newValue }
  }
  /// Terms of taxonomies: kinds of bias, verdicts, types of claim.
  public var terms: [TermReference] {
    get { shared.fields.terms }
    set { own().fields.terms = newValue }
  }
  /// The reader's words, in Markdown.
  public var note: String {
    get { shared.fields.note }
    set { own().fields.note = newValue }
  }
  /// What speaks for or against the claim.
  public var evidence: [Evidence] {
    get { shared.fields.evidence }
    set { own().fields.evidence = newValue }
  }
  /// Free tags.
  public var tags: [String] {
    get { shared.fields.tags }
    set { own().fields.tags = newValue }
  }
  /// The status of the work on it.
  public var status: AnnotationStatus {
    get { shared.fields.status }
    set { own().fields.status = newValue }
  }
  /// Whose words a biased passage is in: `outlet`, or a speaker's name; nil when not said.
  public var voice: String? {
    get { shared.fields.voice }
    set { own().fields.voice = newValue }
  }
  /// The claim that a verification is about; empty when nothing is recorded of it.
  public var claim: ClaimRecord {
    get { shared.fields.claim }
    set { own().fields.claim = newValue }
  }
  /// What it says of a finding of the program; nil when it is about the article alone.
  public var correction: Correction? {
    get { shared.fields.correction }
    set { own().fields.correction = newValue }
  }
  /// How sure its maker is, from 0 to 1; nil when not said.
  public var confidence: Double? {
    get { shared.fields.confidence }
    set { own().fields.confidence = newValue }
  }
  /// The annotation that a reply or a link points to.
  public var repliesTo: AnnotationID? {
    get { shared.fields.repliesTo }
    set { own().fields.repliesTo = newValue }
  }
  /// Whether exports leave it out unless told otherwise.
  public var isPrivate: Bool {
    get { shared.fields.isPrivate }
    set { own().fields.isPrivate = newValue }
  }
  /// The annotation whose later version this one gave way to in a merge; nil when it did not.
  public var conflictsWith: AnnotationID? {
    get { shared.fields.conflictsWith }
    set { own().fields.conflictsWith = newValue }
  }
  /// How it came out of comparing the marks of several people; nil when it did not.
  public var adjudication: AdjudicationRecord? {
    get { shared.fields.adjudication }
    set { own().fields.adjudication = newValue }
  }
  /// Who made it; nil when the sidecar does not say.
  public var creator: Creator? {
    get { shared.fields.creator }
    set { own().fields.creator = newValue }
  }
  /// When it was made.
  public var created: Timestamp? {
    get { shared.fields.created }
    set { own().fields.created = newValue }
  }
  /// When it was last changed.
  public var modified: Timestamp? {
    get { shared.fields.modified }
    set { own().fields.modified = newValue }
  }
  /// Of a reply, whose mark it answered and what that said, for when the mark is gone; nil when not kept.
  public var answeredMark: AnsweredMark? {
    get { shared.fields.answeredMark }
    set { own().fields.answeredMark = newValue }
  }
  /// Who is to work on it; nil when nobody in particular is.
  public var assignee: Creator? {
    get { shared.fields.assignee }
    set { own().fields.assignee = newValue }
  }
  /// Edits by others than those who had said last what it says, the earliest first.
  public var revisions: [Revision] {
    get { shared.fields.revisions }
    set { own().fields.revisions = newValue }
  }
  /// What other programs say of it and no other property has a place for.
  public var foreign: [ForeignRecord] {
    get { shared.fields.foreign }
    set { own().fields.foreign = newValue }
  }
  /// What the sidecar said of it, so that members unknown to this version survive a change.
  package var preserved: PreservedJSON {
    get { shared.fields.preserved }
    set { own().fields.preserved = newValue }
  }

  /// Makes a new annotation.
  public init(
    id: AnnotationID = .random(), kind: AnnotationKind, targets: [AnnotationTarget],
    creator: Creator? = nil, created: Timestamp? = nil
  ) {
    shared = SharedAnnotationFields(
      AnnotationFields(
        id: id, kind: kind, targets: targets, creator: creator, created: created, modified: created)
    )
  }

  /// What it says, for a change that no copy sees.
  private mutating func own() -> SharedAnnotationFields {
    if !isKnownUniquelyReferenced(&shared) { shared = SharedAnnotationFields(shared.fields) }
    return shared
  }
}

extension Annotation {
  /// Whose words its maker says that it is about: its voice, else who makes the claim; nil when not said.
  package var statedVoice: String? { voice ?? claim.claimant }
}

/// What a reply keeps of the mark that it answers, so that it can be understood without it.
public struct AnsweredMark: Hashable, Sendable {
  /// Who made the mark.
  public var creator: Creator?
  /// The first words of the mark.
  public var words: String

  /// Keeps what a reply answers.
  public init(creator: Creator?, words: String) {
    self.creator = creator
    self.words = words
  }
}

/// Who made an annotation.
public struct Creator: Hashable, Sendable {
  /// The name to show.
  public var name: String
  /// A URI that stays when the name changes.
  public var id: String?

  /// Describes a person.
  public init(name: String, id: String? = nil) {
    self.name = name
    self.id = id
  }
}

/// A term of a taxonomy, such as `bias/wording/loaded-term`.
public struct TermReference: Hashable, Sendable, CustomStringConvertible {
  /// The pack, such as `bias`.
  public var pack: String
  /// The group within the pack, such as `wording`.
  public var group: String
  /// The term, such as `loaded-term`.
  public var term: String
  /// The version of the pack that the term was taken from.
  public var packVersion: String?

  /// Names a term.
  public init(pack: String, group: String, term: String, packVersion: String? = nil) {
    self.pack = pack
    self.group = group
    self.term = term
    self.packVersion = packVersion
  }

  /// `pack/group/term`.
  public var description: String { "\(pack)/\(group)/\(term)" }
}
