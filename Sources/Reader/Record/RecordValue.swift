// What stands in a row of a record: as it is shown, and as it is typed.

import ArticleModel
import Interface

extension RecordRow {
  /// What the row says; empty when nothing is recorded.
  func value(in mark: Annotation, _ shelf: TaxonomyShelf) -> String {
    switch self {
    case .field(let field): field.value(in: mark, shelf)
    case .evidence(let index):
      mark.evidence.indices.contains(index) ? mark.evidence[index].summary : ""
    case .evidenceField(let index, let field):
      mark.evidence.indices.contains(index) ? field.value(in: mark.evidence[index]) : ""
    case .newEvidence: ""
    }
  }

  /// The text that typing begins with.
  func typedValue(in mark: Annotation, _ shelf: TaxonomyShelf) -> String {
    switch self {
    case .field(.asOf): mark.claim.asOf?.description ?? ""
    case .evidenceField(let index, .accessed):
      mark.evidence.indices.contains(index) ? mark.evidence[index].accessed?.description ?? "" : ""
    default: value(in: mark, shelf)
    }
  }

  /// How the row is filled in.
  var entry: RecordEntry {
    switch self {
    case .field(.kind), .field(.group), .field(.status): .choice
    case .evidenceField(_, .stance), .evidenceField(_, .sourceKind): .choice
    case .field(.visibility): .toggle
    case .field(.note): .note
    case .evidenceField(_, .copy): .copy
    case .evidence: .opening
    case .field, .evidenceField, .newEvidence: .line
    }
  }
}

/// How a row of a record is filled in.
enum RecordEntry: Hashable, Sendable {
  case line, choice, toggle, note, copy, opening
}

extension RecordField {
  fileprivate func value(in mark: Annotation, _ shelf: TaxonomyShelf) -> String {
    switch self {
    case .kind: mark.kind.rawValue
    case .claim: mark.claim.restated ?? ""
    case .claimant: mark.claim.claimant ?? ""
    case .asOf: mark.claim.asOf?.description ?? ""
    case .group(let pack, let group):
      mark.terms.filter { $0.pack == pack && $0.group == group }.map { shelf.label(of: $0) }
        .joined(separator: ", ")
    case .status: mark.status.label
    case .confidence: mark.confidence.map(Self.percent) ?? ""
    case .voice: mark.voice ?? ""
    case .tags: mark.tags.joined(separator: ", ")
    case .visibility: mark.isPrivate ? "yes" : "no"
    case .note: mark.note
    }
  }

  /// "80 %", with decimals where there are some.
  private static func percent(_ confidence: Double) -> String {
    let percent = confidence * 100
    let whole = percent.rounded()
    guard whole.magnitude < 1e6 else { return "\(confidence)" }
    return (percent - whole).magnitude < 1e-6 ? "\(Int(whole)) %" : "\(percent) %"
  }
}

extension EvidenceField {
  fileprivate func value(in source: Evidence) -> String {
    switch self {
    case .address: source.address ?? ""
    case .stance: source.stance?.rawValue ?? ""
    case .sourceKind: source.sourceKind ?? ""
    case .title: source.title ?? ""
    case .publisher: source.publisher ?? ""
    case .passage: source.passage ?? ""
    case .accessed: source.accessed?.dayText ?? ""
    case .archived: source.archivedURL ?? ""
    case .copy: source.copy?.told ?? ""
    }
  }
}

extension Evidence {
  /// The source in a line: what it is called, which way it speaks, what is kept of it.
  var summary: String {
    let facts = [
      publisher, stance?.rawValue, sourceKind, passage.map { $0.quoted },
      accessed.map { "read \($0.dayText)" },
      copy == nil ? nil : "copy kept",
    ].compactMap(\.self)
    return ([name] + facts).joined(separator: " · ")
  }
}
