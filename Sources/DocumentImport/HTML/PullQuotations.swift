// Words of the article that its page sets apart once more, large and between lines: nobody said them twice.

import ArticleModel

/// Finds the blocks that repeat words of other blocks.
struct PullQuotations {
  /// A pull quotation has so many words at least, and at most.
  private static let lengths = 4...80
  /// The first words of a block, by which it is looked for.
  private typealias Beginning = [Int]

  private let blocks: [Block]
  /// The words of each block, as numbers.
  private var words: [[Int]] = []
  /// The blocks that may be pull quotations, by their first words.
  private var candidates: [Beginning: [Int]] = [:]

  init(in bytes: [UInt8], blocks: [Block]) {
    self.blocks = blocks
    var numbers: [String: Int] = [:]
    for (index, block) in blocks.enumerated() {
      let text = String(decoding: bytes[block.span.range], as: UTF8.self)
      words.append(Self.words(of: text, &numbers))
      if Self.mayRepeat(block, text), Self.lengths.contains(words[index].count) {
        candidates[Array(words[index].prefix(Self.lengths.lowerBound)), default: []].append(index)
      }
    }
  }

  /// The blocks, those that repeat words of the running text marked as pull quotations.
  func marked() -> [Block] {
    guard !candidates.isEmpty else { return blocks }
    var marked = blocks
    for index in blocks.indices where Self.mayBeRepeated(blocks[index]) {
      for candidate in repeated(in: index) { marked[candidate].kind = .pullQuotation }
    }
    return marked
  }

  /// The candidates whose words stand in a block that is longer.
  private func repeated(in block: Int) -> [Int] {
    let text = words[block]
    guard text.count >= Self.lengths.lowerBound else { return [] }
    return (0...text.count - Self.lengths.lowerBound).flatMap { at -> [Int] in
      let found = candidates[Array(text[at..<at + Self.lengths.lowerBound])] ?? []
      return found.filter {
        $0 != block && words[$0].count < text.count && text[at...].starts(with: words[$0])
      }
    }
  }

  /// Whether a block is of a kind that pages set pull quotations in: a block quotation, a heading, or a
  /// paragraph that is all quotation.
  private static func mayRepeat(_ block: Block, _ text: String) -> Bool {
    switch block.kind {
    case .blockQuotation, .subheading: true
    case .paragraph:
      text.first.map { "“\"«„‘".contains($0) } == true
        && text.last.map { "”\"»“’".contains($0) } == true
    default: false
    }
  }

  private static func mayBeRepeated(_ block: Block) -> Bool {
    block.kind == .paragraph || block.kind == .listItem || block.kind == .speakerTurn
  }

  private static func words(of text: String, _ numbers: inout [String: Int]) -> [Int] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }.map { word in
      let plain = word.lowercased()
      let number = numbers[plain] ?? numbers.count
      numbers[plain] = number
      return number
    }
  }
}
