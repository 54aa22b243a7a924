// What of a long article is analysed before the first screen.

import ArticleModel
import Interface
import NewsAnalysis
import Reader
import Screen
import Synchronization
import TestSupport
import Testing

@testable import Session

@Suite struct FirstPartTests {
  private func article(of words: String) -> Article {
    let paragraph = String(repeating: words, count: 30)
    return Article(Array(repeating: paragraph, count: 800).joined(separator: "\n\n"))
  }

  @Test(
    "As much is analysed as the screen shows, in any script",
    arguments: ["plain words ", "простые слова ", "平易な言葉 "], [24, 45, 90])
  func rows(words: String, rows: Int) throws {
    let article = article(of: words)
    let analysis = BackgroundAnalysis(of: article, by: NewsAnalyzer(), rows: Row(rows))
    let extent = try #require(analysis.firstPart()).analysis.extent
    let length = article.text.codePointOffset(of: extent.end).value
    let least = rows * BackgroundAnalysis.rowLength
    // The last paragraph is read to its end, and its beginning is found to within 64 bytes.
    #expect(extent.start == .zero)
    #expect(length >= least && length <= least + words.unicodeScalars.count * 30 + 64)
  }

  @Test("A short article is analysed whole, however small the screen is")
  func short() throws {
    let article = Article(String(repeating: "Plain words stand here.\n\n", count: 600))
    let analysis = BackgroundAnalysis(of: article, by: NewsAnalyzer(), rows: 10)
    #expect(try #require(analysis.firstPart()).analysis.extent == article.text.span)
  }

  @Test("What the screen shows beyond that is analysed next", arguments: [50, 12])
  func beyond(rows: Int) throws {
    let (room, analyzer) = (try Room(), Recorder())
    let long = article(of: "plain words ").text
    let path = try room.folder.write(long.string(in: long.span), to: "long.txt")
    let article = Article(text: long, source: Article.Source(name: "long.txt", path: path))
    var options = ReaderDesk.Options()
    options.files = room.files
    let analysis = BackgroundAnalysis(of: article, by: analyzer, rows: Row(rows))
    let desk = ReaderDesk(analysis, options: options)
    var application = Application(on: room.stage, size: Size(rows: 50, columns: 120))
    let name = application.begin(try desk.begin(on: room.stage))
    let reader = try #require(application.surface(name))
    _ = desk.start(reader)
    // The beginning, the whole, and in between what lies around the caret.
    let wanted = rows == 50 ? 2 : 3
    for _ in 0..<1000 where analyzer.ends.withLock({ $0.count }) < wanted { pause() }
    for _ in 0..<10 { pause() }
    let ends = analyzer.ends.withLock { $0 }
    #expect(ends.count == wanted)
    #expect(ends.count { (90_000..<110_000).contains($0.value) } == wanted - 2)
    try desk.end(reader)
  }

  /// Finds nothing, and notes how far it was asked to look.
  private final class Recorder: ArticleAnalyzer, AnalysisWorker {
    let engine = Analysis.Engine(name: "none", version: "1")
    let ends = Mutex<[ByteOffset]>([])

    func makeWorker() -> any AnalysisWorker { self }

    func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
      ends.withLock { $0.append(extent.end) }
      return Analysis(extent: extent)
    }
  }
}
