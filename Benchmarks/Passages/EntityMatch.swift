// Which entity of a passage a speaker of the analysis is: by the name, or, without one, by the words that
// stand for both.

import ArticleModel
import NewsAnalysis

/// Compares speakers of an analysis with the entities of a passage.
struct EntityMatch {
  private let passage: MarkedPassage
  private let names: [(entity: Int, words: [String])]
  private static let articles: Set<String> = [
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el",
    "los", "las", "una", "l",
  ]

  init(_ passage: MarkedPassage) {
    self.passage = passage
    names = passage.entities.indices.flatMap { index in
      passage.entities[index].names.map { (index, Self.words(of: $0)) }
    }
  }

  /// The words of a name in small letters, without articles, quotation marks and possessive endings.
  static func words(of name: String) -> [String] {
    let letters = name.lowercased().replacing("’s", with: "").replacing("'s", with: "")
    let words = letters.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return Array(words.drop { articles.contains($0) })
  }

  /// The entity whose name a speaker has; nil when none has it, or two have it equally well.
  func entity(named name: String) -> MarkedPassage.Entity? {
    let words = Self.words(of: name)
    var best = (score: 0, entities: Set<Int>())
    for (entity, own) in names {
      let score = Self.score(words, own)
      if score > best.score { best = (score, [entity]) }
      if score == best.score { best.entities.insert(entity) }
    }
    guard best.score > 0, best.entities.count == 1 else { return nil }
    return best.entities.first.map { passage.entities[$0] }
  }

  /// How well a name fits: the same words best, then one that holds the other and ends alike.
  private static func score(_ words: [String], _ own: [String]) -> Int {
    guard !words.isEmpty, !own.isEmpty else { return 0 }
    if words == own { return 1000 }
    let (some, all) = (Set(words), Set(own))
    if some.isSuperset(of: all), words.last == own.last || all.count > 1 { return 10 + all.count }
    if all.isSuperset(of: some), words.last == own.last { return some.count }
    return 0
  }

  /// Whether a quotation of the analysis has one of the right speakers, and no wrong one.
  func accepts(
    _ quotation: Quotation, of analysis: Analysis, as right: MarkedPassage.MarkedQuotation
  )
    -> Bool
  {
    let speakers = quotation.allSpeakers.map { analysis.speakers[$0] }
    if speakers.isEmpty {
      return right.speakers.contains { $0 == MarkedPassage.MarkedQuotation.nobody }
        || standsForUnnamed(quotation.mention, right)
    }
    return speakers.allSatisfy { accepts($0, mention: quotation.mention, as: right) }
  }

  /// Whether a speaker is one of those who are right.
  private func accepts(
    _ speaker: Speaker, mention: TextSpan?, as right: MarkedPassage.MarkedQuotation
  ) -> Bool {
    if let entity = entity(named: speaker.name) { return right.speakers.contains(entity.id) }
    guard speaker.kind != .person else { return false }
    if right.speakers.contains(MarkedPassage.MarkedQuotation.nobody) { return true }
    return standsForUnnamed(mention, right)
  }

  /// Whether the words that name the speaker are marked as a right one who has no name.
  private func standsForUnnamed(
    _ mention: TextSpan?, _ right: MarkedPassage.MarkedQuotation
  ) -> Bool {
    guard let mention else { return false }
    let unnamed = passage.entities.filter { $0.kind != .person && right.speakers.contains($0.id) }
    return passage.mentions.contains { marked in
      unnamed.contains { $0.id == marked.entity } && marked.span.overlaps(mention)
    }
  }
}
