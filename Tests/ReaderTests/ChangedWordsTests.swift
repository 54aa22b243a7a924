// A mark whose words changed says so in the margin, in the pane and in the status line, and stands again
// when the reader lets it.

import ArticleModel
import Interface
import Reader
import Testing

@Suite struct ChangedWordsTests {
  private static let before = "Inquiry\n\nThe ministry had warned the port. Nobody answered."
  private static let after = "Inquiry\n\nThe ministry had not warned the port. Nobody answered."

  private func sitting() throws -> Sitting {
    let old = Article(Self.before)
    let words = "The ministry had warned the port."
    let start = try #require(Self.before.firstRange(of: words)?.lowerBound)
    let offset = Self.before.utf8.distance(from: Self.before.startIndex, to: start)
    let passage = Passage(of: TextSpan(offset..<offset + words.utf8.count), in: old)
    var mark = Annotation(
      kind: .verification, targets: [AnnotationTarget(source: "a", passage: passage)])
    mark.terms = [TermReference(pack: "verification", group: "truth", term: "supported")]
    return Sitting(Article(Self.after), annotations: [mark])
  }

  @Test("The margin, the pane and the status line tell what changed")
  func shown() throws {
    var sitting = try sitting()
    sitting.press("]a")
    let lines = sitting.screen.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("?V") })
    #expect(sitting.screen.contains("?V supported"))
    #expect(sitting.screen.contains("a negation changed"))
    #expect(sitting.screen.contains("{+not+}"))
  }

  @Test("ga keeps the mark; what was marked stays, and the words of now are kept beside it")
  func confirmed() throws {
    var sitting = try sitting()
    sitting.press("]aga")
    let passage = try #require(sitting.annotations.first?.targets.first?.passage)
    #expect(passage.exact == "The ministry had warned the port.")
    #expect(!sitting.screen.contains("{+not+}"))
    #expect(sitting.screen.contains("▌V supported"))
    let again = Anchoring.resolve(passage, in: Article(Self.after))
    #expect(again.state == .exact)
    let record = try #require(passage.confirmation)
    #expect(record.words == "The ministry had not warned the port.")
    #expect(record.creator?.name == "Ana")
    #expect(record.created == Timestamp("2026-01-02T03:04:05Z"))
    #expect(record.textDigest == Digest(of: Article(Self.after).text))
    #expect(sitting.screen.contains("confirmed by Ana on 2026-01-02"))
    sitting.press("u")
    #expect(sitting.screen.contains("{+not+}"))
  }

  @Test("Words that changed once more are asked about once more")
  func changedAgain() throws {
    var sitting = try sitting()
    sitting.press("]aga")
    let passage = try #require(sitting.annotations.first?.targets.first?.passage)
    let later = Article("Inquiry\n\nThe ministry had never warned the port. Nobody answered.")
    let anchor = Anchoring.resolve(passage, in: later)
    #expect(anchor.state == .uncertain)
    #expect(anchor.change?.kinds == [.negation])
  }
}
