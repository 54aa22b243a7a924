// What is joined to a passage without a blank. The words of a mark may be found inside of others: “lawful” in
// “unlawful”, “500” in “5,000” and “500,000”. There the mark does not stand.

/// The rest of the words that a passage begins and ends in; empty where it begins and ends as they do.
struct PassageEdges {
  private let before: Rest
  private let after: Rest

  /// What goes on from an edge.
  private struct Rest {
    /// Letters, digits and signs, from the passage outwards.
    var characters: [Character] = []
    /// Whether it may go on beyond what is known of it.
    var isCut = false

    /// Whether two are the same as far as both are known.
    func agrees(with other: Rest) -> Bool {
      let (short, long) = characters.count < other.characters.count ? (self, other) : (other, self)
      return long.characters.starts(with: short.characters)
        && (short.isCut || short.characters.count == long.characters.count)
    }
  }

  /// So many characters on either side are looked at.
  private static let outlook = 48
  /// Where fewer are known, there the text ends.
  private static let shortestCut = 16

  /// The edges of a passage as it was described.
  init(of passage: Passage) {
    self.init(before: passage.prefix, passage.exact, after: passage.suffix)
  }

  /// The edges of a place in a text.
  init(at span: TextSpan, in text: ArticleText) {
    func string(_ start: ByteOffset, _ end: ByteOffset) -> String {
      text.string(in: text.roundedToGraphemes(TextSpan(start, end)))
    }
    self.init(
      before: string(span.start - Self.outlook * 4, span.start), text.string(in: span),
      after: string(span.end, span.end + Self.outlook * 4))
  }

  private init(before: String, _ passage: String, after: String) {
    self.before = Self.joined(before.suffix(Self.outlook).reversed(), to: passage.first)
    self.after = Self.joined(after.prefix(Self.outlook), to: passage.last)
  }

  /// Whether both begin and end in the same words.
  func agree(with other: PassageEdges) -> Bool {
    before.agrees(with: other.before) && after.agrees(with: other.after)
  }

  /// The letters, digits and signs of the word that goes on from `end`, outwards.
  private static func joined(
    _ characters: some Collection<Character>, to end: Character?
  ) -> Rest {
    guard let end, isPartOfWord(end) else { return Rest() }
    var previous = end
    var joined: [Character] = []
    for index in characters.indices {
      let character = characters[index]
      if isInvisible(character) { continue }
      if isPartOfWord(character) {
        joined += Array(character.lowercased())
      } else {
        let next = characters[index...].dropFirst().first { !isInvisible($0) }
        guard let next, isJoint(character, between: previous, and: next) else {
          let isSigned = joined.isEmpty && end.isNumber && signs.contains(character)
          return Rest(
            characters: isSigned ? [character == "\u{2212}" ? "-" : character] : joined)
        }
      }
      previous = character
    }
    return Rest(characters: joined, isCut: characters.count >= Self.shortestCut)
  }

  /// Signs that belong to the number after them.
  private static let signs: Set<Character> = ["-", "\u{2212}", "+", "±", "<", ">", "≤", "≥", "~"]

  /// Whether a sign joins what stands around it to one word or one number.
  private static func isJoint(
    _ sign: Character, between first: Character, and second: Character
  ) -> Bool {
    guard isPartOfWord(first), isPartOfWord(second) else { return false }
    switch sign {
    case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "/": return true
    case ".", ",", ":", "\u{2013}": return first.isNumber && second.isNumber
    default: return false
    }
  }

  private static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint }
  }

  /// Whether a character is part of a word of a script that writes blanks between words.
  private static func isPartOfWord(_ character: Character) -> Bool {
    guard character.isLetter || character.isNumber, let scalar = character.unicodeScalars.first
    else { return false }
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0xD7FF,
      0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      return false
    default: return true
    }
  }
}
