// What stands in the sentence of the source before or behind the quoted words and changes what they say, where the
// quotation reads as if the sentence were whole: “We support this” of “We support this, if the state pays”.

import ArticleModel
import NewsAnalysis

/// Looks for what was cut off at either end of a quotation.
struct CutConditions {
  private let words: DifferenceWords
  private let comparison: Comparison
  private let structure: ArticleStructure
  private let speakerNames: [String]

  init(_ part: QuotationMatcher.Part, in matcher: QuotationMatcher) {
    (words, comparison) = (matcher.words, part.comparison)
    (structure, speakerNames) = (matcher.article.structure, matcher.speakerNames)
  }

  /// No sentence is looked at further than this, in bytes.
  private static let reach = 240

  /// What was cut off: the changes that it makes, and its words on either side.
  struct Found {
    var changes: [MeaningChange] = []
    var before: String?
    var behind: String?
  }

  /// What was cut off with a change of the meaning.
  var found: Found {
    var found = Found()
    if let front = opening, let change = change(by: front, isWithin: false) {
      found.changes.append(change)
      found.before = String(front)
    }
    if let behind {
      found.changes.append(Self.condition(String(behind.condition).shortened))
      found.behind = String(behind.clause)
    }
    found.changes += innerFronts.compactMap { change(by: $0, isWithin: true) }
    found.changes += joinedSentences
    return found
  }

  private static func condition(_ words: String) -> MeaningChange {
    MeaningChange(.condition, "a condition was cut off: “\(words)”")
  }

  // MARK: Behind

  /// How the sentence goes on behind the words of a quotation that ends there, and the condition in it.
  private var behind: (clause: Substring, condition: Substring)? {
    guard let last = comparison.quoted.last, comparison.isSaid.last == true,
      let end = comparison.source[comparison.extent].last?.end,
      isEnd(behind: last)
    else { return nil }
    let rest = words.source.string(in: TextSpan(end..<end + Self.reach))
    let clause = rest.prefix { !".?!;:".contains($0) }.drop { $0 == "," || $0.isWhitespace }
    guard rest.first.map({ ", \n".contains($0) }) == true else { return nil }
    if Conditions(words.lexicon).open(Array(clause.plainWords.prefix(4))) {
      return (clause, clause)
    }
    return lateCondition(in: clause).map { (clause, $0) }
  }

  /// A condition that begins a few words behind the quotation: “within five years if …”.
  private func lateCondition(in clause: Substring) -> Substring? {
    let fronts = words.lexicon.spoken.fronts
    let near = clause.prefix { !",–—".contains($0) }.split(whereSeparator: \.isWhitespace)
    let plain = near.map { $0.lowercased() }
    guard
      let place = plain.prefix(Self.lateReach).firstIndex(where: fronts.lateConditions.contains),
      place > 0, !fronts.noConditionBehind.contains(plain[place - 1]),
      !plain[..<place].contains(where: words.lexicon.spoken.joints.contains)
    else { return nil }
    return clause[near[place].startIndex...]
  }

  private static let lateReach = 6

  /// Whether the quotation reads as if its sentence ended behind a word: a sign follows it, within or behind the
  /// quotation marks, or the line ends.
  private func isEnd(behind word: QuotedWord) -> Bool {
    let rest = words.story.string(in: TextSpan(word.shownEnd..<word.shownEnd + 16))
    let sign = rest.drop { "”“\"»«’'‘›‹\u{A0}".contains($0) }.first
    return sign.map { ".,!;\n".contains($0) } ?? true
  }

  // MARK: Before

  /// What leaving out the beginning of a sentence changes.
  private func change(by front: Substring, isWithin: Bool) -> MeaningChange? {
    let cut = CutFront(front, words.lexicon)
    if let condition = cut.condition { return Self.condition(condition) }
    if isWithin { return cut.change(narrators: []) }
    if let denial = cut.denial {
      return MeaningChange(.negation, "a negation was cut off: “\(denial)”")
    }
    return isFramed ? nil : cut.change(narrators: narrators)
  }

  /// Words for the story's speaker, where the source is no transcript and may report what they said.
  private var narrators: Set<String> {
    guard let start = comparison.source[comparison.extent].first, start.turn < 0 else { return [] }
    return Set(speakerNames.flatMap { $0[...].plainWords })
      .union(words.lexicon.spoken.fronts.narrators)
  }

