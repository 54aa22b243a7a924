// Where the blocks of an article come from: a table that a reader of documents made, or lines that are
// looked at when somebody asks.

/// Finds the blocks of a text around a place.
///
/// Blocks are in the order of the text, not empty, and do not overlap. A source gives each block whole,
/// however long; `Article` cuts overlong ones into fragments.
public protocol BlockSource: Sendable {
  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  func block(atOrAfter offset: ByteOffset) -> Block?

  /// The last block that ends at or before `offset`; nil before the first.
  func block(before offset: ByteOffset) -> Block?
}

/// Blocks that are known: those of a document with structure.
public struct BlockTable: BlockSource {
  private let blocks: [Block]

  /// Takes blocks in any order. Empty ones, and those that begin in one before them, are left out.
  public init(_ blocks: [Block]) {
    var end = ByteOffset.zero
    self.blocks = blocks.sorted { $0.span < $1.span }.filter { block in
      guard !block.span.isEmpty, block.span.start >= end else { return false }
      end = block.span.end
      return true
    }
  }

  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  public func block(atOrAfter offset: ByteOffset) -> Block? {
    let index = blocks.partitionPoint { $0.span.end > offset }
    return index < blocks.count ? blocks[index] : nil
  }

  /// The last block that ends at or before `offset`; nil before the first.
  public func block(before offset: ByteOffset) -> Block? {
    let index = blocks.partitionPoint { $0.span.end > offset }
    return index > 0 ? blocks[index - 1] : nil
  }
}
