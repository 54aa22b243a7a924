// "accused Y of …", "urged Y to …": whom the words are aimed at is no part of them.

import ArticleModel

/// Separates the addressee from what is said.
struct EnglishAddresseeRule {
  let segment: Segment
  let words: WordTypes

  /// The longest addressee, in tokens.
  private static let longest = 8

  /// The attribution with its addressee set apart, when its cue takes one.
  func applied(to attribution: Attribution) -> Attribution {
    guard let cue = attribution.cue, let content = attribution.contents.first,
      content.lowerBound == cue.upperBound, takesAddressee(cue),
      let start = matterStart(in: content)
    else { return attribution }
    var attribution = attribution
    attribution.addressee = content.lowerBound..<start
    attribution.contents[0] = start..<content.upperBound
    return attribution
  }

  private func takesAddressee(_ cue: TokenRange) -> Bool {
    cue.contains { words[segment.tokens[$0]].traits.contains(.addressingVerb) }
      && cue.last.map { words[segment.tokens[$0]].known != .for } ?? false
  }

  /// Where the matter begins behind a short noun phrase: "of", "for", "to", "that".
  private func matterStart(in content: TokenRange) -> Int? {
    for index in content.prefix(Self.longest + 1) {
      let type = words[segment.tokens[index]]
      switch type.known {
      case .of, .for, .to, .that, .against:
        return index > content.lowerBound && index + 1 < content.upperBound ? index : nil
      case .possessive, .possessiveCurly: continue
      default: break
      }
      if type.mark == .hyphen { continue }
      guard segment.tokens[index].isSpoken,
        type.traits.isDisjoint(with: [.auxiliary, .conjunction])
      else { return nil }
    }
    return nil
  }
}
