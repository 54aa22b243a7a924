// Texts made of clusters by chance, in scripts and sequences that break what counts bytes: layout, blocks,
// sentences and tokens end, cover the text, cut between clusters, and take time linear in it.

import ArticleModel
import DocumentImport
import NewsAnalysis
import Reader
import Screen
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ClusterTests {
  /// Clusters of a sort; texts are made of them by chance.
  private static let sorts: [(name: String, clusters: [String])] = [
    ("Chinese", ["記", "者", "在", "北", "京", "。", "「", "」", "𠮷", "，"]),
    ("Thai", ["ท่า", "เ", "รื", "อ", "ปิ", "ด", "ก็", "น้ำ"]),
    ("jamo", ["\u{1112}\u{1161}\u{11AB}", "\u{1100}\u{1173}\u{11AF}", "\u{1112}", "\u{1161}"]),
    ("joined emoji", ["👩‍👩‍👧", "👨‍🚒", "\u{200D}", "🏳️‍🌈", "👍🏽"]),
    ("flags", ["🇱", "🇺", "🇫🇯", "🇼🇸"]),
    ("selectors", ["⚓\u{FE0F}", "\u{FE0F}", "葛\u{E0100}", "1\u{FE0F}\u{20E3}"]),
    ("stacks", ["a" + String(repeating: "\u{301}", count: 700), "\u{302}\u{323}", "b"]),
    ("invisible", ["\u{200B}", "\u{AD}", "\u{2060}", "\u{FEFF}", "x"]),
    ("right to left", ["שלום", "\u{202E}", "عالم", "\u{2067}", " "]), ("one letter", ["a"]),
    ("digits", ["1", "2.", "3,", "4:"]), ("full stops", [".", "..", "…"]),
    ("exclamations", ["!", "!a", "?"]),
    ("quotation marks", ["“", "”", "\"", "'", "‘a", "«", "„"]),
    ("brackets", ["(", "[", "{", ")a"]),
    ("hyphens", ["-", "—", "a-", "--"]), ("apostrophes", ["a'", "'s", "'", "’"]),
    ("initials", ["U.", "S.", "a."]),
    ("line ends", ["\n", "a\n", "\n\n", " \n"]), ("blanks", [" ", "\t", "\u{A0}", "\u{3000}"]),
    ("quoting", ["> ", "- ", "* ", "| a ", "# "]),
    ("reporting", ["said ", "that ", "he ", "“we” ", "according to "]),
    ("names", ["Anna ", "Weber ", "Mr. ", "of ", "New ", "York, "]),
    ("controls", ["\u{1B}[", "\0", "\u{9B}", "\u{7F}"]),
    ("returns", ["\r", "a\r\n", "b"]), ("broken bytes", ["\u{FFFD}", "é", "a"]),
  ]

  private static func text(of sort: Int, bytes: Int, seed: UInt64) -> ArticleText {
    var chance = Chance(seed: seed)
    var text: [UInt8] = []
    while text.count < bytes { text += Array(chance.pick(sorts[sort].clusters).utf8) }
    // The loader makes line feeds of what is there.
    let article = try? ArticleLoader.article(of: text, named: "a.txt")
    return article?.text ?? ArticleText("x")
  }

  private static func article(_ sort: Int, bytes: Int, seed: UInt64) -> Article {
    Article(
      plainText: text(of: sort, bytes: bytes, seed: seed), source: Article.Source(name: "a.txt"))
  }

  @Test(
    "Whatever a text is made of, it is cut between clusters, covered, and analysed",
    arguments: sorts.indices)
  func holds(sort: Int) {
    let isLong = getenv("GALLEY_LONG_TESTS") != nil
    for seed in UInt64(1)...(isLong ? 40 : 1) {
      for bytes in [300, 17_000] {
        let article = Self.article(sort, bytes: bytes, seed: seed)
        var chance = Chance(seed: seed)
        let fault = InputKind.fault(of: article, &chance)
        #expect(fault == nil, "\(Self.sorts[sort].name), \(bytes) bytes, seed \(seed)")
      }
    }
  }

  @Test("Four times the text takes no more than about four times as long", arguments: sorts.indices)
  func linear(sort: Int) {
    func seconds(_ bytes: Int) -> Double {
      let article = Self.article(sort, bytes: bytes, seed: 3)
      return processorSeconds {
        _ = NewsAnalyzer().analyze(article)
        let layout = ArticleLayout(article: article, measure: 72)
        var block = article.block(atOrAfter: .zero)
        while let current = block {
          _ = layout.layout(current)
          block = article.block(after: current)
        }
      }
    }
    let (small, large) = (seconds(8_000), seconds(32_000))
    #expect(large < max(small, 0.01) * 4 * 3, "\(Self.sorts[sort].name): \(small) s, \(large) s")
  }
}
