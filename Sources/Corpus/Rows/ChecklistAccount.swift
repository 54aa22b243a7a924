// What reports say of the checklists of an article: every item, ticked or not, by whom and when.

import ArticleModel

/// One checklist of an article, section by section.
package struct ChecklistAccount: Sendable {
  /// The items for the article, or for one claim.
  package struct Section: Sendable {
    /// What it is for: the claim in its own words; nil for the article.
    package let claim: String?
    /// The items in the order of the list.
    package let items: [Item]
  }

  /// One item.
  package struct Item: Sendable {
    /// What is to be done.
    package let label: String
    /// Who ticked it and when; empty when nobody has.
    package let ticks: [String]
  }

  /// How far it is, in words.
  package let summary: String
  /// The sections, the article's first.
  package let sections: [Section]

  /// Gives an account of a list.
  init(of progress: ChecklistProgress) {
    summary = progress.summary
    let list = progress.list
    func section(_ claim: ChecklistClaim?) -> Section {
      let items = list.items(for: claim == nil ? .article : .claim).map { item in
        let ticks = claim.map { progress.ticks(of: item, for: $0) }
        return Item(
          label: item.label,
          ticks: (ticks ?? progress.ticks(of: item, for: nil)).map(\.tickedBy).uniqued())
      }
      return Section(claim: claim?.words, items: items)
    }
    let all = [section(nil)] + progress.claims.map { section($0) }
    sections = all.filter { !$0.items.isEmpty }
  }
}

extension CorpusArticle {
  /// The checklists of which something is ticked in the article.
  /// - Parameter hidden: marks that stay out, with what is ticked for them.
  package func checklists(
    _ shelf: TaxonomyShelf, without hidden: Set<AnnotationID> = []
  ) -> [ChecklistAccount] {
    let shown = annotations.filter { annotation in
      !hidden.contains(annotation.id) && annotation.repliesTo.map(hidden.contains) != true
    }
    return shelf.checklists.begun(in: shown).map { ChecklistAccount(of: $0) }
  }

  /// The items that were ticked for the article, or for marks among its rows.
  package var ticks: [Annotation] {
    let shown = Set(rows.map(\.id))
    return annotations.filter { $0.kind == .tick && ($0.repliesTo.map(shown.contains) ?? true) }
  }

  /// The marks of its sidecars that are for nobody else, and those that a filter left out.
  package var marksLeftOut: Set<AnnotationID> {
    Set(annotations.filter { $0.kind.isMark }.map(\.id)).subtracting(rows.map(\.id))
  }
}

extension [Checklist] {
  /// What a tick says was done; its id when no list has the item.
  package func label(of tick: Annotation) -> String {
    for list in self {
      if let item = list.items.first(where: { tick.ticks($0, of: list) }) { return item.label }
    }
    return tick.terms.first?.term ?? ""
  }
}
