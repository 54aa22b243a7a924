// What a difference does to the statement: negations, numbers, names, modal verbs, conditions, questions, tenses.

import ArticleModel
import NewsAnalysis

/// Finds the changes that make another statement of what was said.
struct MeaningReading {
  let words: DifferenceWords
  let comparison: Comparison
  private var spoken: SpokenWords { words.lexicon.spoken }

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// The changes, the gravest first.
  var changes: [MeaningChange] {
    var found: [MeaningChange] = []
    for difference in comparison.differences where difference.kind != .none {
      if words.isShortForm(difference, comparison.quoted, comparison.source) { continue }
      found += changes(in: Stretch(difference, self))
    }
    found += questions + ExchangedPlaces(words, comparison).changes
    found += ExchangedSigns(words, comparison).changes
    return found.uniqued().enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }.map(\.element)
  }

  /// The words of a difference, and what they decide.
  fileprivate struct Stretch {
    let said: String
    let written: String
    let saidWords: [String]
    let writtenWords: [String]
    private let ofSaid: [(kind: WordChange.Kind, word: String)]
    private let ofWritten: [(kind: WordChange.Kind, word: String)]
    /// Whether whole sentences were left out, which leave what stands beside them as it was.
    let isWholeSentences: Bool
    /// Whether so little was left out that it only qualified what stands beside it.
    let isQualifier: Bool
    let isCut: Bool

    init(_ difference: Difference, _ reading: MeaningReading) {
      let (words, comparison) = (reading.words, reading.comparison)
      let own = difference.quoted.filter { !comparison.quoted[$0].isWriters }
      let source = comparison.source[difference.source]
      said =
        source.first.map {
          words.source.string(in: TextSpan($0.start..<(source.last?.end ?? $0.end)))
        } ?? ""
      written = own.map { comparison.quoted[$0] }.map {
        words.story.string(in: TextSpan($0.start..<$0.end))
      }.joined(separator: " ")
      saidWords = source.map(words.letters)
      writtenWords = own.map { words.letters(comparison.quoted[$0]) }
      ofSaid = reading.deciding(said, words.source.startsSentence(source.first?.start ?? 0))
      ofWritten = reading.deciding(
        written,
        own.first.map { $0 == 0 || words.story.startsSentence(comparison.quoted[$0].start) }
          ?? false)
      isCut = own.isEmpty
      isQualifier = source.count <= 3
      isWholeSentences =
        isCut && words.source.startsSentence(source.first?.start ?? 0)
        && words.source.endsSentence(source.last?.end ?? 0)
    }

    func said(_ kind: WordChange.Kind) -> [String] { ofSaid.filter { $0.kind == kind }.map(\.word) }

    func written(_ kind: WordChange.Kind) -> [String] {
      ofWritten.filter { $0.kind == kind }.map(\.word)
    }
  }

  /// The words that decide what a text says, with the numbers of the language.
  private func deciding(
    _ text: String, _ startsSentence: Bool
  ) -> [(kind: WordChange.Kind, word: String)] {
    var found = WordMeaning.deciding(in: text, startsSentence: startsSentence)
    if spoken.capitalizesNouns {
      found.removeAll { $0.kind == .name && spoken.numbers[$0.word.lowercased()] != nil }
    }
    for word in text.split(whereSeparator: { !$0.isLetter }).map(String.init)
    where spoken.numbers[word.lowercased()] != nil && !found.contains(where: { $0.word == word }) {
      found.append((.number, word))
    }
    return found
  }

  private func changes(in stretch: Stretch) -> [MeaningChange] {
    if stretch.isWholeSentences { return [] }
    var found = negations(in: stretch)
    for (kind, change, name) in Self.decidingKinds {
      let (said, written) = (stretch.said(kind), stretch.written(kind))
      guard said.map({ $0.lowercased() }) != written.map({ $0.lowercased() }) else { continue }
      if stretch.isCut, kind == .name || kind == .number || !stretch.isQualifier { continue }
      if kind == .name, written.isEmpty || spoken.capitalizesNouns && said.isEmpty { continue }
      let label = kind == .name && spoken.capitalizesNouns ? "a name or noun" : name
      found.append(Self.change(change, label, from: said, to: written))
    }
    let exchanged = WordExchange(stretch.saidWords, stretch.writtenWords, spoken)
    found += exchanged.changes(besidesIndefinites: found.contains { $0.kind == .negation })
    return found + conditions(in: stretch) + tenses(in: stretch)
  }

  private static let decidingKinds: [(WordChange.Kind, MeaningChange.Kind, String)] = [
    (.number, .number, "a number"), (.quantity, .quantity, "a quantity"), (.name, .name, "a name"),
    (.modal, .modal, "a modal verb"),
  ]

  private static func change(
    _ kind: MeaningChange.Kind, _ name: String, from said: [String], to written: [String]
  ) -> MeaningChange {
    let (old, new) = (said.joined(separator: " "), written.joined(separator: " "))
    if written.isEmpty { return MeaningChange(kind, "\(name) was left out: “\(old)”") }
    if said.isEmpty { return MeaningChange(kind, "\(name) was put in: “\(new)”") }
    return MeaningChange(kind, "\(name) was changed: “\(old)” became “\(new)”")
  }

  private func negations(in stretch: Stretch) -> [MeaningChange] {
    let (said, written) = (stretch.said(.negation), stretch.written(.negation))
    if said.count != written.count {
      return [Self.change(.negation, "a negation", from: said, to: written)]
    }
    guard said.isEmpty, !stretch.isCut, !stretch.said.isEmpty,
      WordChange(from: stretch.said, to: stretch.written)?.kinds.contains(.negation) == true
    else { return [] }
    return [Self.change(.negation, "a negation", from: [stretch.said], to: [stretch.written])]
  }

  private func conditions(in stretch: Stretch) -> [MeaningChange] {
    let said = stretch.saidWords.firstIndex(where: spoken.conditions.contains)
    let written = stretch.writtenWords.firstIndex(where: spoken.conditions.contains)
    if let said, written == nil {
      let words = stretch.saidWords[said...].prefix(8).joined(separator: " ")
      return [MeaningChange(.condition, "a condition was left out: “\(words)”")]
    }
    if let written, said == nil {
      let words = stretch.writtenWords[written...].prefix(8).joined(separator: " ")
      return [MeaningChange(.condition, "a condition was put in: “\(words)”")]
    }
    return []
  }

  // MARK: Tenses

  private func tenses(in stretch: Stretch) -> [MeaningChange] {
    guard stretch.saidWords.count == stretch.writtenWords.count else { return [] }
    return zip(stretch.saidWords, stretch.writtenWords).filter { isOtherTense($0, $1) }.map {
      MeaningChange(.tense, "the tense was changed: “\($0)” became “\($1)”")
    }
  }

  private func isOtherTense(_ said: String, _ written: String) -> Bool {
    if spoken.pasts[said] == written || spoken.pasts[written] == said { return true }
    return spoken.tenseEndings.contains { ending in
      let isSaid = isVerb(said, written, ending) || isVerb(written, said, ending)
      return isSaid && ending != "s" && ending != "es"
    }
  }

  /// Whether a word is the stem of another one with an ending: “raise”, “raised”; “plan”, “planned”;
  /// “raises”, “raised”.
  private func isVerb(_ stem: String, _ inflected: String, _ ending: String) -> Bool {
    guard inflected.hasSuffix(ending), stem.count > 2 else { return false }
    let root = String(inflected.dropLast(ending.count))
    if root == stem || root + "e" == stem { return true }
    if stem.hasSuffix("s"),
      root == stem.dropLast() || root + "es" == stem || root + "e" == stem.dropLast()
    {
      return true
    }
    return root.count > 3 && root.dropLast() == stem && root.last == stem.last
  }

  // MARK: Questions

  /// Questions of the source that the quotation states, and the other way round. A fragment of a question
  /// states nothing, nor does one that somebody “asked”.
  private var questions: [MeaningChange] {
    for (place, word) in comparison.quoted.enumerated() where comparison.isSaid[place] {
      guard let partner = comparison.partners[place] else { continue }
      let sign = sign(behind: comparison.source[partner].end, in: words.source)
      if sign == "?", !word.endsQuestion, endsHere(place), isSentence(endingAt: place) {
        return [MeaningChange(.question, "a question became a statement")]
      }
      if word.endsQuestion, sign == "." || sign == "!", place == comparison.quoted.count - 1 {
        return [MeaningChange(.question, "a statement became a question")]
      }
    }
    return []
  }

  /// Whether the quotation goes on behind a word with a new sentence, or not at all.
  private func endsHere(_ place: Int) -> Bool {
    let sign = sign(behind: comparison.quoted[place].end, in: words.story)
    return sign == "." || sign == "!" || place == comparison.quoted.count - 1
  }

  /// Whether the words up to a place begin with a capital letter, as a sentence does, and are not said to be a
  /// question.
  private func isSentence(endingAt place: Int) -> Bool {
    let before = comparison.quoted[..<place].lastIndex { $0.endsSentence }
    let first = comparison.quoted[before.map { $0 + 1 } ?? 0]
    let letter = words.story.string(in: TextSpan(first.start..<first.end)).first
    guard letter?.isUppercase == true || first.isOpened else { return false }
    let end = comparison.quoted[place].end
    let around = words.story.string(in: TextSpan(end..<end + Self.attributionReach))
    return !around.lowercased().split { !$0.isLetter }.prefix(Self.attributionWords)
      .contains { spoken.askingWords.contains(String($0)) }
  }

  private static let (attributionReach, attributionWords) = (80, 6)

  /// The sign that directly follows a place.
  private func sign(behind place: Int, in text: ArticleText) -> Character? {
    text.string(in: TextSpan(place..<place + 1)).first
  }
}
