// What lines are that stand together between blank ones: a paragraph wrapped by hand, verse, a list, a table, or
// the lines above an article.

import ArticleModel

/// Makes blocks of lines.
struct StanzaShape {
  let text: ArticleText
  let lines: [StanzaLine]
  /// How long the lines of the text are where they are full.
  let wrapWidth: WrapWidth

  /// Lines of prose are at least so long.
  private static let shortestProse = 40

  private init(text: ArticleText, lines: [StanzaLine], wrapWidth: WrapWidth) {
    self.text = text
    self.lines = lines
    self.wrapWidth = wrapWidth
  }

  /// The blocks of lines that stand together. A line that stands alone needs no other look.
  static func blocks(of span: TextSpan, in text: ArticleText, wrappedAt width: WrapWidth) -> [Block]
  {
    let isPlainLine = text.withBytes { bytes in
      let lines = bytes[span.range]
      return !lines.contains(0x0A) && !StanzaLine.mayBeginWithSign(lines)
    }
    if isPlainLine { return [block(of: text.trimmed(span), in: text)] }
    let lines = StanzaLine.lines(of: span, in: text)
    return StanzaShape(text: text, lines: lines, wrapWidth: width).blocks
  }

  var blocks: [Block] {
    if lines.allSatisfy(\.isQuoted) { return [verbatim(lines, as: .blockQuotation)] }
    guard lines.count > 1 else { return lines.map { line($0) } }
    if lines.contains(where: \.isQuoted) { return runs.flatMap(\.blocks) }
    if isList { return items }
    if isConversation { return turns }
    if isTable || isCode { return [verbatim(lines, as: .paragraph)] }
    if isProse || isBroken { return paragraphs }
    let hasCredit = lines.contains { isLabelled($0) }
    if hasCredit || isTop && !isVerse { return lines.map { line($0) } }
    return [verbatim(lines, as: .paragraph)]
  }

  // MARK: What they are

  /// The lines that quote a mail, and those around them, apart.
  private var runs: [StanzaShape] {
    var (runs, start) = ([StanzaShape](), 0)
    for index in 1...lines.count
    where index == lines.count || lines[index].isQuoted != lines[start].isQuoted {
      runs.append(StanzaShape(text: text, lines: Array(lines[start..<index]), wrapWidth: wrapWidth))
      start = index
    }
    return runs
  }

  /// Whether the lines are full: the next word would not have fitted. That is always so in what a program
  /// has wrapped, and seldom in verse.
  private var isProse: Bool {
    let widest = lines.map(\.length).max() ?? 0
    let full = wrapWidth.characters
    guard widest >= Self.shortestProse, widest * 10 >= full * 6, !isVerse else { return false }
    let limit = lines.count > 2 ? widest : max(widest, full * 85 / 100)
    let filled = zip(lines, lines.dropFirst()).count { $0.isFull(before: $1, limit: limit) }
    return filled * 4 >= (lines.count - 1) * 3
  }

  /// Whether a long line breaks off within a sentence, which goes on in the next one, wherever lines end.
  private var isBroken: Bool {
    let last = lines[lines.count - 1]
    guard lines[0].length >= Self.shortestProse, !lines[0].endsSentence, !isVerse,
      last.endsSentence || !isTop
    else { return false }
    return lines.dropFirst().contains { !$0.beginsWithCapital }
  }

  /// Whether every line begins with a capital, and none is long.
  private var isVerse: Bool {
    guard lines.count > 3 else { return false }
    let length = lines.reduce(0) { $0 + $1.length } / lines.count
    return length < 55 && lines.count { $0.beginsWithCapital } * 10 >= lines.count * 9
  }

  private var isList: Bool {
    lines[0].sign != nil
      && (lines.count < 3 || lines.count { $0.sign != nil } > 1
        || !lines[1].isIndentedLess(than: lines[0]))
  }

  /// Whether lines begin with who speaks in them, each behind the end of a sentence.
  private var isConversation: Bool {
    guard lines[0].hasLabel, lines.count(where: \.hasLabel) > 1 else { return false }
    return zip(lines, lines.dropFirst()).allSatisfy { !$1.hasLabel || $0.endsSentence }
  }

  private var isTable: Bool { lines.count { $0.hasColumns } * 2 > lines.count }

  /// Whether lines begin in many columns.
  private var isCode: Bool {
    lines.count > 3 && Set(lines.map(\.indent)).count * 2 > lines.count
  }

  /// Whether nothing stands before them.
  private var isTop: Bool {
    text.trimmed(TextSpan(.zero, lines[0].span.start)).isEmpty
  }

  private func isLabelled(_ line: StanzaLine) -> Bool {
    let kind = PlainTextKinds(text: text, span: line.span).kind
    return kind == .caption || kind.isCredit
  }

  // MARK: Blocks

  /// The block of a line that stands alone.
  private func line(_ line: StanzaLine) -> Block {
    if let sign = line.sign { return item(line.span, sign) }
    return Self.block(of: line.span, in: text)
  }

  private static func block(of span: TextSpan, in text: ArticleText) -> Block {
    Block(span: span, kind: PlainTextKinds(text: text, span: span).kind)
  }

  private func verbatim(_ lines: [StanzaLine], as kind: Block.Kind) -> Block {
    // Columns stay below one another when the first line keeps its indent.
    let start = isTable || isCode ? lines[0].start : lines[0].span.start
    var block = Block(span: TextSpan(start, lines[lines.count - 1].span.end), kind: kind)
    block.keepsLines = true
    return block
  }

  /// The paragraphs of full lines: a line that ends early with a sentence ends one, and so does an indent.
  private var paragraphs: [Block] {
    let widest = lines.map(\.length).max() ?? 0
    let least = lines.map(\.indent).min() ?? 0
    var blocks: [Block] = []
    var start = 0
    for index in lines.indices {
      let isLast = index == lines.count - 1
      let endsEarly =
        !isLast && !lines[index].isFull(before: lines[index + 1], limit: widest * 8 / 10)
      let isIndented =
        !isLast && lines[index + 1].indent >= least + 2 && lines[index].indent < least + 2
      let isBreak =
        (endsEarly || isIndented) && (lines[index].endsSentence || index == 0 && isTop)
      guard isLast || isBreak else { continue }
      let span = TextSpan(lines[start].span.start, lines[index].span.end)
      blocks.append(Self.block(of: span, in: text))
      start = index + 1
    }
    return blocks
  }

  /// What each speaker says, with the lines that go on in it.
  private var turns: [Block] {
    let starts = lines.indices.filter { lines[$0].hasLabel }
    return starts.indices.map { number in
      let next = number + 1 < starts.count ? starts[number + 1] : lines.count
      return Block(
        span: TextSpan(lines[starts[number]].span.start, lines[next - 1].span.end),
        kind: .speakerTurn)
    }
  }

  /// The items of a list, each with the lines that go on in it.
  private var items: [Block] {
    let starts = lines.indices.filter { lines[$0].sign != nil }
    return starts.indices.compactMap { number in
      let (first, next) = (
        starts[number], number + 1 < starts.count ? starts[number + 1] : lines.count
      )
      return lines[first].sign.map { sign in
        item(TextSpan(lines[first].span.start, lines[next - 1].span.end), sign)
      }
    }
  }

  /// An item; its sign is shown, but no part of its words.
  private func item(_ span: TextSpan, _ sign: StanzaLine.Sign) -> Block {
    Block(
      span: TextSpan(span.start + sign.length, span.end), kind: .listItem, sign: sign.sign)
  }
}
