// One article of a report: its text with the notes beside it, the balance of voices, the map.

import ArticleModel
import Corpus
import NewsAnalysis
import Sidecars

/// An article as a section of the report.
struct HTMLArticle {
  private let article: CorpusArticle
  private let number: Int
  private let notes: [HTMLNote]
  private let blocks: [Block]
  private let shelf: TaxonomyShelf

  /// Marks are numbered through the report; the first one of the article has the number `firstMark`.
  init(_ article: CorpusArticle, number: Int, firstMark: Int, _ shelf: TaxonomyShelf) {
    self.article = article
    self.shelf = shelf
    self.number = number
    let blocks = article.annotated.article?.blocks ?? []
    self.blocks = blocks
    let voices = article.annotated.article.map { _ in Voices(article.analysis) }
    notes = article.threads.enumerated().map { index, thread in
      let (row, mark) = (thread.row, thread.row.annotation)
      let voice = voices.map { $0.voice(of: mark, at: row.spans)?.name } ?? mark.voice
      var note = HTMLNote(row, number: firstMark + index, voice: voice, in: blocks)
      (note.replies, note.byline) = (thread.replies, mark.byline(shelf.title))
      return note
    }
  }

  /// Its name in links.
  var id: String { "article-\(number)" }

  /// How many marks it has.
  var markCount: Int { notes.count }

  /// Its headline, or else its name.
  var title: String { article.annotated.about.title ?? article.portableName }

  /// The section.
  var text: String {
    let parts = [
      about, body, looseNotes, HTMLChecklists(of: article, shelf).html, voices,
      HTMLMap(of: article.analysis).figure(id: id),
    ]
    return "<article id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
      + parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</article>"
  }

  private var about: String {
    let about = article.annotated.about
    var parts = [about.outlet, about.byline].compactMap { $0.map(HTML.escaped) }
    if let published = about.published {
      let text = HTML.escaped(published.day?.description ?? published.description)
      let time = ("datetime", published.description)
      parts.append(published.day == nil ? text : HTML.element("time", [time], text))
    }
    parts += [about.language].compactMap { $0.map(HTML.escaped) }
    parts.append(HTML.link(about.identifier ?? "", about.identifier ?? article.portableName))
    return "<p class=\"about\">\(parts.joined(separator: " · "))</p>"
  }

  // MARK: The text

  /// Block by block; beside each the notes on marks that begin in it.
  private var body: String {
    guard article.annotated.article != nil else {
      return "<h2 id=\"\(id)-title\">\(HTML.escaped(title))</h2>\n<p>The article is missing.</p>"
    }
    let highlights = HTMLHighlights(article, notes)
    let titleBlock = blocks.firstIndex { $0.kind == .headline }
    let homes = notes.keyed(by: home)
    let rows = blocks.indices.map { index in
      let block = blocks[index]
      let text = highlights.html(of: block.span)
      let element = index == titleBlock ? heading(text) : Self.element(block, text)
      let beside = homes[index] ?? []
      return "<div class=\"row\">\n<div class=\"text\"\(language)>\(element)</div>\n"
        + "\(Self.list(beside))</div>"
    }
    let title = titleBlock == nil ? heading(HTML.escaped(title)) + "\n" : ""
    return title + rows.joined(separator: "\n")
  }

  /// The attribute that tells browsers the language of the article's own words.
  private var language: String {
    article.annotated.about.language.map { " lang=\"\(HTML.escaped($0))\"" } ?? ""
  }

  /// The block that a note stands beside: the one that its mark begins in, or the next one.
  private func home(of note: HTMLNote) -> Int? {
    guard let start = note.start else { return nil }
    return blocks.firstIndex { start < $0.span.end } ?? blocks.indices.last
  }

  private func heading(_ text: String) -> String {
    "<h2 id=\"\(id)-title\" dir=\"auto\">\(text)</h2>"
  }

