// The report: one file of HTML without anything to load, for reading, filtering and printing.
//
// HTMLArticle writes an article, HTMLHighlights its text, HTMLMap its map; HTMLStyle has the looks and
// HTMLScript the filters and keys, without which everything is shown.

import ArticleModel
import Corpus
import Sidecars

/// A report on articles and their marks.
struct HTMLReport {
  private let corpus: [CorpusArticle]
  private let articles: [HTMLArticle]
  private let generated: Timestamp

  init(_ corpus: [CorpusArticle], _ shelf: TaxonomyShelf, _ generated: Timestamp) {
    self.corpus = corpus
    self.generated = generated
    var first = 1
    articles = corpus.enumerated().map { index, article in
      let section = HTMLArticle(article, number: index + 1, firstMark: first, shelf)
      first += section.markCount
      return section
    }
  }

  /// The document.
  var text: String {
    let head = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">", policy,
      HTML.element("title", [], HTML.escaped(title)), "<style>\n\(HTMLStyle.sheet)</style>",
      "</head>",
    ]
    let body = [
      "<body>", "<a class=\"skip\" href=\"#articles\">Skip to the articles</a>", header, contents,
      filters, "<main id=\"articles\">", articles.map(\.text).joined(separator: "\n"), "</main>",
      footer, "<script>\(HTMLScript.text)</script>", "</body>", "</html>",
    ]
    return (head + body).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// Nothing may be loaded, and no script runs but the report's own.
  private var policy: String {
    let script = "script-src 'sha256-\(HTMLScript.digest)'"
    let policy = "default-src 'none'; style-src 'unsafe-inline'; \(script); base-uri 'none'"
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
  }

  private var title: String {
    articles.count == 1 ? articles[0].title : "Marks in \(articles.count) articles"
  }

  private var header: String {
    let rows = corpus.flatMap(\.rows)
    let people = Set(rows.compactMap { $0.annotation.creator?.name }).count
    let parts = [
      counted(articles.count, "article"), counted(rows.count, "mark"), counted(people, "annotator"),
    ]
    // The one article's own headline is the heading below.
    let name = articles.count == 1 ? "Annotated article" : title
    return
      "<header>\n<h1>\(HTML.escaped(name))</h1>\n<p>\(parts.joined(separator: ", "))</p>\n</header>"
  }

  private var contents: String {
    guard articles.count > 1 else { return "" }
    let items = articles.map { article in
      let link = HTML.element("a", [("href", "#\(article.id)")], HTML.escaped(article.title))
      return "<li>\(link) <span class=\"muted\">\(counted(article.markCount, "mark"))</span></li>"
    }
    return "<nav aria-label=\"Articles\">\n<ol>\n\(items.joined(separator: "\n"))\n</ol>\n</nav>"
  }

  // MARK: Filters

  /// Shown by the script, for without it they would do nothing.
  private var filters: String {
    let rows = corpus.flatMap(\.rows)
    let kinds = AnnotationKind.allCases.filter { kind in
      rows.contains { $0.annotation.kind == kind }
    }
    let boxes = kinds.map { kind in
      "<label class=\"\(kind.cssClass)\"><input type=\"checkbox\" name=\"kind\" "
        + "value=\"\(kind.rawValue)\" checked> \(kind.rawValue)</label>"
    }
    let people = rows.compactMap { $0.annotation.creator?.name }.uniqued().sorted()
    return """
      <form id="filters" aria-label="Filter marks" hidden>
      <fieldset><legend>Kinds</legend>
      \(boxes.joined(separator: "\n"))
      </fieldset>
      <label>Status \(menu("status", AnnotationStatus.allCases.map { ($0.rawValue, $0.label) }))</label>
      <label>Annotator \(menu("person", people.map { ($0, $0) }))</label>
      <label>Words <input type="search" name="words"></label>
      <label><input type="checkbox" name="keys" checked> keys: <kbd>j</kbd> next mark, <kbd>k</kbd> \
      previous, <kbd>/</kbd> words</label>
      <output id="shown" aria-live="polite"></output>
      </form>
      """
  }

  private func menu(_ name: String, _ choices: [(value: String, label: String)]) -> String {
    let options = choices.map { choice in
      HTML.element("option", [("value", choice.value)], HTML.escaped(choice.label))
    }
    return "<select name=\"\(name)\"><option value=\"\">all</option>\(options.joined())</select>"
  }

  private var footer: String {
    let day = generated.dayText
    return "<footer>\n<p>Made with Galley \(Sidecar.softwareVersion) on "
      + "<time datetime=\"\(day)\">\(day)</time>. A program found the quotations, speakers and places "
      + "in the text, so some of them may be wrong.</p>\n</footer>"
  }
}
