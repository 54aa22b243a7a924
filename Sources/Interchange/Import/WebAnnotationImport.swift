// Web Annotations: collections, pages, lists, lines, single ones; and Readium's annotation sets.

import ArticleModel
import LosslessJSON
import Sidecars

/// Reads annotations of the Web Annotation Data Model.
enum WebAnnotationImport {
  /// Members that say where an annotation came from, not what it says.
  private static let provenance = [
    "galley:article", "galley:about", "galley:sidecar", "galley:state", "galley:readsNow",
    "galley:start",
    "galley:end",
    BratExport.offsetsMember,
  ]

  /// Reads whatever holds annotations, and groups them by article.
  static func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    var file = ImportedFile()
    var order: [String] = []
    var groups: [String: ImportedGroup] = [:]
    for item in try items(bytes) {
      let source = item["galley:article"]?.string ?? self.source(of: item) ?? ""
      guard let mark = mark(item, &file.remarks) else { continue }
      if groups[source] == nil {
        order.append(source)
        groups[source] = ImportedGroup(source: source.isEmpty ? nil : source)
      }
      groups[source]?.marks.append(mark)
    }
    file.groups = order.compactMap { groups[$0] }
    return file
  }

  /// Reads Readium's set, whose sources are the parts of one publication.
  static func readPublication(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    var file = ImportedFile()
    let marks = try items(bytes).compactMap { item -> ImportedMark? in
      guard var mark = mark(item, &file.remarks) else { return nil }
      let bodies = item["body"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
      let tags = bodies.flatMap { [$0["tag"]?.string, $0["keyword"]?.string] }.compactMap(\.self)
      for tag in tags where !mark.annotation.tags.contains(tag) { mark.annotation.tags.append(tag) }
      return mark
    }
    file.groups = [ImportedGroup(marks: marks)]
    return file
  }

  /// An annotation by itself, as exports carry it along; nil when it cannot be read.
  static func annotation(_ json: JSONValue) -> Annotation? {
    var remarks: [String] = []
    return mark(json, &remarks)?.annotation
  }

  // MARK: Items

  private static func items(_ bytes: [UInt8]) throws(ImportProblem) -> [JSONValue] {
    do {
      return try items(in: try JSONValue(parsing: bytes))
    } catch let error as JSONError {
      let lines = bytes.split(separator: 0x0A).map(Array.init)
      let values = lines.compactMap { try? JSONValue(parsing: $0) }
      guard lines.count > 1, values.count == lines.count else { throw .notJSON(error) }
      return values
    } catch {
      throw error as? ImportProblem ?? .notTheFormat("there are no annotations in it")
    }
  }

  private static func items(in value: JSONValue) throws(ImportProblem) -> [JSONValue] {
    if case .array(let elements) = value { return elements }
    if let items = value["items"] { return items.elements }
    if let first = value["first"] {
      if first.string != nil {
        throw .notTheFormat("the pages of the collection are not in the file, only their addresses")
      }
      return try items(in: first)
    }
    if value["target"] != nil { return [value] }
    throw .notTheFormat("there are no annotations in it: no items, no first page, no target")
  }

  private static func source(of item: JSONValue) -> String? {
    let target = item["target"]
    let targets = target.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    return targets.lazy.compactMap { target in
      if let text = target.string { return text.hasPrefix("urn:uuid:") ? nil : text }
      return (target["source"] ?? target["id"])?.string ?? target["source"]?["id"]?.string
    }
    .first
  }

  /// Reads one annotation in the way of sidecars, so that what this version does not know is kept.
  private static func mark(_ item: JSONValue, _ remarks: inout [String]) -> ImportedMark? {
    guard case .object(var object) = item else {
      remarks.append("an item is no object")
      return nil
    }
    for name in provenance { object[name] = nil }
    // What an export says of its own names is no part of the annotation.
    if object["@context"] == Sidecar.context { object["@context"] = nil }
    if object["id"]?.string == nil {
      object.members.insert(
        JSONObject.Member(
          name: "id", value: .string(AnnotationID.derived(from: item.compact()).description)), at: 0
      )
    }
    if let text = object["bodyValue"]?.string {
      object["bodyValue"] = nil
      object.append("body", ["type": "TextualBody", "value": .string(text)])
    }
    object["target"] = object["target"].map(withPosition)
    let set: JSONValue = ["items": [.object(object)]]
    guard let sidecar = try? Sidecar(parsing: Array(set.compact().utf8)) else { return nil }
    remarks += sidecar.unreadable.map(\.description)
    return sidecar.annotations.first.map { ImportedMark(annotation: $0) }
  }

  /// Gives targets that are described by a fragment of plain text (RFC 5147, `char=10,20`) a position.
  private static func withPosition(_ target: JSONValue) -> JSONValue {
    if case .array(let targets) = target { return .array(targets.map(withPosition)) }
    guard case .object(var object) = target, let selector = object["selector"] else {
      return target
    }
    let selectors = selector.elements.isEmpty ? [selector] : selector.elements
    let positions = selectors.compactMap { selector -> JSONValue? in
      guard selector["type"]?.string == "FragmentSelector",
        let value = selector["value"]?.string, value.hasPrefix("char=")
      else { return nil }
      let ends = value.dropFirst(5).split(separator: ",").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { return nil }
      return [
        "type": "TextPositionSelector", "start": .integer(ends[0]), "end": .integer(ends[1]),
      ]
    }
    if !positions.isEmpty { object["selector"] = .array(selectors + positions) }
    return .object(object)
  }
}
