// Words of the article that its page sets apart once more, large and between lines: nobody said them twice.

import ArticleModel

/// Finds the blocks that repeat words of other blocks.
struct PullQuotations {
  /// A pull quotation has so many words at least, and at most.
  private static let lengths = 5...80
  /// A pull quotation is no longer, in bytes.
  private static let longest = 800

  private let bytes: [UInt8]
  private let blocks: [Block]
  /// The blocks that may be pull quotations and their words, by their first words.
  private var candidates: [[WordHash]: [(block: Int, words: [WordHash])]] = [:]

  /// What stands for a word: equal words have equal ones.
  private typealias WordHash = UInt64

  init(in bytes: [UInt8], blocks: [Block]) {
    self.bytes = bytes
    self.blocks = blocks
    for (index, block) in blocks.enumerated() where mayRepeat(block) {
      let words = words(of: block)
      guard Self.lengths.contains(words.count) else { continue }
      candidates[Self.beginning(of: words[...]), default: []].append((index, words))
    }
  }

  /// The blocks, those that repeat words of the running text marked as pull quotations.
  func marked() -> [Block] {
    guard !candidates.isEmpty else { return blocks }
    var marked = blocks
    for (index, block) in blocks.enumerated() where Self.mayBeRepeated(block) {
      for repeated in repeated(in: index) { marked[repeated].kind = .pullQuotation }
    }
    return marked
  }

  private static func beginning(of words: ArraySlice<WordHash>) -> [WordHash] {
    Array(words.prefix(lengths.lowerBound))
  }

  /// The candidates whose words stand in a block that is longer.
  private func repeated(in block: Int) -> [Int] {
    let text = words(of: blocks[block])
    return text.indices.dropLast(Self.lengths.lowerBound - 1).flatMap { at -> [Int] in
      let rest = text[at...]
      return (candidates[Self.beginning(of: rest)] ?? []).filter {
        $0.block != block && $0.words.count < text.count && rest.starts(with: $0.words)
      }.map(\.block)
    }
  }

  /// Whether a block is of a kind that pages set pull quotations in: a block quotation, or a heading that is
  /// quoted or a sentence. A paragraph that is all quotation may be a turn of a conversation.
  private func mayRepeat(_ block: Block) -> Bool {
    guard block.span.count <= Self.longest else { return false }
    let text = bytes[block.span.range]
    switch block.kind {
    case .blockQuotation: return true
    case .subheading:
      return Self.quotationMarks.contains { text.starts(with: $0) }
        || Self.ends.contains { text.suffix($0.count).elementsEqual($0) }
    default: return false
    }
  }

  private static let quotationMarks = ["\"", "“", "„", "«", "»", "‘"].map { Array($0.utf8) }
  private static let ends = [".", "!", "…"].map { Array($0.utf8) }

  private static func mayBeRepeated(_ block: Block) -> Bool {
    block.kind == .paragraph || block.kind == .listItem || block.kind == .speakerTurn
  }

  /// The words of a block. ASCII alone counts without regard to its case, and the signs of General
  /// Punctuation (U+2000 to U+206F) part words as those of ASCII do.
  private func words(of block: Block) -> [WordHash] {
    var words: [WordHash] = []
    var (hash, isInWord, sign) = (WordHash.offsetBasis, false, 0)
    for (index, byte) in zip(block.span.range, bytes[block.span.range]) {
      if sign == 0, byte == 0xE2, index + 1 < bytes.count, bytes[index + 1] & 0xFE == 0x80 {
        sign = 3
      }
      if sign > 0 || byte < 0x80 && !byte.isASCIILetterOrDigit {
        sign = max(0, sign - 1)
        if isInWord { words.append(hash) }
        (hash, isInWord) = (.offsetBasis, false)
      } else {
        hash = (hash ^ UInt64(byte < 0x80 ? byte | 0x20 : byte)) &* .prime
        isInWord = true
      }
    }
    return isInWord ? words + [hash] : words
  }
}

/// FNV-1a, 64 bits (draft-eastlake-fnv).
extension UInt64 {
  fileprivate static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  fileprivate static let prime: UInt64 = 0x100_0000_01B3
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10
  }
}
