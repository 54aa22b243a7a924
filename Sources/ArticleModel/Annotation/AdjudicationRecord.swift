// Where a mark of an adjudicated sidecar comes from: whose marks were compared, and what was decided.

import LosslessJSON

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

    /// Points to a mark.
    public init(id: AnnotationID, sidecar: String, creator: Creator?) {
      self.id = id
      self.sidecar = sidecar
      self.creator = creator
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

extension AdjudicationRecord {
  /// Reads a decision; nil when it is of a form that this version does not know.
  init?(_ node: JSONNode) {
    guard let choice = node["galley:choice"]?.string.flatMap(Choice.init) else { return nil }
    let sources = node["galley:from"]?.listed.compactMap { Source($0) } ?? []
    self.init(
      choice, of: sources, by: node["creator"].flatMap { Creator($0) },
      at: node["created"]?.string.map { Timestamp($0) })
  }

  /// The decision as a member of an annotation.
  var json: JSONValue {
    var object: JSONObject = ["galley:choice": .string(choice.rawValue)]
    object.append("creator", by?.json)
    object.append("created", at.map { .string($0.description) })
    object.append("galley:from", .array(sources.map(\.json)))
    return .object(object)
  }
}

extension AdjudicationRecord.Source {
  fileprivate init?(_ node: JSONNode) {
    guard let id = node["id"]?.string, let sidecar = node["galley:sidecar"]?.string else {
      return nil
    }
    self.init(
      id: AnnotationID(id), sidecar: sidecar, creator: node["creator"].flatMap { Creator($0) })
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["id": .string(id.description), "galley:sidecar": .string(sidecar)]
    object.append("creator", creator?.json)
    return .object(object)
  }
}
