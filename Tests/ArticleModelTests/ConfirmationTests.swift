// A confirmed place is asked about again when its words change again, and for no other reason.

import TestSupport
import Testing

@testable import ArticleModel

@Suite struct ConfirmationTests {
  /// A statement in an article, as it was marked, as it was confirmed, and as it may be later.
  private struct Case {
    let sentences: [String]
    let number: Int
    let confirmed: String
    let marked: Passage

    init?(using chance: inout Chance) {
      sentences = EditedArticle(paragraphs: 4, using: &chance).paragraphs.joined().map { sentence in
        sentence.map(\.text).joined(separator: " ")
      }
      number = Int.random(in: sentences.indices, using: &chance)
      let old = sentences[number]
      confirmed = old.replacing(" the ", with: " not the ", maxReplacements: 1)
      guard confirmed != old else { return nil }
      let start = sentences[..<number].reduce(0) { $0 + $1.utf8.count + 1 }
      let before = Article(sentences.joined(separator: " "))
      let span = TextSpan(start..<start + old.utf8.count)
      let after = Article(Self.text(sentences, number, confirmed))
      let place = TextSpan(start..<start + confirmed.utf8.count)
      marked = Passage(of: span, in: before).confirmed(
        at: place, in: after, by: Creator(name: "Ana"), on: Timestamp("2026-01-02T03:04:05Z"))
    }

    static func text(_ sentences: [String], _ number: Int, _ words: String) -> String {
      var sentences = sentences
      sentences[number] = words
      return sentences.joined(separator: " ")
    }

    /// The anchor when the statement has these words and the article is edited elsewhere.
    func anchor(_ words: String, _ edit: ([String]) -> [String] = { $0 }) -> Anchor {
      var sentences = sentences
      sentences[number] = words
      return Anchoring.resolve(marked, in: Article(edit(sentences).joined(separator: " ")))
    }
  }

  private func forEachCase(_ body: (Case, UInt64, inout Chance) -> Void) {
    for seed: UInt64 in 1...60 {
      var chance = Chance(seed: seed &* 7331)
      guard let subject = Case(using: &chance) else { continue }
      body(subject, seed, &chance)
    }
  }

  @Test("The evidence stays, and the record says what was confirmed where")
  func record() throws {
    var chance = Chance(seed: 5)
    let subject = try #require(Case(using: &chance))
    let record = try #require(subject.marked.confirmation)
    #expect(subject.marked.exact == subject.sentences[subject.number])
    #expect(record.words == subject.confirmed)
    #expect(subject.marked.confirmed == subject.confirmed)
    #expect(record.creator?.name == "Ana" && record.textDigest != nil)
  }

  @Test("A change elsewhere, before or behind the statement, does not ask again")
  func elsewhere() {
    forEachCase { subject, seed, chance in
      #expect(subject.anchor(subject.confirmed).state == .exact, "seed \(seed)")
      let notice = "Correction: an earlier version of this article gave a wrong date."
      let other = EditedArticle(paragraphs: 1, using: &chance).paragraphs.joined().map { sentence in
        sentence.map(\.text).joined(separator: " ")
      }
      for edit in [{ [notice] + $0 }, { $0 + other }, { other + $0 + [notice] }] {
        let anchor = subject.anchor(subject.confirmed, edit)
        #expect(anchor.isSure, "seed \(seed): \(anchor)")
      }
      let neighbour = subject.number > 0 ? subject.number - 1 : subject.number + 1
      let anchor = subject.anchor(subject.confirmed) { sentences in
        var sentences = sentences
        sentences[neighbour] = other[0]
        return sentences
      }
      #expect(anchor.isSure, "seed \(seed): \(anchor)")
    }
  }

  @Test("A change back to the words that were marked does not ask; another change does")
  func again() {
    forEachCase { subject, seed, _ in
      let back = subject.anchor(subject.sentences[subject.number])
      #expect(back.isSure, "seed \(seed): \(back)")
      let never = subject.anchor(subject.confirmed.replacing(" not the ", with: " never the "))
      #expect(never.state == .uncertain, "seed \(seed): \(never)")
      #expect(never.change?.kinds == [.negation], "seed \(seed)")
      #expect(never.change?.description.contains("{-not-} {+never+}") == true, "seed \(seed)")
    }
  }

  @Test("A record of format 1.0 is kept to in its text, and takes no twin elsewhere")
  func withoutRecord() throws {
    let before = Article(
      "Brandt said: “No reply.” She left.\n\nVogt said: “No comment.” He stayed.")
    var passage = Passage(of: TextSpan(13..<28), in: before)
    passage.exact = "“No answer.”"
    passage.confirmed = "“No reply.”"
    let anchor = Anchoring.resolve(passage, in: before)
    #expect(anchor.isSure)
    passage.confirmed = "“No comment.”"
    passage.position = nil
    #expect(!Anchoring.resolve(passage, in: before).isSure)
  }
}
