// Statements, letters and posts stand for whoever wrote them: "a statement from the ministry", "her post".

import ArticleModel

extension SourceMention {
  /// The words for the author when the source is something written; nil when nobody is named.
  var author: TokenRange? {
    guard let head, head.roles.contains(.writing) else { return nil }
    return owner ?? possessor ?? writer
  }

  /// "her post", "its statement": the pronoun.
  private var owner: TokenRange? {
    let pronouns: WordRoles = [.masculinePronoun, .femininePronoun, .pluralPronoun, .thing]
    guard let last = determiners.last, !last.roles.isDisjoint(with: pronouns) else { return nil }
    let place = tokens.lowerBound + determiners.count - 1
    return place..<place + 1
  }

  /// "the ministry’s statement": what stands before the mark of the possessive.
  private var possessor: TokenRange? {
    guard let mark = modifiers.lastIndex(where: { $0.roles.contains(.possessive) }), mark > 0
    else { return nil }
    return tokens.lowerBound..<bare.lowerBound + mark
  }

  /// "a letter signed by Anna Weber": what stands behind "by" or "from", unless it is a day or a place.
  private var writer: TokenRange? {
    let behind = TokenRange(from: headPlace + 1, to: min(headPlace + 4, types.count))
    guard let introduction = behind.first(where: { types[$0].roles.contains(.provenance) }),
      let first = types[(introduction + 1)...].first,
      first.traits.isDisjoint(with: [.calendar, .hasDigit])
    else { return nil }
    return bare.lowerBound + introduction + 1..<tokens.upperBound
  }
}
