// A folder with an article, and what a session needs to read and review it.

import Agreement
import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Review
import Session
import TestSupport

/// Where the sessions of a test sit.
final class Room {
  let folder: TemporaryFolder
  let files: FencedFiles
  let article: Article

  static let text = """
    Harbour stays shut

    The ferries sail from the quay. “It is closed,” said Ines Vogt, who runs the port.

    """

  init() throws {
    folder = try TemporaryFolder()
    files = FencedFiles(in: folder.path)
    let path = try folder.write(Self.text, to: "one.txt")
    article = Article(
      text: ArticleText(Self.text), source: Article.Source(name: "one.txt", path: path))
  }

  var stage: Stage {
    Stage(author: Creator(name: "Ana"), elsewhere: [ReviewState.help])
  }

  /// What is in the sidecar of the article, and its journal.
  var sidecar: String {
    let names = ["one.txt.annotations.json", "one.txt.annotations.json.journal"]
    return names.compactMap { try? folder.read($0) }.joined()
  }

  /// Another form of the article, of which only the beginning is checked, and whether the rest passes.
  func article(whoseCheck passes: Bool) -> Article {
    let words = "Undecoded stays shut\n\nThe ferries sail from the quay.\n".utf8
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: words.count)
    _ = bytes.initialize(from: words)
    nonisolated(unsafe) let owned = bytes
    let text = ArticleText(
      adopting: UnsafeBufferPointer(bytes), check: { passes }, release: { owned.deallocate() })
    return Article(
      text: text, source: Article.Source(name: "one.txt", path: folder.path(of: "one.txt")))
  }

  /// The desk of the article; a review of the folder can be begun from it.
  func reading(
    of other: Article? = nil, isWithinReview: Bool = false, authority: AuthorityAccess? = nil,
    _ change: (inout ReaderDesk.Options) -> Void = { _ in }
  ) -> ReaderDesk {
    var options = ReaderDesk.Options()
    change(&options)
    options.authority = authority
    options.files = files
    if !isWithinReview { options.review = { [self] in reviewing() } }
    let analysis = BackgroundAnalysis(of: other ?? article, by: NewsAnalyzer())
    return ReaderDesk(analysis, options: options)
  }

  /// The desk of a review of the folder.
  func reviewing() -> ReviewDesk {
    let article = self.article
    return ReviewDesk(
      [folder.path], ReviewState.Setup(),
      services: ReviewDesk.Services(
        open: { location, _ in
          guard let path = location.sidecar,
            let opened = try? AnnotatedArticle(article, sidecarPath: path)
          else { return .failure(SidecarFault("cannot be read")) }
          return .success(opened)
        },
        read: { [self] _, _ in reading(isWithinReview: true) },
        export: { export, marks in
          "\(marks.sidecars.count) in \(export.format) to \(export.path)"
        },
        statistics: { ["MARKS", "  \($0.sidecars.count) articles"] }, analyzer: NewsAnalyzer()))
  }

  /// Runs a script from a desk.
  func run(
    _ desk: any Desk, _ steps: [Step], rows: Int = 24, columns: Int = 100
  ) throws -> (ending: Session.Ending, terminal: ScriptedTerminal) {
    let terminal = ScriptedTerminal(rows: rows, columns: columns, steps)
    var session = Session(at: terminal, on: stage)
    return (try session.run(from: desk), terminal)
  }
}