  private static func element(_ block: Block, _ text: String) -> String {
    switch block.kind {
    case .headline, .subheading: "<h3 dir=\"auto\">\(text)</h3>"
    case .caption, .byline, .dateline: "<p class=\"caption\" dir=\"auto\">\(text)</p>"
    case .pullQuotation: "<p class=\"pull\" dir=\"auto\">\(text)</p>"
    case .blockQuotation: "<blockquote dir=\"auto\">\(text)</blockquote>"
    case .listItem: list(of: "<li dir=\"auto\">\(text)</li>", block.sign)
    case .paragraph, .speakerTurn, .tableRow, .fragment: "<p dir=\"auto\">\(text)</p>"
    }
  }

  private static func list(of item: String, _ sign: Block.ItemSign) -> String {
    switch sign {
    case .bullet: "<ul>\(item)</ul>"
    case .number(let number): "<ol start=\"\(number)\">\(item)</ol>"
    case .none: "<ul class=\"more\">\(item)</ul>"
    }
  }

  private static func list(_ notes: [HTMLNote]) -> String {
    if notes.isEmpty { return "" }
    return "<ul class=\"notes\">\n\(notes.map(\.html).joined(separator: "\n"))\n</ul>\n"
  }

  /// Marks on the article as a whole, and those that stand nowhere.
  private var looseNotes: String {
    let answers = notes.filter { $0.start == nil && $0.row.annotation.kind == .reply }
    let whole = notes.filter { note in
      note.start == nil && note.row.quote == nil && note.row.annotation.kind != .reply
    }
    let lost = notes.filter { note in
      note.start == nil && note.row.quote != nil && note.row.annotation.kind != .reply
    }
    let sections = [
      ("About the article as a whole", whole),
      ("Marks whose words are no longer in the text", lost),
      ("Replies to marks that are not in this report", answers),
    ]
    return sections.filter { !$0.1.isEmpty }.map { title, notes in
      "<section class=\"loose\">\n<h3>\(title)</h3>\n\(Self.list(notes))</section>"
    }
    .joined(separator: "\n")
  }

  // MARK: Voices

  private var voices: String {
    let speakers = article.analysis.speakers.filter { $0.quotedWords > 0 }
      .sorted { $0.quotedWords > $1.quotedWords }
    guard let most = speakers.first?.quotedWords else { return "" }
    let rows = speakers.map { speaker in
      let name = HTML.escaped(speaker.name) + (speaker.kind == .unnamed ? " (unnamed)" : "")
      return "<tr><th scope=\"row\">\(name)</th><td>\(speaker.quotations.count)</td>"
        + "<td>\(speaker.verbatimWords)</td><td>\(speaker.paraphraseWords)</td>"
        + "<td>\(Self.bar(speaker, of: most))</td></tr>"
    }
    return """
      <section class="voices" tabindex="0" role="region" aria-labelledby="\(id)-title \(id)-voices">
      <h3 id="\(id)-voices">Balance of voices</h3>
      <table>
      <caption>Who is quoted, and how many words each speaker gets\(ownerless)</caption>
      <thead><tr><th scope="col">Voice</th><th scope="col">Quotations</th><th scope="col">Words verbatim</th>\
      <th scope="col">Words paraphrased</th><th scope="col">Share</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  /// How many quotations the table leaves out.
  private var ownerless: String {
    let count = article.analysis.quotations.count { $0.speaker == nil }
    return count == 0 ? "" : "; \(counted(count, "quotation")) from unknown speakers"
  }

  /// A bar of two parts; its title says the same in words.
  private static func bar(_ speaker: Speaker, of most: Int) -> String {
    let verbatim = speaker.verbatimWords * 200 / most
    let all = speaker.quotedWords * 200 / most
    return "<svg class=\"bar\" width=\"200\" height=\"12\" role=\"img\" aria-label=\""
      + "\(speaker.verbatimWords) words verbatim, \(speaker.paraphraseWords) paraphrased\">"
      + "<rect class=\"verbatim\" width=\"\(verbatim)\" height=\"12\"/>"
      + "<rect class=\"paraphrased\" x=\"\(verbatim)\" y=\"3\" width=\"\(all - verbatim)\" height=\"6\"/>"
      + "</svg>"
  }
}
