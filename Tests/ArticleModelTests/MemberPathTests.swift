// Paths of articles in files that hold several.

import ArticleModel
import Testing

@Suite struct MemberPathTests {
  @Test(
    "A path names a member after its last number sign",
    arguments: [
      ("book.epub#chapter-02", "book.epub", "chapter-02"),
      ("/desk/#1/mail.mbox#3", "/desk/#1/mail.mbox", "3"), ("a#b#c", "a#b", "c"),
    ])
  func taken(path: String, file: String, member: String) throws {
    let taken = try #require(MemberPath(path))
    #expect(taken == MemberPath(file: file, member: member))
    #expect(taken.description == path)
  }

  @Test(
    "Other paths name no member",
    arguments: ["", "a.txt", "#", "#1", "a.mbox#", "/desk/#1", "/desk/#1/a.txt", "a#b/c"])
  func refused(path: String) {
    #expect(MemberPath(path) == nil)
  }
}
