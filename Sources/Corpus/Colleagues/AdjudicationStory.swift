// What came of comparing the marks of several people, in words: what was taken, from whom, and what was set aside.

import ArticleModel

extension AdjudicationRecord {
  /// What was decided, in words: "taken from those of Ana, Ben · decided by Dora".
  package var told: String {
    let makers = sources.map(\.maker).uniqued().joined(separator: ", ")
    let decider = by.map { " · decided by \($0.name)" } ?? ""
    switch choice {
    case .agreed: return "agreed on by \(makers)"
    case .taken: return "taken from the marks of \(makers)\(decider)"
    case .kept: return "kept beside others, by \(makers)\(decider)"
    case .replaced: return "in place of the marks of \(makers)\(decider)"
    case .leftOut: return "none taken: \(setAside.joined(separator: "; "))\(decider)"
    }
  }

  /// The same where the marks that were set aside are listed.
  package var toldBelow: String {
    guard choice == .leftOut else { return told }
    return by.map { "decided by \($0.name)" } ?? "set aside"
  }

  /// The marks that were set aside because none was taken, a phrase each: "refuted, on “84 percent” · by Ana";
  /// empty for other decisions.
  package var setAside: [String] {
    guard choice == .leftOut else { return [] }
    return sources.map { source in
      let words = source.words.map { "on \($0.shortened(to: 160).inQuotationMarks)" }
      let said = [source.said ?? "a mark", words].compactMap(\.self).joined(separator: ", ")
      return "\(said) · by \(source.maker)"
    }
  }
}

extension AdjudicationRecord.Source {
  /// Whose it is: who made it, or else the sidecar.
  fileprivate var maker: String { creator?.name ?? sidecar }
}

extension TaxonomyShelf {
  /// What a mark says in a few words: how it puts a finding right, or else its terms, tags or kind.
  package func statement(_ mark: Annotation) -> String { mark.correctionInFull ?? title(mark) }
}
