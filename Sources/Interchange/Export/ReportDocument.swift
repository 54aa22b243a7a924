// A page of headings, sentences, tables and quotations that can be written as HTML and as Markdown.

/// A page to read.
struct ReportDocument {
  /// A part of a page.
  enum Part {
    case heading(String)
    case text(String)
    case table(header: [String], rows: [[String]])
    case list([Item])
  }

  /// An item of a list: words of an article, and what there is to say of them.
  struct Item {
    /// The words; nil for an item about the article as a whole.
    var quote: String?
    /// What is said first, in bold.
    var verdict: String
    /// What follows.
    var remarks: [String] = []
  }

  /// The heading of the page.
  var title: String
  /// What stands below it, in order.
  var parts: [Part] = []

  /// The page as HTML, one file without anything to load.
  var html: String {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
    let head = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
      HTML.element("title", [], HTML.escaped(title)), "<style>\n\(HTMLStyle.sheet)</style>",
      "</head>", "<body>", "<main>", HTML.element("h2", [], HTML.escaped(title)),
    ]
    return (head + parts.map(\.html) + ["</main>", "</body>", "</html>"]).joined(separator: "\n")
      + "\n"
  }

  /// The page as Markdown (CommonMark 0.31, with the tables of GFM).
  var markdown: String {
    (["# " + MarkdownExport.escaped(title)] + parts.map(\.markdown)).joined(separator: "\n\n")
      + "\n"
  }
}

extension ReportDocument.Part {
  fileprivate var html: String {
    switch self {
    case .heading(let text): return HTML.element("h3", [], HTML.escaped(text))
    case .text(let text): return HTML.element("p", [], HTML.escaped(text))
    case .table(let header, let rows):
      let head = header.map { HTML.element("th", [("scope", "col")], HTML.escaped($0)) }
      let body = rows.map { row in
        "<tr>"
          + row.enumerated().map { column, cell in
            column == 0
              ? HTML.element("th", [("scope", "row")], HTML.escaped(cell))
              : HTML.element("td", [], HTML.escaped(cell))
          }.joined() + "</tr>"
      }
      return "<table>\n<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
        + body.joined(separator: "\n") + "\n</tbody>\n</table>"
    case .list(let items):
      return "<ol>\n" + items.map(\.html).joined(separator: "\n") + "\n</ol>"
    }
  }

  fileprivate var markdown: String {
    switch self {
    case .heading(let text): return "## " + MarkdownExport.escaped(text)
    case .text(let text): return MarkdownExport.escaped(text)
    case .table(let header, let rows):
      let rule = header.indices.map { $0 == 0 ? ":--" : "--:" }
      let lines =
        [header.map(MarkdownExport.escaped), rule] + rows.map { $0.map(MarkdownExport.escaped) }
      return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    case .list(let items):
      return items.enumerated().map { "\($0.offset + 1). \($0.element.markdown)" }
        .joined(separator: "\n")
    }
  }
}

extension ReportDocument.Item {
  fileprivate var html: String {
    let words = quote.map { "<blockquote dir=\"auto\">\(HTML.escaped($0))</blockquote>" } ?? ""
    let more = remarks.map { "<p dir=\"auto\">\(HTML.escaped($0))</p>" }.joined()
    return "<li>\(words)<p><strong>\(HTML.escaped(verdict))</strong></p>\(more)</li>"
  }

  fileprivate var markdown: String {
    let words = quote.map { "“\(MarkdownExport.escaped($0))” – " } ?? ""
    let more = remarks.map { "\\\n   \(MarkdownExport.escaped($0))" }.joined()
    return "\(words)**\(MarkdownExport.escaped(verdict))**\(more)"
  }
}
