// Annotations as lines for people, and as JSON with their places for programs.

import ArticleModel
import Corpus
import LosslessJSON
import Screen
import Sidecars

/// The marks of one article as a table.
struct AnnotationListing {
  private let article: AnnotatedArticle
  private let rows: [AnnotationRow]
  private let conflicts: Set<AnnotationID>

  init(of article: AnnotatedArticle, _ rows: [AnnotationRow]) {
    self.article = article
    self.rows = rows
    conflicts = article.annotations.inConflict
  }

  /// A line for the article, then one for each mark.
  var text: String {
    let corrections = rows.count { $0.annotation.kind == .correction }
    let more = corrections == 0 ? "" : ", \(counted(corrections, "correction"))"
    let header =
      "\(article.name.onOneLine)  \(counted(rows.count - corrections, "mark"))\(more)"
    return ([header] + Self.table.lines(rows.map(cells))).joined(separator: "\n")
  }

  private static let table = TextTable(
    indent: 2,
    [
      .left(gap: 1), .left(gap: 1), .left(least: 24, most: 24, gap: 1), .left(least: 46, gap: 1),
      .left(),
    ])

  private func cells(_ row: AnnotationRow) -> [String] {
    let annotation = row.annotation
    let whole = annotation.repliesTo.map { "about \($0.short)" } ?? "the whole article"
    let words =
      annotation.correctionInWords ?? row.quote.map {
        $0.onOneLine.truncated(to: 44).inQuotationMarks
      } ?? whole
    let quote = words.onOneLine
    var details = [annotation.status.label, annotation.creator?.name, annotation.created?.dayText]
      .compactMap { $0 }
    if conflicts.contains(annotation.id) { details.append("one of two versions") }
    if let state = row.state, state != .exact { details.append(state.rawValue) }
    if !annotation.note.isEmpty { details.append("– \(annotation.note.shortened(to: 60))") }
    return [
      row.shortID, String(annotation.kind.gutterLetter), row.label.onOneLine, quote,
      details.joined(separator: "  ").onOneLine,
    ]
  }
}

extension AnnotationRow {
  /// The annotation as it stands in its sidecar, with the article that it belongs to and the places
  /// where its targets were found.
  var json: JSONValue {
    guard case .object(var object) = annotation.json() else { return annotation.json() }
    object.append("galley:article", .string(articleName))
    object.append("galley:sidecar", .string(sidecarPath))
    object.append("galley:state", state.map { .string($0.rawValue) })
    if let span {
      object.append("galley:start", .integer(span.start.value))
      object.append("galley:end", .integer(span.end.value))
    }
    object.append("galley:page", page.map(JSONValue.string))
    return .object(object)
  }
}
