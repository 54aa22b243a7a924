// The lines above an article of plain text, and whom they name as its authors.

import ArticleModel

/// The first lines of a text.
struct TopLines {
  /// So many of them are looked at, within so many bytes.
  private static let most = 6
  private static let room = 1024

  /// The names in the first byline; empty when there is none.
  let authors: [String]

  init(of text: ArticleText) {
    let line = text.withBytes { bytes in
      bytes.prefix(Self.room).split(separator: 0x0A, maxSplits: 2 * Self.most)
        .filter { line in line.contains { !$0.isASCIIWhitespace } }
        .dropFirst().prefix(Self.most)
        .first { Self.isByline($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    authors = line.map { Byline($0).names } ?? []
  }

  private static func isByline(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.count <= CreditLine.longest && CreditLine.mayBeOne(line)
      && CreditLine.kind(of: String(decoding: line, as: UTF8.self)) == .byline
  }
}
