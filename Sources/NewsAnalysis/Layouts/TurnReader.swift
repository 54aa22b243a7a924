// Finds the turns of a segment that labels tell, from the evidence of several of them: one line "NAME: words"
// alone is a headline or an item of a list.

import ArticleModel

/// Reads the turns of interviews and transcripts with labels.
struct TurnReader {
  let segment: Segment
  let words: WordTypes
  let vocabulary: NameVocabulary
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]
  /// Who talked to whom.
  let conversation: Conversation

  /// A paragraph of one segment with its label.
  private typealias Labelled = (paragraph: Int, label: TurnLabel)

  /// The turns; none when the labels are no evidence of a conversation.
  func turns() -> Turns {
    let labelled = labels()
    guard labelled.count > 1 else { return Turns() }
    let known = KnownSpeakers(of: labelled.map(\.label), in: self)
    let accepted = accepted(labelled, known)
    guard accepted.count > 1 else { return Turns() }
    return Turns(turns(accepted, known), paragraphCount: segment.paragraphs.count)
  }

  /// Labels; names on lines of their own only where what is below them is in the first person, since headings
  /// look alike.
  private func labels() -> [Labelled] {
    let all = labelled()
    let lines = all.filter(\.label.isLine)
    if lines.isEmpty { return all }
    let personal = lines.count { line in
      let own = segment.paragraphs[line.paragraph].tokens
      if line.label.contentStart < own.upperBound {
        return isPersonal(line.label.contentStart..<own.upperBound)
      }
      let next = line.paragraph + 1
      return next < segment.paragraphs.count && isPersonal(segment.paragraphs[next].tokens)
    }
    let isScript = Set(lines.map(\.label.key)).count > 1 && personal * 2 >= lines.count
    return isScript ? all : all.filter { !$0.label.isLine }
  }

  private func labelled() -> [Labelled] {
    let reader = TurnLabelReader(segment: segment, words: words)
    return segment.paragraphs.enumerated().compactMap { index, paragraph in
      guard paragraph.kind.makesStatements, paragraph.kind != .headline else { return nil }
      return reader.label(of: paragraph.tokens).flatMap { label in
        isInCapitals(TokenRange(from: label.contentStart, to: paragraph.tokens.upperBound))
          ? nil : (index, label)
      }
    }
  }

  /// Whether words go on in capitals, as headings do.
  private func isInCapitals(_ content: TokenRange) -> Bool {
    let first = content.prefix(3).filter { segment.tokens[$0].kind == .word }
    return first.count > 1
      && first.allSatisfy { words[segment.tokens[$0]].traits.contains(.allCapitals) }
  }

  // MARK: Evidence

  private func accepted(_ labelled: [Labelled], _ known: KnownSpeakers) -> [Labelled] {
    let letters = labelled.filter { $0.label.kind != .name }
    let kinds = Set(letters.map(\.label.key))
    let isInterview =
      (kinds.count > 1 || letters.count > 2 && conversation.guest != nil) && mayBeInterview(letters)
    let named = labelled.filter { $0.label.kind == .name }
    let counts = Dictionary(named.map { ($0.label.key, 1) }, uniquingKeysWith: +)
    let likely = named.filter { known.isName($0.label) || counts[$0.label.key, default: 0] > 1 }
    let isTranscript = likely.contains { known.isName($0.label) } && isTranscript(likely)
    guard isTranscript || isInterview else { return [] }
    let others = isTranscript ? named.filter { mayJoin($0, likely) } : []
    // Reporters at a press briefing: "Q:" between the names of those who answer.
    let questions = letters.filter { $0.label.kind == .question }
    return (likely + others + (isInterview ? letters : questions))
      .sorted { $0.paragraph < $1.paragraph }
  }

  /// Whether a name in capitals, of words that may also be none ("BAN SOO-JIN"), joins a conversation of others.
  private func mayJoin(_ item: Labelled, _ likely: [Labelled]) -> Bool {
    item.label.isCapitals && item.label.name.count > 1 && endsLikeSpeech(item)
      && !likely.contains { $0.paragraph == item.paragraph }
  }

  /// Whether somebody answers: a person is known to, or the answers say "I" and "we". What an outlet asks and
  /// answers itself is no conversation.
  private func mayBeInterview(_ letters: [Labelled]) -> Bool {
    if conversation.guest != nil { return true }
    let answers = letters.filter { $0.label.kind == .answer }
    let personal = answers.count { answer in
      let end = segment.paragraphs[answer.paragraph].tokens.upperBound
      return isPersonal(TokenRange(from: answer.label.contentStart, to: end))
    }
    return personal * 2 >= answers.count
  }

  /// Whether words speak of the speaker: "I", "we".
  private func isPersonal(_ range: TokenRange) -> Bool {
    range.contains(where: isFirstPerson)
  }

  private func isFirstPerson(_ index: Int) -> Bool {
    words[segment.tokens[index]].roles.contains(.firstPerson)
  }

  /// Whether names before paragraphs make a conversation: at least two speakers, who follow each other and
  /// speak in sentences.
  private func isTranscript(_ named: [Labelled]) -> Bool {
    guard Set(named.map(\.label.key)).count > 1 else { return false }
    let spoken = named.count { endsLikeSpeech($0) }
    guard spoken * 3 >= named.count * 2 else { return false }
    return zip(named, named.dropFirst()).contains { one, next in
      next.paragraph - one.paragraph <= 2 && next.label.key != one.label.key
    }
  }

  private func endsLikeSpeech(_ item: Labelled) -> Bool {
    let range = segment.paragraphs[item.paragraph].tokens
    if item.label.contentStart >= range.upperBound { return true }
    guard
      let last = range.last(where: {
        segment.tokens[$0].kind != .quotationMark
          && ![.closeParenthesis, .closeBracket].contains(words[segment.tokens[$0]].mark)
      })
    else { return false }
    let mark = words[segment.tokens[last]].mark
    return mark?.endsSentence == true || mark?.isDash == true
  }

  // MARK: Turns

  private func turns(
    _ accepted: [Labelled], _ known: KnownSpeakers
  ) -> [(turn: Turn, paragraphs: [Int])] {
    let isInterview =
      conversation.guest != nil || accepted.contains { $0.label.kind == .answer }
    return accepted.indices.map { number in
      let (first, label) = accepted[number]
      let isLast = number + 1 == accepted.count
      let limit = isLast ? segment.paragraphs.count : accepted[number + 1].paragraph
      let directions = StageDirections(segment: segment, words: words)
      let own = segment.paragraphs[first].tokens
      var paragraphs = [first]
      var contents = directions.spoken(in: TokenRange(from: label.contentStart, to: own.upperBound))
      let narration = Narration(segment: segment, words: words, speaker: surname(of: label))
      for index in first + 1..<max(limit, first + 1) {
        let paragraph = segment.paragraphs[index]
        if isAside(paragraph, directions) { continue }
        guard !narration.names(paragraph.tokens),
          goesOn(paragraph, isLast: isLast && !contents.isEmpty, known)
        else { break }
        paragraphs.append(index)
        contents += directions.spoken(in: paragraph.tokens)
      }
      return (turn(label, contents, known, isInterview: isInterview), paragraphs)
    }
  }

  private func turn(
    _ label: TurnLabel, _ contents: [TokenRange], _ known: KnownSpeakers, isInterview: Bool
  ) -> Turn {
    var turn = Turn(source: label.source, contents: contents)
    switch label.kind {
    case .question: turn.voice = conversation.host ?? (isInterview ? interviewer : .nobody)
    case .answer: turn.voice = conversation.guest ?? .nobody
    case .name:
      turn.voice = known.voice(of: label)
      if turn.voice == nil { turn.name = known.personName(of: label) }
    }
    return turn
  }

  private var interviewer: TurnVoice {
    .described(name: words.language.layout.interviewer, kind: .unnamed)
  }

  /// A heading, a caption, a stage direction: nobody says it, and the turn goes on behind it.
  private func isAside(_ paragraph: Segment.Paragraph, _ directions: StageDirections) -> Bool {
    if !paragraph.kind.makesStatements || directions.isDirection(paragraph.tokens) { return true }
    return paragraph.kind.isHeading
      && paragraph.tokens.last.map { words[segment.tokens[$0]].mark?.endsSentence != true } ?? true
  }

  /// Whether a paragraph without a label belongs to the turn before it. Behind the last label it must speak of
  /// the speaker; between labels it does unless it tells what speakers did.
  private func goesOn(
    _ paragraph: Segment.Paragraph, isLast: Bool, _ known: KnownSpeakers
  ) -> Bool {
    if EditorialNote(segment: segment, words: words).isNote(paragraph.tokens) { return false }
    if known.isNarrative(paragraph.tokens) { return false }
    let narration = Narration(segment: segment, words: words, speaker: nil)
    return !isLast
      || !narration.quotes(paragraph.tokens)
        && narration.own(paragraph.tokens).contains(where: isFirstPerson)
  }

  /// The last word of the name of whoever speaks behind a label.
  private func surname(of label: TurnLabel) -> UInt64? {
    switch label.kind {
    case .name: return label.name.isEmpty ? nil : label.key
    case .answer:
      guard case .person(let words, _)? = conversation.guest else { return nil }
      return words.last
    case .question: return nil
    }
  }
}
