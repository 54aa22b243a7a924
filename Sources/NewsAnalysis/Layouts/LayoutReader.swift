// Finds out how a text is laid out before its sentences are read: who speaks where in interviews and transcripts.

import ArticleModel

/// Reads the layout of an article segment by segment; remembers who is interviewed.
struct LayoutReader {
  /// The introduction of an interview lies within so many bytes.
  static let introduction = 4096

  private let metadata: ArticleMetadata
  private var conversation: Conversation?

  init(of article: Article) { metadata = article.metadata }

  /// Notes who talked to whom, as the beginning of the article says; not needed when its first segment is read.
  mutating func introduce(
    _ head: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary, _ names: [NameMention]
  ) {
    conversation = read(head, words, vocabulary, Self.persons(in: names))
  }

  /// The turns of a segment.
  mutating func turns(
    of segment: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary, _ names: [NameMention],
    _ stretches: [QuotedStretch]
  ) -> Turns {
    let persons = Self.persons(in: names)
    let conversation = conversation ?? read(segment, words, vocabulary, persons)
    self.conversation = conversation
    var turns = conversationTurns(segment, words, vocabulary, persons, stretches, conversation)
    if turns.isEmpty {
      turns =
        SetApartReader(
          segment: segment, words: words, stretches: stretches, persons: persons,
          conversation: conversation
        ).turns()
    }
    turns.begin(Self.times(in: segment, words))
    return turns
  }

  /// Where the words of the entries of a live blog begin, by paragraph.
  private static func times(in segment: Segment, _ words: WordTypes) -> [Int: Int] {
    let stamps = TimeStamp(segment: segment, words: words)
    var starts: [Int: Int] = [:]
    for (index, paragraph) in segment.paragraphs.enumerated() {
      if let end = stamps.end(in: paragraph.tokens) { starts[index] = end }
    }
    return starts
  }

  private func conversationTurns(
    _ segment: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary, _ persons: [TokenRange],
    _ stretches: [QuotedStretch], _ conversation: Conversation
  ) -> Turns {
    let labelled = TurnReader(
      segment: segment, words: words, vocabulary: vocabulary, persons: persons,
      conversation: conversation
    ).turns()
    guard labelled.isEmpty else { return labelled }
    return UnlabelledInterview(
      segment: segment, words: words, stretches: stretches, conversation: conversation
    ).turns()
  }

  private static func persons(in names: [NameMention]) -> [TokenRange] {
    names.filter { $0.kind == .person }.map(\.tokens)
  }

  private func read(
    _ segment: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary, _ persons: [TokenRange]
  ) -> Conversation {
    let authors = metadata.authors.compactMap { author in
      author.split(separator: " ").last.map { LowercaseHash.of($0) }
    }
    let reader = IntroductionReader(
      segment: segment, words: words, vocabulary: vocabulary, persons: persons,
      authors: Set(authors), outlet: metadata.outlet)
    return reader.conversation(before: introductionEnd(of: segment, words))
  }

  /// The introduction ends where the first label or question stands, at the latest behind so many bytes.
  private func introductionEnd(of segment: Segment, _ words: WordTypes) -> Int {
    let labels = TurnLabelReader(segment: segment, words: words)
    for paragraph in segment.paragraphs {
      guard let first = paragraph.tokens.first,
        let last = paragraph.tokens.last(where: { !labels.isEmphasis($0) })
      else { continue }
      let isBeyond = Int(segment.tokens[first].start) > Self.introduction
      let isQuestion =
        paragraph.kind != .headline && words[segment.tokens[last]].mark == .question
      if isBeyond || isQuestion || labels.label(of: paragraph.tokens) != nil { return first }
    }
    return segment.tokens.count
  }
}
