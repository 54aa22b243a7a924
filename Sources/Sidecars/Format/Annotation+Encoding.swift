// An annotation as JSON-LD, and the revision of the text that it was read from.

import ArticleModel
import LosslessJSON

extension Annotation {
  /// The annotation as an object of the Web Annotation Data Model, as a new sidecar writes it.
  /// Members that an earlier sidecar had and this version does not know are not in it.
  public func json() -> JSONValue {
    var object: JSONObject = ["id": .string(id.description), "type": "Annotation"]
    object.append("motivation", .string(kind.motivation))
    object.append("galley:kind", kindNeedsMention ? .string(kind.rawValue) : nil)
    object.append("created", created.map { .string($0.description) })
    object.append("modified", modified.map { .string($0.description) })
    object.append("creator", creator?.json)
    object.append("body", bodies.isEmpty ? nil : .array(bodies.map(\.json)))
    object.append("target", targetJSON)
    object.append("galley:status", .string(status.rawValue))
    object.append("galley:confidence", confidence.map(JSONValue.double))
    object.append("galley:voice", voice.map(JSONValue.string))
    object.append("galley:claim", claim.restated.map(JSONValue.string))
    object.append("galley:claimant", claim.claimant.map(JSONValue.string))
    object.append("galley:asOf", claim.asOf.map { .string($0.description) })
    object.append("galley:correction", correction?.json)
    object.append("galley:visibility", isPrivate ? "private" : nil)
    object.append("galley:conflictsWith", conflictsWith.map { .string($0.description) })
    object.append("galley:adjudication", adjudication?.json)
    object.append("galley:assignee", assignee?.json)
    object.append("galley:answered", answeredMark?.json)
    object.append(Revision.member, revisionsJSON)
    object.append("galley:foreign", foreign.isEmpty ? nil : .array(foreign.map(\.json)))
    return .object(object)
  }

  /// What has to change in the text that `original` was read from, so that it says this.
  func revision(from original: Annotation, of node: JSONNode) -> JSONRevision {
    if self == original { return .kept }
    let reconciliation = JSONReconciliation(
      lists: Self.lists,
      keyOfNode: { list, node in
        switch list {
        case "body": AnnotationBody(node)?.key
        case "target": AnnotationTarget.key(of: node)
        case Revision.member: Revision.key(of: node)
        default: node["type"]?.string
        }
      }, keyOfValue: Self.key)
    return reconciliation.revision(of: node, from: original.json(), to: json())
  }

  /// Whether reading the motivation alone would give another kind.
  private var kindNeedsMention: Bool {
    AnnotationKind(motivation: kind.motivation, pointsAtAnnotation: repliesTo != nil) != kind
  }

  private var bodies: [AnnotationBody] {
    terms.map(AnnotationBody.term) + (note.isEmpty ? [] : [.note(note)])
      + tags.map(AnnotationBody.tag) + evidence.map(AnnotationBody.evidence)
  }

  /// One target stands alone, several are an array.
  private var targetJSON: JSONValue {
    let all = (repliesTo.map { [.string($0.description)] } ?? []) + targets.map(\.json)
    return all.count == 1 ? all[0] : .array(all)
  }
}

extension Creator {
  /// The person as an agent.
  var json: JSONValue {
    var object = JSONObject()
    object.append("id", id.map { .string(IRIReference.address($0)) })
    object.append("type", "Person")
    object.append("name", .string(name))
    return .object(object)
  }
}
