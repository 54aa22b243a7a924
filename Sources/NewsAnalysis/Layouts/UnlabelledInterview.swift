// Interviews without labels: questions and answers take turns, and the introduction says who answers.
//
//   And the price of a shower?                      the interviewer
//   “Eleven cents. You never carried water.”        the guest

import ArticleModel

/// Reads the turns of an interview whose questions stand in paragraphs of their own.
struct UnlabelledInterview {
  let segment: Segment
  let words: WordTypes
  let stretches: [QuotedStretch]
  let conversation: Conversation

  /// A question has no more tokens.
  private static let longestQuestion = 120
  /// So many questions with an answer each make an interview.
  private static let fewestQuestions = 2

  /// What a paragraph is.
  private enum Part {
    /// Ends with a question mark, and is not in quotation marks.
    case question
    /// A strong line that ends like a sentence: what the interviewer says without asking.
    case prompt
    /// Stands in quotation marks as a whole.
    case quoted
    case plain
    /// Headings, captions, notes.
    case aside
  }

  /// The turns; none when nobody is known to answer.
  func turns() -> Turns {
    guard let guest = conversation.guest, conversation.isInterview else { return Turns() }
    let parts = segment.paragraphs.indices.map { part(of: $0) }
    guard let first = parts.firstIndex(of: .question) else { return Turns() }
    switch mode(of: parts, from: first) {
    case .quoted:
      return Turns(quotedTurns(parts, from: first, guest), paragraphCount: parts.count)
    case .plain: return Turns(plainTurns(parts, first, guest), paragraphCount: parts.count)
    default: return Turns()
    }
  }

  /// How the answers are set: in quotation marks, or without any and by somebody who says "I"; nil when the
  /// paragraphs do not take turns.
  private func mode(of parts: [Part], from first: Int) -> Part? {
    let spoken = parts.indices.dropFirst(first).filter { parts[$0] != .aside }
    let pairs = zip(spoken, spoken.dropFirst()).filter { parts[$0.0] == .question }
    let quoted = pairs.count { parts[$0.1] == .quoted }
    if quoted >= Self.fewestQuestions {
      return spoken.count { parts[$0] == .quoted } * 5 >= spoken.count * 2 ? .quoted : nil
    }
    let plain = pairs.filter { parts[$0.1] == .plain }.map(\.1)
    let personal = plain.count { isPersonal($0) || isStrong($0 - 1) }
    guard plain.count >= Self.fewestQuestions, pairs.count * 4 >= spoken.count else { return nil }
    return personal * 2 >= plain.count ? .plain : nil
  }

  private func part(of index: Int) -> Part {
    let paragraph = segment.paragraphs[index]
    let range = withoutEmphasis(paragraph.tokens)
    guard paragraph.kind.makesStatements, let last = range.last else { return .aside }
    if isWhollyQuoted(range) { return .quoted }
    if paragraph.kind == .headline { return .aside }
    if StageDirections(segment: segment, words: words).isDirection(range) { return .aside }
    let mark = words[segment.tokens[last]].mark
    if range.count <= Self.longestQuestion, mark == .question || isPrompt(index) {
      return .question
    }
    if EditorialNote(segment: segment, words: words).isNote(range) { return .aside }
    let isSetOff = paragraph.kind.isHeading || isStrong(index)
    if isSetOff, mark?.endsSentence == true { return .prompt }
    return paragraph.kind.isHeading ? .aside : .plain
  }

  private func asks(_ part: Part) -> Bool { part == .question || part == .prompt }

  /// Whether a question is set in strong type, so that what follows up to the next one answers it.
  private func isStrong(_ index: Int) -> Bool {
    let range = segment.paragraphs[index].tokens
    return withoutEmphasis(range).count < range.count
  }

