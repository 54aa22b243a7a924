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
  private var met: [(tokens: TokenRange, entry: Int)] = []

  init(
    segment: Segment, words: WordTypes, vocabulary: NameVocabulary, names: [NameMention]
  ) {
    self.segment = segment
    self.words = words
    self.vocabulary = vocabulary
    self.names = names
  }

  // MARK: Reading on

  /// Moves on to the sentence of a token.
  mutating func enter(_ token: Int, _ resolver: inout SpeakerResolver) {
    while nextSentence < segment.sentences.count,
      segment.sentences[nextSentence].tokens.lowerBound <= token
    {
      resolver.startSentence()
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
      let entry = resolver.meet(name.tokens, in: segment, words, vocabulary)
      met.append((name.tokens, entry))
      analysis.persons.append(
        PersonMention(
          span: segment.span(of: name.tokens), speaker: entry,
          confidence: Confidence.persons(name.confidence)))
      nextName += 1
    }
  }

  /// The persons met within some tokens.
  func persons(in range: TokenRange) -> [(tokens: TokenRange, entry: Int)] {
    let first = met.partition { $0.tokens.lowerBound >= range.lowerBound }
    return met[first...].prefix { $0.tokens.lowerBound < range.upperBound }
      .filter { $0.tokens.upperBound <= range.upperBound }
  }

  // MARK: Quotations that name nobody

  /// Who speaks the quotation at `start` when the sentence before it, in its paragraph, introduces
  /// somebody: "Weber shook her head. “No.”"
  func introduced(before start: Int, _ resolver: SpeakerResolver) -> Int? {
    guard let lead = leadIn(to: start), let first = lead.first else { return nil }
    let subject = persons(in: lead).first {
      resolver.isSubject($0.tokens, in: segment, words)
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
    let form = finder.form(of: attribution.contents)
    var quotation = Quotation(
      spans: attribution.contents.map { segment.span(of: $0) }, form: form,
      mention: attribution.source.map { segment.span(of: $0) },
      cue: attribution.cue.map { segment.span(of: $0) },
      confidence: Confidence.quotations(form)(attribution.confidence))
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
