// The lines of a text as blocks, found from any position.

import ArticleModel
import Testing

@Suite struct BlockTests {
  let article = Article(
    """
    Harbour closes – but ferries sail

    The harbour was closed on Monday, officials said.
    A second paragraph follows at once.

    What happens next

    Nobody knows yet.
    Photo: Port authority, CC BY 4.0
    """)

  @Test("Lines are paragraphs, whatever they look like")
  func lines() {
    #expect(article.blocks.map(\.kind) == Array(repeating: .paragraph, count: 6))
    #expect(article.text.string(in: article.blocks[3].span) == "What happens next")
  }

  @Test("Walking backwards meets the same blocks")
  func backwards() { #expect(article.walkBack == article.blocks) }

  @Test("Lines wrapped by hand are one paragraph")
  func hardWrapped() {
    let line = "The minister said on Monday that the talks would go on for as long as needed"
    let wrapped = Article(
      "A headline of its own\n\n\(line)\n\(line)\n\(line)\n\n\(line)\n\(line)\n")
    #expect(LineBlocks(wrapped.text).convention == .hardWrapped)
    #expect(wrapped.blocks.count == 3)
    #expect(wrapped.walkBack == wrapped.blocks)
  }

  @Test("A line of a megabyte is cut into fragments that cover it")
  func fragments() throws {
    let long = Article(String(repeating: "word after word ", count: 65_536))
    var covered = 0
    var last = ByteOffset.zero
    var block = long.block(atOrAfter: .zero)
    while let current = block {
      #expect(current.kind == .fragment)
      #expect(current.span.start >= last)
      covered += current.span.count
      last = current.span.end
      #expect(long.block(atOrAfter: current.span.start) == current)
      block = long.block(after: current)
    }
    #expect(covered > 1_000_000)
    #expect(last >= long.text.end - 1)
  }
}

extension Article {
  /// All blocks in the order of the text, found from the last one back.
  var walkBack: [Block] {
    var blocks: [Block] = []
    var next = lastBlock
    while let block = next {
      blocks.append(block)
      next = self.block(before: block)
    }
    return blocks.reversed()
  }
}
