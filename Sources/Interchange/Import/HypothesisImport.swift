// Annotations of Hypothesis: what its client exports ("annotations"), or its API returns ("rows").

import ArticleModel
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
    guard let rows = isList ? root : root["rows"] ?? root["annotations"] else {
      throw .notTheFormat("there are no annotations in it: neither “rows” nor “annotations”")
    }
    var file = ImportedFile()
    var order: [String] = []
    var groups: [String: [ImportedMark]] = [:]
    for row in rows.elements {
      guard let id = row["id"]?.string else {
        file.remarks.append("an annotation has no id")
        continue
      }
      let address = row["uri"]?.string ?? ""
      if groups[address] == nil { order.append(address) }
      groups[address, default: []].append(ImportedMark(annotation: annotation(row, id, address)))
    }
    file.groups = order.map { address in
      ImportedGroup(source: address.isEmpty ? nil : address, marks: groups[address] ?? [])
    }
    return file
  }

  private func annotation(_ row: JSONValue, _ id: String, _ address: String) -> Annotation {
    let note = row["text"]?.string ?? ""
    let parent = row["references"]?.elements.last?.string
    let created = row["created"]?.string.map { Timestamp(asSidecarsWrite: $0) }
    var annotation = Annotation(
      id: Self.id(id), kind: .highlight, targets: [], creator: creator(row), created: created)
    annotation.modified = row["updated"]?.string.map { Timestamp(asSidecarsWrite: $0) } ?? created
    annotation.repliesTo = parent.map(Self.id)
    annotation.note = note
    for tag in row["tags"]?.elements.compactMap(\.string) ?? [] {
      labels.apply(tag, to: &annotation)
    }
    if parent != nil {
      annotation.kind = .reply
    } else if !note.isEmpty, annotation.terms.isEmpty {
      annotation.kind = .note
    }
    let readers = row["permissions"]?["read"]?.elements.compactMap(\.string) ?? []
    annotation.isPrivate = !readers.isEmpty && readers.allSatisfy { $0.hasPrefix("acct:") }
    // A reply is about the annotation alone; one on a page has a target without a selector.
    let targets = parent == nil ? row["target"]?.elements ?? [] : []
    annotation.targets = targets.map { target in
      AnnotationTarget(source: address, passage: Self.passage(target["selector"]?.elements ?? []))
    }
    return annotation
  }

  /// The words; the positions are those of a web page, and so no help.
  private static func passage(_ selectors: [JSONValue]) -> Passage? {
    let quote = selectors.first { $0["type"]?.string == "TextQuoteSelector" }
    guard let exact = quote?["exact"]?.string else { return nil }
    return Passage(
      exact: exact, prefix: quote?["prefix"]?.string ?? "", suffix: quote?["suffix"]?.string ?? "")
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
  fileprivate init(asSidecarsWrite text: String) {
    let written = Timestamp(text)
    self = written.instant.map { Timestamp($0) } ?? written
  }
}
