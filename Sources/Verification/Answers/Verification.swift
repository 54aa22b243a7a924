// Stories, sources, and what these say to each quotation: the value that lists, exports and screens are made of.

import ArticleModel

/// A source that quotations are looked for in.
public struct VerificationSource: Hashable, Sendable {
  /// Its path or address, as it was named.
  public var name: String
  /// What it is called.
  public var title: String?
  /// SHA-256 of its bytes; nil until something was found in it.
  public var digest: Digest?
  /// When it was fetched, or last written.
  public var retrieved: Timestamp?
  /// How many words it has.
  public var wordCount: Int
  /// Its length in code points; 0 when it was not read.
  public var length: Int
  /// Whether it was read, and if not, why.
  public var condition = Condition.read

  /// Whether a source was read.
  public enum Condition: Hashable, Sendable {
    case read
    /// It could not be read.
    case unreadable
    /// It is one of the stories, which has all of its own quotations.
    case isStory
  }

  /// Describes a source.
  public init(
    name: String, title: String? = nil, digest: Digest? = nil, retrieved: Timestamp? = nil,
    wordCount: Int = 0, length: Int = 0
  ) {
    self.name = name
    self.title = title
    self.digest = digest
    self.retrieved = retrieved
    self.wordCount = wordCount
    self.length = length
  }
}

/// What all sources say to one quotation.
public struct QuotationAnswer: Sendable {
  /// The quotation.
  public var quotation: StoryQuotation
  /// What became of it.
  public var outcome: QuotationOutcome
  /// Changes that make another statement of it, the gravest first.
  public var meaningChanges: [MeaningChange]
  /// Where the words are, the best place first; a stitched quotation begins with its parts.
  public var matches: [SourceMatch]
  /// How many of the matches are parts of the best answer: more than one when it is stitched.
  public var partCount = 0
  /// How often a quotation of up to three words stands in the sources; nil for longer ones.
  public var occurrences: Int?

  /// Whether the quotation should not be published as it is.
  public var isProblem: Bool {
    switch outcome {
    case .altered, .stitched, .anotherSpeaker, .notFound: true
    case .trimmed: !meaningChanges.isEmpty
    case .verbatim, .paraphrase: false
    }
  }
}

/// What sources say to all quotations of some stories.
public struct Verification: Sendable {
  /// The stories.
  public let stories: [VerifiableStory]
  /// The sources, in the order in which they were given.
  public let sources: [VerificationSource]
  /// The answers, story by story, in the order of the quotations.
  public let answers: [[QuotationAnswer]]

  /// The places that are told of one quotation.
  private static let mostMatches = 8

  /// Puts together what was found in each source.
  public init(
    _ index: QuotationIndex, sources: [VerificationSource], findings: [SourceFindings]
  ) {
    stories = index.stories
    self.sources = sources
    var answers = index.stories.map { _ in [QuotationAnswer]() }
    for (number, entry) in index.entries.enumerated() {
      let quotation = index.stories[entry.story].quotations[entry.quotation]
      let across = SourceFindings.stitched(number, entry.sentences.count, in: findings)
      let candidates = (findings.flatMap { $0.candidates[number] } + [across].compactMap { $0 })
        .sorted(by: Candidate.isBefore)
      let isShort = entry.words.count < Evidence.shortest && !quotation.isIndirect
      answers[entry.story].append(
        Self.answer(
          quotation, candidates,
          occurrences: isShort ? findings.reduce(0) { $0 + $1.occurrences[number] } : nil))
    }
    self.answers = answers
  }

  private static func answer(
    _ quotation: StoryQuotation, _ candidates: [Candidate], occurrences: Int?
  ) -> QuotationAnswer {
    let best = candidates.first
    let none: QuotationOutcome = quotation.isIndirect ? .paraphrase : .notFound
    return QuotationAnswer(
      quotation: quotation, outcome: best?.outcome ?? none,
      meaningChanges: best?.meaningChanges ?? [],
      matches: Array(candidates.flatMap(\.matches).prefix(mostMatches)),
      partCount: min(best?.matches.count ?? 0, mostMatches), occurrences: occurrences)
  }

  /// The sources that were read.
  public var readSources: [VerificationSource] { sources.filter { $0.condition == .read } }

  /// Whether something should not be published as it is.
  public var hasProblems: Bool { answers.contains { $0.contains(where: \.isProblem) } }
}
