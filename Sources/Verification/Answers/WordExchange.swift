// Words of a difference of which one in the other's place makes another statement: opposites, persons left open,
// units; and words that changed places.

import ArticleModel
import NewsAnalysis

/// The words of a difference, in small letters, on either side.
struct WordExchange {
  private let said: [String]
  private let written: [String]
  private let spoken: SpokenWords

  init(_ said: [String], _ written: [String], _ spoken: SpokenWords) {
    (self.said, self.written, self.spoken) = (said, written, spoken)
  }

  /// Longer differences are other statements altogether, in words.
  private static let longest = 12

  /// The changes; those of “nobody” and the like only when nothing says so already.
  func changes(besidesIndefinites: Bool) -> [MeaningChange] {
    guard !said.isEmpty, !written.isEmpty, said.count <= Self.longest,
      written.count <= Self.longest
    else { return [] }
    return opposites + (besidesIndefinites ? [] : indefinites) + units
  }

  private var opposites: [MeaningChange] {
    said.flatMap { old in
      written.filter { new in
        spoken.exchanges.areOpposites(old, new) && !said.contains(new) && !written.contains(old)
      }.map { MeaningChange(.opposite, "the opposite was put in: “\(old)” became “\($0)”") }
    }
  }

  private var indefinites: [MeaningChange] {
    let old = said.filter(spoken.exchanges.indefinites.contains)
    let new = written.filter(spoken.exchanges.indefinites.contains)
    guard !old.isEmpty, !new.isEmpty, old != new else { return [] }
    return [Self.changed(.quantity, "a quantity", old, new)]
  }

  private var units: [MeaningChange] {
    let (old, new) = (said.filter { unit($0) != nil }, written.filter { unit($0) != nil })
    guard !old.isEmpty, !new.isEmpty, Set(old.map(unit)).isDisjoint(with: new.map(unit)) else {
      return []
    }
    return [Self.changed(.number, "a unit", old, new)]
  }

  private func unit(_ word: String) -> String? {
    spoken.exchanges.units[word] ?? spoken.currencies[word].map { String($0) }
  }

  private static func changed(
    _ kind: MeaningChange.Kind, _ name: String, _ old: [String], _ new: [String]
  ) -> MeaningChange {
    let (old, new) = (old.joined(separator: " "), new.joined(separator: " "))
    return MeaningChange(kind, "\(name) was changed: “\(old)” became “\(new)”")
  }
}

/// Sums of which only the sign for the money is another one.
struct ExchangedSigns {
  private let words: DifferenceWords
  private let comparison: Comparison

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// The signs that were changed before numbers that both have.
  var changes: [MeaningChange] {
    comparison.quoted.indices.compactMap { place in
      guard comparison.isSaid[place], let partner = comparison.partners[place],
        let new = sign(before: comparison.quoted[place].start, in: words.story),
        let old = sign(before: comparison.source[partner].start, in: words.source), old != new
      else { return nil }
      return MeaningChange(.number, "a unit was changed: “\(old)” became “\(new)”")
    }
  }

  /// The sign for money directly before a number; nil where none stands.
  private func sign(before place: Int, in text: ArticleText) -> Character? {
    let around = text.string(in: TextSpan(max(place - 4, 0)..<place + 1))
    guard around.last?.isNumber == true, let sign = around.dropLast().last,
      words.lexicon.spoken.currencies.values.contains(sign)
    else { return nil }
    return sign
  }
}

/// Two words that stand in each other's place, around a word that both texts have.
struct ExchangedPlaces {
  private let words: DifferenceWords
  private let comparison: Comparison

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// The words that changed places, and with them who does what to whom.
  var changes: [MeaningChange] {
    let altered = comparison.differences.filter { $0.kind == .altered && !$0.source.isEmpty }
    guard altered.count <= Self.most else { return [] }
    return altered.indices.flatMap { first in
      altered[(first + 1)...].compactMap { change(altered[first], $0) }
    }
  }

  /// A quotation with more differences is not looked through.
  private static let most = 24

  private func change(_ first: Difference, _ second: Difference) -> MeaningChange? {
    let (old, other) = (said(first), said(second))
    guard !old.isEmpty, !other.isEmpty, old != other, old == written(second),
      other == written(first),
      (first.quoted.upperBound..<second.quoted.lowerBound).contains(where: isTelling)
    else { return nil }
    let names = [old, other].map { "“\($0.joined(separator: " "))”" }
    return MeaningChange(.roles, "\(names[0]) and \(names[1]) changed places")
  }

  private func said(_ difference: Difference) -> [String] {
    comparison.source[difference.source].filter { !words.lexicon.smallWords.contains($0.hash) }
      .map(words.letters)
  }

  private func written(_ difference: Difference) -> [String] {
    comparison.quoted[difference.quoted].filter { !words.lexicon.smallWords.contains($0.hash) }
      .map(words.letters)
  }

  private func isTelling(_ place: Int) -> Bool {
    !words.lexicon.smallWords.contains(comparison.quoted[place].hash)
  }
}
