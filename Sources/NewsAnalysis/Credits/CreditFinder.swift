// Finds credits: words that say who made the article or the picture, and not what happened.
//
//   By Ana Reis                                     a block of that kind
//   Reporting by Paul Novak; editing by Susan Heath  a line that has the form
//   The quay on Monday. Photo: Jane Roe/Reuters      the end of a caption
//   Home | World | Berlin                            words that all lead elsewhere: an entry of a menu

import ArticleModel

/// A stretch of a segment that is a credit.
struct Credit {
  var tokens: TokenRange
  /// Whether no place in it is a place of the article either: it has the name of a picture's maker, or
  /// of another page.
  var hidesPlaces: Bool
}

extension [Credit] {
  /// The first credit that shares a token with a range; credits are in reading order.
  func touching(_ range: TokenRange) -> Credit? {
    let index = partition { $0.tokens.upperBound > range.lowerBound }
    return index < count && self[index].tokens.overlaps(range) ? self[index] : nil
  }
}

/// Finds the credits of a segment.
struct CreditFinder {
  let segment: Segment
  let words: WordTypes
  let links: ArticleStructure

  /// Lines with more words are none of credits alone.
  private static let longestLine = 60
  /// The end of a caption that is a credit has no more words.
  private static let longestTail = 16

  private var language: CreditWords { words.language.credits }

  /// All of them, in reading order.
  func credits() -> [Credit] { segment.paragraphs.flatMap(credits) }

  private func credits(in paragraph: Segment.Paragraph) -> [Credit] {
    let tokens = paragraph.tokens
    if paragraph.kind.isCredit { return [Credit(tokens: tokens, hidesPlaces: false)] }
    if isMenuEntry(paragraph) { return [Credit(tokens: tokens, hidesPlaces: true)] }
    if paragraph.kind == .caption { return captionCredits(in: tokens) }
    if paragraph.kind.isHeading { return [] }
    let lines = paragraph.sentences.map { segment.sentences[$0].tokens }
    return lines.filter { isCreditLine($0) || isContribution($0) }.map {
      Credit(tokens: $0, hidesPlaces: false)
    }
  }

  // MARK: Lines

  /// "Reporting by …; editing by …", "(Photographs by …)", "By … in Berlin": a work and its maker, and
  /// nothing but names and small words around.
  private func isCreditLine(_ line: TokenRange) -> Bool {
    guard line.count > 1, line.count <= Self.longestLine,
      let binder = line.prefix(6).first(where: { isBinder($0) }), binder + 1 < line.upperBound,
      isCapitalised(binder + 1), line.allSatisfy(isCreditLike)
    else { return false }
    let head = line.lowerBound..<binder
    if head.allSatisfy({ segment.tokens[$0].kind == .mark }) { return !endsSentence(line) }
    return head.contains(where: isWork)
  }

  /// "Jane Roe in Berlin contributed to this report."
  private func isContribution(_ line: TokenRange) -> Bool {
    guard line.count <= Self.longestLine,
      let verb = line.first(where: { language.contributions.contains(hash($0)) })
    else { return false }
    func isContributed(_ index: Int) -> Bool {
      line.contains(index) && language.contributed.contains(hash(index))
    }
    if isContributed(verb + 1) { return true }
    guard isContributed(verb + 3) else { return false }
    let roles = words[segment.tokens[verb + 2]].roles
    return roles.contains(.definite) && !roles.contains(.definiteArticle)
  }

  private func endsSentence(_ line: TokenRange) -> Bool {
    line.last.map { words[segment.tokens[$0]].mark == .period } ?? false
  }

  // MARK: Captions

  /// What stands at the end of a caption, or in it between brackets.
  private func captionCredits(in caption: TokenRange) -> [Credit] {
    var credits: [Credit] = []
    var at = caption.lowerBound
    while at < caption.upperBound {
      if let end = credit(at: at, in: caption) {
        credits.append(Credit(tokens: at..<end, hidesPlaces: true))
        at = end
      } else {
        at += 1
      }
    }
    return credits
  }

  /// Where a credit ends that begins at a token; nil when none does.
  private func credit(at start: Int, in caption: TokenRange) -> Int? {
    let end = stretchEnd(from: start, in: caption)
    let stretch = start..<end
    guard stretch.count <= Self.longestTail, begins(start, in: caption) || isDistributed(stretch),
      stretch.allSatisfy(isCreditLike), hasSign(of: stretch)
    else { return nil }
    return end
  }

