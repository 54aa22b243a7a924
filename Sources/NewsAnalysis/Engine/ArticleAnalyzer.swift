// The seam between the application and what analyses articles for it: the executable chooses an analyser,
// and everybody else is given it.

import ArticleModel

/// Finds in articles what an `Analysis` holds. The same article always gives the same analysis.
public protocol ArticleAnalyzer: Sendable {
  /// Which engine it is; its analyses name it.
  var engine: Analysis.Engine { get }

  /// Makes a worker that analyses one article after the other.
  func makeWorker() -> any AnalysisWorker

  /// Gives back the memory that only analysing needs. Whoever analyses meanwhile is slower for a moment.
  func rest()
}

/// Analyses one article after the other, and may keep what it learns of words between them. Not shared
/// between threads.
public protocol AnalysisWorker {
  /// Analyses the part of an article that lies in `extent`, which must lie in its text.
  mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis
}

extension ArticleAnalyzer {
  /// Most need little.
  public func rest() {}

  /// Analyses a part of an article, by default all of it.
  public func analyze(_ article: Article, in extent: TextSpan? = nil) -> Analysis {
    var worker = makeWorker()
    return worker.analyze(article, in: article.text.clamp(extent ?? article.text.span))
  }
}

/// The analysers that there are. Another one is a type that conforms, and a row here.
public enum Analyzers {
  /// All of them, the more careful ones behind; names of engines are unique.
  public static let all: [any ArticleAnalyzer] = [NewsAnalyzer(), CarefulNewsAnalyzer()]

  /// The one to use when nobody asks for another: for corpora, and for what comes first on the screen.
  public static var standard: any ArticleAnalyzer { NewsAnalyzer() }

  /// The one for a single article that somebody reads.
  public static var careful: any ArticleAnalyzer { CarefulNewsAnalyzer() }

  /// How much care an analysis was made with, to be compared: analyses of unknown origin come first.
  public static func care(of origin: Analysis.Origin?) -> Int {
    all.firstIndex { $0.engine == origin?.engine } ?? -1
  }

  /// The analyser whose engine has a name; nil when there is none.
  public static func named(_ name: String) -> (any ArticleAnalyzer)? {
    all.first { $0.engine.name == name }
  }
}