  /// Whether the story's own sentence leads up to the quotation, as in: some of the “New York drivers”.
  private var isFramed: Bool {
    guard let first = comparison.quoted.first else { return false }
    let before = words.story.string(in: TextSpan(max(first.start - 60, 0)..<first.start))
    let text = before.reversed().drop { "“\"„«»‘'[( \u{A0}".contains($0) }
    let word = String(text.prefix { $0.isLetter }.reversed()).lowercased()
    let fronts = words.lexicon.spoken.fronts
    return !word.isEmpty && !fronts.reports.contains(word) && !fronts.clauseJoints.contains(word)
  }

  /// How the sentence of the source begins before the words of a quotation that opens as a sentence.
  private var opening: Substring? {
    guard let first = comparison.quoted.first, comparison.isSaid.first == true,
      let start = comparison.source[comparison.extent].first, start.start > 0, opensSentence(first)
    else { return nil }
    let turn = start.turn >= 0 ? structure.turns[Int(start.turn)].span.start.value : 0
    let from = max(start.start - Self.reach, turn, 0)
    let stretch = words.source.string(in: TextSpan(from..<max(start.start, from)))
    let ends = turn > 0 ? Self.ends : Self.ends + "\n"
    let lastEnd = stretch.lastIndex { ends.contains($0) }
    let sentence = lastEnd.map { stretch[stretch.index(after: $0)...] } ?? stretch[...]
    let clause = sentence.drop { $0.isWhitespace }
    return clause.contains { $0.isLetter || $0.isNumber } ? clause : nil
  }

  /// Signs behind which a sentence, or words in quotation marks, begin.
  private static let ends = ".?!;:“„«\""

  private func opensSentence(_ word: QuotedWord) -> Bool {
    let letter = words.story.string(in: TextSpan(word.start..<word.end)).first
    return letter?.isUppercase == true || letter?.isNumber == true || word.isOpened
  }

  // MARK: Within

  private var cuts: [Difference] {
    comparison.differences.filter { difference in
      difference.kind == .leftOut && difference.source.upperBound < comparison.source.count
        && difference.quoted.upperBound < comparison.quoted.count
    }
  }

  /// The beginnings of sentences within the quotation that were left out before a word with a capital letter.
  private var innerFronts: [Substring] {
    cuts.compactMap { cut in
      let next = comparison.source[cut.source.upperBound]
      guard opensSentence(comparison.quoted[cut.quoted.upperBound]),
        !words.source.startsSentence(next.start),
        let start = comparison.source[cut.source].last(where: startsSentence)
      else { return nil }
      return words.source.string(in: TextSpan(start.start..<next.start))[...]
    }
  }

  /// Cuts, without a mark, from the middle of a sentence to the middle of another one, which make one sentence
  /// of both.
  private var joinedSentences: [MeaningChange] {
    cuts.compactMap { cut in
      let left = comparison.source[cut.source]
      guard !comparison.quoted[cut.quoted.upperBound].followsGap, let first = left.first,
        let last = left.last, !words.source.startsSentence(first.start),
        !words.source.startsSentence(comparison.source[cut.source.upperBound].start),
        left.dropFirst().contains(where: startsSentence)
      else { return nil }
      let text = words.source.string(in: TextSpan(first.start..<last.end))
      return MeaningChange(.framing, "two sentences were joined without “\(text.shortened)”")
    }
  }

  /// Whether a word with a capital letter stands behind the end of a sentence, and not behind “Mr.”.
  private func startsSentence(_ word: SourceWord) -> Bool {
    guard words.source.startsSentence(word.start) else { return false }
    let before = words.source.string(in: TextSpan(max(word.start - 16, 0)..<word.start))
    let sign = before.last { !$0.isWhitespace && !"“\"‘'([".contains($0) }
    let letter = words.source.string(in: TextSpan(word.start..<word.end)).first
    guard sign.map({ ".?!".contains($0) }) == true, letter?.isUppercase == true else {
      return false
    }
    let last = before.split { !$0.isLetter && !$0.isNumber }.last
    return last.map { $0.count > 3 || $0.first?.isUppercase != true } ?? true
  }
}
