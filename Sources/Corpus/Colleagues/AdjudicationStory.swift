// What came of comparing the marks of several people, in words: what was taken, from whom, and what was set aside.

import ArticleModel

extension AdjudicationRecord {
  /// What was decided, in words: "the mark of Ana, taken rather than that of Ben · decided by Dora".
  /// - Parameter mark: the mark that came of it.
  package func told(of mark: AnnotationID) -> String {
    let makers = names(of: sources.filter { !$0.isObjection })
    let objections = sources.filter(\.isObjection).map { "; \($0.maker) \($0.said ?? "disagrees")" }
    let decider = objections.joined() + (by.map { " · decided by \($0.name)" } ?? "")
    switch choice {
    case .agreed: return "agreed on by \(makers)"
    case .taken: return "\(taken(mark))\(decider)"
    case .kept: return "kept beside others, by \(makers)\(decider)"
    case .replaced: return "in place of the marks of \(makers)\(decider)"
    case .leftOut:
      let decider = by.map { " · decided by \($0.name)" } ?? ""
      return "none taken: \(setAside.joined(separator: "; "))\(decider)"
    }
  }

  /// "the mark of Ana, taken rather than that of Ben"; who agrees with it has made none.
  private func taken(_ mark: AnnotationID) -> String {
    let marks = sources.filter { !$0.isObjection }
    let own = marks.filter { $0.id == mark }
    guard let maker = own.first?.maker else { return "taken from the marks of \(names(of: marks))" }
    let others = names(of: marks.filter { $0.id != mark })
    return "the mark of \(maker), taken"
      + (others.isEmpty ? "" : " rather than that of \(others)")
  }

  private func names(of sources: [Source]) -> String {
    sources.map(\.maker).uniqued().joined(separator: ", ")
  }

  /// The same where the marks that were set aside are listed.
  package func toldBelow(_ mark: AnnotationID) -> String {
    guard choice == .leftOut else { return told(of: mark) }
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

  /// Whether it is a review that disagrees, and no mark.
  fileprivate var isObjection: Bool { words == nil && said?.hasPrefix("disagrees") == true }
}

extension TaxonomyShelf {
  /// What a mark says in a few words: how it puts a finding right, or else its terms, tags or kind.
  package func statement(_ mark: Annotation) -> String { mark.correctionInFull ?? title(mark) }
}
