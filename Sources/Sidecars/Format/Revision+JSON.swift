// Edits of a mark by others than its maker, as the member `galley:edits`: each has the members that it changed,
// as they were before, and null for those that were not there. What a reply answers is here too.

import ArticleModel
import LosslessJSON

extension Revision {
  /// The member of an annotation that lists its revisions.
  static let member = "galley:edits"

  /// What tells the revision from the others of its annotation: who edited it, and when.
  static func key(of node: JSONNode) -> String? {
    node["galley:was"].map { _ in
      key(node["creator"].flatMap { Creator($0)?.name }, node["created"]?.string)
    }
  }

  /// The key of a revision that `json` made, or that a text has.
  static func key(ofJSON value: JSONValue) -> String? {
    value["galley:was"].map { _ in
      key(value["creator"]?["name"]?.string, value["created"]?.string)
    }
  }

  private static func key(_ name: String?, _ moment: String?) -> String {
    "edit:\(moment ?? "") \(name ?? "")"
  }

  /// The revision, with what was otherwise than in the version that took the place.
  fileprivate func json(replacedBy next: Annotation) -> JSONValue {
    var object = JSONObject()
    object.append("creator", by?.json)
    object.append("created", at.map { .string($0.description) })
    object.append("galley:was", .object(was.members(unlike: next)))
    return .object(object)
  }
}

extension Annotation {
  /// The revisions, the earliest first; nil when there are none.
  var revisionsJSON: JSONValue? {
    if revisions.isEmpty { return nil }
    return .array(
      revisions.indices.map { number in
        let isLast = number + 1 == revisions.count
        return revisions[number].json(replacedBy: isLast ? self : revisions[number + 1].was)
      })
  }

  /// The members that another version has otherwise, as they are in this one. That words were found at
  /// another place meanwhile makes no difference.
  fileprivate func members(unlike other: Annotation) -> JSONObject {
    var (mine, theirs) = (self, other)
    (mine.revisions, theirs.revisions) = ([], [])
    if mine.targets.map(\.evidence) == theirs.targets.map(\.evidence) {
      mine.targets = theirs.targets
    }
    guard case .object(let before) = mine.json(), case .object(let after) = theirs.json() else {
      return JSONObject()
    }
    var changed = JSONObject(before.members.filter { after[$0.name] != $0.value })
    for member in after.members where before[member.name] == nil {
      changed.append(member.name, .null)
    }
    return changed
  }

  /// Reads the revisions of an annotation of which everything else has been read: from the latest to the
  /// earliest, each gives the version before it.
  mutating func readRevisions(_ node: JSONNode?) {
    guard let node, case .object(var version) = json() else { return }
    var found: [Revision] = []
    for edit in node.listed.reversed() {
      guard case .object(let before)? = edit["galley:was"].flatMap({ try? $0.value() }) else {
        continue
      }
      for member in before.members {
        version[member.name] = member.value == .null ? nil : member.value
      }
      (version["id"], version[Revision.member]) = (.string(id.description), nil)
      let text = JSONValue.object(version).compact()
      guard let was = Annotation(reading: Array(text.utf8)) else { break }
      found.append(
        Revision(
          of: was, by: edit["creator"].flatMap { Creator($0) },
          at: edit["created"]?.string.map { Timestamp($0) }))
    }
    revisions = found.reversed()
  }
}

extension AnnotationTarget {
  /// What was marked, wherever it stands now.
  fileprivate var evidence: [String] {
    [source, passage?.exact ?? "", passage?.prefix ?? "", passage?.suffix ?? ""]
  }
}

extension AnsweredMark {
  /// Reads what a reply keeps; nil without words.
  init?(_ node: JSONNode) {
    guard let words = node["galley:words"]?.string else { return nil }
    self.init(creator: node["creator"].flatMap { Creator($0) }, words: words)
  }

  /// What a reply keeps, as a member of it.
  var json: JSONValue {
    var object = JSONObject()
    object.append("creator", creator?.json)
    object.append("galley:words", .string(words))
    return .object(object)
  }
}
