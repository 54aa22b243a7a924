// Places of the same words in two open articles: marked in one go, taken back in one go.

import ArticleModel
import Corpus
import Reader
import Session
import TestSupport
import Testing

@Suite struct MarkElsewhereSessionTests {
  private let room: Room
  private let other: Article

  init() throws {
    room = try Room()
    let text = "The quay\n\nFerries sail from the quay again.\n"
    let path = try room.folder.write(text, to: "two.txt")
    other = Article(
      text: ArticleText(text), source: Article.Source(name: "two.txt", path: path))
  }

  private func desk() -> ReaderDesk {
    room.reading { options in
      options.queue = ReadingQueue(entries: [.init(name: "one.txt"), .init(name: "two.txt")])
      options.otherArticle = { [other] _ in try AnnotatedArticle(other) }
    }
  }

  private var marks: [Int] {
    get throws {
      try [room.article, other].map { try AnnotatedArticle($0).annotations.count }
    }
  }

  private let marking: [Step] = [
    .waitFor("Harbour"), .press("/quay<Enter>viwA"), .waitFor("also in 1 other article"),
    .press("A<Enter>h"), .waitFor("marked 2 places in other articles too"),
  ]

  @Test("All places that are ticked are marked, each in the sidecar of its article")
  func marked() throws {
    let (_, terminal) = try room.run(desk(), marking + [.press("q")])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
    #expect(try marks == [1, 2])
    let made = try AnnotatedArticle(other).annotations
    #expect(made.map { $0.targets.first?.passage?.exact } == ["quay", "quay"])
    #expect(made.allSatisfy { $0.creator?.name == "Ana" && $0.kind == .highlight })
  }

  @Test("One undo takes them back in all articles, and redo makes them again")
  func undone() throws {
    let (_, terminal) = try room.run(
      desk(), marking + [.press("u"), .waitFor("undone"), .press("q")])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
    #expect(try marks == [0, 0])
    let again = try room.run(
      desk(), marking + [.press("u"), .waitFor("undone"), .press("<C-r>"), .rest, .press("q")])
    #expect(again.terminal.missed.isEmpty, "\(again.terminal.missed)")
    #expect(try marks == [1, 2])
  }
}
