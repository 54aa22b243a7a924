// What the beginning of a sentence does to the words behind it: conditions, denials, quantities, doubts, and what
// others say. “I think”, “Honestly,” and “But” do nothing.

import ArticleModel
import NewsAnalysis

/// The words with which a sentence of a source begins before those that a story quotes.
struct CutFront {
  private let lexicon: SpeechLexicon
  private let head: Substring
  /// The words behind the last comma, in small letters.
  private let tokens: [String]
  private let clause: Substring
  /// Whether a comma stands before the quoted words.
  private let isSetOff: Bool
  private var fronts: FrontWords { lexicon.spoken.fronts }

  init(_ head: Substring, _ lexicon: SpeechLexicon) {
    self.lexicon = lexicon
    self.head = head.trimmedBlanks
    isSetOff = self.head.last.map { ",–—".contains($0) } ?? false
    let inner = isSetOff ? self.head.dropLast().trimmedBlanks : self.head
    let comma = inner.lastIndex { ",–—".contains($0) }
    clause = (comma.map { inner[inner.index(after: $0)...] } ?? inner).trimmedBlanks
    tokens = clause.plainWords
  }

  /// The condition that it is, as far as it is to be shown.
  var condition: String? {
    let words = head.plainWords.drop(while: lexicon.spoken.joints.contains)
    guard Conditions(lexicon).open(Array(words)),
      !fronts.politeConditions.contains(where: words.starts)
    else { return nil }
    if !isSetOff, tokens.last.map(lexicon.spoken.joints.contains) ?? true { return nil }
    return String(head).shortened
  }

  /// The words that deny what follows: “I don’t think that”.
  var denial: String? {
    guard !isSetOff, !isJoint else { return nil }
    let near = clause.split(whereSeparator: \.isWhitespace).suffix(Self.denialReach)
    let words = near.joined(separator: " ")
    let denies = WordMeaning.deciding(in: words, startsSentence: true).contains {
      $0.kind == .negation
    }
    return denies && !affirms ? words : nil
  }

  /// The change that leaving out a quantity, a doubt or somebody else's voice is; nil when none of them stands
  /// there.
  /// - Parameter narrators: words for the story's speaker, when the source may report what they said.
  func change(narrators: Set<String>) -> MeaningChange? {
    guard let last = tokens.last, !isJoint, !affirms else { return nil }
    if fronts.doubtingAdverbs.contains(last) {
      return MeaningChange(.modal, "“\(last)” was cut off")
    }
    guard !isSetOff else { return nil }
    if isRestriction {
      return MeaningChange(.quantity, "a restriction was cut off: “\(String(clause).shortened)”")
    }
    guard isDoubt || isSupposition || isReport(besides: narrators) else { return nil }
    return MeaningChange(
      .framing, "what frames the statement was cut off: “\(String(clause).shortened)”")
  }

  private var affirms: Bool { fronts.affirmations.contains(where: tokens.hasRun) }

  private var isJoint: Bool { tokens.last.map(lexicon.spoken.joints.contains) ?? true }

  /// A negation further back than this many words denies something else.
  private static let denialReach = 6

  // MARK: Quantities

  private var isRestriction: Bool {
    guard let last = tokens.last else { return false }
    if fronts.restrictions.contains(last) { return true }
    if fronts.restrictionPhrases.contains(where: { tokens.suffix($0.count).elementsEqual($0) }) {
      return true
    }
    guard fronts.partitives.contains(last) else { return false }
    return tokens.dropLast().suffix(Self.partitiveReach).contains { word in
      fronts.restrictions.contains(word) || lexicon.spoken.numbers[word] != nil
        || word.first?.isNumber == true
    }
  }

  /// So many words before “of” may hold the quantity: “only the oldest of”.
  private static let partitiveReach = 3

  // MARK: Doubts and other voices

  /// The clause without “that” at its end.
  private var statement: ArraySlice<String> {
    tokens.last.map(fronts.clauseJoints.contains) == true ? tokens.dropLast() : tokens[...]
  }

  private var isDoubt: Bool {
    guard let last = statement.last else { return false }
    if fronts.doubts.contains(last) { return true }
    let isJoined = statement.count < tokens.count
    if fronts.reports.contains(last) {
      return statement.suffix(Self.reportReach + 2).contains(where: fronts.doubts.contains)
    }
    return isJoined && statement.suffix(Self.reportReach).contains(where: fronts.doubts.contains)
  }

  private var isSupposition: Bool {
    guard let first = statement.first, let last = statement.last, statement.count <= 3 else {
      return false
    }
    return fronts.suppositions.contains(last) && !fronts.ownVoice.contains(first)
  }

  /// Whether somebody else is said to say what follows.
  private func isReport(besides narrators: Set<String>) -> Bool {
    guard let verb = statement.lastIndex(where: fronts.reports.contains),
      verb > statement.startIndex, statement.endIndex - verb <= Self.reportReach
    else { return false }
    let isJoined = statement.count < tokens.count
    guard isJoined || statement.endIndex - verb <= 2 else { return false }
    return !statement[..<verb].contains { fronts.ownVoice.contains($0) || narrators.contains($0) }
  }

  /// A verb is followed by no more than two words for whom it speaks to.
  private static let reportReach = 3
}

/// Tells conditions by how they begin.
struct Conditions {
  private let spoken: SpokenWords

  init(_ lexicon: SpeechLexicon) { spoken = lexicon.spoken }

  /// Whether words in small letters begin with “if” or the like, or with “only if”.
  func open(_ words: [String]) -> Bool {
    guard let word = words.first else { return false }
    if spoken.provisos.contains(word) { return true }
    if spoken.provisoPhrases.contains(where: words.starts) { return true }
    return words.count > 1 && spoken.conditions.contains(word) && spoken.provisos.contains(words[1])
  }
}

extension Substring {
  /// The words in small letters, with the apostrophe of typewriters.
  var plainWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber && !"'’-".contains($0) }
      .map { String($0.map { $0 == "’" ? "'" : $0 }) }
  }

  fileprivate var trimmedBlanks: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// The first ten words on one line, without a comma at the end.
  var shortened: String {
    let all = split(whereSeparator: \.isWhitespace)
    let words = all.prefix(10).joined(separator: " ")
    return all.count > 10 ? words + " …" : words.hasSuffix(",") ? String(words.dropLast()) : words
  }
}

extension [String] {
  /// Whether words stand together somewhere in these.
  fileprivate func hasRun(_ words: [String]) -> Bool {
    indices.contains { self[$0...].starts(with: words) }
  }
}