  /// A paragraph without the marks of emphasis around it: "**Why keep the levy?**"
  private func withoutEmphasis(_ range: TokenRange) -> TokenRange {
    let labels = TurnLabelReader(segment: segment, words: words)
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, labels.isEmphasis(start), labels.isEmphasis(end - 1) {
      start += 1
      end -= 1
    }
    return start..<max(start, end)
  }

  /// Whether a paragraph without a question mark asks all the same: it addresses somebody, and a longer one by
  /// somebody who says "I" follows.
  private func isPrompt(_ index: Int) -> Bool {
    guard index + 1 < segment.paragraphs.count else { return false }
    let (own, next) = (segment.paragraphs[index].tokens, segment.paragraphs[index + 1].tokens)
    let addressees = words.language.layout.addressees
    return own.count * 2 <= next.count && isPersonal(index + 1)
      && own.contains { addressees.contains(words[segment.tokens[$0]].lowerHash) }
  }

  private func isWhollyQuoted(_ range: TokenRange) -> Bool {
    let index = stretches.partition { $0.tokens.upperBound > range.lowerBound }
    return index < stretches.count && stretches[index].tokens.lowerBound == range.lowerBound
      && stretches[index].tokens.upperBound >= range.upperBound
  }

  // MARK: Turns

  private func turn(_ indices: [Int], _ voice: TurnVoice?, confidence: Double) -> (
    turn: Turn, paragraphs: [Int]
  ) {
    let directions = StageDirections(segment: segment, words: words)
    let contents = indices.flatMap {
      directions.spoken(in: withoutEmphasis(segment.paragraphs[$0].tokens))
    }
    return (Turn(voice: voice, contents: contents, confidence: confidence), indices)
  }

  private var host: TurnVoice {
    conversation.host
      ?? .described(name: words.language.layout.interviewer, kind: .unnamed)
  }

  /// Answers stand in quotation marks, and everything between them is the interviewer's.
  private func quotedTurns(
    _ parts: [Part], from first: Int, _ guest: TurnVoice
  ) -> [(turn: Turn, paragraphs: [Int])] {
    guard let last = parts.lastIndex(of: .quoted) else { return [] }
    var found: [(turn: Turn, paragraphs: [Int])] = []
    var at = 0
    while at <= last {
      var end = at + 1
      while end <= last, parts[end] == parts[at], parts[at] == .quoted { end += 1 }
      switch parts[at] {
      case .quoted: found.append(turn(Array(at..<end), guest, confidence: 0.9))
      case .question, .plain, .prompt:
        if at >= first { found.append(turn([at], host, confidence: 0.8)) }
      case .aside: break
      }
      at = end
    }
    return found
  }

  /// The paragraph behind a question answers it; what follows before the next question goes on only when it
  /// speaks of the speaker, since it may as well be the interviewer's.
  private func plainTurns(
    _ parts: [Part], _ first: Int, _ guest: TurnVoice
  ) -> [(turn: Turn, paragraphs: [Int])] {
    var found: [(turn: Turn, paragraphs: [Int])] = []
    var at = first
    while at < parts.count {
      guard asks(parts[at]) else {
        at += 1
        continue
      }
      found.append(turn([at], host, confidence: 0.8))
      let answer = answer(to: at, parts)
      at = max(at, answer.last ?? at) + 1
      if !answer.isEmpty { found.append(turn(answer, guest, confidence: 0.8)) }
    }
    return found
  }

  private func answer(to question: Int, _ parts: [Part]) -> [Int] {
    let isStrong = isStrong(question)
    var answer: [Int] = []
    for index in parts.indices.dropFirst(question + 1) where parts[index] != .aside {
      guard !asks(parts[index]), answer.isEmpty || isStrong || isPersonal(index) else { break }
      answer.append(index)
    }
    return answer
  }

  private func isPersonal(_ index: Int) -> Bool {
    segment.paragraphs[index].tokens.contains {
      words[segment.tokens[$0]].roles.contains(.firstPerson)
    }
  }
}
