// Annotations as a table: one row per passage. CSVImport reads it back.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The project's own table.
struct AnnotationTable {
  /// The columns. The last four are for reading the table back; people need not look at them.
  static let columns = [
    "article", "id", "kind", "passage", "state", "start", "end", "exact", "prefix", "suffix",
    "terms",
    "note", "tags", "status", "voice", "confidence", "claim", "claimant", "as_of", "evidence",
    "replies_to", "private", "creator", "created", "modified", "title", "authors", "outlet",
    "published", "language", "address", "correction", "decision", "creator_id", "confirmed",
    "confirmation", "details",
  ]

  /// The members of an annotation that have no column of their own; they go into the last one.
  static let detailed = [
    "galley:correction", "galley:conflictsWith", "galley:adjudication", "galley:foreign",
  ]

  /// The columns of people's words. What in them looks like a number or a date is kept from becoming one.
  static let words: Set<String> = [
    "article", "exact", "prefix", "suffix", "note", "tags", "voice", "claim", "claimant",
    "evidence",
    "creator", "title", "authors", "outlet", "correction", "decision", "confirmed",
  ]

  private(set) var table = CSVTable(columns: columns, words: words)

  init(_ corpus: [CorpusArticle]) {
    for article in corpus {
      for row in article.rows {
        add(row.annotation, row, article)
        for review in row.reviews { add(review, nil, article) }
      }
      for tick in article.ticks { add(tick, nil, article) }
    }
  }

  /// Several passages of an annotation are numbered, in words that no spreadsheet takes for a date: 1 of 2.
  private mutating func add(
    _ annotation: Annotation, _ row: AnnotationRow?, _ article: CorpusArticle
  ) {
    let targets = annotation.targets.isEmpty ? [nil] : annotation.targets.map(Optional.some)
    for (index, target) in targets.enumerated() {
      let state = row?.anchors.flatMap { index < $0.count ? $0[index].state : nil }
      var cells = Self.cells(of: annotation, target?.passage)
      cells["article"] = article.portableName
      cells["passage"] = target == nil ? "" : "\(index + 1) of \(targets.count)"
      cells["state"] = state?.rawValue
      let about = article.annotated.about
      for (name, fact) in zip(ArticleDescription.factNames, about.facts) { cells[name] = fact }
      table.rows.append(Self.columns.map { cells[$0] ?? "" })
    }
  }

  private static func cells(of annotation: Annotation, _ passage: Passage?) -> [String: String] {
    var cells = [
      "id": annotation.id.description, "kind": annotation.kind.rawValue,
      "terms": annotation.terms.map(\.versioned).joined(separator: "\n"),
      "note": annotation.note, "tags": annotation.tags.joined(separator: "\n"),
      "status": annotation.status.rawValue,
      "evidence": annotation.evidence.map(\.url).joined(separator: "\n"),
      "private": annotation.isPrivate ? "yes" : "",
    ]
    cells["voice"] = annotation.voice
    cells["confidence"] = annotation.confidence.map { "\($0)" }
    cells["claim"] = annotation.claim.restated
    cells["claimant"] = annotation.claim.claimant
    cells["as_of"] = annotation.claim.asOf?.description
    cells["correction"] = annotation.correctionInFull
    cells["decision"] = annotation.adjudication?.told(of: annotation.id)
    cells["replies_to"] = annotation.repliesTo?.description
    cells["creator"] = annotation.creator?.name
    cells["creator_id"] = annotation.creator?.id
    cells["created"] = annotation.created?.description
    cells["modified"] = annotation.modified?.description
    cells["exact"] = passage?.exact
    cells["prefix"] = passage?.prefix
    cells["suffix"] = passage?.suffix
    cells["confirmed"] = passage?.confirmed
    cells["confirmation"] = passage?.confirmation?.json.compact()
    cells["start"] = passage?.position.map { String($0.start.value) }
    cells["end"] = passage?.position.map { String($0.end.value) }
    cells["details"] = details(of: annotation)
    return cells
  }

  /// What has no column: evidence with all that is known of it, corrections, versions in conflict.
  private static func details(of annotation: Annotation) -> String? {
    let json = annotation.json()
    var details = JSONObject()
    let evidence = json["body"]?.elements.filter { $0["purpose"]?.string == "linking" } ?? []
    if evidence.contains(where: { $0.members.count > 3 }) {
      details.append("evidence", .array(evidence))
    }
    for name in detailed { details.append(name, json[name]) }
    return details.members.isEmpty ? nil : JSONValue.object(details).compact()
  }
}

extension TermReference {
  /// The term with the version of its pack: `bias/wording/loaded-term@1.0`.
  var versioned: String { description + (packVersion.map { "@\($0)" } ?? "") }
}
