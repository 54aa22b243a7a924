// One mark of a reader: what it is about, what it says, who made it. The module Sidecars turns it
// into JSON-LD and back.

/// A mark on an article, in the terms of the W3C Web Annotation Data Model.
public struct Annotation: Hashable, Sendable, Identifiable {
  /// Its name in the world: `urn:uuid:…`.
  public var id: AnnotationID
  /// What it says about its targets.
  public var kind: AnnotationKind
  /// The passages that it is about; several when a claim and what contradicts it belong together.
  public var targets: [AnnotationTarget]
  /// Terms of taxonomies: kinds of bias, verdicts, types of claim.
  public var terms: [TermReference] = []
  /// The reader's words, in Markdown.
  public var note: String = ""
  /// What speaks for or against the claim.
  public var evidence: [Evidence] = []
  /// Free tags.
  public var tags: [String] = []
  /// How far the work on it is.
  public var status: AnnotationStatus = .open
  /// Whose words a biased passage is in: `outlet`, or a speaker's name; nil when not said.
  public var voice: String?
  /// The claim that a verification is about; empty when nothing is recorded of it.
  public var claim = ClaimRecord()
  /// What it says of a finding of the program; nil when it is about the article alone.
  public var correction: Correction?
  /// How sure its maker is, from 0 to 1; nil when not said.
  public var confidence: Double?
  /// The annotation that a reply or a link points to.
  public var repliesTo: AnnotationID?
  /// Whether exports leave it out unless told otherwise.
  public var isPrivate = false
  /// The annotation whose later version this one gave way to in a merge; nil when it did not.
  public var conflictsWith: AnnotationID?
  /// How it came out of comparing the marks of several people; nil when it did not.
  public var adjudication: AdjudicationRecord?
  /// Who made it; nil when the sidecar does not say.
  public var creator: Creator?
  /// When it was made.
  public var created: Timestamp?
  /// When it was last changed.
  public var modified: Timestamp?
  /// Of a reply, whose mark it answered and what that said, for when the mark is gone; nil when not kept.
  public var answeredMark: AnsweredMark?
  /// Who is to work on it; nil when nobody in particular is.
  public var assignee: Creator?
  /// Edits by others than those who had said last what it says, the earliest first.
  public var revisions: [Revision] = []
  /// What the sidecar said of it, so that members unknown to this version survive a change.
  package var preserved = PreservedJSON()

  /// Makes a new annotation.
  public init(
    id: AnnotationID = .random(), kind: AnnotationKind, targets: [AnnotationTarget],
    creator: Creator? = nil, created: Timestamp? = nil
  ) {
    self.id = id
    self.kind = kind
    self.targets = targets
    self.creator = creator
    self.created = created
    modified = created
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
