// What an import would do to a sidecar, mark by mark, before anything is done.

import ArticleModel
import LosslessJSON
import Sidecars

/// The outcome of an import into one article.
package struct ImportPlan: Sendable {
  /// What becomes of a mark.
  package enum Outcome: String, CaseIterable, Sendable {
    /// It is new.
    case added
    /// It is there already, and says the same.
    case present
    /// Another annotation says the same of the same words.
    case duplicate
    /// It is there and says something else; ours stays.
    case kept
    /// The same of a mark that somebody else made, though ours were to give way.
    case protected
    /// It is there and said something else; theirs takes its place.
    case replaced
  }

  /// One mark.
  package struct Entry: Sendable {
    /// The annotation as it was read and placed.
    package var annotation: Annotation
    /// What becomes of it.
    package var outcome: Outcome
    /// Whether its words were found for sure; if not, it is kept as an orphan or to be confirmed.
    package var isPlaced: Bool
    /// The annotation that is there, for all that are not new.
    package var existing: Annotation?
  }

  /// Which marks give way to those of the file.
  package enum Replacing: Sendable {
    case nothing
    /// Those of the person, or of anybody; of what others said, a record stays with the moment.
    case marks(by: Creator?, orOthers: Bool, at: Timestamp?)

    fileprivate func outcome(for mark: Annotation) -> Outcome {
      guard case .marks(let person, let orOthers, _) = self else { return .kept }
      return orOthers || mark.belongs(to: person) ? .replaced : .protected
    }

    fileprivate func successor(_ new: Annotation, of old: Annotation) -> Annotation {
      guard case .marks(let person, _, let moment) = self else { return new }
      var successor = new
      if successor.revisions.count < old.revisions.count { successor.revisions = old.revisions }
      return successor.recordingRevision(of: old, by: person, at: moment)
    }
  }

  private let replacing: Replacing
  /// The marks in the order of the file.
  package let entries: [Entry]
  /// The marks that were left out, a line each.
  package let remarks: [String]

  /// Compares the marks of a group with those of an article's sidecar.
  /// - Parameters:
  ///   - elsewhere: the ids of marks in other sidecars of the article, which are there already too.
  ///   - replacing: what of theirs takes the place of ours where both have the same id.
  package init(
    _ group: ImportedGroup, into article: Article, existing: [Annotation],
    elsewhere: Set<AnnotationID> = [], replacing: Replacing = .nothing
  ) {
    self.replacing = replacing
    var placing = ImportPlacing(group, in: article)
    var byID = Dictionary(existing.map { ($0.id, $0) }) { first, _ in first }
    var byContent = Dictionary(existing.map { (Content($0), $0) }) { first, _ in first }
    let placed = placing.placed(group.marks)
    remarks = placing.remarks
    entries = placed.map { mark in
      let annotation = mark.annotation
      var entry = Entry(annotation: annotation, outcome: .added, isPlaced: mark.isPlaced)
      if let same = byID[annotation.id] {
        entry.existing = same
        entry.outcome =
          same.saysTheSame(as: annotation) ? .present : replacing.outcome(for: same)
      } else if elsewhere.contains(annotation.id) {
        entry.outcome = .present
      } else if !mark.isSomewhere, let same = byContent[Content(annotation)] {
        entry.existing = same
        entry.outcome = .duplicate
      } else {
        byID[annotation.id] = annotation
        if !mark.isSomewhere { byContent[Content(annotation)] = annotation }
      }
      return entry
    }
  }

  /// How many marks come out so.
  package func count(_ outcome: Outcome) -> Int { entries.count { $0.outcome == outcome } }

  /// The change to the sidecar; nil when there is nothing to do.
  package var change: Change? {
    let edits = entries.compactMap { entry -> Edit? in
      switch (entry.outcome, entry.existing) {
      case (.added, _): .insert(entry.annotation)
      case (.replaced, let old?):
        .replace(old: old, new: replacing.successor(entry.annotation, of: old))
      default: nil
      }
    }
    guard !edits.isEmpty else { return nil }
    return Change("imported \(counted(edits.count, "mark"))", edits)
  }

  /// What makes two annotations say the same of the same words, whatever they are called.
  private struct Content: Hashable {
    var kind: AnnotationKind
    var words: [String]
    var starts: [Int]
    var terms: Set<TermReference>
    var note: String
    var tags: Set<String>
    var evidence: Set<String>
    var creator: String?
    var repliesTo: AnnotationID?
    /// Bodies that this version knows nothing of.
    var others: Set<String>

    init(_ annotation: Annotation) {
      kind = annotation.kind
      words = annotation.targets.map { $0.passage?.exact ?? "" }
      starts = annotation.targets.map { $0.passage?.position?.start.value ?? -1 }
      terms = Set(annotation.terms.map(\.unversioned))
      note = annotation.note
      tags = Set(annotation.tags)
      evidence = Set(annotation.evidence.map(\.url))
      creator = annotation.creator?.name
      repliesTo = annotation.repliesTo
      let bodies = annotation.fullJSON["body"]?.listed ?? []
      others = Set(bodies.filter { $0["value"] == nil && $0["source"] == nil }.map { $0.compact() })
    }
  }
}

extension Annotation {
  /// Whether two versions of an annotation differ in nothing but the time of the last change, and the record
  /// of edits, which files of other programs have not.
  fileprivate func saysTheSame(as other: Annotation) -> Bool {
    var other = other
    other.modified = modified
    if other.revisions.isEmpty { other.revisions = revisions }
    // Files have lines in an order of their own.
    if Set(other.foreign) == Set(foreign) { other.foreign = foreign }
    return self == other
  }
}
