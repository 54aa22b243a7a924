// What an annotation says, on the heap: lists, indices and views hand annotations around by the ten thousand,
// and a copy of one is a reference.

/// The properties of an annotation, which says what they are.
struct AnnotationFields: Hashable, Sendable {
  var id: AnnotationID
  var kind: AnnotationKind
  var targets: [AnnotationTarget]
  var terms: [TermReference] = []
  var note: String = ""
  var evidence: [Evidence] = []
  var tags: [String] = []
  var status: AnnotationStatus = .open
  var voice: String?
  var claim = ClaimRecord()
  var correction: Correction?
  var confidence: Double?
  var repliesTo: AnnotationID?
  var isPrivate = false
  var conflictsWith: AnnotationID?
  var adjudication: AdjudicationRecord?
  var creator: Creator?
  var created: Timestamp?
  var modified: Timestamp?
  var answeredMark: AnsweredMark?
  var assignee: Creator?
  var revisions: [Revision] = []
  var foreign: [ForeignRecord] = []
  var preserved = PreservedJSON()
}

/// Those properties, shared by copies of an annotation.
///
/// `@unchecked Sendable` because they change only while a single annotation refers to them.
final class SharedAnnotationFields: Hashable, @unchecked Sendable {
  var fields: AnnotationFields

  init(_ fields: AnnotationFields) { self.fields = fields }

  static func == (a: SharedAnnotationFields, b: SharedAnnotationFields) -> Bool {
    a === b || a.fields == b.fields
  }

  func hash(into hasher: inout Hasher) { fields.hash(into: &hasher) }
}
