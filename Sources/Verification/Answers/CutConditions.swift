// Conditions and negations that stand in the sentence of the source before or behind the quoted words, where the
// quotation reads as if the sentence were whole: “We support this” of “We support this, if the state pays”.

import ArticleModel
import NewsAnalysis

/// Looks for what was cut off at either end of a quotation.
struct CutConditions {
  private let words: DifferenceWords
  private let comparison: Comparison

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// No sentence is looked at further than this, in bytes.
  private static let reach = 240

  /// The conditions and negations that were cut off.
  var changes: [MeaningChange] {
    let conditions = [before, behind].compactMap { $0 }.map {
      MeaningChange(.condition, "a condition was cut off: “\($0)”")
    }
    return conditions
      + [denial].compactMap { $0 }.map {
        MeaningChange(.negation, "a negation was cut off: “\($0)”")
      }
  }

  /// The condition with which the sentence goes on behind the words of a quotation that ends there.
  private var behind: String? {
    guard let last = comparison.quoted.last, comparison.isSaid.last == true,
      let end = comparison.source[comparison.extent].last?.end,
      isEnd(behind: last)
    else { return nil }
    let rest = words.source.string(in: TextSpan(end..<end + Self.reach))
    let clause = rest.prefix { !".?!;:".contains($0) }.drop { $0 == "," || $0.isWhitespace }
    guard rest.first.map({ ", \n".contains($0) }) == true, opensCondition(clause) else {
      return nil
    }
    return Self.beginning(of: clause)
  }

  /// Whether the quotation reads as if its sentence ended behind a word: a sign follows it, within or behind the
  /// quotation marks, or the line ends.
  private func isEnd(behind word: QuotedWord) -> Bool {
    let rest = words.story.string(in: TextSpan(word.shownEnd..<word.shownEnd + 16))
    let sign = rest.drop { "”“\"»«’'‘›‹\u{A0}".contains($0) }.first
    return sign.map { ".,!;\n".contains($0) } ?? true
  }

  /// What denies, before the quoted words and without a sign between, what the quotation says as a sentence:
  /// “I don’t think that” before “we should close it”.
  private var denial: String? {
    guard let head = opening, let last = head.split(whereSeparator: \.isWhitespace).last,
      !words.lexicon.spoken.joints.contains(last.lowercased())
    else { return nil }
    let near = head.split(whereSeparator: \.isWhitespace).suffix(Self.denialReach)
    guard head.allSatisfy({ !",;:–—".contains($0) || $0 == "’" }) else { return nil }
    let clause = near.joined(separator: " ")
    let denies = WordMeaning.deciding(in: clause, startsSentence: true).contains {
      $0.kind == .negation
    }
    return denies ? clause : nil
  }

  /// A negation further back than this many words denies something else.
  private static let denialReach = 6

  /// The condition with which the sentence begins before the words of a quotation that opens as a sentence.
  private var before: String? {
    guard let clause = opening, clause.last(where: { !$0.isWhitespace }) == "," else { return nil }
    return opensCondition(clause) ? Self.beginning(of: clause) : nil
  }

  /// How the sentence of the source begins before the words of a quotation that opens as a sentence.
  private var opening: Substring? {
    guard let first = comparison.quoted.first, comparison.isSaid.first == true,
      let start = comparison.source[comparison.extent].first?.start, start > 0
    else { return nil }
    let letter = words.story.string(in: TextSpan(first.start..<first.end)).first
    guard letter?.isUppercase == true || first.isOpened else { return nil }
    let stretch = words.source.string(in: TextSpan(max(start - Self.reach, 0)..<start))
    let lastEnd = stretch.lastIndex { ".?!;:\n".contains($0) }
    let sentence = lastEnd.map { stretch[stretch.index(after: $0)...] } ?? stretch[...]
    let clause = sentence.drop { $0.isWhitespace }
    return clause.isEmpty ? nil : clause
  }

  /// Whether a clause begins with “if” or the like, or with “only if”.
  private func opensCondition(_ clause: Substring) -> Bool {
    let spoken = words.lexicon.spoken
    let first = clause.split { $0.isWhitespace || $0 == "," }.prefix(4).map { $0.lowercased() }
    guard let word = first.first else { return false }
    if spoken.provisos.contains(word) { return true }
    if spoken.provisoPhrases.contains(where: { first.starts(with: $0) }) { return true }
    return first.count > 1 && spoken.conditions.contains(word) && spoken.provisos.contains(first[1])
  }

  private static func beginning(of clause: Substring) -> String {
    let all = clause.split(whereSeparator: \.isWhitespace)
    let words = all.prefix(10).joined(separator: " ")
    return all.count > 10 ? words + " …" : words.hasSuffix(",") ? String(words.dropLast()) : words
  }
}
