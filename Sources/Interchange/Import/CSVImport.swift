// The project's own table, as AnnotationTable writes it and as somebody may have edited it.

import ArticleModel
import LosslessJSON
import Sidecars

/// Reads a table: rows of one id are the passages of one annotation.
enum CSVImport {
  static func read(_ text: String?) throws(ImportProblem) -> ImportedFile {
    guard let text else { throw .notText }
    let table = CSVTable(parsing: text)
    guard table.columns.contains("kind"), table.columns.contains("exact") else {
      throw .notTheFormat("the first line has no columns “kind” and “exact”")
    }
    var file = ImportedFile()
    var order: [String] = []
    var groups: [String: ImportedGroup] = [:]
    for (number, cells) in table.rows.enumerated() {
      if table.overlong.contains(number) {
        file.remarks.append(
          "row \(number + 2) has more cells than the first line; they were left out")
      }
      var row = Row(Dictionary(zip(table.columns, cells)) { first, _ in first })
      if row["id"] == nil {
        row["id"] = AnnotationID.derived(from: "\(number)\(cells)").description
      }
      guard let kind = AnnotationKind(rawValue: row["kind"] ?? "") else {
        file.remarks.append("row \(number + 2): there is no kind “\(row["kind"] ?? "")”")
        continue
      }
      let source = row["article"] ?? ""
      if groups[source] == nil {
        order.append(source)
        groups[source] = ImportedGroup(source: row["article"])
      }
      groups[source]?.add(row, kind)
    }
    file.groups = order.compactMap { groups[$0] }
    return file
  }

  /// The cells of a row that hold something, by column.
  struct Row {
    private var cells: [String: String]

    init(_ cells: [String: String]) { self.cells = cells.filter { !$0.value.isEmpty } }

    subscript(column: String) -> String? {
      get { cells[column] }
      set { cells[column] = newValue }
    }

    /// The lines of a cell.
    func list(_ column: String) -> [String] {
      cells[column]?.split(separator: "\n").map(String.init) ?? []
    }

    /// The passage; nil for the article as a whole.
    var passage: Passage? {
      let (start, end) = (cells["start"].flatMap { Int($0) }, cells["end"].flatMap { Int($0) })
      guard cells["exact"] != nil || cells["start"] != nil else { return nil }
      var passage = Passage(
        exact: cells["exact"] ?? "", prefix: cells["prefix"] ?? "", suffix: cells["suffix"] ?? "")
      if let start, let end, 0 <= start, start <= end {
        passage.position = CodePointSpan(CodePointOffset(start), CodePointOffset(end))
      }
      passage.confirmed = cells["confirmed"]
      passage.confirmation = cells["confirmation"].flatMap {
        (try? JSONDocument(parsing: Array($0.utf8))).flatMap { Confirmation($0.root) }
      }
      return passage
    }
  }
}

extension ImportedGroup {
  fileprivate mutating func add(_ row: CSVImport.Row, _ kind: AnnotationKind) {
    let id = AnnotationID(row["id"] ?? "")
    let isAboutArticle = row["passage"] != nil || row["replies_to"] == nil || row.passage != nil
    let target =
      isAboutArticle
      ? [AnnotationTarget(source: row["article"] ?? "", passage: row.passage)] : []
    if let index = marks.firstIndex(where: { $0.annotation.id == id }) {
      marks[index].annotation.targets += target
      return
    }
    var annotation = Annotation(id: id, kind: kind, targets: target)
    annotation.fill(from: row)
    marks.append(ImportedMark(annotation: annotation))
  }
}

extension Annotation {
  fileprivate mutating func fill(from row: CSVImport.Row) {
    terms = row.list("terms").compactMap { TermReference(versioned: $0) }
    note = row["note"] ?? ""
    tags = row.list("tags")
    status = row["status"].flatMap(AnnotationStatus.init) ?? .open
    voice = row["voice"]
    confidence = row["confidence"].flatMap { Double($0) }.flatMap {
      (0...1).contains($0) ? $0 : nil
    }
    claim = ClaimRecord(
      restated: row["claim"], claimant: row["claimant"],
      asOf: row["as_of"].map { DateAsWritten($0) })
    repliesTo = row["replies_to"].map { AnnotationID($0) }
    isPrivate = row["private"] == "yes"
    creator = row["creator"].map { Creator(name: $0, id: row["creator_id"]) }
    created = row["created"].map { Timestamp($0) }
    modified = row["modified"].map { Timestamp($0) }
    readDetails(row["details"], row.list("evidence"))
  }

  /// Evidence is what the column lists; what is known of each comes from the details.
  private mutating func readDetails(_ text: String?, _ urls: [String]) {
    var object: JSONObject = ["id": .string(id.description), "type": "Annotation", "target": "x:"]
    let details = text.flatMap { try? JSONValue(parsing: $0) }
    object.append("body", details?["evidence"])
    for name in AnnotationTable.detailed { object.append(name, details?[name]) }
    let carried = WebAnnotationImport.annotation(.object(object))
    var known = carried?.evidence ?? []
    evidence = urls.map { url in
      let place = known.firstIndex { $0.url == url }
      return place.map { known.remove(at: $0) } ?? Evidence(url: url)
    }
    conflictsWith = carried?.conflictsWith
    correction = carried?.correction
    foreign = carried?.foreign ?? []
  }
}

extension TermReference {
  /// Reads `pack/group/term@version`.
  init?(versioned text: String) {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: "/", maxSplits: 2).map(String.init)
    guard names.count == 3 else { return nil }
    self.init(
      pack: names[0], group: names[1], term: names[2], packVersion: parts.count > 1 ? parts[1] : nil
    )
  }
}
