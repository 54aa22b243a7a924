// Every passage of Gold/ can be read, and its marks are what Gold/README.md says.

import ArticleModel
import FoundationEssentials
import Testing

@testable import score_passages

@Suite struct GoldTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let passages =
    (try? ScorePassages.passages(in: root.appending(path: "Gold/Passages"))) ?? []

  @Test("All passages are read: sixty of forty kinds, a fifth of them held back")
  func all() throws {
    let passages = try ScorePassages.passages(in: Self.root.appending(path: "Gold/Passages"))
    #expect(passages.count >= 60)
    #expect(Set(passages.map(\.kind)).count >= 36)
    #expect(passages.filter(\.isHeldBack).count * 5 == passages.count)
    #expect(Set(passages.map(\.language)).isSuperset(of: ["en", "de", "fr", "es"]))
  }

  @Test("A passage has 80 to 250 words")
  func lengths() {
    for passage in Self.passages {
      let words = passage.text.split(whereSeparator: \.isWhitespace).count
      #expect((80...250).contains(words), "\(passage.name) has \(words) words")
    }
  }

  @Test("Marks hold words, and no blanks at their edges")
  func edges() {
    for passage in Self.passages {
      let text = Array(passage.text.utf8)
      let spans =
        passage.quotations.flatMap(\.spans) + passage.mentions.map(\.span)
        + passage.places.map(\.span)
      for span in spans {
        let words = String(decoding: text[span.range], as: UTF8.self)
        #expect(
          words.first?.isWhitespace == false && words.last?.isWhitespace == false,
          "\(passage.name): “\(words)”")
      }
    }
  }

  @Test(
    "Every name leads to the one entity that has it")
  func entities() {
    for passage in Self.passages {
      let match = EntityMatch(passage)
      for entity in passage.entities {
        #expect(
          entity.names.allSatisfy { match.entity(named: $0) == entity },
          "\(passage.name): a name of \(entity.id) is ambiguous")
      }
      let text = Array(passage.text.utf8)
      for mention in passage.mentions where mention.isName {
        let name = String(decoding: text[mention.span.range], as: UTF8.self)
        #expect(
          match.entity(named: name)?.id == mention.entity,
          "\(passage.name): \(name) is not \(mention.entity)")
      }
    }
  }

  @Test("A mixed quotation has quotation marks in it")
  func forms() {
    for passage in Self.passages {
      let text = Array(passage.text.utf8)
      for quotation in passage.quotations where quotation.form == .mixed {
        let words = quotation.spans.map { String(decoding: text[$0.range], as: UTF8.self) }.joined()
        #expect(words.contains { "“‘\"'„»«".contains($0) }, "\(passage.name): \(quotation.id)")
      }
    }
  }
}
