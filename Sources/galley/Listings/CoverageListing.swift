// What stories quote of their sources: shares and strips for people, stretches for programs.

import ArticleModel
import LosslessJSON
import Screen
import Verification

/// Prints how much of each source is quoted.
struct CoverageListing {
  private let verification: Verification
  private let names: [String]
  private let sources: [SourceCoverage]

  init(_ verification: Verification, names: [String]) {
    (self.verification, self.names) = (verification, names)
    sources = verification.sources.indices.filter { verification.sources[$0].length > 0 }.map {
      SourceCoverage(of: $0, in: verification)
    }
  }

  /// Each source with its share, its strip and, with several stories, the share of each.
  func text(columns: Column) -> String {
    sources.map { source in
      var lines = [heading(source), "  " + strip(source, columns)]
      if names.count > 1 {
        let rows = names.indices.filter { source.quotations[$0] > 0 }.map { story in
          [
            Self.percent(source.share(ofStory: story)), names[story].onOneLine,
            counted(source.quotations[story], "quotation"),
          ]
        }
        lines += TextTable(indent: 2, [.right(), .left(), .left()]).lines(rows)
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func heading(_ source: SourceCoverage) -> String {
    let count = source.quotations.reduce(0, +)
    let name = verification.sources[source.source].name.onOneLine
    return "\(name): \(Self.percent(source.share)) quoted, \(counted(count, "quotation"))"
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    if tenths == 0, share > 0 { return "< 0.1 %" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// The source from its beginning to its end; a darker cell is quoted more.
  private func strip(_ source: SourceCoverage, _ columns: Column) -> String {
    let cells = min(max(columns.value - 4, 10), 72)
    return source.shares(inParts: cells).map { share in
      share == 0 ? "·" : share < 0.25 ? "░" : share < 0.5 ? "▒" : share < 0.75 ? "▓" : "█"
    }.joined()
  }

  /// The sources with the stretches that each story quotes, in code points of their texts.
  var json: JSONValue {
    ["coverage": .array(sources.map(json))]
  }

  private func json(of source: SourceCoverage) -> JSONValue {
    let stories = names.indices.map { story -> JSONValue in
      let spans = source.stretches[story].map { range -> JSONValue in
        ["start": .integer(range.lowerBound), "end": .integer(range.upperBound)]
      }
      return [
        "story": .string(names[story]), "quotations": .integer(source.quotations[story]),
        "share": .double(source.share(ofStory: story)), "spans": .array(spans),
      ]
    }
    return [
      "source": .string(verification.sources[source.source].name),
      "share": .double(source.share), "stories": .array(stories),
    ]
  }
}
