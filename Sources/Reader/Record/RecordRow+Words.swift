// What a record calls its rows, and what it says of each.

import ArticleModel

extension RecordRow {
  /// What stands before the value.
  func label(_ shelf: TaxonomyShelf) -> String {
    switch self {
    case .field(let field): field.label(shelf)
    case .evidence(let index): "\(index + 1)"
    case .evidenceField(_, let field): field.label
    case .newEvidence: "+"
    }
  }

  /// What belongs there, in one line.
  func explanation(_ shelf: TaxonomyShelf) -> String {
    switch self {
    case .field(let field): field.explanation(shelf)
    case .evidence: "a source; Enter shows or hides its details"
    case .evidenceField(_, let field): field.explanation
    case .newEvidence: "the address of a further source, or what it is: call with N. N."
    }
  }
}

extension RecordField {
  fileprivate func label(_ shelf: TaxonomyShelf) -> String {
    switch self {
    case .kind: "Kind"
    case .claim: "Claim"
    case .claimant: "Claimant"
    case .asOf: "As of"
    case .group(let pack, let group):
      (shelf[pack]?.groups.first { $0.id == group }?.label ?? group).capitalizedAtStart
    case .status: "Status"
    case .confidence: "Confidence"
    case .voice: "Voice"
    case .tags: "Tags"
    case .visibility: "Private"
    case .note: "Note"
    }
  }

  fileprivate func explanation(_ shelf: TaxonomyShelf) -> String {
    switch self {
    case .kind: "what the mark is"
    case .claim: "the claim in one sentence that stands alone"
    case .claimant: "who makes the claim"
    case .asOf: "the day that the verdict holds for: 2026-01-31, or today"
    case .group(let pack, let group):
      shelf[pack]?.groups.first { $0.id == group }?.isExclusive == true
        ? "one answer, or none" : "as many as fit"
    case .status: "how far the work on it is"
    case .confidence: "how sure you are, from 0 to 100 %"
    case .voice: "whose words they are: outlet, or a name"
    case .tags: "words of your own, with commas between"
    case .visibility: "whether exports and hand-overs leave the mark out"
    case .note: "your words, in Markdown"
    }
  }
}

extension EvidenceField {
  fileprivate var label: String {
    switch self {
    case .address: "Address"
    case .stance: "Stance"
    case .sourceKind: "Source"
    case .title: "Title"
    case .publisher: "Publisher"
    case .passage: "Passage"
    case .accessed: "Read on"
    case .archived: "Archived at"
    case .copy: "Copy"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .address: "where the source is found; none for a call or a document on paper"
    case .stance: "which way it speaks"
    case .sourceKind: "primary: who was there, or the document itself; secondary: who reports it"
    case .title: "what the source is called"
    case .publisher: "who published it, or who said it"
    case .passage: "the words in it that matter, as they stand there"
    case .accessed: "the day it was read or heard: 2026-01-31, or today"
    case .archived: "the address of a copy in a web archive"
    case .copy: "the page as it is now, kept beside the marks with its digest"
    }
  }
}

extension String {
  /// The text with a capital at its start.
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
