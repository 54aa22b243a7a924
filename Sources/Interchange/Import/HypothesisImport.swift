// Annotations of Hypothesis: what its client exports ("annotations"), or its API returns ("rows").

import ArticleModel
import Sidecars
import LosslessJSON

/// Reads annotations of Hypothesis (https://h.readthedocs.io/en/latest/api-reference/).
struct HypothesisImport {
  private let labels: LabelReader

  init(_ labels: LabelReader) { self.labels = labels }

  /// Reads a file; marks are grouped by the address of their page.
  func read(_ bytes: [UInt8]) throws(ImportProblem) -> ImportedFile {
    let root: JSONValue
    do throws(JSONError) { root = try JSONValue(parsing: bytes) } catch {
      throw .notJSON(error)
    }
    let isList = if case .array = root { true } else { false }
    guard let rows = isList ? root : root["rows"] ?? root["annotations"], case .array = rows else {
      throw .notTheFormat("there is no list of annotations in it: neither “rows” nor “annotations”")
    }
    var file = ImportedFile()
    if let total = root["total"]?.int, total > rows.elements.count {
      file.remarks.append("the file is a page with \(rows.elements.count) of \(total) annotations")
    }
    var order: [String] = []
    var groups: [String: [ImportedMark]] = [:]
    for row in rows.elements {
      guard let id = row["id"]?.string else {
        file.remarks.append("an annotation has no id")
        continue
      }
      let address = row["uri"]?.string ?? ""
      guard let annotation = annotation(row, id, address) else {
        file.remarks.append("\(id) was left out: what it says of its words cannot be read")
        continue
      }
      if groups[address] == nil { order.append(address) }
      groups[address, default: []].append(ImportedMark(annotation: annotation, name: id))
    }
    file.groups = order.map { address in
      ImportedGroup(source: address.isEmpty ? nil : address, marks: groups[address] ?? [])
    }
    return file
  }

  /// The annotation; nil when it is about words that the file does not have.
  private func annotation(_ row: JSONValue, _ id: String, _ address: String) -> Annotation? {
    let note = row["text"]?.string ?? ""
    let parent = row["references"]?.elements.last?.string
    let created = row["created"]?.string.map { Timestamp(asSidecarsWrite: $0) }
    var annotation = Annotation(
      id: Self.id(id), kind: .highlight, targets: [], creator: creator(row), created: created)
    annotation.modified = row["updated"]?.string.map { Timestamp(asSidecarsWrite: $0) } ?? created
    annotation.repliesTo = parent.map(Self.id)
    annotation.note = note
    for tag in row["tags"]?.elements.compactMap(\.string) ?? [] {
      labels.apply(tag, isForeign: false, to: &annotation)
    }
    if parent != nil {
      annotation.kind = .reply
    } else if !note.isEmpty, annotation.terms.isEmpty {
      annotation.kind = .note
    }
    let readers = row["permissions"]?["read"]?.elements.compactMap(\.string) ?? []
    annotation.isPrivate =
      !readers.isEmpty && !readers.contains("group:__world__") || Self.group(of: row) != nil
    // A reply is about the annotation alone; one on a page has a target without a selector.
    if parent == nil {
      for target in row["target"]?.listed ?? [] where target != .null {
        guard let target = Self.target(target, address) else { return nil }
        annotation.targets.append(target)
      }
      if annotation.targets.isEmpty {
        annotation.targets = [AnnotationTarget(source: address, passage: nil)]
      }
    }
    return Self.withOrigin(of: row, annotation)
  }

  /// What a target is about; nil when it is about words that it does not state. The positions are those of a web
  /// page, and so no help.
  private static func target(_ target: JSONValue, _ address: String) -> AnnotationTarget? {
    guard case .object = target else { return nil }
    guard let selectors = target["selector"] else {
      return AnnotationTarget(source: address, passage: nil)
    }
    let quote = selectors.listed.first { $0["type"]?.string == "TextQuoteSelector" }
    guard let exact = quote?["exact"]?.string, !exact.isEmpty else { return nil }
    return AnnotationTarget(
      source: address,
      passage: Passage(
        exact: exact, prefix: quote?["prefix"]?.string ?? "", suffix: quote?["suffix"]?.string ?? ""
      ))
  }

  /// The group that an annotation is for; nil when it is for everybody.
  private static func group(of row: JSONValue) -> String? {
    row["group"]?.string.flatMap { $0 == "__world__" ? nil : $0 }
  }

  /// The annotation with its address at Hypothesis, and the group that it is for.
  private static func withOrigin(of row: JSONValue, _ annotation: Annotation) -> Annotation {
    guard case .object(var object) = annotation.json() else { return annotation }
    let link = (row["links"]?["html"] ?? row["links"]?["incontext"])?.string
    object.append("via", link.map(JSONValue.string))
    if let group = group(of: row) {
      let host = link.flatMap { link in link.firstRange(of: "/a/").map { link[..<$0.lowerBound] } }
      let name = row["group_info"]?["name"]?.string ?? group
      object.append(
        "galley:group",
        ["name": .string(name), "id": .string("\(host ?? "https://hypothes.is")/groups/\(group)")])
    }
    var told = annotation
    told.preserved = WebAnnotationImport.annotation(.object(object))?.preserved ?? told.preserved
    return told
  }

  private func creator(_ row: JSONValue) -> Creator? {
    guard let account = row["user"]?.string else { return nil }
    let name = row["user_info"]?["display_name"]?.string
    let short =
      account.hasPrefix("acct:") ? account.dropFirst(5).prefix { $0 != "@" } : account[...]
    return Creator(name: name ?? String(short), id: account)
  }

  /// Ids of Hypothesis are no URIs: each has one that follows from it.
  private static func id(_ id: String) -> AnnotationID { .derived(from: "hypothesis:" + id) }
}

extension Timestamp {
  /// A moment in any time zone, `2024-01-02T03:04:05.678+00:00`, as sidecars write it: in UTC, to the
  /// second. What cannot be read stays as it is.
  init(asSidecarsWrite text: String) {
    let written = Timestamp(text)
    self = written.instant.map { Timestamp($0) } ?? written
  }
}
