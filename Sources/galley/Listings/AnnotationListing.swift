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
  private let checklists: [ChecklistProgress]

  init(of article: AnnotatedArticle, _ rows: [AnnotationRow], _ shelf: TaxonomyShelf) {
    self.article = article
    checklists = shelf.checklists.begun(in: article.annotations)
    self.rows = rows
    conflicts = article.annotations.inConflict
  }

  /// A line for the article, then one for each mark.
  var text: String {
    let replies = rows.count { $0.annotation.kind == .reply }
    let corrections = rows.count { $0.annotation.kind == .correction }
    let others = [
      replies == 0 ? nil : counted(replies, "reply", plural: "replies"),
      corrections == 0 ? nil : counted(corrections, "correction"),
    ].compactMap { $0 }
    let marks = counted(rows.count - replies - corrections, "mark")
    let facts = [([marks] + others).joined(separator: ", ")] + checklists.map(\.summary)
    let header = "\(article.name.onOneLine)  \(facts.joined(separator: "  "))"
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
    let pointer = annotation.repliesTo.map {
      row.hasLostParent ? "to \($0.short), which is gone" : "about \($0.short)"
    }
    if row.answered != nil { return reply(row) }
    let whole = pointer ?? "the whole article"
    let marked = row.hasLostParent ? nil : row.quote
    let words =
      annotation.correctionInWords ?? marked.map {
        $0.onOneLine.truncated(to: 44).inQuotationMarks
      } ?? whole
    let quote = words.onOneLine
    var details = [annotation.status.label, annotation.lastHand?.name, annotation.created?.dayText]
      .compactMap { $0 }
    if annotation.isPrivate { details.append("private") }
    if let assignee = annotation.assignee { details.append("for \(assignee.name)") }
    if conflicts.contains(annotation.id) { details.append("one of two versions") }
    if let state = row.state, state != .exact { details.append(state.rawValue) }
    if !annotation.note.isEmpty { details.append("– \(annotation.note.shortened(to: 60))") }
    return [
      row.shortID, String(annotation.kind.gutterLetter), row.label.onOneLine, quote,
      details.joined(separator: "  ").onOneLine,
    ]
  }
}

extension AnnotationListing {
  /// A reply below what it answers.
  private func reply(_ row: AnnotationRow) -> [String] {
    let reply = row.annotation
    let indent = String(repeating: "  ", count: min(row.depth, 4) - 1)
    let who = [reply.creator?.name, reply.created?.dayText].compactMap(\.self)
    return [
      row.shortID, String(reply.kind.gutterLetter), "\(indent)└ reply",
      reply.note.shortened(to: 44).inQuotationMarks, who.joined(separator: "  ").onOneLine,
    ]
  }
}

extension AnnotationRow {
  /// The annotation as it stands in its sidecar, with the article that it belongs to and the places
  /// where its targets were found.
  var json: JSONValue {
    guard case .object(var object) = annotation.fullJSON else { return annotation.json() }
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
