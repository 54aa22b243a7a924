// Pairs quotation marks; what stands between them may be speech, a title or a scare quote.

import ArticleModel

/// Finds the stretches between quotation marks, paragraph by paragraph.
///
/// Marks inside a stretch (a quotation within a quotation) stay inside it. A stretch that is not closed
/// counts only when the next paragraph opens with a mark again, as quotations over several paragraphs
/// are set.
struct QuotedStretchFinder {
  let segment: Segment
  let words: WordTypes

  /// The stretches of a segment in reading order.
  func stretches() -> [QuotedStretch] {
    var found: [QuotedStretch] = []
    for index in segment.paragraphs.indices {
      addStretches(of: index, to: &found)
    }
    return found
  }

  private func addStretches(of index: Int, to found: inout [QuotedStretch]) {
    let range = segment.paragraphs[index].tokens
    let closers = SingleClosers(of: range, in: self)
    var at = range.lowerBound
    while at < range.upperBound {
      defer { at += 1 }
      guard let mark = mark(at), opens(mark, at, in: range) else { continue }
      let continues = at == range.lowerBound && found.last?.goesOn == true
      let isUnsure = mark.isSingle && at == range.lowerBound && !closers.isSure(after: at)
      if let close = close(of: mark, at, in: range, closers: closers),
        !isUnsure || !paragraphOpens(soonAfter: index, with: mark)
      {
        found.append(QuotedStretch(tokens: at..<close + 1, continues: continues))
        at = close
      } else if goesOn(mark, at, in: range, of: index) {
        found.append(
          QuotedStretch(tokens: at..<range.upperBound, goesOn: true, continues: continues))
        return
      } else if !mark.isSingle {
        return
      }
    }
  }

  private func mark(_ index: Int) -> QuotationMark? {
    let token = segment.tokens[index]
    return token.kind == .quotationMark ? QuotationMark(words[token]) : nil
  }

  // MARK: Opening

  private func opens(_ mark: QuotationMark, _ index: Int, in range: TokenRange) -> Bool {
    guard !mark.closers.isEmpty, index + 1 < range.upperBound else { return false }
    let next = segment.tokens[index + 1]
    switch mark {
    case .straightSingle, .leftSingle:
      return opensWord(index, in: range) && mayBegin(index + 1) && !isElision(index + 1)
    case .straightDouble, .doubledApostrophe:
      return !next.isSpaced || segment.tokens[index].isSpaced && !isMark(index + 1)
        || followsPause(index, in: range)
    case .rightDouble, .rightGuillemet, .rightSingleGuillemet:
      return opensWord(index, in: range) && !next.isSpaced && next.kind != .mark
    default: return true
    }
  }

  /// Behind white space, a bracket or a dash, and directly before a word.
  private func opensWord(_ index: Int, in range: TokenRange) -> Bool {
    guard index + 1 < range.upperBound, !segment.tokens[index + 1].isSpaced else { return false }
    if index == range.lowerBound || segment.tokens[index].isSpaced { return true }
    switch words[segment.tokens[index - 1]].mark {
    case .openParenthesis, .openBracket, .emDash, .enDash, .doubleHyphen: return true
    default: return segment.tokens[index - 1].kind == .quotationMark
    }
  }

  /// What a quotation may begin with: not a mark that ends something.
  private func mayBegin(_ index: Int) -> Bool {
    switch words[segment.tokens[index]].mark {
    case .comma, .period, .colon, .semicolon, .question, .exclamation, .closeParenthesis,
      .closeBracket:
      return false
    default: return true
    }
  }

  /// "’em", "'til", "’90s", "the ’68 crowd": the mark stands for letters or digits that are left out.
  private func isElision(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    if words[token].roles.contains(.elided) { return true }
    guard token.kind == .number else { return false }
    let digits = segment.text[ByteOffset(Int(token.end) - 1)] == UInt8(ascii: "s") ? 3 : 2
    let isInPhrase = index > 1 && segment.tokens[index - 2].kind == .word
    return token.end - token.start == digits && (digits == 3 || isInPhrase)
  }

  /// An apostrophe before or behind letters that have lost others: ’90s, ’n’.
  private func isApostrophe(_ index: Int, in range: TokenRange) -> Bool {
    if opensWord(index, in: range) { return mark(index) == .rightSingle || isElision(index + 1) }
    guard index - 1 > range.lowerBound, isElision(index - 1) else { return false }
    let letter = segment.tokens[index - 1]
    return letter.end - letter.start == 1 && mark(index - 2)?.isSingle == true
  }

  private func isMark(_ index: Int) -> Bool { segment.tokens[index].kind == .mark }

  /// Behind a comma or colon, as in `she said, "We`: a straight mark there opens, wherever blanks stand.
  private func followsPause(_ index: Int, in range: TokenRange) -> Bool {
    guard index > range.lowerBound else { return false }
    let mark = words[segment.tokens[index - 1]].mark
    return mark == .comma || mark == .colon
  }

  // MARK: Closing

