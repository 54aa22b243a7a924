// The article that the project exists for: everything in it is found, and nothing else.

import ArticleModel
import DocumentImport
import FoundationEssentials
import NewsAnalysis
import Testing

@Suite struct ExampleArticleTests {
  private struct Found: Equatable, CustomStringConvertible {
    var speaker: String?
    var cue: String?
    var words: String
    var form: Quotation.Form = .indirect
    var via: String?
    var addressee: String?

    var description: String {
      "\(speaker ?? "–") \(cue ?? "–") [\(words)] \(form) via \(via ?? "–") to \(addressee ?? "–")"
    }
  }

  private static func example() throws -> Article {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Examples/putin-zelenskyy-negotiations.txt")
    return Article(plainText: String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// A quotation in short: its first and last words.
  private static func found(_ quotation: Quotation, _ analysis: Analysis, _ text: ArticleText)
    -> Found
  {
    let words = text.string(in: quotation.extent).split(separator: " ")
    return Found(
      speaker: quotation.speaker.map { analysis.speakers[$0].name },
      cue: quotation.cue.map { text.string(in: $0) },
      words:
        "\(words.prefix(3).joined(separator: " ")) … \(words.suffix(2).joined(separator: " "))",
      form: quotation.form,
      via: quotation.via.first?.speaker.map { analysis.speakers[$0].name },
      addressee: quotation.addressee.map { text.string(in: $0) })
  }

  private static let expected = [
    Found(
      speaker: "Kremlin", cue: "according to", words: "The Ukraine conflict … escalate further"),
    Found(
      speaker: "Sergei Shoigu", cue: "accuses", words: "of steadily fanning … the conflict",
      addressee: "the West"),
    Found(
      speaker: "Sergei Shoigu", cue: "expressed concern",
      words: "about the possibility … catastrophic consequences"),
    Found(
      speaker: "Sergei Shoigu", cue: "emphasized", words: "that certain conditions … in Ukraine"),
    Found(
      speaker: "Sergei Shoigu", cue: "stressed", words: "the importance of … Security Council",
      via: "Merkur"),
    Found(
      speaker: "Sergei Shoigu", cue: "said", words: "“If the necessary … the West.”", form: .direct,
      via: "tass.ru"),
    Found(
      speaker: "Sergei Shoigu", cue: "also criticized",
      words: "for promoting an … military exercises",
      addressee: "NATO countries"),
    Found(speaker: "Sergei Shoigu", cue: "claimed", words: "that the U.S. … and China"),
    Found(speaker: "Vladimir Putin", cue: "expressed", words: "his willingness to … to negotiate"),
    Found(
      speaker: "Vladimir Putin", cue: "called on", words: "to pressure Ukraine … initiate talks",
      addressee: "the U.S."),
    Found(
      speaker: "security experts", cue: "according to",
      words: "Zelenskyy views Crimea … the peninsula"),
  ]

  @Test("Every quotation of the example is found, whole, with its speaker, and nothing beside it")
  func quotations() throws {
    let article = try Self.example()
    let analysis = NewsAnalyzer().analyze(article)
    let found = analysis.quotations.map { Self.found($0, analysis, article.text) }
    #expect(found == Self.expected)
  }

  @Test("The voices of the example are weighed by their words")
  func voices() throws {
    let analysis = NewsAnalyzer().analyze(try Self.example())
    let shoigu = try #require(analysis.speakers.first { $0.name == "Sergei Shoigu" })
    #expect(shoigu.verbatimWords == 24)
    #expect(shoigu.quotations.count == 7)
    #expect(shoigu.aliases.contains("he"))
    #expect(shoigu.aliases.contains("The minister"))
    #expect(analysis.speakers.first { $0.name == "tass.ru" }?.kind == .outlet)
    #expect(analysis.speakers.first { $0.name == "security experts" }?.kind == .unnamed)
    #expect(analysis.quotations.allSatisfy { (0...1).contains($0.confidence) })
  }
}
