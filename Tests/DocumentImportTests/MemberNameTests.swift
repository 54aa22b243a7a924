// Names of articles in files with several, and the paths that hold them.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct MemberNameTests {
  @Test(
    "Names are words that files may be called by",
    arguments: [
      ("Council votes on bridge", "council-votes-on-bridge"),
      ("  “It’s over” – Müller, 3:2!  ", "its-over-müller-3-2"),
      ("../../etc/passwd", "etc-passwd"), ("a\u{0}b\u{1B}[31m#c", "a-b-31m-c"),
      ("Мост закрыт", "мост-закрыт"), ("¿?", ""), ("日本語の記事", "日本語の記事"),
    ])
  func names(words: String, name: String) {
    #expect(MemberNames.name(of: words) == name)
  }

  @Test("Long names end with a whole word, and are short enough for files")
  func longNames() {
    let name = MemberNames.name(of: String(repeating: "quarterly results ", count: 40))
    #expect(name.utf8.count <= 72 && (name.hasSuffix("quarterly") || name.hasSuffix("results")))
    let unbroken = MemberNames.name(of: String(repeating: "語", count: 400))
    #expect(unbroken.utf8.count <= 72 && unbroken.utf8.count > 60)
  }

  @Test("A path is taken apart at its last number sign, and only where a file may have members")
  func paths() {
    #expect(MemberPath("a/b.epub#chapter-02")?.file == "a/b.epub")
    #expect(MemberPath("a#b.xml#c")?.member == "c")
    for path in ["a.txt", "#a", "a#", "a#b/c", "dir/#x"] { #expect(MemberPath(path) == nil) }
  }
}
