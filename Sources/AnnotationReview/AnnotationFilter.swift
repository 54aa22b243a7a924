// Which annotations somebody wants to see: said with options, or typed as "kind:bias status:open gas".

import ArticleModel

/// Conditions on annotations; all of those that are given must hold.
public struct AnnotationFilter: Hashable, Sendable {
  /// Of this kind.
  public var kind: AnnotationKind?
  /// With a term of this id, or of `pack/group/term`.
  public var term: String?
  /// As far along as this.
  public var status: AnnotationStatus?
  /// Made by somebody whose name contains this, in any case.
  public var creator: String?
  /// With all of these words in the quote, the note, the tags, the labels or the evidence, in any case.
  public var words: [String] = []

  /// No condition.
  public init() {}

  /// Reads conditions as they are typed: `kind:`, `term:`, `status:` and `by:`, and words.
  public init(parsing text: String) throws(FilterError) {
    for part in text.split(whereSeparator: \.isWhitespace) {
      guard let colon = part.firstIndex(of: ":") else {
        words.append(String(part))
        continue
      }
      try set(String(part[..<colon]), to: String(part[part.index(after: colon)...]))
    }
  }

  /// Whether there is no condition at all.
  public var isEmpty: Bool { self == AnnotationFilter() }

  /// Whether a row meets all conditions.
  public func matches(_ row: AnnotationRow) -> Bool {
    let annotation = row.annotation
    if let kind, annotation.kind != kind { return false }
    if let status, annotation.status != status { return false }
    if let term, !annotation.terms.contains(where: { Self.names(term, $0) }),
      !annotation.tags.contains(term)
    {
      return false
    }
    if let creator, annotation.creator?.name.lowercased().contains(creator.lowercased()) != true {
      return false
    }
    return hasWords(row)
  }

  private func hasWords(_ row: AnnotationRow) -> Bool {
    if words.isEmpty { return true }
    let annotation = row.annotation
    let quotes = annotation.targets.compactMap { $0.passage?.exact }
    let parts = quotes + [annotation.note] + annotation.tags + row.labels
    let text = (parts + annotation.evidence.map(\.url)).joined(separator: "\n").lowercased()
    return words.allSatisfy { text.contains($0.lowercased()) }
  }

  private static func names(_ name: String, _ term: TermReference) -> Bool {
    term.term == name || term.description == name || "\(term.group)/\(term.term)" == name
  }

  private mutating func set(_ key: String, to value: String) throws(FilterError) {
    switch key {
    case "kind":
      kind = AnnotationKind(rawValue: value)
      if kind == nil { throw .unknownKind(value) }
    case "status":
      status = AnnotationStatus(rawValue: value)
      if status == nil { throw .unknownStatus(value) }
    case "term": term = value
    case "by": creator = value
    default: words.append("\(key):\(value)")
    }
  }
}

/// Why conditions cannot be read.
public enum FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No kind of annotation has this name.
  case unknownKind(String)
  /// No status has this name.
  case unknownStatus(String)

  /// What is wrong, and what there is.
  public var description: String {
    switch self {
    case .unknownKind(let name):
      "there is no kind “\(name)”; the kinds are "
        + AnnotationKind.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownStatus(let name):
      "there is no status “\(name)”; there are "
        + AnnotationStatus.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
