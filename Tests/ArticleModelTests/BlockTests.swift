// Blocks and their kinds, found from any position.

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

  private func blocks(of article: Article) -> [(Block.Kind, String)] {
    var result: [(Block.Kind, String)] = []
    var next = article.block(atOrAfter: .zero)
    while let block = next {
      result.append((block.kind, article.text.string(in: block.span)))
      next = article.block(after: block)
    }
    return result
  }

  @Test("Headline, subheading and caption are told apart from paragraphs")
  func kinds() {
    #expect(
      blocks(of: article).map(\.0) == [
        .headline, .paragraph, .paragraph, .subheading, .paragraph, .caption,
      ])
  }

  @Test("Walking backwards meets the same blocks")
  func backwards() throws {
    var forward: [Block] = []
    var next = article.block(atOrAfter: .zero)
    while let block = next {
      forward.append(block)
      next = article.block(after: block)
    }
    var backward: [Block] = []
    next = forward.last
    while let block = next {
      backward.append(block)
      next = article.block(before: block)
    }
    #expect(backward.reversed() == forward)
  }

  @Test("Lines wrapped by hand are one paragraph")
  func hardWrapped() {
    let line = "The minister said on Monday that the talks would go on for as long as needed"
    let wrapped = Article(
      "A headline of its own\n\n\(line)\n\(line)\n\(line)\n\n\(line)\n\(line)\n")
    #expect(wrapped.lineConvention == .hardWrapped)
    #expect(blocks(of: wrapped).count == 3)
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
