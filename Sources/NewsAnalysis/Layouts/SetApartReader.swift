// Words that are set apart from the running text and signed: block quotations, posts, letters, dialogues.
//
//   > The port is not a purse.          The levy stays. — Ines Vogt (@inesvogt) March 3, 2026
//   — Hans Brandt, union leader         Sir, The levy is a disgrace. … Hans Brandt, Aldport

import ArticleModel

/// Reads what is set apart in a segment that is no interview.
struct SetApartReader {
  let segment: Segment
  let words: WordTypes
  let stretches: [QuotedStretch]
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]
  let conversation: Conversation

  /// The turns that signatures and dashes tell.
  func turns() -> Turns {
    let signatures = SignatureLine(segment: segment, words: words, persons: persons)
    let hasAccounts = segment.tokens.contains { words[$0].lowerHash == SignatureLine.at }
    var found: [(turn: Turn, paragraphs: [Int])] = []
    var at = 0
    while at < segment.paragraphs.count {
      let next =
        letter(at: at, signatures) ?? (hasAccounts ? post(at: at, signatures) : nil)
        ?? block(at: at, signatures) ?? dialogue(at: at)
      if let next {
        found += next.turns
        at = next.end
      } else {
        at += 1
      }
    }
    return Turns(found, paragraphCount: segment.paragraphs.count)
  }

  private typealias Found = (turns: [(turn: Turn, paragraphs: [Int])], end: Int)

  private func tokens(_ index: Int) -> TokenRange { segment.paragraphs[index].tokens }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  private func signed(
    _ contents: [TokenRange], _ paragraphs: [Int], by signature: SignatureLine.Signature
  ) -> (turn: Turn, paragraphs: [Int]) {
    let turn = Turn(
      source: signature.source, name: signature.isNamed ? nil : signature.person,
      contents: contents, confidence: 0.85)
    return (turn, paragraphs)
  }

  // MARK: Posts

  /// A paragraph that ends with a dash, a name and the name of an account, or one before such a line.
  private func post(at index: Int, _ signatures: SignatureLine) -> Found? {
    let range = tokens(index)
    if let (dash, signature) = signatures.account(in: range), dash > range.lowerBound {
      return ([signed([range.lowerBound..<dash], [index], by: signature)], index + 1)
    }
    guard index + 1 < segment.paragraphs.count,
      let (dash, signature) = signatures.account(in: tokens(index + 1)),
      dash == tokens(index + 1).lowerBound, segment.paragraphs[index].kind.makesStatements
    else { return nil }
    return ([signed([range], [index], by: signature)], index + 2)
  }

  // MARK: Block quotations

  /// Block quotations, or a paragraph in quotation marks, before a line that names who says them.
  private func block(at index: Int, _ signatures: SignatureLine) -> Found? {
    var end = index
    while end < segment.paragraphs.count, segment.paragraphs[end].kind == .blockQuotation,
      end == index || signatures.signature(tokens(end), needsDash: true) == nil
    {
      end += 1
    }
    let isBlock = end > index
    if !isBlock, isWhollyQuoted(tokens(index)) { end = index + 1 }
    guard end > index else { return nil }
    guard end < segment.paragraphs.count,
      let signature = signatures.signature(tokens(end), needsDash: true)
    else { return isBlock ? ([], end) : nil }
    let contents = (index..<end).map { withoutSign(tokens($0)) }.filter { !$0.isEmpty }
    return ([signed(contents, Array(index..<end), by: signature)], end + 1)
  }

  private static let sign = LowercaseHash.of(">")

  /// A line of a quotation in plain text without the sign before it.
  private func withoutSign(_ range: TokenRange) -> TokenRange {
    let first = range.first { type($0).lowerHash != Self.sign } ?? range.upperBound
    return first..<range.upperBound
  }

  private func isWhollyQuoted(_ range: TokenRange) -> Bool {
    let index = stretches.partition { $0.tokens.upperBound > range.lowerBound }
    return index < stretches.count && stretches[index].tokens == range
  }

  // MARK: Letters

  /// A letter has no more paragraphs.
  private static let longestLetter = 40

  /// Paragraphs from a salutation to a signature.
  private func letter(at index: Int, _ signatures: SignatureLine) -> Found? {
    guard var start = salutationEnd(tokens(index)) else { return nil }
    while start < tokens(index).upperBound, segment.tokens[start].kind == .mark { start += 1 }
    var contents = [start..<tokens(index).upperBound].filter { !$0.isEmpty }
    for next in index + 1..<min(index + Self.longestLetter, segment.paragraphs.count + 1) {
      guard next < segment.paragraphs.count, salutationEnd(tokens(next)) == nil else { return nil }
      if isClosing(tokens(next)) { continue }
      if let signature = signatures.signature(tokens(next), needsDash: false) {
        guard !contents.isEmpty else { return nil }
        let paragraphs = (index..<next).filter { !isClosing(tokens($0)) }
        return ([signed(contents, paragraphs, by: signature)], next + 1)
      }
      contents.append(tokens(next))
    }
    return nil
  }

  /// Behind "Sir,", "Dear Editor,", "To the Editor:"; nil when a paragraph begins otherwise.
  private func salutationEnd(_ range: TokenRange) -> Int? {
    let salutations = words.language.layout.salutations
    var seen = false
    for index in range.prefix(6) {
      if salutations.contains(type(index).lowerHash) { seen = true }
      switch type(index).mark {
      case .comma?, .colon?: return seen ? index + 1 : nil
      case .hyphen?, .emDash?, .enDash?: return seen && index > range.lowerBound ? index + 1 : nil
      case .some: return nil
      case nil: continue
      }
    }
    return nil
  }

  /// "Yours faithfully,"
  private func isClosing(_ range: TokenRange) -> Bool {
    guard range.count <= 5, let first = range.first else { return false }
    return words.language.layout.closings.contains(type(first).lowerHash)
  }

  // MARK: Dialogues

  /// So many paragraphs in a row that begin with a dash are a dialogue.
  private static let shortestDialogue = 3

  private func dialogue(at index: Int) -> Found? {
    var end = index
    while end < segment.paragraphs.count, isDashed(tokens(end)) { end += 1 }
    guard end - index >= Self.shortestDialogue, !words.language.opensSpeechWithDash else {
      return nil
    }
    guard isDialogue(index..<end) else { return ([], end) }
    let turns = (index..<end).map { paragraph -> (turn: Turn, paragraphs: [Int]) in
      let content = tokens(paragraph).dropFirst()
      let turn = Turn(voice: voice(of: content), contents: [content], confidence: 0.7)
      return (turn, [paragraph])
    }
    return (turns, end)
  }

  /// Whether dashes open speech rather than items of a list: somebody asks, and somebody says "I" or "you".
  private func isDialogue(_ paragraphs: Range<Int>) -> Bool {
    let addressees = words.language.layout.addressees
    let asks = paragraphs.contains { index in
      tokens(index).last.map { type($0).mark == .question } ?? false
    }
    return asks
      && paragraphs.contains { index in
        tokens(index).contains {
          type($0).roles.contains(.firstPerson) || addressees.contains(type($0).lowerHash)
        }
      }
  }

  private func isDashed(_ range: TokenRange) -> Bool {
    guard range.count > 2, let first = range.first, let last = range.last else { return false }
    return type(first).mark?.isDash == true && segment.tokens[first + 1].isSpaced
      && type(last).mark?.endsSentence == true
  }

  /// In an interview, whoever asks or answers; nobody elsewhere.
  private func voice(of content: TokenRange) -> TurnVoice {
    guard conversation.isInterview, let guest = conversation.guest, let last = content.last else {
      return .nobody
    }
    return type(last).mark == .question ? conversation.host ?? .nobody : guest
  }
}
