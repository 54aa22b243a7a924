// The checklists of an article in a report: every item, ticked or not, by whom and when.

import ArticleModel
import Corpus

/// The checklists of which something is ticked.
struct HTMLChecklists {
  private let lists: [ChecklistAccount]

  init(of article: CorpusArticle, _ shelf: TaxonomyShelf) {
    lists = article.checklists(shelf, without: article.marksLeftOut)
  }

  /// A section for each list; empty when nothing is ticked.
  var html: String { lists.map(Self.section).joined(separator: "\n") }

  private static func section(_ list: ChecklistAccount) -> String {
    let heading = "<h3>\(HTML.escaped(list.summary.capitalizedFirst))</h3>"
    return "<section class=\"checklist\">\n" + heading
      + list.sections.map(items).joined(separator: "\n") + "\n</section>"
  }

  private static func items(_ section: ChecklistAccount.Section) -> String {
    let claim = section.claim.map { "<p dir=\"auto\">“\(HTML.escaped($0))”</p>\n" } ?? ""
    let items = section.items.map { item in
      let sign = item.ticks.isEmpty ? "☐ not done:" : "☑"
      let who = item.ticks.isEmpty ? "" : " – " + item.ticks.joined(separator: "; ")
      return "<li>\(sign) \(HTML.escaped(item.label + who))</li>"
    }
    return claim + "<ul class=\"more\">\(items.joined())</ul>"
  }
}
