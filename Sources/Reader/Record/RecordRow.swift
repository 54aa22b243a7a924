// The rows of a record: the fields of a mark, then its evidence, each source with fields of its own.

import ArticleModel

/// A field of a mark that a record shows.
package enum RecordField: Hashable, Sendable {
  case kind
  /// The claim in one sentence that stands alone.
  case claim
  case claimant, asOf
  /// The answer, or the answers, of a group of a pack of terms.
  case group(pack: String, group: String)
  case status, confidence, voice, tags, visibility, note
}

/// A field of a source.
package enum EvidenceField: CaseIterable, Hashable, Sendable {
  case address, stance, sourceKind, title, publisher, passage, accessed, archived, copy
}

/// A row of a record, which the cursor can stand on.
package enum RecordRow: Hashable, Sendable {
  case field(RecordField)
  /// A source, by its place in the list.
  case evidence(Int)
  /// A field of a source that is open.
  case evidenceField(Int, EvidenceField)
  /// Where a further source is typed.
  case newEvidence

  /// The place of the source that the row is about; nil for other rows.
  package var source: Int? {
    switch self {
    case .evidence(let index), .evidenceField(let index, _): index
    case .field, .newEvidence: nil
    }
  }

  /// The rows of a mark, in their order.
  /// - Parameter opened: the source whose fields are shown.
  static func rows(of mark: Annotation, opened: Int?, _ shelf: TaxonomyShelf) -> [RecordRow] {
    let sources = mark.evidence.indices.flatMap { index in
      [RecordRow.evidence(index)]
        + (index == opened ? EvidenceField.allCases.map { .evidenceField(index, $0) } : [])
    }
    return fields(of: mark, shelf).map(RecordRow.field) + sources + [.newEvidence]
  }

  /// The fields that a mark of its kind has, and whatever else it says something in.
  private static func fields(of mark: Annotation, _ shelf: TaxonomyShelf) -> [RecordField] {
    var fields: [RecordField] = [.kind]
    let answersClaim = mark.kind.row.answersClaim
    if answersClaim || mark.claim.restated != nil { fields.append(.claim) }
    if answersClaim || mark.claim.claimant != nil { fields.append(.claimant) }
    if answersClaim || mark.claim.asOf != nil { fields.append(.asOf) }
    fields += groups(of: mark, shelf)
    return fields + [.status, .confidence, .voice, .tags, .visibility, .note]
  }

  /// The groups of the packs that the mark's terms are from, or that its kind has. “Was it said?” comes
  /// before “is it true?”, as one asks.
  private static func groups(of mark: Annotation, _ shelf: TaxonomyShelf) -> [RecordField] {
    var packs = [mark.kind.rawValue] + mark.terms.map(\.pack)
    packs = packs.enumerated().filter { packs.firstIndex(of: $0.element) == $0.offset }.map(
      \.element)
    return packs.compactMap { shelf[$0] }.flatMap { pack in
      pack.groups.map { RecordField.group(pack: pack.id, group: $0.id) }
        .filter { $0 == .said }
        + pack.groups.map { .group(pack: pack.id, group: $0.id) }
        .filter { $0 != .said }
    }
  }
}

extension RecordField {
  /// The answer to “was it said?”
  fileprivate static let said = RecordField.group(pack: "verification", group: "said")
}
