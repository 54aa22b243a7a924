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
    case .newEvidence: "the address of another source, or what it is: call with N. N."
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
    case .claim: "the claim in one sentence, complete in itself"
    case .claimant: "who makes the claim"
    case .asOf: "the day that the verdict applies to: 2026-01-31, or today"
    case .group(let pack, let group):
      shelf[pack]?.groups.first { $0.id == group }?.isExclusive == true
        ? "one answer, or none" : "as many as fit"
    case .status: "how far you have got with it"
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
    case .address: "where the source is; none for a call or a document on paper"
    case .stance: "whether it supports the claim"
    case .sourceKind:
      "primary: a witness or the document itself; secondary: a report of it"
    case .title: "the title of the source"
    case .publisher: "who published it, or who said it"
    case .passage: "the words in it that matter, word for word"
    case .accessed: "the day it was read or heard: 2026-01-31, or today"
    case .archived: "the address of a copy in a web archive"
    case .copy: "the page as it is now, kept beside the marks, with a digest"
    }
  }
}

extension String {
  /// The text with a capital at its start.
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}
