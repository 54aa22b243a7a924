// The marks that open and close quotations, in the styles that reach English news.

/// A quotation mark, told by its character.
enum QuotationMark: String, CaseIterable {
  case leftDouble = "“"
  case rightDouble = "”"
  case highReversed = "‟"
  case lowDouble = "„"
  case straightDouble = "\""
  case fullWidth = "＂"
  case backticks = "``"
  case doubledApostrophe = "''"
  case leftSingle = "‘"
  case rightSingle = "’"
  case lowSingle = "‚"
  case straightSingle = "'"
  case leftGuillemet = "«"
  case rightGuillemet = "»"
  case leftSingleGuillemet = "‹"
  case rightSingleGuillemet = "›"
  case leftCorner = "「"
  case rightCorner = "」"
  case leftWhiteCorner = "『"
  case rightWhiteCorner = "』"

  private static let byHash = Dictionary(
    uniqueKeysWithValues: allCases.map { (LowercaseHash.of($0.rawValue), $0) })

  /// The mark that a word type is.
  init?(_ type: WordType) {
    guard let mark = Self.byHash[type.lowerHash] else { return nil }
    self = mark
  }

  /// The marks that close what this one opens; empty for marks that only close.
  var closers: [QuotationMark] {
    switch self {
    case .leftDouble, .highReversed: [.rightDouble, .straightDouble]
    case .lowDouble: [.leftDouble, .rightDouble, .straightDouble]
    case .straightDouble, .fullWidth: [self, .rightDouble]
    case .backticks: [.doubledApostrophe, .straightDouble]
    case .doubledApostrophe: [.doubledApostrophe]
    case .leftSingle, .lowSingle: [.rightSingle, .straightSingle]
    case .straightSingle: [.straightSingle]
    case .leftGuillemet: [.rightGuillemet]
    case .rightGuillemet: [.leftGuillemet]
    case .leftSingleGuillemet: [.rightSingleGuillemet]
    case .rightSingleGuillemet: [.leftSingleGuillemet]
    case .leftCorner: [.rightCorner]
    case .leftWhiteCorner: [.rightWhiteCorner]
    case .rightDouble: [.rightDouble]
    case .rightSingle, .rightCorner, .rightWhiteCorner: []
    }
  }

  /// Whether the mark is also an apostrophe, so that context must decide.
  var isSingle: Bool { self == .leftSingle || self == .rightSingle || self == .straightSingle }
}

/// Words between quotation marks.
struct QuotedStretch {
  /// The tokens, the marks among them.
  var tokens: TokenRange
  /// Whether the closing mark is missing: the quotation goes on in a later paragraph, or the mark was
  /// forgotten.
  var goesOn = false
  /// Whether it goes on from the paragraph before.
  var continues = false
}
