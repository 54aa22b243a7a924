// An annotated article as the corpora give it: a JSON object a line.

import FoundationEssentials
import NewsAnalysis

/// An article with the attributions that people marked; offsets are Unicode code points.
struct GoldDocument: Decodable {
  let id: String
  let text: String
  let quotes: [Attribution]

  struct Attribution: Decodable {
    let spans: [[Int]]
    let speaker: Span?
    let cue: Span?
  }

  struct Span: Decodable {
    let start: Int
    let end: Int
  }

  /// The parts of all attributions, those first whose labels matter most when parts overlap.
  var marks: [AttributionTraining.Mark] {
    let contents = quotes.flatMap { quote in
      quote.spans.filter { $0.count == 2 }.map {
        AttributionTraining.Mark(.content, start: $0[0], end: $0[1])
      }
    }
    let sources = quotes.compactMap(\.speaker).map {
      AttributionTraining.Mark(.source, start: $0.start, end: $0.end)
    }
    let cues = quotes.compactMap(\.cue).map {
      AttributionTraining.Mark(.cue, start: $0.start, end: $0.end)
    }
    return sources + cues + contents
  }

  /// Whether the article is held back: a fifth of them, told by a hash of the identifier.
  var isHeldBack: Bool {
    let hash = id.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return (hash >> 32) % 5 == 0
  }

  /// Reads the documents of an NDJSON file.
  static func read(_ path: String) throws -> [GoldDocument] {
    let data = try Data(contentsOf: URL(filePath: path))
    let decoder = JSONDecoder()
    return try data.split(separator: 0x0A).map { try decoder.decode(GoldDocument.self, from: $0) }
  }
}
