// A segment while its voices are read: which names have been met, whom its sources mean.

import ArticleModel

/// What is known of the speakers of one segment so far.
struct SegmentVoices {
  let segment: Segment
  let words: WordTypes
  /// What name recognition knows about the words.
  let vocabulary: NameVocabulary
  /// The names of persons, in reading order.
  let names: [NameMention]
  /// Whom each source means; several when they speak together.
  var entries: [TokenRange: [Int]] = [:]
  /// Who speaks the quotations that name nobody, by the number of the attribution.
  var floating: [Int: Int?] = [:]
  private var nextName = 0
  private var nextSentence = 0
  private var met: [SourceMention.Person] = []
  /// What is quoted or reported, in reading order.
  private let contents: [TokenRange]
  private let confidence: QuotationConfidence

  init(
    segment: Segment, words: WordTypes, vocabulary: NameVocabulary, names: [NameMention],
    contents: [TokenRange], confidence: QuotationConfidence
  ) {
    self.confidence = confidence
    self.segment = segment
    self.words = words
    self.vocabulary = vocabulary
    self.names = names
    self.contents = contents.sorted { $0.upperBound < $1.upperBound }
  }

  /// Whether a token stands within quoted or reported words.
  private func isQuoted(_ token: Int) -> Bool {
    let next = contents.partition { $0.upperBound > token }
    return contents.indices.contains(next) && contents[next].contains(token)
  }

  // MARK: Reading on

  /// Moves on to the sentence of a token.
  mutating func enter(_ token: Int, _ resolver: inout SpeakerResolver) {
    while nextSentence < segment.sentences.count,
      segment.sentences[nextSentence].tokens.lowerBound <= token
    {
      let tokens = segment.sentences[nextSentence].tokens
      let isQuoted = isQuoted(tokens.lowerBound)
      resolver.startSentence(
        introducing: isQuoted ? nil : Introduction(in: tokens, of: segment, words))
      nextSentence += 1
    }
  }

  /// Notes the persons named before a token.
  mutating func meetNames(
    before limit: Int, _ resolver: inout SpeakerResolver, _ analysis: inout Analysis
  ) {
    while nextName < names.count, names[nextName].tokens.lowerBound < limit {
      let name = names[nextName]
      enter(name.tokens.lowerBound, &resolver)
      let entry = resolver.meet(
        name.tokens, isQuoted: isQuoted(name.tokens.lowerBound), in: self)
      met.append((name.tokens, entry))
      analysis.persons.append(
        PersonMention(
          span: segment.span(of: name.tokens), speaker: entry,
          confidence: Confidence.persons(name.confidence)))
      nextName += 1
    }
  }

  /// The persons met within some tokens.
  func persons(in range: TokenRange) -> [SourceMention.Person] {
    let first = met.partition { $0.tokens.lowerBound >= range.lowerBound }
    return met[first...].prefix { $0.tokens.lowerBound < range.upperBound }
      .filter { $0.tokens.upperBound <= range.upperBound }
  }

  /// The person whose name, with a comma, stands directly before some words, or is the end of them.
  func person(before phrase: TokenRange) -> Int? {
    let first = met.partition { $0.tokens.upperBound >= phrase.lowerBound - 1 }
    return met[first...].first {
      $0.tokens.upperBound == phrase.upperBound
        || $0.tokens.upperBound == phrase.lowerBound - 1
          && words[segment.tokens[phrase.lowerBound - 1]].mark == .comma
    }?.entry
  }

  /// The words for a source with the name that follows a comma: "its treasurer[, Paul Arden]".
  func withApposition(_ source: TokenRange) -> TokenRange {
    let comma = source.upperBound
    guard comma < segment.tokens.count, words[segment.tokens[comma]].mark == .comma else {
      return source
    }
    let index = comma + 1
    let next = names.partition { $0.tokens.lowerBound >= index }
    guard names.indices.contains(next), names[next].tokens.lowerBound <= index + Self.longestTitle,
      (index..<names[next].tokens.lowerBound).allSatisfy({
        SourceMention.describes($0, in: segment, words)
      }), closes(names[next].tokens.upperBound)
    else { return source }
    return source.lowerBound..<names[next].tokens.upperBound
  }

  /// Whether an apposition ends before a token: "the mayor, Anna Weber, said", but not "according to the
  /// mayor, Anna Weber resigned".
  private func closes(_ index: Int) -> Bool {
    guard index < segment.tokens.count else { return true }
    let mark = words[segment.tokens[index]].mark
    let isAbbreviation = words[segment.tokens[index - 1]].traits.contains(.abbreviation)
    return mark == .comma || mark == .closeParenthesis || mark?.endsSentence == true
      || isAbbreviation
  }

