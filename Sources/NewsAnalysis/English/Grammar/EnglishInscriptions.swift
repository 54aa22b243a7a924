// A sign that read “…”, a banner saying “…”: the words are the sign's, not those of whoever holds it.

import ArticleModel

/// Gives what stands on something to the thing that bears it.
struct EnglishInscriptions {
  let segment: Segment
  let words: WordTypes

  /// The attribution with the sign before the marks as its source.
  func applied(to attribution: Attribution) -> Attribution {
    if let source = attribution.source, let noun = source.first(where: isSurface) {
      var attribution = attribution
      attribution.source = source.lowerBound..<noun + 1
      return attribution
    }
    guard let open = attribution.contents.first?.lowerBound,
      segment.tokens[open].kind == .quotationMark, let verb = verb(before: open),
      let bearer = bearer(before: verb)
    else { return attribution }
    var attribution = attribution
    (attribution.source, attribution.cue) = (bearer, verb..<verb + 1)
    return attribution
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  private func isSurface(_ index: Int) -> Bool { Self.surfaces.contains(type(index).lowerHash) }

  /// "read", "saying:" directly before the marks.
  private func verb(before open: Int) -> Int? {
    var index = open - 1
    if index >= 0, [.comma, .colon].contains(type(index).mark) { index -= 1 }
    return index > 0 && Self.reading.contains(type(index).lowerHash) ? index : nil
  }

  /// "a sign" of "a sign at the gate that read": what bears the words, when nobody stands in between.
  private func bearer(before verb: Int) -> TokenRange? {
    for index in TokenRange(from: max(0, verb - Self.reach), to: verb).reversed() {
      let type = type(index)
      if isSurface(index) { return phrase(endingAt: index) }
      let isSpeaker =
        type.traits.contains(.pronoun) && !type.roles.contains(.relative)
        || type.isPeople || type.traits.contains(.capitalised)
      guard segment.tokens[index].isSpoken, !isSpeaker, !type.roles.contains(.coordinator) else {
        return nil
      }
    }
    return nil
  }

  /// The noun phrase that ends with a noun, from its determiner on.
  private func phrase(endingAt noun: Int) -> TokenRange {
    let first = TokenRange(from: max(0, noun - 4), to: noun).reversed().prefix {
      segment.tokens[$0].isSpoken || type($0).mark == .hyphen
    }.first { type($0).traits.contains(.determiner) }
    return (first ?? noun)..<noun + 1
  }

  private static let reach = 8

  private static let reading = WordSet(
    "read reads reading say says said saying declared declaring proclaimed proclaiming bearing that"
  )
  private static let surfaces = WordSet(
    """
    sign signs banner banners placard placards poster posters sticker stickers plaque billboard shirt t-shirt
    tshirt shirts sweatshirt hoodie badge badges flag flags tattoo graffiti
    """)
}
