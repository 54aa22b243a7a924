// The blocks of a mail: its subject, which stands first in its text, and the lines of its body.

import ArticleModel

/// A headline before other blocks, of which no more is read than somebody asks for.
struct SubjectBlocks: BlockSource {
  private let headline: Block
  private let body: any BlockSource

  /// - Parameter end: where the subject ends, which the text begins with.
  init(upTo end: ByteOffset, before body: any BlockSource) {
    headline = Block(span: TextSpan(.zero, end), kind: .headline)
    self.body = body
  }

  func block(atOrAfter offset: ByteOffset) -> Block? {
    offset < headline.span.end ? headline : body.block(atOrAfter: offset)
  }

  func block(before offset: ByteOffset) -> Block? {
    guard offset >= headline.span.end else { return nil }
    guard let found = body.block(before: offset), found.span.start >= headline.span.end else {
      return headline
    }
    return found
  }
}
