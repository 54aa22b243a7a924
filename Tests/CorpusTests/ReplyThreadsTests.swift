// Replies under what they answer, also where they answer each other, nothing, or in a circle.

import ArticleModel
import Corpus
import Testing

@Suite struct ReplyThreadsTests {
  private func reply(_ id: String, to parent: String) -> Annotation {
    var reply = Annotation(id: AnnotationID(id), kind: .reply, targets: [])
    reply.repliesTo = AnnotationID(parent)
    return reply
  }

  private func mark(_ id: String) -> Annotation {
    Annotation(id: AnnotationID(id), kind: .note, targets: [])
  }

  private func ids(_ ids: [AnnotationID]) -> String { ids.map(\.description).joined() }

  @Test("Replies stand behind what they answer, in the order of the sidecar")
  func order() {
    let all = [
      mark("a"), mark("b"), reply("c", to: "a"), reply("d", to: "b"), reply("e", to: "c"),
      reply("f", to: "a"),
    ]
    let threads = ReplyThreads(all)
    #expect(ids(threads.hung(all.map(\.id))) == "acefbd")
    #expect(ids(threads.thread(under: AnnotationID("a"))) == "cef")
    #expect(threads.depth(of: AnnotationID("e")) == 2)
    #expect(threads.parent(of: AnnotationID("f")) == AnnotationID("a"))
  }

  @Test("A reply to nothing, to itself, or in a circle hangs nowhere and is not lost")
  func circles() {
    let all = [
      reply("a", to: "gone"), reply("b", to: "b"), reply("c", to: "d"), reply("d", to: "c"),
    ]
    let threads = ReplyThreads(all)
    #expect(ids(threads.hung(all.map(\.id))) == "abcd")
    for reply in all { #expect(!threads.hangs(reply.id)) }
  }

  @Test("Where what it answers is not listed, a reply stands for itself")
  func filtered() {
    let all = [mark("a"), reply("b", to: "a"), reply("c", to: "b"), mark("d")]
    #expect(ids(ReplyThreads(all).hung(["c", "d"].map { AnnotationID($0) })) == "cd")
  }
}
