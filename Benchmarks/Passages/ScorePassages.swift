// `make score`: how well each engine reads the passages of Gold/. `--errors` lists what went wrong in open ones.

import ArticleModel
import DocumentImport
import FoundationEssentials
import NewsAnalysis

#if canImport(Glibc)
  import Glibc
#endif

@main
enum ScorePassages {
  static func main() {
    do {
      try printScores(CommandLine.arguments.dropFirst())
    } catch {
      print("score-passages: \(error)")
      exit(1)
    }
  }

  private static func printScores(_ arguments: ArraySlice<String>) throws {
    let folder = arguments.first { !$0.hasPrefix("--") } ?? "Gold/Passages"
    let passages = try passages(in: URL(filePath: folder))
    for analyzer in Analyzers.all {
      let scores = try passages.map { ($0, try score($0, by: analyzer)) }
      print("Engine \(analyzer.engine.name) \(analyzer.engine.version)\n")
      for line in table(of: scores.map { ($0, $1.figures) }).lines { print(line) }
      print("")
      if arguments.contains("--errors") {
        for (passage, score) in scores where !passage.isHeldBack {
          for error in score.errors { print(error) }
        }
      }
    }
  }

  /// The passages of a folder, by name.
  static func passages(in folder: URL) throws -> [MarkedPassage] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw PassageNotation.Fault(passage: folder.path, reason: "there is no such folder")
    }
    return try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      return try PassageNotation.passage(named: String(name.dropLast(4)), in: text)
    }
  }

  /// What comes of a passage when it is read as a file of plain text.
  static func score(_ passage: MarkedPassage, by analyzer: any ArticleAnalyzer) throws
    -> PassageScore
  {
    let article = try ArticleLoader.article(
      of: Array(passage.text.utf8), named: "\(passage.name).txt")
    guard article.text.string(in: article.text.span) == passage.text else {
      throw PassageNotation.Fault(passage: passage.name, reason: "its text is read differently")
    }
    return PassageScore(passage, analyzer.analyze(article))
  }

  /// A row for each kind among open passages, then the sums of open and of held-back ones.
  static func table(of scores: [(passage: MarkedPassage, figures: Figures)]) -> FigureTable {
    var table = FigureTable()
    let open = scores.filter { !$0.passage.isHeldBack }
    for kind in Set(open.map(\.passage.kind)).sorted() {
      table.add(kind, sum(open.filter { $0.passage.kind == kind }))
    }
    table.add("all open passages", sum(open))
    table.add("all held-back passages", sum(scores.filter { $0.passage.isHeldBack }))
    return table
  }

  private static func sum(_ scores: [(passage: MarkedPassage, figures: Figures)]) -> Figures {
    scores.reduce(Figures()) { $0 + $1.figures }
  }
}
