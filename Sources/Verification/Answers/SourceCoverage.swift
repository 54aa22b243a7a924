// The other way round: how much of a source the stories quote, and where.

import ArticleModel

/// What stories quote of a source.
public struct SourceCoverage: Sendable {
  /// Which source, counted in the order in which they were given.
  public let source: Int
  /// The quoted stretches of each story, in code points, in order and without overlaps.
  public let stretches: [[Range<Int>]]
  /// How many quotations of each story stand in the source.
  public let quotations: [Int]
  /// The length of the source in code points.
  public let length: Int

  /// What is quoted of a source: of each quotation the best place, whatever became of the words; indirect
  /// speech is no quotation.
  public init(of source: Int, in verification: Verification) {
    self.source = source
    length = verification.sources[source].length
    let places = verification.answers.map { answers in
      answers.map { answer in answer.quotedPlaces.filter { $0.source == source } }
        .filter { !$0.isEmpty }
    }
    quotations = places.map(\.count)
    stretches = places.map { places in
      Self.joined(
        places.joined().map { $0.codePoints.start.value..<$0.codePoints.end.value })
    }
  }

  /// The share of the source that a story quotes, from 0 to 1.
  public func share(ofStory story: Int) -> Double { share(of: stretches[story]) }

  /// The share that any of the stories quotes.
  public var share: Double { share(of: all) }

  /// The share of each of so many equal parts of the source that any story quotes.
  public func shares(inParts count: Int) -> [Double] {
    let all = all
    return (0..<max(count, 0)).map { part in
      let (start, end) = (part * length / count, (part + 1) * length / count)
      guard start < end else { return 0 }
      let quoted = all.reduce(0) { $0 + $1.clamped(to: start..<end).count }
      return Double(quoted) / Double(end - start)
    }
  }

  private var all: [Range<Int>] { Self.joined(stretches.flatMap { $0 }) }

  private func share(of stretches: [Range<Int>]) -> Double {
    length > 0 ? Double(stretches.reduce(0) { $0 + $1.count }) / Double(length) : 0
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}

extension QuotationAnswer {
  /// The places that the quotation was taken from: the best one, or one for each part of a stitched one.
  public var quotedPlaces: [SourceMatch] {
    switch outcome {
    case .paraphrase, .notFound: []
    case .stitched: Array(matches.prefix(partCount))
    case .verbatim, .trimmed, .altered, .anotherSpeaker: Array(matches.prefix(1))
    }
  }
}
