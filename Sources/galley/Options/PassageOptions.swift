// How the command line says which passage is meant: by its words, by offsets, or all of the article.

import ArgumentParser
import ArticleModel
import Corpus

/// The passage of an annotation.
struct PassageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The words to mark, exactly as in the text.", valueName: "text"))
  var exact: String?

  @Option(
    help: ArgumentHelp("The words before them, if they occur several times.", valueName: "text"))
  var prefix: String?

  @Option(
    help: ArgumentHelp("The words after them, if they occur several times.", valueName: "text"))
  var suffix: String?

  @Option(help: ArgumentHelp("The first code point to mark, counted from 0.", valueName: "n"))
  var start: Int?

  @Option(help: ArgumentHelp("The code point after the last one.", valueName: "n"))
  var end: Int?

  @Option(help: ArgumentHelp("Another passage; repeat for more.", valueName: "text"))
  var also: [String] = []

  @Flag(name: .customLong("article"), help: "Mark the article as a whole.")
  var wholeArticle = false

  /// The targets that are meant.
  func targets(in article: Article) throws(CommandFailure) -> [AnnotationTarget] {
    if wholeArticle, exact != nil || start != nil || end != nil {
      throw CommandFailure("--article marks all of it: leave out --exact, --start and --end")
    }
    var spans = [try wholeArticle ? nil : span(in: article)]
    for words in also { spans.append(try place(of: words, in: article, anywhere: true)) }
    return spans.map { span in
      AnnotationTarget(
        source: article.source.name, passage: span.map { Passage(of: $0, in: article) })
    }
  }

  private func span(in article: Article) throws(CommandFailure) -> TextSpan {
    switch (exact, start, end) {
    case (nil, let start?, let end?): return try span(start, end, in: article.text)
    case (let exact?, nil, nil): return try place(of: exact, in: article)
    case (let exact?, let start?, let end?):
      let span = try span(start, end, in: article.text)
      let found = article.text.string(in: span)
      if found == exact { return span }
      let words = found.shortened.inQuotationMarks
      throw CommandFailure("\(start) to \(end) is \(words), not the words given")
    default:
      throw CommandFailure(
        "name what to mark: --exact TEXT, or --start N with --end N, or --article")
    }
  }

  private func span(
    _ start: Int, _ end: Int, in text: ArticleText
  ) throws(CommandFailure) -> TextSpan {
    guard start >= 0, start < end, end <= text.codePointCount else {
      throw CommandFailure(
        "--start \(start) --end \(end) is not a passage: the text has code points 0 to "
          + "\(text.codePointCount), and the end is not part of the passage")
    }
    return text.textSpan(of: CodePointSpan(CodePointOffset(start), CodePointOffset(end)))
  }

  /// The one place where the words stand, between the words before and after.
  private func place(
    of exact: String, in article: Article, anywhere: Bool = false
  ) throws(CommandFailure) -> TextSpan {
    let text = article.text
    let literal = text.places(of: exact)
    let all = literal.isEmpty ? text.places(showing: exact) : literal
    let places = all.filter { anywhere || isBetweenGivenWords($0, in: text) }
    if places.count == 1, let place = places.first { return place }
    let quote = exact.shortened.inQuotationMarks
    if all.isEmpty {
      throw CommandFailure(
        "\(quote) is not in \(article.source.name); galley text prints the exact words")
    }
    if places.isEmpty {
      throw CommandFailure("\(quote) is there, but not between that --prefix and --suffix")
    }
    let starts = places.prefix(5).map { String(text.codePointOffset(of: $0.start).value) }
    throw CommandFailure(
      "\(quote) stands in \(places.count) places (at \(starts.joined(separator: ", "))"
        + "\(places.count > 5 ? ", …" : "")); choose one with --prefix or --suffix, or --start and --end"
    )
  }

  private func isBetweenGivenWords(_ span: TextSpan, in text: ArticleText) -> Bool {
    let before = prefix.map { words in
      let length = words.utf8.count + 8
      return text.string(in: TextSpan(span.start - length, span.start)).hasWords(words, atEnd: true)
    }
    let after = suffix.map { words in
      let length = words.utf8.count + 8
      return text.string(in: TextSpan(span.end, span.end + length)).hasWords(words, atEnd: false)
    }
    return before != false && after != false
  }
}

extension String {
  /// The beginning of it, for a message.
  fileprivate var shortened: String { count > 40 ? prefix(39) + "…" : self }

  /// Whether the text ends, or begins, with words; white space at either end does not count.
  fileprivate func hasWords(_ words: String, atEnd: Bool) -> Bool {
    let (text, words) = (trimmed, words.trimmed)
    return atEnd ? text.hasSuffix(words) : text.hasPrefix(words)
  }

  private var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
