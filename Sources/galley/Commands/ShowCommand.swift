// `galley show`: one annotation with all that it says.

import ArgumentParser
import ArticleModel
import Corpus

/// Prints an annotation.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that one mark says.",
    discussion: """
      Example: galley show 6f1c2a3b
      Example: galley show --json 6f1c2a3b article.txt

      The id is that of galley list; its first digits are enough.
      """)

  @Argument(help: "The id of the mark, or the beginning of it.")
  var id: String

  @OptionGroup var selection: SidecarSelection

  @Flag(help: "Print the annotation as it stands in the sidecar.")
  var json = false

  func run() throws {
    let shelf = Settings().taxonomies()
    let row = try selection.row(named: id, shelf)
    if json {
      try Output.printJSON(row.json)
    } else {
      try Output.print(Self.lines(of: row, shelf).joined(separator: "\n"))
    }
  }

  private static func lines(of row: AnnotationRow, _ shelf: TaxonomyShelf) -> [String] {
    let annotation = row.annotation
    var lines = ["\(annotation.kind.rawValue): \(row.label)  [\(annotation.status.label)]"]
    for (index, target) in annotation.targets.enumerated() {
      lines.append(place(of: target, row.anchors.flatMap { $0.element(at: index) }))
    }
    if let page = row.page { lines.append("on        page \(page)") }
    for confirmation in annotation.confirmations {
      lines.append("          \(confirmation.told): \(confirmation.words.inQuotationMarks)")
    }
    if !annotation.note.isEmpty { lines += ["", annotation.note, ""] }
    for evidence in annotation.evidence {
      lines.append("evidence  \(evidence.url)\(evidence.stance.map { " (\($0.rawValue))" } ?? "")")
    }
    if let voice = annotation.voice { lines.append("voice     \(voice)") }
    if let creator = annotation.creator { lines.append("by        \(creator.name)") }
    if let assignee = annotation.assignee { lines.append("for       \(assignee.name)") }
    for (revision, former) in zip(
      annotation.revisions.reversed(), annotation.formerWords(shelf.title))
    {
      let when = revision.at.map { ", \($0)" } ?? ""
      lines.append("edited    by \(revision.by?.name ?? "nobody named")\(when); was: \(former)")
    }
    for review in row.reviews {
      let judgement = review.judgement?.rawValue ?? "has seen it"
      lines.append("review    \(review.creator?.name ?? "somebody") \(judgement)")
    }
    if let answered = row.answered {
      lines.append(
        "answers   \(shelf.title(answered))\(answered.creator.map { " by \($0.name)" } ?? "")")
    } else if let lost = row.lostParent {
      lines.append("answers   \(lost)")
    }
    if let decision = annotation.adjudication { lines.append("decision  \(decision.told)") }
    if let created = annotation.created { lines.append("made      \(created)") }
    if let modified = annotation.modified, modified != annotation.created {
      lines.append("changed   \(modified)")
    }
    return lines + ["in        \(row.articleName)", "id        \(annotation.id)"]
  }

  private static func place(of target: AnnotationTarget, _ anchor: Anchor?) -> String {
    guard let passage = target.passage else { return "about     the article as a whole" }
    let state = anchor.map { $0.state == .exact ? "" : "  (\($0.state.rawValue))" } ?? ""
    return "about     \(passage.exact.inQuotationMarks)\(state)"
  }
}

extension Array {
  /// The element at an index that may be none of the array's.
  fileprivate func element(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
