// A place in a source where a quotation, or something like it, was said.

import ArticleModel

/// A stretch of a source beside a quotation.
public struct SourceMatch: Hashable, Sendable {
  /// What the place says to the quotation.
  public var outcome: QuotationOutcome
  /// Changes that make another statement of it, the gravest first.
  public var meaningChanges: [MeaningChange]
  /// Which source, counted in the order in which they were given.
  public var source: Int
  /// The stretch in bytes of the source's text.
  public var span: TextSpan
  /// The same in code points.
  public var codePoints: CodePointSpan
  /// The line of the text that it begins in, counted from 1.
  public var line: Int
  /// The page, as the document numbers it.
  public var page: String?
  /// When it is said, in milliseconds from the beginning of the recording.
  public var milliseconds: Int?
  /// Who says it, as the source has it.
  public var speaker: String?
  /// The words of the source.
  public var text: String
  /// What stands before them.
  public var before: String
  /// What stands behind them.
  public var after: String
  /// Source and quotation in one, from the first to the last word that both have.
  var compared: [Piece]
  /// How the source's sentence begins and goes on, where leaving that out changes what the quotation says.
  var cutBefore: String?
  var cutBehind: String?
  /// How near it is, from 0 to 1; 1 for verbatim words.
  public var score: Double
  /// Where the words of the quotation stand, as one stretch for each part that stands apart.
  public var parts: [TextSpan]

  /// A stretch of both texts.
  public enum Piece: Hashable, Sendable {
    /// Words of both.
    case kept(String)
    /// Words of the source that the quotation has not.
    case leftOut(String)
    /// Words of the quotation that the source has not.
    case added(String)
  }

  /// Source and quotation in one.
  public var difference: [Piece] {
    let cuts = [cutBefore, cutBehind].map { cut in cut.map { [Piece.leftOut($0.excerpt)] } ?? [] }
    return cuts[0] + compared + cuts[1]
  }

  /// Both texts in one, as wdiff prints them: `will {-not-} close {+soon+}`.
  public var differenceInWords: String { difference.inWords }
}

extension String {
  /// The first 25 words on one line, without signs at the end.
  fileprivate var excerpt: String {
    let all = split(whereSeparator: \.isWhitespace)
    let words = all.prefix(25).joined(separator: " ")
    return all.count > 25 ? words + " …" : words
  }
}

extension [SourceMatch.Piece] {
  /// The pieces one after the other, as wdiff prints them.
  var inWords: String {
    map { piece in
      switch piece {
      case .kept(let text): text
      case .leftOut(let text): "{-\(text)-}"
      case .added(let text): "{+\(text)+}"
      }
    }.joined(separator: " ")
  }
}

extension SourceMatch {
  /// Whether source and quotation do not differ.
  public var isSame: Bool {
    difference.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  /// When it is said, as transcripts write it: "00:12:04.500".
  public var timeCode: String? {
    milliseconds.map { time in
      let fields = [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60]
      let clock = fields.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
      let rest = String(time % 1000)
      return clock + "." + String(repeating: "0", count: 3 - rest.count) + rest
    }
  }
}
