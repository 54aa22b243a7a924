// Web Annotations: collections, pages, lists, lines, single ones; and Readium's annotation sets.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// Reads annotations of the Web Annotation Data Model.
struct WebAnnotationImport {
  /// Members that say where an annotation came from, not what it says.
  private static let provenance = [
    "galley:article", "galley:about", "galley:sidecar", "galley:state", "galley:readsNow",
    "galley:start", "galley:end", BratExport.offsetsMember,
  ]

  /// Whether the sources are the parts of one publication, whose positions begin anew in each.
  private let isPublication: Bool
  /// What the annotations of the file are called in it, and here.
  private var ids: [String: String] = [:]
  private var remarks: [String] = []
  /// Annotations that do nothing but tie others together.
  private var ties: [(from: String, to: [String], type: String, name: String)] = []

  private init(isPublication: Bool = false) { self.isPublication = isPublication }

  /// Reads whatever holds annotations, and groups them by article.
  static func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    var reader = WebAnnotationImport()
    return reader.file(try items(bytes))
  }

  /// Reads Readium's set, whose sources are the parts of one publication.
  static func readPublication(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    var reader = WebAnnotationImport(isPublication: true)
    return reader.file(try items(bytes))
  }

  /// An annotation by itself, as exports carry it along; nil when it cannot be read.
  static func annotation(_ json: JSONValue) -> Annotation? {
    var reader = WebAnnotationImport()
    return reader.file([json]).groups.first?.marks.first?.annotation
  }

  // MARK: Items

  private static func items(_ bytes: [UInt8]) throws(ImportProblem) -> [JSONValue] {
    let values = try JSONLines.values(bytes)
    guard values.count == 1 else { return values }
    return try items(in: values[0])
  }

  private static func items(in value: JSONValue) throws(ImportProblem) -> [JSONValue] {
    if case .array(let elements) = value { return elements }
    if let items = value["items"], value["target"] == nil { return items.listed }
    if let first = value["first"] {
      if first.string != nil {
        throw .notTheFormat("the pages of the collection are not in the file, only their addresses")
      }
      return try items(in: first)
    }
    if value["target"] != nil { return [value] }
    throw .notTheFormat("there are no annotations in it: no items, no first page, no target")
  }

  // MARK: Annotations

  private mutating func file(_ items: [JSONValue]) -> ImportedFile {
    let targets = Set(
      items.flatMap { $0["target"]?.listed ?? [] }.compactMap { target in
        target["selector"] == nil ? target.string ?? target["id"]?.string : nil
      })
    for item in items {
      guard let id = item["id"]?.string else { continue }
      ids[id] = Self.id(id, of: item, isTarget: targets.contains(id))
    }
    var order: [String] = []
    var groups: [String: ImportedGroup] = [:]
    for (number, item) in items.enumerated() {
      guard let (marks, source) = marks(item, number + 1) else { continue }
      if groups[source] == nil {
        order.append(source)
        groups[source] = ImportedGroup(source: source.isEmpty ? nil : source)
      }
      groups[source]?.marks += marks
    }
    tie(&groups)
    return ImportedFile(groups: order.compactMap { groups[$0] }, remarks: remarks)
  }

  /// An id that is one everywhere: that of no address, such as `#a1`, is one within its file alone. What others
  /// point to has one by which sidecars tell it from an article.
  private static func id(_ id: String, of item: JSONValue, isTarget: Bool) -> String {
    if id.hasPrefix("urn:uuid:") { return id }
    if id.contains("://") || id.hasPrefix("urn:") {
      return isTarget ? AnnotationID.derived(from: id).description : id
    }
    let isUUID =
      id.count == 36 && id.allSatisfy { $0.isHexDigit || $0 == "-" }
      && id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12]
    if isUUID { return "urn:uuid:" + id.lowercased() }
    return AnnotationID.derived(from: item.compact()).description
  }

  /// An annotation with the replies that are among its bodies, and the article that it is about.
  private mutating func marks(
    _ item: JSONValue, _ number: Int
  ) -> (marks: [ImportedMark], source: String)? {
    guard case .object(var object) = item else {
      remarks.append("item \(number) is not an object")
      return nil
    }
    let name = "item \(number)" + (item["id"]?.string.map { " (\($0))" } ?? "")
    guard let target = object["target"], target != .null else {
      remarks.append("\(name) was left out: it has no target")
      return nil
    }
    let targets = WebTarget.targets(target, among: ids)
    let known = targets.compactMap(Self.json)
    if let reason = Self.reason(targets) { remarks.append("\(name) was left out: it \(reason)") }
    guard !known.isEmpty, !isTie(item, targets, name) else { return nil }
    for name in Self.provenance { object[name] = nil }
    // What an export says of its own names is no part of the annotation.
    if object["@context"] == Sidecar.context { object["@context"] = nil }
    object["target"] = known.count == 1 ? known[0] : .array(known)
    if isPublication { object["target"] = object["target"].map(Self.ofPart) }
    let id =
      item["id"]?.string.flatMap { ids[$0] }
      ?? AnnotationID.derived(from: item.compact()).description
    if let own = item["id"]?.string, own.contains("://"), own != id, object["canonical"] == nil {
      object["canonical"] = .string(own)
    }
    object["id"] = nil
    object.members.insert(JSONObject.Member(name: "id", value: .string(id)), at: 0)
    let bodies = WebBodies(item)
    object["bodyValue"] = nil
    if object["body"] != nil || !bodies.kept.isEmpty { object["body"] = .array(bodies.kept) }
    guard let annotation = annotation(object, named: name) else { return nil }
    let replies = bodies.replies.enumerated().map { index, body in
      ImportedMark(annotation: Self.reply(body, number: index, to: annotation))
    }
    let source = item["galley:article"]?.string ?? Self.source(targets, isPublication)
    return ([ImportedMark(annotation: annotation, name: name)] + replies, source)
  }

  /// Reads one annotation in the way of sidecars, so that what this version does not know is kept.
  private mutating func annotation(_ object: JSONObject, named name: String) -> Annotation? {
    let set: JSONValue = ["items": [.object(object)]]
    guard let sidecar = try? Sidecar(parsing: Array(set.compact().utf8)) else { return nil }
    remarks += sidecar.unreadable.map { "\(name) was left out: \($0.reason)" }
    return sidecar.annotations.first
  }

  private static func reply(_ body: JSONValue, number: Int, to mark: Annotation) -> Annotation {
    var reply = Annotation(
      id: .derived(from: "\(mark.id) \(number) \(body.compact())"), kind: .reply, targets: [])
    reply.repliesTo = mark.id
    reply.note = body["value"]?.string ?? ""
    let creator = body["creator"]
    let name = (creator?["name"] ?? creator?["nickname"] ?? creator?["id"] ?? creator)?.string
    reply.creator = name.map { Creator(name: $0, id: creator?["id"]?.string ?? creator?.string) }
    reply.created = (body["created"]?.string ?? mark.created?.description).map { Timestamp($0) }
    reply.modified = (body["modified"]?.string).map { Timestamp($0) } ?? reply.created
    return reply
  }

  // MARK: Targets

  private static func json(_ target: WebTarget) -> JSONValue? {
    switch target {
    case .resource(let json, _): json
    case .annotation(let id): .string(id)
    case .unreadable: nil
    }
  }

  /// Why an annotation, or a part of what it is about, is left out.
  private static func reason(_ targets: [WebTarget]) -> String? {
    let reasons = targets.compactMap { target in
      if case .unreadable(let reason) = target { reason } else { nil }
    }
    return reasons.isEmpty ? nil : reasons.uniqued().joined(separator: "; ")
  }

  /// Whether an annotation does nothing but tie others together: then these keep the ties.
  private mutating func isTie(_ item: JSONValue, _ targets: [WebTarget], _ name: String) -> Bool {
    let ends = targets.compactMap { if case .annotation(let id) = $0 { id } else { nil } }
    guard ends.count == targets.count, let first = ends.first, ends.count > 1 else { return false }
    let bodies = item["body"]?.listed ?? []
    let type = bodies.lazy.compactMap { $0["value"]?.string ?? $0.string }.first ?? "related"
    ties.append((first, Array(ends.dropFirst()), type, name))
    return true
  }

  /// Gives the ties to the marks that they begin at.
  private mutating func tie(_ groups: inout [String: ImportedGroup]) {
    for tie in ties {
      var isKept = false
      for source in groups.keys {
        guard
          let index = groups[source]?.marks.firstIndex(where: {
            $0.annotation.id.description == tie.from
          })
        else { continue }
        isKept = true
        for other in tie.to {
          let relation = ForeignRelation("w3c", tie.type, to: AnnotationID(other))
          groups[source]?.marks[index].annotation.keep(relation.record)
        }
      }
      if !isKept {
        remarks.append("\(tie.name) was left out: it links marks that are not in the file")
      }
    }
  }

  private static func source(_ targets: [WebTarget], _ isPublication: Bool) -> String {
    guard !isPublication else { return "" }
    return targets.lazy.compactMap { target in
      if case .resource(_, let source) = target { source } else { nil }
    }.first ?? ""
  }

  /// A target of a part of a publication: a position there is none in the article. Beside words it goes;
  /// alone it is kept, with the part that it counts in.
  private static func ofPart(_ target: JSONValue) -> JSONValue {
    if case .array(let targets) = target { return .array(targets.map(ofPart)) }
    guard case .object(var object) = target, let selectors = object["selector"]?.elements else {
      return target
    }
    if selectors.contains(where: { $0["exact"]?.string != nil }) {
      let kept = selectors.filter { $0["type"]?.string != "TextPositionSelector" }
      object["selector"] = .array(kept)
    } else {
      object.append("galley:part", object["source"])
    }
    return .object(object)
  }
}
