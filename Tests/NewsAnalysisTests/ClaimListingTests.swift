// A score for every sentence: what `--claims all` lists.

import ArticleModel
import DocumentImport
import FoundationEssentials
import NewsAnalysis
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ClaimListingTests {
  private struct Answer: Decodable {
    struct Claim: Decodable {
      var start: Int
      var end: Int
      var text: String
      var score: Double
    }

    var sentences: [[Int]]
    var claims: [Claim]
  }

  private static let article = ClaimSamples.articles
    .flatMap { $0.split(separator: "\n").map { String($0.dropFirst(2)) } }.joined(separator: "\n\n")

  private func check(_ json: some Sequence<UInt8>) throws {
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json))
    #expect(answer.sentences.count > 100)
    #expect(answer.claims.map { [$0.start, $0.end] } == answer.sentences)
    #expect(answer.claims.allSatisfy { (0...1).contains($0.score) && !$0.text.isEmpty })
    #expect(Set(answer.claims.map(\.score)).count > 100)
  }

  @Test("All claims are all sentences, each with a score")
  func all() throws {
    let article = Article(Self.article)
    let analysis = NewsAnalyzer().analyze(article)
    try check(AnalysisEncoder(analysis, of: article, claims: .all).encoded(identifier: "a"))
    let likely = AnalysisEncoder(analysis, of: article).encoded(identifier: "a")
    let claims = try JSONDecoder().decode(Answer.self, from: Data(likely)).claims
    #expect(!claims.isEmpty && claims.count == analysis.claims.count)
    let scores = Dictionary(zip(analysis.sentences, analysis.claimScores)) { first, _ in first }
    #expect(analysis.claims.allSatisfy { scores[$0.span] == $0.score })
    let (least, most) = (
      analysis.claims.map(\.score).min() ?? 0, analysis.claimScores.max() ?? 0
    )
    #expect(least < most)
  }

  @Test("The filter lists them all as well")
  func filter() throws {
    let text = String(
      decoding: try JSONEncoder().encode(["id": "1", "text": Self.article]), as: UTF8.self)
    var form = NDJSONForm()
    form.claims = .all
    let answer = NDJSONFilter.answer(
      to: Array(text.utf8), analyzer: NewsAnalyzer(), form: form
    ) { Article(plainText: $0, source: Article.Source(name: "text")) }
    try check(answer)
  }

  @Test("Headlines have a score and are no claims; captions, tables and credits score nothing")
  func otherBlocks() {
    let words = "Keller lost 40 percent of the vote in 2019"
    for (kind, scores) in [
      (Block.Kind.headline, true), (.paragraph, true), (.caption, false), (.tableRow, false),
      (.byline, false),
    ] {
      let text = ArticleText(words)
      let article = Article(
        text: text, source: Article.Source(name: "a.html"),
        structure: ArticleStructure(blocks: BlockTable([Block(span: text.span, kind: kind)])))
      let analysis = NewsAnalyzer().analyze(article)
      #expect(analysis.claims.isEmpty)
      #expect(analysis.claimScores.count == 1 && (analysis.claimScores[0] > 0) == scores)
    }
  }
}
