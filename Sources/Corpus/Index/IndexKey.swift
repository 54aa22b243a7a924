// What an entry of an index is of: everything that it depends on, in one digest. So an analysis cannot be out of date;
// an article that changed has another key, whatever its name and time stamp say. Keys of marks are made of stamps: see
// MarkedFiles.

import ArticleModel
import NewsAnalysis

/// What an entry depends on, such as the article, the engine and the program of an analysis: the first 128 bits of a
/// digest of all of it.
struct IndexKey: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// Takes in text, blocks, links and metadata; reads all of the article once.
  init(of article: Article, by engine: Analysis.Engine, in program: ProgramIdentity) {
    var bytes = PackedWriter()
    program.description.pack(into: &bytes)
    [engine.name, engine.version].pack(into: &bytes)
    article.source.rawDigest?.description.pack(into: &bytes)
    Digest(of: article.text).description.pack(into: &bytes)
    article.structure.pack(into: &bytes)
    self.init(of: bytes.bytes)
  }

  /// The key of everything that is in these bytes.
  init(of bytes: [UInt8]) {
    let digest = bytes.withUnsafeBufferPointer { Digest(of: $0) }.description.utf8
    high = Self.number(digest.prefix(16))
    low = Self.number(digest.dropFirst(16).prefix(16))
  }

  static func < (a: IndexKey, b: IndexKey) -> Bool { (a.high, a.low) < (b.high, b.low) }

  private static func number(_ digits: some Sequence<UInt8>) -> UInt64 {
    digits.reduce(0) { number, digit in
      number << 4 | UInt64(digit >= UInt8(ascii: "a") ? digit - 87 : digit - 48)
    }
  }
}

extension ArticleStructure {
  /// Appends all that an analysis may ask of a structure.
  fileprivate func pack(into bytes: inout PackedWriter) {
    if !followsFromText { packBlocks(into: &bytes) }
    false.pack(into: &bytes)
    links.count.pack(into: &bytes)
    for link in links {
      link.span.pack(into: &bytes)
      link.target.pack(into: &bytes)
    }
    metadata.pack(into: &bytes)
  }

  /// Whether the same program finds the same blocks in the same text, so that they need not be found to tell.
  private var followsFromText: Bool {
    blocks is LineBlocks && metadata.extractor?.name == "plain text"
  }

  private func packBlocks(into bytes: inout PackedWriter) {
    var place = ByteOffset.zero
    while let block = blocks.block(atOrAfter: place) {
      true.pack(into: &bytes)
      block.pack(into: &bytes)
      place = max(block.span.end, place + 1)
    }
  }
}

extension Block {
  fileprivate func pack(into bytes: inout PackedWriter) {
    span.pack(into: &bytes)
    kind.rawValue.pack(into: &bytes)
    depth.pack(into: &bytes)
    keepsLines.pack(into: &bytes)
    switch sign {
    case .bullet: (-1).pack(into: &bytes)
    case .none: (-2).pack(into: &bytes)
    case .number(let number): [number].pack(into: &bytes)
    }
  }
}

extension ArticleMetadata {
  fileprivate func pack(into bytes: inout PackedWriter) {
    authors.pack(into: &bytes)
    [
      title, outlet, published?.description, modified?.description, language, address,
      canonicalAddress, retrieved?.description, extractor?.name, extractor?.version, encoding?.name,
    ].pack(into: &bytes)
    (encoding?.isGuessed).pack(into: &bytes)
  }
}
