// All that a sidecar holds of one mark, in lines for people: what Galley knows of it, then what it only keeps.

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// The record of a mark as lines.
struct MarkRecord {
  private(set) var lines: [String] = []

  init(_ row: AnnotationRow, _ shelf: TaxonomyShelf) {
    let mark = row.annotation
    lines = ["\(mark.kind.rawValue): \(row.label)  [\(mark.status.label)]"]
    addPlaces(row)
    for term in mark.terms { add("term", Self.told(term, shelf)) }
    add("claim", mark.claim.restated)
    add("claimant", mark.claim.claimant)
    add("as of", mark.claim.asOf?.description)
    add("sure", mark.confidence.map { "\($0)" })
    add("voice", mark.voice)
    add("tags", mark.tags.isEmpty ? nil : mark.tags.joined(separator: ", "))
    if mark.isPrivate { add("private", "yes; exports leave it out") }
    if !mark.note.isEmpty { lines += ["", mark.note, ""] }
    for evidence in mark.evidence { addEvidence(evidence) }
    addTies(row, shelf)
    add("by", mark.creator.map { $0.name + ($0.id.map { "  <\($0)>" } ?? "") })
    add("for", mark.assignee?.name)
    add("made", mark.created?.description)
    addRevisions(of: mark, shelf)
    if mark.modified != mark.created { add("changed", mark.modified?.description) }
    add("in", row.articleName)
    add("id", mark.id.description)
    for (path, value) in UnknownMembers(of: mark).all {
      lines.append("also      \(path): \(value)")
    }
  }

  private mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    lines.append(name.padded(to: 10) + value)
  }

  private mutating func addPlaces(_ row: AnnotationRow) {
    for (index, target) in row.annotation.targets.enumerated() {
      let anchor = row.anchors.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      guard let passage = target.passage else {
        add("about", "the article as a whole")
        continue
      }
      let state = anchor.map { $0.state == .exact ? "" : "  (\($0.state.rawValue))" } ?? ""
      add("about", passage.exact.inQuotationMarks + state)
      if let confirmation = passage.confirmation {
        lines.append("          \(confirmation.told): \(confirmation.words.inQuotationMarks)")
      }
    }
    if let page = row.page { add("on", "page \(page)") }
  }

  private mutating func addEvidence(_ evidence: Evidence) {
    add("evidence", evidence.addressOrName + (evidence.stance.map { " (\($0.rawValue))" } ?? ""))
    let facts = [
      evidence.address == nil ? nil : evidence.title,
      evidence.publisher.map { evidence.address == nil ? "by \($0)" : "published by \($0)" },
      evidence.sourceKind.map { "\($0) source" }, evidence.passage?.inQuotationMarks,
      evidence.accessed.map { "read \($0)" }, evidence.archivedURL.map { "archived at \($0)" },
    ].compactMap(\.self)
    lines += facts.map { "          \($0)" }
    guard let copy = evidence.copy else { return }
    let moment = copy.retrieved.map { ", fetched \($0)" } ?? ""
    lines.append("          copy kept in \(copy.path)\(moment)")
    if let digest = copy.digest { lines.append("          sha256 \(digest)") }
  }

  /// Who else has edited the mark, and what it said before.
  private mutating func addRevisions(of mark: Annotation, _ shelf: TaxonomyShelf) {
    for (revision, former) in zip(mark.revisions.reversed(), mark.formerWords(shelf.title)) {
      let when = revision.at.map { ", \($0)" } ?? ""
      add("edited", "by \(revision.by?.name ?? "nobody named")\(when); was: \(former)")
    }
  }

  /// What ties the mark to others, and what others say of it.
  private mutating func addTies(_ row: AnnotationRow, _ shelf: TaxonomyShelf) {
    let mark = row.annotation
    let answered = row.answered.map { mark in
      shelf.title(mark) + (mark.creator.map { " by \($0.name)" } ?? "")
    }
    add("answers", answered ?? row.lostParent ?? mark.repliesTo?.description)
    add("correction", mark.correction.map(Self.told))
    add("otherwise", mark.conflictsWith?.description)
    if let record = mark.adjudication {
      let by = record.by.map { " by \($0.name)" } ?? ""
      let from = record.sources.map { "\($0.sidecar) \($0.id)" }.joined(separator: ", ")
      add("decided", "\(record.choice.rawValue)\(by)\(record.at.map { ", \($0)" } ?? ""): \(from)")
    }
    for review in row.reviews {
      let words = [row.word(for: review) ?? "reviewed", review.creator?.name, review.note]
      let told = words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
      add("review", told + (review.created.map { "  \($0)" } ?? ""))
    }
    for tick in row.ticks {
      let item = tick.terms.first.map { "\($0.pack)/\($0.term)" } ?? ""
      let who = [item, tick.creator?.name].compactMap { $0 }.joined(separator: ", ")
      add("ticked", who + (tick.created.map { "  \($0)" } ?? ""))
    }
  }

  // MARK: Words

  /// "is it true? refuted  (verification/truth/refuted, pack 1.0)".
  private static func told(_ term: TermReference, _ shelf: TaxonomyShelf) -> String {
    let group = shelf.group(term).map { $0.label.hasSuffix("?") ? "\($0.label) " : "\($0.label): " }
    let version = term.packVersion.map { ", pack \($0)" } ?? ""
    return "\(group ?? "")\(shelf.label(of: term))  (\(term)\(version))"
  }

  private static func told(_ correction: Correction) -> String {
    var words = "\(correction.finding.rawValue) \(correction.decision.rawValue)"
    switch correction.speaker {
    case .named(let name): words += ", said by \(name)"
    case .nobody: words += ", by a speaker the article does not name"
    case nil: break
    }
    if let place = correction.place {
      words += ", place \(place.name)" + (place.country.map { " (\($0))" } ?? "")
    }
    return words
  }
}

extension String {
  /// The text with blanks behind it up to a width, and one at least.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
