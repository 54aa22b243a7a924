// Whether a single word that names a place and somebody in the article means the one or the other: "London" behind
// "Jack London", "Berlin" in "officials in Berlin said".

import ArticleModel

/// The persons of a segment who bear the name of a place.
struct PlaceNameBearers {
  private let segment: Segment
  private let types: WordTypes
  private let words: NameVocabulary
  /// Where each surname stands first, by its word.
  private var surnames: [Int32: Int] = [:]
  /// Names that stand behind a word like "near" somewhere.
  private var places: Set<Int32> = []

  /// Looks at the names of a segment.
  init(
    _ names: [NameMention], _ segment: Segment, _ types: WordTypes, _ words: NameVocabulary
  ) {
    (self.segment, self.types, self.words) = (segment, types, words)
    for name in names {
      guard let last = name.tokens.last, words[segment.tokens[last]].placeClass != 0 else {
        continue
      }
      let word = segment.tokens[last].type
      if name.kind == .person, name.tokens.count > 1 {
        if surnames[word] == nil { surnames[word] = last }
      } else if name.kind == .location, name.tokens.count == 1, isBehindPreposition(last) {
        places.insert(word)
      }
    }
  }

  /// Whether a word that was taken for a place is somebody who was named before.
  func isPerson(_ name: TokenRange) -> Bool {
    guard name.count == 1, let first = surnames[segment.tokens[name.lowerBound].type],
      first < name.lowerBound, !isBehindPreposition(name.lowerBound)
    else { return false }
    if acts(name.upperBound) { return true }
    let isElsewhere = places.contains(segment.tokens[name.lowerBound].type)
    return !isElsewhere && endsClause(name.upperBound) && !isBehindGenitive(name.lowerBound)
  }

  /// Whether a word that was taken for somebody is a place: "in Berlin", without anybody of that name.
  func isPlace(_ name: TokenRange) -> Bool {
    guard name.count == 1, name.lowerBound > 0,
      surnames[segment.tokens[name.lowerBound].type] == nil,
      words[segment.tokens[name.lowerBound]].placeClass != 0
    else { return false }
    return types[segment.tokens[name.lowerBound - 1]].roles.contains(.inside)
      && word(name.upperBound)?.roles.contains(.possessive) != true
  }

  private func word(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? types[segment.tokens[index]] : nil
  }

  private func isBehindPreposition(_ index: Int) -> Bool {
    index > 0 && words[segment.tokens[index - 1]].traits.contains(.placePreposition)
  }

  private func isBehindGenitive(_ index: Int) -> Bool {
    word(index - 1)?.roles.contains(.genitive) == true
  }

  /// A verb for speaking, or for having and being, or a relative clause.
  private func acts(_ index: Int) -> Bool {
    guard let next = word(index), !next.traits.contains(.capitalised) else { return false }
    return next.roles.contains(.personalRelative)
      || !next.traits.isDisjoint(with: [.speechVerb, .auxiliary])
  }

  /// A mark that ends a clause, with no other place behind it.
  private func endsClause(_ index: Int) -> Bool {
    guard let next = word(index), next.mark != nil, next.mark != .hyphen else { return false }
    return word(index + 1)?.traits.contains(.capitalised) != true || next.mark != .comma
  }
}