  /// Where the words from a token on end: at a bracket, at the end of a sentence, of the caption. No
  /// further is looked than a credit may reach.
  private func stretchEnd(from start: Int, in caption: TokenRange) -> Int {
    let limit = Swift.min(caption.upperBound, start + Self.longestTail + 1)
    for index in start..<limit {
      switch words[segment.tokens[index]].mark {
      case .closeParenthesis, .closeBracket, .period, .question, .exclamation: return index + 1
      case .openParenthesis,
        .openBracket where index > start:
        return index
      default: continue
      }
    }
    return limit
  }

  /// Whether a token is the first of a caption, or stands behind a sentence, a bracket or a dash.
  private func begins(_ index: Int, in caption: TokenRange) -> Bool {
    guard index > caption.lowerBound else { return true }
    let previous = words[segment.tokens[index - 1]]
    if let mark = previous.mark {
      return mark.endsSentence || mark.isDash || mark == .closeParenthesis || mark == .closeBracket
    }
    switch words[segment.tokens[index]].mark {
    case .openParenthesis, .openBracket: return true
    default:
      let isAgency = language.agencies.contains(hash(index)) && index + 1 < caption.upperBound
      return isWork(index) || isAgency && isSlash(index + 1)
        || isSlash(index - 1) && segment.tokens[index].isSpaced
    }
  }

  /// "Jane Roe/Reuters" or "Jane Roe via Getty Images" without any mark before: two names, a slash or a
  /// small word, and who distributes it.
  private func isDistributed(_ stretch: TokenRange) -> Bool {
    let join = stretch.lowerBound + 2
    guard join + 1 < stretch.upperBound, language.agencies.contains(hash(join + 1)) else {
      return false
    }
    return (isSlash(join) || language.links.contains(hash(join)))
      && (stretch.lowerBound..<join).allSatisfy(isCapitalised)
  }

  /// An agency, a slash or a copyright sign; or a work with its maker: "Photo: Jane Roe".
  private func hasSign(of stretch: TokenRange) -> Bool {
    if stretch.contains(where: {
      isSlash($0) || isCopyright($0) || language.agencies.contains(hash($0))
    }) {
      return true
    }
    guard let work = stretch.first(where: isWork), work + 1 < stretch.upperBound else {
      return false
    }
    return isBinder(work + 1)
  }

  // MARK: Menus

  /// Whether all of a block's words lead to other documents, and are no sentence.
  private func isMenuEntry(_ paragraph: Segment.Paragraph) -> Bool {
    guard [.paragraph, .listItem, .tableRow].contains(paragraph.kind),
      paragraph.tokens.count <= Self.longestLine
    else { return false }
    let linked = links.links(in: segment.span(of: paragraph.tokens))
    if linked.isEmpty || endsSentence(paragraph.tokens) { return false }
    return paragraph.tokens.allSatisfy { index in
      segment.tokens[index].kind == .mark
        || linked.contains { $0.span.overlaps(segment.tokens[index].span) }
    }
  }

  // MARK: Words

  private func hash(_ index: Int) -> UInt64 { words[segment.tokens[index]].lowerHash }
  private func isBinder(_ index: Int) -> Bool { language.binders.contains(hash(index)) }
  private func isWork(_ index: Int) -> Bool { language.works.contains(hash(index)) }
  private func isCapitalised(_ index: Int) -> Bool {
    words[segment.tokens[index]].traits.contains(.capitalised)
  }

  private static let slash = LowercaseHash.of("/")
  private static let bar = LowercaseHash.of("|")
  private static let copyright = LowercaseHash.of("©")
  private func isSlash(_ index: Int) -> Bool {
    hash(index) == Self.slash || hash(index) == Self.bar
  }
  private func isCopyright(_ index: Int) -> Bool { hash(index) == Self.copyright }

  /// Whether a token may stand in a credit: names, marks, and the words of credits.
  private func isCreditLike(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    if token.kind != .word { return token.kind != .quotationMark }
    return isCapitalised(index) || isWork(index) || language.links.contains(hash(index))
      || language.agencies.contains(hash(index))
  }
}
