// The label before a turn of a conversation.
//
//   Q: Why?      A. Because.      MAYOR VOGT: The levy stays.      Mr. VOGT. I thank the chair.
//   BAN SOO-JIN, CHAIRMAN, COMMISSION ON HARBOURS: …      M.O.: …      Vogt (laughs): …

import ArticleModel

/// Words at the beginning of a paragraph that may tell who speaks in it.
struct TurnLabel {
  /// What a label says about the speaker.
  enum Kind {
    /// Whoever asks.
    case question
    /// Whoever answers.
    case answer
    /// A name, or the word for an office.
    case name
  }

  /// What it says.
  var kind: Kind
  /// Title and name: what is shown as the source of the turn.
  var source: TokenRange
  /// The name without title; empty when the label names an office.
  var name: TokenRange
  /// Where the words of the turn start; the end of the paragraph when the label stands alone.
  var contentStart: Int
  /// Identifies the label, whatever its case.
  var key: UInt64
  /// Whether the name is in capitals.
  var isCapitals: Bool
  /// Whether it has a line of its own and no mark behind it.
  var isLine = false
}

/// Reads labels off the beginnings of paragraphs.
struct TurnLabelReader {
  let segment: Segment
  let words: WordTypes

  /// A label has no more tokens.
  private static let longest = 24
  /// A name without a comma has no more tokens, titles among them.
  private static let longestName = 8

  /// The label at the beginning of a paragraph; nil when there is none.
  func label(of paragraph: TokenRange) -> TurnLabel? {
    let start = labelStart(in: paragraph)
    guard start < paragraph.upperBound, segment.tokens[start].kind == .word,
      type(start).traits.contains(.capitalised)
    else { return nil }
    if let letter = letterLabel(at: start, in: paragraph) { return letter }
    if let end = labelEnd(from: start, in: paragraph) {
      return nameLabel(start..<end, in: paragraph)
    }
    return line(from: start, in: paragraph)
  }

  // MARK: Lines

  /// A name in capitals on a line of its own, above what is said.
  private func line(from start: Int, in paragraph: TokenRange) -> TurnLabel? {
    var end = start
    while end < paragraph.upperBound, end == start || !beginsLine(end) {
      let type = type(end)
      let isPart =
        type.traits.contains(.allCapitals) || type.traits.contains(.abbreviation)
        || type.mark == .hyphen
      guard isPart, end - start < Self.longestName else { return nil }
      end += 1
    }
    let name = name(in: start..<end)
    guard type(start).traits.contains(.allCapitals) || name.lowerBound > start, !name.isEmpty else {
      return nil
    }
    return TurnLabel(
      kind: .name, source: start..<end, name: name, contentStart: end, key: key(of: name),
      isCapitals: true, isLine: true)
  }

