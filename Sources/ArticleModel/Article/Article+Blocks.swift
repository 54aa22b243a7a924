// The blocks of an article as views and exports walk over them: those of its structure, the overlong ones
// cut into fragments.

extension Article {
  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  public func block(atOrAfter offset: ByteOffset) -> Block? {
    guard let whole = structure.blocks.block(atOrAfter: offset) else { return nil }
    if whole.span.count <= Fragments.length { return whole }
    let pieces = Fragments(of: whole.span, in: text)
    guard let piece = pieces.piece(atOrAfter: offset) else {
      return block(atOrAfter: whole.span.end)
    }
    return Block(span: piece, kind: .fragment)
  }

  /// The block after `block`; nil after the last.
  public func block(after block: Block) -> Block? { self.block(atOrAfter: block.span.end) }

  /// All blocks, in the order of the text; for what goes through the whole of it anyway.
  package var blocks: [Block] {
    Array(
      sequence(state: block(atOrAfter: .zero)) { next in
        guard let current = next else { return nil }
        next = self.block(after: current)
        return current
      })
  }

  /// The block before `block`; nil before the first.
  public func block(before block: Block) -> Block? {
    let start = block.span.start
    if block.kind == .fragment, let whole = structure.blocks.block(atOrAfter: start),
      let piece = Fragments(of: whole.span, in: text).piece(before: start)
    {
      return Block(span: piece, kind: .fragment)
    }
    return lastPiece(of: structure.blocks.block(before: start))
  }

  /// The last block; nil when there is none.
  public var lastBlock: Block? { lastPiece(of: structure.blocks.block(before: text.end)) }

  private func lastPiece(of block: Block?) -> Block? {
    guard let block, block.span.count > Fragments.length else { return block }
    let last = Fragments(of: block.span, in: text).piece(before: block.span.end)
    return Block(span: last ?? block.span, kind: .fragment)
  }
}
