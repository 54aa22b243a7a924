// The maps from scores to probabilities.

import Testing

@testable import NewsAnalysis

@Suite struct ConfidenceTests {
  private static let maps = [
    Confidence.persons, Confidence.places, QuotationConfidence.ofSequenceModel[.direct],
    QuotationConfidence.ofSequenceModel[.indirect], QuotationConfidence.ofSequenceModel[.mixed],
    QuotationConfidence.ofEncoder[.direct], QuotationConfidence.ofEncoder[.indirect],
    QuotationConfidence.ofEncoder[.mixed],
  ]

  @Test("A higher score never means a lower probability, and both ends stay within 0 and 1")
  func rising() {
    for map in Self.maps {
      let values = stride(from: -0.5, through: 1.5, by: 0.01).map { map($0) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(values.allSatisfy { (0...1).contains($0) })
      #expect(values.first.map { $0 < 0.7 } == true && values.last.map { $0 > 0.6 } == true)
    }
  }

  @Test("Between its points a map is straight")
  func straight() {
    let map = Confidence(points: [(0.25, 0), (0.5, 0.5), (0.75, 1)])
    #expect([0.1, 0.25, 0.375, 0.5, 0.625, 0.9].map { map($0) } == [0, 0, 0.25, 0.5, 0.75, 1])
  }
}
