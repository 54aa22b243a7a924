// Lines too long to be shown whole, in scripts that know no blanks: cut between clusters, without end.

import ArticleModel
import TestSupport
import Testing

@Suite struct FragmentTests {
  /// Clusters of a sort; lines are made of them by chance.
  private static let sorts: [(name: String, clusters: [String])] = [
    ("Chinese", ["港", "口", "關", "閉", "。", "𠮷"]),
    ("Thai", ["ท่า", "เ", "รื", "อ", "ปิ", "ด", "ก็", "น้ำ"]),
    (
      "Hangul jamo",
      ["\u{1112}\u{1161}\u{11AB}", "\u{1100}\u{1173}\u{11AF}", "항", "\u{1112}\u{1161}"]
    ),
    ("joined emoji", ["👩‍👩‍👧", "👨‍🚒", "🏳️‍🌈", "👍🏽", "🧑‍🤝‍🧑"]),
    ("flags", ["🇱🇺", "🇫🇯", "🇼🇸", "🇩🇪"]), ("a few flags", ["🇱🇺🇫🇯", "a", "é"]),
    ("variation selectors", ["⚓\u{FE0F}", "☎\u{FE0E}", "葛\u{E0100}", "1\u{FE0F}\u{20E3}"]),
    ("decomposed accents", ["e\u{301}", "o\u{302}\u{323}", "n\u{303}", "a"]),
    ("zero-width spaces", ["港\u{200B}", "\u{200B}", "ก", "x\u{200B}"]),
    ("Devanagari", ["क्षि", "नि", "त्र", "म", "ज्ञा"]),
    ("blanks with marks", ["a", " \u{308}", "b", "\t\u{301}"]),
    ("words", ["harbour ", "der ", "à  ", "x"]),
  ]

  private static func line(of clusters: [String], bytes: Int, seed: UInt64) -> String {
    var chance = Chance(seed: seed)
    var line = ""
    line.reserveCapacity(bytes + 32)
    var count = 0
    while count < bytes {
      let cluster = chance.pick(clusters)
      line += cluster
      count += cluster.utf8.count
    }
    return line
  }

  @Test(
    "A long line is cut into pieces that cover it, meet, and begin between clusters",
    arguments: sorts.indices, [16_384, 17_001, 50_003])
  func pieces(sort: Int, bytes: Int) {
    let seed = UInt64(sort * 1_000_003 + bytes)
    let line = Self.line(of: Self.sorts[sort].clusters, bytes: bytes, seed: seed)
    let article = Article("Before.\nx" + line + "\nAfter.")
    let blocks = article.blocks
    #expect(article.walkBack == blocks)
    let boundaries = Self.boundaries(of: article.text)
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      #expect(block.span.end <= next.span.start && !block.span.isEmpty)
      let gap = article.text.string(in: TextSpan(block.span.end, next.span.start))
      #expect(gap.utf8.allSatisfy { $0.isASCIIWhitespace })
      #expect(block.kind != .fragment || block.span.count < 32_768)
      let isBetweenClusters = boundaries.contains(next.span.start)
      #expect(isBetweenClusters || next.kind != .fragment, "\(next.span)")
    }
    for block in blocks {
      #expect(article.block(atOrAfter: block.span.start) == block)
      #expect(article.block(atOrAfter: block.span.end - 1) == block)
    }
  }

  private static func boundaries(of text: ArticleText) -> Set<ByteOffset> {
    var (found, at): (Set<ByteOffset>, ByteOffset) = ([], .zero)
    while at < text.end {
      found.insert(at)
      at = text.graphemeEnd(after: at)
    }
    return found
  }

  @Test(
    "Clusters without end, bytes that are no text and kilobytes of blanks are walked through",
    arguments: [
      Array(repeating: [0xCC, 0x81], count: 40_000).flatMap { $0 },
      Array(repeating: 0x80, count: 70_000), Array(repeating: 0xF0, count: 50_001),
      [0x61] + Array(repeating: 0x20, count: 60_000) + [0x62],
      Array(repeating: 0x61, count: 32_769),
    ] as [[UInt8]])
  func absurd(bytes: [UInt8]) {
    let article = Article(text: ArticleText(utf8: bytes), source: Article.Source(name: "a"))
    let blocks = article.blocks
    #expect(article.walkBack == blocks)
    #expect(blocks.first?.span.start == .zero && blocks.last?.span.end == article.text.end)
    #expect(blocks.allSatisfy { $0.span.count < 32_768 })
  }

  @Test("A place in a long line is found as fast as one in a short line", arguments: sorts.indices)
  func linear(sort: Int) {
    func seconds(_ bytes: Int) -> Double {
      let article = Article(Self.line(of: Self.sorts[sort].clusters, bytes: bytes, seed: 5))
      return processorSeconds { #expect(!article.blocks.isEmpty) }
    }
    // Each piece looks for the line's ends, which is quick but goes through the line.
    let (short, long) = (seconds(40_000), seconds(320_000))
    #expect(long < max(short, 0.002) * 8 * 6)
  }
}
