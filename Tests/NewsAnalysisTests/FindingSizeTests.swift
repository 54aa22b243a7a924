// Findings are small, because a long article has millions, and small numbers say what large ones would.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct FindingSizeTests {
  @Test("Findings take no more memory than they have to")
  func sizes() {
    #expect(MemoryLayout<TextSpan>.stride == 8)
    #expect(MemoryLayout<Quotation>.stride <= 64)
    #expect(MemoryLayout<LocationMention>.stride <= 40)
    #expect(MemoryLayout<PersonMention>.stride <= 24)
    #expect(MemoryLayout<OrganisationMention>.stride <= 24)
    #expect(MemoryLayout<Claim>.stride <= 16)
  }

  @Test("A quotation that no longer has what few have is like those that never had it")
  func seldom() {
    let plain = Quotation(spans: [TextSpan(0..<9)], form: .direct, speaker: 2, confidence: 0.5)
    var quotation = plain
    quotation.others = [4, 5]
    quotation.via = [Quotation.Via(mention: TextSpan(20..<25), speaker: nil)]
    quotation.addressee = TextSpan(30..<34)
    quotation.inner = [plain]
    #expect(quotation != plain)
    #expect(quotation.allSpeakers == [2, 4, 5])
    #expect(quotation.via.map(\.speaker) == [nil])
    #expect(quotation.addressee == TextSpan(30..<34))
    #expect(quotation.inner == [plain])
    (quotation.others, quotation.via, quotation.inner) = ([], [], [])
    #expect(quotation != plain)
    quotation.addressee = nil
    #expect(quotation == plain)
    #expect(quotation.hashValue == plain.hashValue)
  }

  @Test("A speaker is an index, the first one included, or nobody")
  func speakers() {
    var quotation = Quotation(spans: [], form: .indirect, confidence: 1)
    #expect(quotation.speaker == nil)
    for speaker in [0, 1, 4_096, 2_000_000_000] {
      quotation.speaker = speaker
      #expect(quotation.speaker == speaker)
    }
    quotation.speaker = nil
    #expect(quotation.speaker == nil)
  }

  @Test("Counts that no text has are moved to what fits", arguments: [Int.max, 1 << 40])
  func largeNumbers(_ number: Int) {
    var quotation = Quotation(spans: [], form: .indirect, speaker: number, confidence: 1)
    quotation.verbatimWords = number
    #expect(quotation.verbatimWords == Int(Int32.max))
    #expect(quotation.speaker == Int(Int32.max))
  }

  @Test("A span has positions far beyond the longest text, and none outside of what it can hold")
  func positions() {
    let last = Int(UInt32.max)
    let span = TextSpan(ByteOffset(last - 3), ByteOffset(last))
    #expect(span.range == last - 3..<last)
    #expect(TextSpan(ByteOffset(-5), ByteOffset(4)) == TextSpan(0..<4))
    #expect(TextSpan(ByteOffset(7), ByteOffset(.max)).end == ByteOffset(last))
    var moved = TextSpan(3..<9)
    moved.start = ByteOffset(-1)
    moved.end = ByteOffset(.max)
    #expect(moved.range == 0..<last)
  }
}
