// The careful engine: word pieces, labels, and what comes of whole articles.

import ArticleModel
import DocumentImport
import EmbeddedData
import Testing

@testable import NewsAnalysis

@Suite struct EncoderTests {
  private func pieces(of words: String) throws -> [WordPiece] {
    let model = try #require(EncoderModel.embedded)
    var cutter = WordPieceCutter(model.pieces)
    var pieces: [WordPiece] = []
    Array(words.utf8).withUnsafeBufferPointer { bytes in cutter.cut(bytes) { pieces.append($0) } }
    return pieces
  }

  @Test("Capitals and accents are left out of pieces, and remembered as cases")
  func cases() throws {
    #expect(try pieces(of: "Zürich").map(\.number) == pieces(of: "zurich").map(\.number))
    #expect(try pieces(of: "Zu\u{308}rich").map(\.number) == pieces(of: "Zürich").map(\.number))
    #expect(try pieces(of: "said").map(\.letterCase) == [0])
    #expect(try pieces(of: "Said").map(\.letterCase) == [1])
    #expect(try pieces(of: "SAID").map(\.letterCase) == [2])
  }

  @Test("Marks stand alone, long words fall into pieces, the unknown is one piece")
  func cutting() throws {
    #expect(try pieces(of: "don't").count == 3)
    #expect(try pieces(of: "unforgivingly").count > 1)
    #expect(try pieces(of: "“").map(\.number) != [WordPieces.unknown])
    let endless = String(repeating: "x", count: 101)
    #expect(try pieces(of: endless).map(\.number) == [WordPieces.unknown])
    #expect(try pieces(of: "").isEmpty)
  }

  @Test("Cut off or foreign data are no model")
  func broken() throws {
    let whole = EmbeddedModels.encoder
    #expect(EncoderModel(whole) != nil)
    for length in [0, 4, 16, 64, whole.count / 2, whole.count - 1] {
      #expect(EncoderModel(UnsafeRawBufferPointer(rebasing: whole[..<length])) == nil)
    }
    #expect(EncoderModel(EmbeddedModels.attribution) == nil)
  }

  @Test(
    "The best sequence of labels is that of trying all, and no part goes on without a beginning")
  func search() {
    var seed: UInt64 = 1
    func number() -> Float {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(seed >> 40) / Float(1 << 22)
    }
    for _ in 0..<20 {
      let scores = (0..<4).map { _ in
        var row = SIMD8<Float>(repeating: 0)
        for label in 0..<7 { row[label] = number() }
        return row
      }
      let found = LabelSearch.best(scores)
      #expect(abs(sum(found, scores) - highestSum(scores)) < 1e-4)
      for (one, next) in zip([.outside] + found, found) { #expect(one.allows(next)) }
    }
    #expect(LabelSearch.best([]).isEmpty)
  }

  private func sum(_ labels: [AttributionLabel], _ scores: [SIMD8<Float>]) -> Float {
    zip(labels, scores).reduce(0) { $0 + $1.1[Int($1.0.rawValue)] }
  }

  private func highestSum(_ scores: [SIMD8<Float>]) -> Float {
    var paths: [([AttributionLabel], Float)] = [([.outside], 0)]
    for row in scores {
      paths = paths.flatMap { path, total in
        AttributionLabel.allCases.filter { (path.last ?? .outside).allows($0) }.map {
          (path + [$0], total + row[Int($0.rawValue)])
        }
      }
    }
    return paths.map(\.1).max() ?? 0
  }

  @Test("Both engines sign their analyses, and the careful one counts for more")
  func engines() {
    let article = Article(plainText: "She said it was late.", name: "a")
    let (fast, careful) = (Analyzers.standard.analyze(article), Analyzers.careful.analyze(article))
    #expect(fast.origin?.engine.name == "fast")
    #expect(careful.origin?.engine.name == "careful")
    #expect(Analyzers.care(of: careful.origin) > Analyzers.care(of: fast.origin))
    #expect(Analyzers.care(of: nil) < Analyzers.care(of: fast.origin))
  }

  @Test(
    "What is reported is found with its source",
    arguments: [
      ("The ministry said that the pier would close in May.", "the pier would close in May"),
      ("According to Ines Vogt, the levy hurts the islands.", "the levy hurts the islands"),
      ("Karl Brandt warned that the harbour was silting up.", "the harbour was silting up"),
    ])
  func reported(sentence: String, words: String) throws {
    let article = Article(plainText: sentence, name: "a")
    let analysis = Analyzers.careful.analyze(article)
    let quotation = try #require(analysis.quotations.first)
    #expect(quotation.spans.map { article.text.string(in: $0) }.joined().contains(words))
    #expect(quotation.speaker != nil)
  }

  @Test("A relative clause is nobody's name")
  func relativeClause() {
    let text = """
      But three people familiar with the negotiations, who requested anonymity to discuss private deliberations, \
      described a session that went badly from the start.
      """
    for analyzer in Analyzers.all {
      let names = analyzer.analyze(Article(plainText: text, name: "a")).speakers.map(\.name)
      #expect(!names.contains { $0.hasPrefix("who") })
    }
  }

  @Test(
    "Nothing makes it fail, and the same text gives the same analysis",
    arguments: [
      "", "“", String(repeating: "word ", count: 600), String(repeating: "x", count: 5_000),
      String(repeating: "“a” ", count: 200), "😀 🇦🇹 \u{0301}\u{0301} \u{FFFD} 漢字かな",
      String(repeating: ".", count: 2_000),
    ])
  func hostile(text: String) {
    let article = Article(plainText: text, name: "a")
    let (one, other) = (Analyzers.careful.analyze(article), Analyzers.careful.analyze(article))
    #expect(one.quotations == other.quotations)
    #expect(one.quotations.allSatisfy { article.text.span.contains($0.extent) })
  }
}