  private func beginsLine(_ index: Int) -> Bool {
    let gap = Int(segment.tokens[index - 1].end)..<Int(segment.tokens[index].start)
    return segment.text.withBytes { $0[gap].contains(0x0A) }
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// Behind marks of emphasis and the time of a recording: "**", "[00:12:30]".
  private func labelStart(in paragraph: TokenRange) -> Int {
    var at = paragraph.lowerBound
    while at < min(paragraph.lowerBound + 4, paragraph.upperBound) {
      let mark = type(at).mark
      let isTime = segment.tokens[at].kind == .number && isClock(segment.tokens[at])
      guard isTime || mark == .openBracket || mark == .closeBracket || isEmphasis(at) else {
        return at
      }
      at += 1
    }
    return at
  }

  private func isClock(_ token: Token) -> Bool {
    segment.text.withBytes { $0[token.span.range].contains(UInt8(ascii: ":")) }
  }

  private static let emphasis = WordSet("* ** _ __")

  /// Whether a token is a mark of emphasis, as Markdown has it.
  func isEmphasis(_ index: Int) -> Bool {
    segment.tokens[index].kind == .mark && Self.emphasis.contains(type(index).lowerHash)
  }

  // MARK: Letters

  /// "Q:", "A.", "Question:", "A —".
  private func letterLabel(at start: Int, in paragraph: TokenRange) -> TurnLabel? {
    let layout = words.language.layout
    let hash = type(start).lowerHash
    let isQuestion = layout.questions.contains(hash)
    guard isQuestion || layout.answers.contains(hash) else { return nil }
    var end = start + 1
    if !type(start).traits.contains(.abbreviation) {
      guard end < paragraph.upperBound, let mark = type(end).mark,
        mark == .colon || mark == .period || mark.isDash && segment.tokens[end].isSpaced
      else { return nil }
      end += 1
    }
    return TurnLabel(
      kind: isQuestion ? .question : .answer, source: start..<start + 1, name: start..<start,
      contentStart: contentStart(from: end, in: paragraph), key: isQuestion ? 1 : 2,
      isCapitals: true)
  }

  private func contentStart(from end: Int, in paragraph: TokenRange) -> Int {
    var at = end
    while at < paragraph.upperBound, isEmphasis(at) { at += 1 }
    return at
  }

  // MARK: Names

  /// The colon that ends a label, or the period behind a name in capitals; nil when a sentence begins instead.
  private func labelEnd(from start: Int, in paragraph: TokenRange) -> Int? {
    var (depth, commas) = (0, 0)
    for index in start..<min(start + Self.longest, paragraph.upperBound) {
      let type = type(index)
      switch type.mark {
      case .colon?: if depth == 0 { return index }
      case .comma?: commas += 1
      case .openParenthesis?, .openBracket?: depth += 1
      case .closeParenthesis?, .closeBracket?: depth -= 1
      case .period? where depth == 0: return isCapitalName(start..<index) ? index : nil
      case .hyphen?: continue
      case .enDash?, .emDash?:
        guard index > start, segment.tokens[index].isSpaced else { return nil }
        commas += 1
      case .some: if depth == 0 { return nil }
      case nil:
        if depth == 0, !isPartOfLabel(index, from: start, isApposition: commas > 0) { return nil }
      }
    }
    return nil
  }

  private func isPartOfLabel(_ index: Int, from start: Int, isApposition: Bool) -> Bool {
    if segment.tokens[index].kind == .quotationMark { return false }
    let type = type(index)
    if isEmphasisOrCapital(index, type) || !type.roles.isDisjoint(with: [.nameConnector]) {
      return true
    }
    let isOffice = !type.traits.isDisjoint(with: [.title, .role])
    if isOffice || isApposition {
      return type.traits.isDisjoint(with: [.auxiliary, .pronoun])
        && (isOffice || type.traits.isDisjoint(with: .cueVerb))
    }
    return type.traits.contains(.preposition) && index - start < Self.longestName
  }

  private func isEmphasisOrCapital(_ index: Int, _ type: WordType) -> Bool {
    isEmphasis(index) || type.traits.contains(.capitalised)
      || segment.tokens[index].kind == .number
  }

  /// "Mr. VOGT", "The CHAIRMAN": capitals that a title or an article leads to.
  private func isCapitalName(_ range: TokenRange) -> Bool {
    guard range.count > 1, range.count <= Self.longestName, let first = range.first,
      !type(first).traits.contains(.allCapitals)
    else { return false }
    let isLed =
      type(first).traits.contains(.title) || type(first).roles.contains(.definiteArticle)
    return isLed && type(first + 1).traits.contains(.allCapitals)
  }

  private func nameLabel(_ range: TokenRange, in paragraph: TokenRange) -> TurnLabel? {
    let start = behindRecording(range)
    let end = (start..<range.upperBound).first { index in
      isEmphasis(index) || type(index).mark?.isDash == true
        || [.comma, .openParenthesis, .openBracket].contains(type(index).mark)
    }
    let source = start..<(end ?? range.upperBound)
    guard !source.isEmpty, source.count <= Self.longestName else { return nil }
    let name = name(in: source)
    let keyed = name.isEmpty ? source : name
    let content = contentStart(from: range.upperBound + 1, in: paragraph)
    if content < paragraph.upperBound, content == range.upperBound + 1,
      !segment.tokens[content].isSpaced, segment.tokens[content].kind != .quotationMark
    {
      return nil
    }
    return TurnLabel(
      kind: .name, source: source, name: name, contentStart: content, key: key(of: keyed),
      isCapitals: keyed.contains { type($0).traits.contains(.allCapitals) })
  }

  /// Behind the word for a recording: "SOT – LINDGREN:", "VO — NAME:".
  private func behindRecording(_ label: TokenRange) -> Int {
    let dash = label.lowerBound + 1
    guard label.contains(dash + 1), type(dash).mark?.isDash == true,
      words.language.layout.recordings.contains(type(label.lowerBound).lowerHash)
    else { return label.lowerBound }
    return dash + 1
  }

  /// The words of a label behind its titles.
  private func name(in source: TokenRange) -> TokenRange {
    var start = source.lowerBound
    while start < source.upperBound {
      let type = type(start)
      let isTitle =
        !type.traits.isDisjoint(with: [.title, .role, .determiner, .demonym])
        || type.mark == .hyphen
        || words.language.layout.leaders.contains(type.lowerHash)
      guard isTitle else { break }
      start += 1
    }
    return start..<source.upperBound
  }

  /// Identifies a name by its last word, so that "Ines Vogt:" and "VOGT:" are one.
  private func key(of range: TokenRange) -> UInt64 {
    range.last.map { type($0).lowerHash } ?? 0
  }
}
