// A batch whose analyser crashes, hangs, is killed or leaves when a text says so, for tests of
// `galley analyze --ndjson`: no real text is known that does it.

import ArticleModel
import NewsAnalysis

#if canImport(Glibc)
  import Glibc
#endif

/// Does what a text says, and otherwise finds nothing.
struct FaultyAnalyzer: ArticleAnalyzer, AnalysisWorker {
  let engine = Analysis.Engine(name: "faulty", version: "1")

  func makeWorker() -> any AnalysisWorker { self }

  func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
    switch article.text.string(in: article.text.span) {
    case "crash": fatalError("as asked")
    case "segfault": UnsafeMutablePointer<UInt8>(bitPattern: 8)?.pointee = 1
    case "killed": kill(getpid(), SIGKILL)
    case "leave": exit(0)
    case "hang": while true { pause() }
    default: break
    }
    return Analysis(extent: extent, origin: Analysis.Origin(engine: engine, article: article))
  }
}

var batch = NDJSONBatch(
  input: STDIN_FILENO, output: STDOUT_FILENO, analyzer: FaultyAnalyzer(), workers: 3,
  patience: { _ in .seconds(2) }
) { text in
  Article(text: text, source: Article.Source(name: "text"))
}
try batch.run()
