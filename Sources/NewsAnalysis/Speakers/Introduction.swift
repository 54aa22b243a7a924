// Somebody without a name whom a sentence introduces as its subject: "A docker from Lund stood by."

import ArticleModel

/// A person whom an indefinite description introduces; whoever speaks next as "he" may be meant.
struct Introduction {
  /// The description, without its article.
  var text: String
  /// Identifies the description.
  var key: UInt64
  /// What the noun tells about the gender.
  var gender: WordTraits
  /// The noun, for "the docker".
  var head: UInt64

  /// The longest description, in tokens.
  private static let longest = 8

  /// Reads the beginning of a sentence; nil when it introduces nobody.
  init?(in sentence: TokenRange, of segment: Segment, _ words: WordTypes) {
    guard let first = Self.subjectStart(of: sentence, in: segment, words),
      words[segment.tokens[first]].roles.contains(.indefinite)
    else { return nil }
    var end = first + 1
    while end < sentence.upperBound, end - first < Self.longest {
      let type = words[segment.tokens[end]]
      let isInside = segment.tokens[end].kind != .mark || type.mark == .hyphen
      guard isInside, !type.traits.contains(.capitalised) || type.traits.contains(.demonym) else {
        break
      }
      if type.isPeople, end + 1 >= sentence.upperBound || !continues(end + 1) {
        self.init(SourceMention(first..<end + 1, in: segment, words), segment)
        return
      }
      end += 1
    }
    return nil

    /// Whether a noun goes on: "police officer", "trade-union".
    func continues(_ index: Int) -> Bool {
      let next = words[segment.tokens[index]]
      return next.isPeople || next.mark == .hyphen || next.roles.contains(.possessive)
    }
  }

  /// The longest phrase before a subject, in tokens.
  private static let longestOpening = 10

  /// Where the subject may begin: with the sentence, or behind "At the gate,".
  private static func subjectStart(
    of sentence: TokenRange, in segment: Segment, _ words: WordTypes
  ) -> Int? {
    guard let first = sentence.first, words[segment.tokens[first]].traits.contains(.preposition)
    else { return sentence.first }
    let comma = sentence.prefix(longestOpening).first { words[segment.tokens[$0]].mark == .comma }
    return comma.flatMap { $0 + 1 < sentence.upperBound ? $0 + 1 : nil }
  }

  private init?(_ mention: SourceMention, _ segment: Segment) {
    guard mention.isPersonDescription, let head = mention.head else { return nil }
    text = segment.spelling(of: mention.bare)
    key = mention.entryKey
    gender = mention.gender
    self.head = head.lowerHash
  }
}
