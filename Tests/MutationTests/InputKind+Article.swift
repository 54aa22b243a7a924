// Articles: bytes → text, blocks, lines, analysis; and a reader at whom keys are thrown.

import ArticleModel
import DocumentImport
import Interface
import LosslessJSON
import NewsAnalysis
import Reader
import Screen
import Sidecars
import TestSupport

extension InputKind {
  /// The shipped examples, and short texts in scripts without blanks.
  private static func texts() throws -> [[UInt8]] {
    try files(in: "Examples", ending: ".txt")
      + bytes(
        "記者在北京報導總統說的話。我們今天，看到「好」人。\n", "ผู้สื่อข่าวรายงานจากกรุงเทพ", "“We” go, he said. “No.”\n\n",
        "Line one\r\nline two\r\rline three\n", "👩‍👩‍👧 said “🇱🇺🇫🇯”\n", "\u{FEFF}Marked.\n",
        "- one\n- two\n\n> quoted\n\n| a | b |\n", "한국어 기사 \u{1112}\u{1161}\u{11AB}\n")
  }

  static let article = InputKind(name: "article", rounds: 250, makeCorpus: texts) { input, chance in
    guard let article = try? ArticleLoader.article(of: input, named: "a.txt") else { return nil }
    return fault(of: article, &chance)
  }

  /// What is wrong with an article; nil when nothing is.
  static func fault(of article: Article, _ chance: inout Chance) -> String? {
    faultOfText(article) ?? faultOfBlocks(article) ?? faultOfLayout(article, &chance)
      ?? faultOfAnalysis(article)
  }

  private static func faultOfText(_ article: Article) -> String? {
    let isClean = article.text.withBytes { bytes in
      (try? UTF8Span(validating: bytes.span)) != nil && !bytes.contains(0x0D)
    }
    return isClean ? nil : "the text is not UTF-8 with line feeds"
  }

  private static func faultOfBlocks(_ article: Article) -> String? {
    var (at, count) = (ByteOffset.zero, 0)
    while let block = article.block(atOrAfter: at) {
      if block.span.isEmpty || block.span.start < at { return "block \(block.span) at \(at)" }
      if let next = article.block(after: block), article.block(before: next) != block {
        return "\(block.span) is not found back"
      }
      at = block.span.end
      count += 1
      if count > article.text.count { return "blocks without end" }
    }
    let rest = article.text.trimmed(TextSpan(at, article.text.end))
    return rest.isEmpty ? nil : "no block holds \(rest)"
  }

  private static func faultOfLayout(_ article: Article, _ chance: inout Chance) -> String? {
    let layout = ArticleLayout(
      article: article, measure: Column(Int.random(in: 1...90, using: &chance)))
    var at = ByteOffset(Int.random(in: 0...article.text.count, using: &chance))
    for _ in 0..<20 {
      guard let block = article.block(atOrAfter: at) else { break }
      var next = block.span.start
      for line in layout.layout(block).lines {
        if line.span.start != next { return "a line of \(block.span) begins at \(line.span.start)" }
        if article.text.graphemeStart(at: next) != next {
          return "a line cuts a cluster at \(next)"
        }
        next = line.span.end
      }
      if next != block.span.end { return "the lines of \(block.span) end at \(next)" }
      at = block.span.end
    }
    return nil
  }

  private static func faultOfAnalysis(_ article: Article) -> String? {
    let analysis = NewsAnalyzer().analyze(article)
    var last = ByteOffset.zero
    for sentence in analysis.sentences {
      if sentence.isEmpty || sentence.start < last { return "sentence \(sentence)" }
      last = sentence.end
    }
    let spans = analysis.sentences + analysis.quotations.flatMap(\.spans)
    if let wrong = spans.first(where: { !article.text.span.contains($0) }) {
      return "span \(wrong) lies outside"
    }
    let json = AnalysisEncoder(analysis, of: article).encoded(identifier: "a")
    return (try? JSONDocument(parsing: json)) == nil ? "the analysis is not JSON" : nil
  }

  static let reader = InputKind(name: "reader", rounds: 60, makeCorpus: texts) { input, chance in
    guard let article = try? ArticleLoader.article(of: input, named: "a.txt") else { return nil }
    var monkey = Monkey(at: article, &chance)
    return monkey.play(keys: 60, &chance)
  }

  static let ndjson = InputKind(
    name: "ndjson", rounds: 300,
    makeCorpus: {
      bytes(
        #"{"id": 1, "text": "Anna Weber said: “We will open the bridge in May.”"}"#,
        #"{"text":"\ud83d\ude00 He said \"no\".\n\nLisbon.","id":{"a":[1,2]},"x":[[[]]]}"#)
    }, pieces: bytes(#""id""#, #""text""#, #"{"id":"#, #"\ud83d"#, #"\u"#)
  ) { input, _ in
    let line = input.filter { $0 != 0x0A }
    let answer = NDJSONFilter.answer(to: line, analyzer: NewsAnalyzer()) { text in
      Article(plainText: text, source: Article.Source(name: "text"))
    }
    guard let object = try? JSONDocument(parsing: answer).root, object["id"] != nil else {
      return "the answer is not JSON with an id"
    }
    return nil
  }
}
