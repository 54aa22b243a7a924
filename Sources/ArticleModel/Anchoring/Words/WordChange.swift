// What became of the words of a passage: nothing that a reader would call a change, or a difference to show.

/// The difference between the words that were marked and those that stand there now.
///
/// Typography, white space, hyphenation, capitals and corrected spelling are no difference.
public struct WordChange: Hashable, Sendable {
  /// What a change does to a statement, the gravest first.
  public enum Kind: Int, CaseIterable, Comparable, Sendable {
    /// A "not" or its like came or went.
    case negation
    /// A number is another one.
    case number
    /// "Million" became "billion", "most" became "some".
    case quantity
    /// Another person, place or organisation is named.
    case name
    /// "Will" became "may".
    case modal
    /// A statement became a question, or the other way round.
    case question
    /// Words were put into quotation marks, or taken out of them.
    case quotation
    /// Other words are others.
    case wording

    /// The sort of change in words: "a negation".
    public var label: String {
      switch self {
      case .negation: "a negation"
      case .number: "a number"
      case .quantity: "a quantity"
      case .name: "a name"
      case .modal: "a modal verb"
      case .question: "a question mark"
      case .quotation: "quotation marks"
      case .wording: "the wording"
      }
    }

    /// Whether `a` is graver than `b`.
    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// What changed, in words, the gravest first: "a negation and a number".
  public var summary: String {
    let names = kinds.filter { $0 != .wording || kinds.count == 1 }.map(\.label)
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A stretch of both texts.
  public enum Piece: Hashable, Sendable {
    /// Words that stayed, as they stand now.
    case kept(String)
    /// Words that were marked and are gone.
    case removed(String)
    /// Words that were put in.
    case added(String)
  }

  /// Both texts in one, in reading order.
  public let pieces: [Piece]
  /// What changed, the gravest first; never empty.
  public let kinds: [Kind]

  /// Compares two texts; nil when they say the same.
  public init?(from old: String, to new: String) {
    let comparison = WordComparison(ComparedWord.words(of: old), ComparedWord.words(of: new))
    guard !comparison.changes.isEmpty else { return nil }
    kinds = comparison.kinds
    pieces = comparison.pieces(old, new)
  }
}

extension WordChange: CustomStringConvertible {
  /// Both texts in one, as wdiff prints them: `had {+not+} warned`, `{-12-} {+13+} million`.
  public var description: String { line(of: pieces) }

  /// The same with no more than `words` words on either side of each change.
  public func excerpt(words: Int = 4) -> String {
    line(
      of: pieces.enumerated().map { index, piece in
        guard case .kept(let text) = piece else { return piece }
        let all = text.split(whereSeparator: \.isWhitespace)
        let before = index == 0 ? [] : all.prefix(words)
        let after = index == pieces.count - 1 ? [] : all.suffix(words)
        guard before.count + after.count < all.count else { return piece }
        return .kept((before + ["…"] + after).joined(separator: " "))
      })
  }

  private func line(of pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .kept(let text): text
      case .removed(let text): "{-\(text)-}"
      case .added(let text): "{+\(text)+}"
      }
    }.joined(separator: " ")
  }
}