  private func close(
    of mark: QuotationMark, _ index: Int, in range: TokenRange, closers: SingleClosers
  ) -> Int? {
    if mark.isSingle { return closers.next(after: index) }
    let wanted = mark.closers
    for at in index + 1..<max(range.upperBound, index + 1) {
      guard let other = self.mark(at) else { continue }
      if wanted.contains(other), closesHere(at, other, in: range) { return at }
      if mark == .straightDouble, other == .leftDouble, endsWord(at, in: range) { return at }
      if other == mark, other == .leftDouble { return nil }
    }
    return nil
  }

  /// A straight mark that stands before a word and behind a space opens rather than closes.
  private func closesHere(_ index: Int, _ mark: QuotationMark, in range: TokenRange) -> Bool {
    guard mark == .straightDouble, segment.tokens[index].isSpaced else { return true }
    return index + 1 >= range.upperBound || segment.tokens[index + 1].isSpaced
  }

  /// Directly behind a word or mark, and before a blank.
  private func endsWord(_ index: Int, in range: TokenRange) -> Bool {
    !segment.tokens[index].isSpaced
      && (index + 1 >= range.upperBound || segment.tokens[index + 1].isSpaced)
  }

  /// Whether a stretch without a closing mark goes on to the end of its paragraph.
  private func goesOn(
    _ mark: QuotationMark, _ at: Int, in range: TokenRange, of index: Int
  ) -> Bool {
    let mayGoOn = !mark.isSingle || at == range.lowerBound || followsPause(at, in: range)
    return mayGoOn && paragraphOpens(soonAfter: index, with: mark)
      || isIntroduced(at, by: mark, range)
  }

  /// Whether the next paragraph, or the one after a caption, opens with the mark again.
  private func paragraphOpens(soonAfter index: Int, with mark: QuotationMark) -> Bool {
    segment.paragraphs[(index + 1)...].prefix(2).contains { paragraph in
      paragraph.tokens.first.map { self.mark($0) == mark } ?? false
    }
  }

  /// A double mark behind "she said," whose closing mark was forgotten: the words go on to the end.
  private func isIntroduced(_ index: Int, by mark: QuotationMark, _ range: TokenRange) -> Bool {
    (mark == .straightDouble || mark == .leftDouble) && followsPause(index, in: range)
      && range.upperBound - index > Self.shortestOpen
      && words[segment.tokens[range.upperBound - 1]].mark?.endsSentence == true
  }

  /// A stretch without a closing mark is at least this long, in tokens.
  private static let shortestOpen = 6

  // MARK: Inside

  /// The stretches between marks inside a stretch: quotations, titles and names within a quotation.
  func stretches(inside stretch: TokenRange) -> [QuotedStretch] {
    guard stretch.count > 2 else { return [] }
    let range = stretch.lowerBound + 1..<stretch.upperBound - 1
    guard range.contains(where: { segment.tokens[$0].kind == .quotationMark }) else { return [] }
    let closers = SingleClosers(of: range, in: self)
    var found: [QuotedStretch] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let mark = mark(at), opens(mark, at, in: range),
        let close = close(of: mark, at, in: range, closers: closers)
      {
        found.append(QuotedStretch(tokens: at..<close + 1))
        at = close
      }
      at += 1
    }
    return found
  }

  // MARK: Single marks

  /// Where single marks may close, from the paragraph's end backwards, so that asking costs nothing.
  fileprivate struct SingleClosers {
    private let start: Int
    /// For each token, the next closing mark after it; -1 when there is none.
    private var following: [Int32] = []
    /// For each token, whether that mark can be nothing else.
    private var isCertain: [Bool] = []

    init(of range: TokenRange, in finder: QuotedStretchFinder) {
      start = range.lowerBound
      guard range.contains(where: { finder.mark($0)?.isSingle == true }) else { return }
      following = [Int32](repeating: -1, count: range.count)
      isCertain = [Bool](repeating: false, count: range.count)
      var (sure, likely) = (Int32(-1), Int32(-1))
      for at in range.reversed() {
        following[at - start] = sure >= 0 ? sure : likely
        isCertain[at - start] = sure >= 0
        guard let mark = finder.mark(at), mark.isSingle, !finder.isApostrophe(at, in: range) else {
          continue
        }
        if mark == .leftSingle || finder.opensWord(at, in: range) {
          (sure, likely) = (-1, -1)
        } else if finder.isMark(max(at - 1, range.lowerBound)) {
          (sure, likely) = (Int32(at), -1)
        } else if sure < 0 || !finder.endsPluralPossessive(at) {
          likely = Int32(at)
          sure = finder.endsPluralPossessive(at) ? sure : Int32(at)
        }
      }
    }

    func next(after index: Int) -> Int? {
      guard !following.isEmpty, following[index - start] >= 0 else { return nil }
      return Int(following[index - start])
    }

    /// Whether the next closing mark after a token is more than the apostrophe of a plural.
    func isSure(after index: Int) -> Bool { !isCertain.isEmpty && isCertain[index - start] }
  }

  /// "the ministers' plan": an s before the mark and a word after it.
  private func endsPluralPossessive(_ index: Int) -> Bool {
    guard index > 0, index + 1 < segment.tokens.count else { return false }
    let before = segment.tokens[index - 1]
    let last = segment.text[ByteOffset(Int(before.end) - 1)]
    return last == UInt8(ascii: "s") && segment.tokens[index + 1].kind == .word
  }
}
