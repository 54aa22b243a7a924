// Presses keys by chance in a reader in memory, and looks at every screen.

import ArticleModel
import Interface
import NewsAnalysis
import Reader
import Screen
import TestSupport

/// Somebody at the keys who does not know what they are for.
struct Monkey {
  private var application: Application

  /// Every sequence that the standard map has, and what it has not.
  private static let keys: [[Key]] =
    Action.allCases.flatMap { action in
      KeyContext.allCases.compactMap { Keymap.standard.keys(for: action, in: $0) }
    } + ["a", "x", "1", "9", "é", "字"].map { [.character($0)] } + [
      [.named(.escape)], [.control("g")],
    ]

  /// Sits down at an article.
  init(at article: Article, _ chance: inout Chance) {
    let stage = Stage(
      author: Creator(name: "Ana"), clock: { Timestamp(secondsSinceEpoch: 1_700_000_000) },
      identifiers: .counting())
    application = Application(on: stage, size: Self.size(&chance))
    var reader = ReaderState(article: article, on: stage)
    reader.begin(with: Findings(NewsAnalyzer().analyze(article)))
    application.begin(reader)
  }

  private static func size(_ chance: inout Chance) -> Size {
    Size(
      rows: Row(chance.pick([1, 2, 5, 10, 24, 24, 40])),
      columns: Column(chance.pick([1, 2, 5, 20, 40, 80, 80, 120, 200])))
  }

  /// Presses keys; says what is wrong with a screen.
  mutating func play(keys count: Int, _ chance: inout Chance) -> String? {
    for _ in 0..<count {
      switch Int.random(in: 0..<20, using: &chance) {
      case 0: _ = application.handle(.resize(Self.size(&chance)))
      case 1: _ = application.handle(.paste(chance.pick(["a\nb", "\u{1B}[31m", "字\u{301}", ""])))
      case 2: _ = application.handle(.hesitation)
      case 3: _ = application.handle(.idle)
      default:
        for key in chance.pick(Self.keys) { _ = application.handle(.key(key)) }
      }
      if let fault = Self.fault(of: application.frame) { return fault }
    }
    return nil
  }

  /// Whether something on the screen would be acted on by a terminal.
  private static func fault(of frame: Frame) -> String? {
    for row in frame.lines {
      let isControl = row.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
      }
      if isControl { return "a control character on the screen: \(row.debugDescription)" }
    }
    return nil
  }
}