  private static let longestTitle = 4

  /// A name with "Jr." and the like behind it.
  func withGeneration(_ name: TokenRange) -> TokenRange {
    let next = name.upperBound
    guard next < segment.tokens.count, words[segment.tokens[next]].roles.contains(.generation)
    else { return name }
    return name.lowerBound..<next + 1
  }

  /// Whether a name is likely to be the subject of its clause: no possessor, behind no preposition.
  func isSubject(_ name: TokenRange) -> Bool {
    if name.upperBound < segment.tokens.count,
      words[segment.tokens[name.upperBound]].roles.contains(.possessive)
    {
      return false
    }
    guard name.lowerBound > 0 else { return true }
    return !words[segment.tokens[name.lowerBound - 1]].traits.contains(.preposition)
  }

  /// Whether a source is "he", "she", "who" or a name: somebody, even if nobody knows whom it means.
  func namesPerson(_ source: TokenRange) -> Bool {
    let mention = SourceMention(source, in: segment, words)
    return mention.personalPronoun != nil || mention.isPersonalRelative
      || !persons(in: source).isEmpty
  }

  // MARK: Quotations that name nobody

  /// Who speaks the quotation at `start` when the sentence before it, in its paragraph, introduces
  /// somebody: "Weber shook her head. “No.”"
  func introduced(before start: Int, _ resolver: inout SpeakerResolver) -> Int? {
    guard let lead = leadIn(to: start), let first = lead.first else { return nil }
    let subject = persons(in: lead).first {
      isSubject($0.tokens) && !isQuoted($0.tokens.lowerBound)
    }
    if let subject { return subject.entry }
    let roles = words[segment.tokens[first]].roles
    guard roles.contains(.subject) else { return nil }
    return resolver.person(of: roles.contains(.masculinePronoun) ? .masculine : .feminine)
  }

  /// The words that lead to a quotation: its sentence so far, or the one before it in the paragraph.
  private func leadIn(to start: Int) -> TokenRange? {
    let after = segment.sentences.partition { $0.tokens.upperBound > start }
    guard after < segment.sentences.count else { return nil }
    let own = segment.sentences[after].tokens
    if own.lowerBound < start { return own.lowerBound..<start }
    guard after > 0 else { return nil }
    let before = segment.sentences[after - 1].tokens
    let paragraph = segment.paragraphs.partition { $0.tokens.upperBound > start }
    let isSame = segment.paragraphs[paragraph].tokens.lowerBound <= before.lowerBound
    let leads = before.last.map { words[segment.tokens[$0]].mark == .colon } ?? false
    return isSame || leads ? before : nil
  }

  // MARK: Quotations

  /// The quotation that an attribution stands for, without what it inherits from others.
  func quotation(_ attribution: Attribution, _ finder: AttributionFinder) -> Quotation {
    let form = attribution.isTurn ? .direct : finder.form(of: attribution.contents)
    var quotation = Quotation(
      spans: attribution.contents.map { segment.span(of: $0) }, form: form,
      mention: attribution.source.map { segment.span(of: $0) },
      cue: attribution.cue.map { segment.span(of: $0) },
      confidence: confidence[form](attribution.confidence))
    let speakers = attribution.source.flatMap { entries[$0] } ?? []
    quotation.speaker = speakers.first
    quotation.others = Array(speakers.dropFirst())
    quotation.via = attribution.via.map {
      Quotation.Via(mention: segment.span(of: $0), speaker: entries[$0]?.first)
    }
    quotation.addressee = attribution.addressee.map { segment.span(of: $0) }
    return quotation
  }

  /// A quotation within another one; "I" and "we" in it mean whoever speaks the outer one.
  func inner(
    _ attribution: Attribution, of outer: Quotation, _ finder: AttributionFinder
  ) -> Quotation {
    var quotation = quotation(attribution, finder)
    let isMarked = attribution.contents.first.map {
      segment.tokens[$0.lowerBound].kind == .quotationMark
    }
    quotation.form = isMarked == true ? .direct : .indirect
    if let source = attribution.source,
      SourceMention(source, in: segment, words).isSpeakerOfQuotation
    {
      quotation.speaker = outer.speaker
      quotation.others = outer.others
    }
    return quotation
  }
}
