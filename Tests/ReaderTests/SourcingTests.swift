// What the pane of the speakers says of all voices together holds only as far as the quotations bear it.

import ArticleModel
import NewsAnalysis
import Testing

@testable import Reader

@Suite struct SourcingTests {
  /// The pane below a reader's text, with one person who is talked about and, as far as anybody knows, not
  /// quoted.
  private func screen(
    awaitsCare: Bool = false, _ change: (inout Analysis) -> Void = { _ in }
  ) throws -> String {
    var analysis = Analysis.harbour(.harbour)
    let mention = try #require(analysis.quotations[2].mention)
    analysis.speakers.append(Speaker(name: "Jan Brandt", kind: .person, mentions: [mention]))
    for quotation in analysis.quotations.indices { analysis.quotations[quotation].confidence = 0.9 }
    change(&analysis)
    var sitting = Sitting(analysis: analysis, columns: 80, rows: 30)
    if awaitsCare {
      var findings = Findings(analysis)
      findings.awaitsCare = true
      sitting.take(.findings(findings))
    }
    sitting.press("g3")
    return sitting.screen
  }

  @Test("When every quotation is somebody's, the sums are exact")
  func complete() throws {
    let screen = try screen()
    #expect(screen.contains("talked about, never quoted: Jan Brandt"))
    #expect(screen.contains("not quoted"))
    #expect(!screen.contains("at least"))
    #expect(!screen.contains("without a known speaker"))
  }

  @Test("A quotation of nobody known may be anybody's")
  func ownerless() throws {
    let screen = try screen {
      $0.quotations[0].speaker = nil
      $0.speakers[0].paraphraseWords = 0
    }
    #expect(!screen.contains("not quoted"))
    #expect(!screen.contains("never quoted"))
    #expect(screen.contains("1 quotation without a known speaker"))
    #expect(screen.contains("at least 2 named voices"))
    #expect(screen.contains("at least 40 % of words"))
    #expect(screen.contains("10 of 25 quoted words verbatim"))
  }

  @Test("An uncertain quotation is not counted towards a share")
  func uncertain() throws {
    let screen = try screen {
      $0.quotations[0].confidence = 0.3
    }
    #expect(!screen.contains("never quoted"))
    #expect(screen.contains("2 named voices, 0 unnamed"))
    #expect(!screen.contains("at least 2"))
    #expect(screen.contains("at least 40 % of words"))
  }

  @Test("Whoever is quoted as “the mayor” may be somebody who is named elsewhere")
  func descriptions() throws {
    let screen = try screen {
      $0.speakers[1].mayBeNamed = true
    }
    #expect(!screen.contains("never quoted"))
    #expect(!screen.contains("not quoted"))
  }

  @Test("A person who shares a name with somebody quoted is not called unquoted")
  func sharedNames() throws {
    let screen = try screen {
      $0.speakers[$0.speakers.count - 1].name = "Vogt"
    }
    #expect(!screen.contains("never quoted"))
  }

  @Test("As long as only a part is analysed, nothing is said of the whole")
  func partial() throws {
    let screen = try screen {
      $0.extent = TextSpan($0.extent.start, ByteOffset($0.extent.end.value - 20))
    }
    #expect(!screen.contains("of the quoted words"))
    #expect(!screen.contains("not quoted"))
    #expect(!screen.contains("named voice"))
  }

  @Test("As long as the article is read once more with more care, nothing is said of the whole")
  func stillReading() throws {
    let screen = try screen(awaitsCare: true)
    #expect(screen.contains("still reading …") && screen.contains("Jan Brandt"))
    #expect(!screen.contains("not quoted") && !screen.contains("never quoted"))
    #expect(!screen.contains("named voice"))
  }
}
