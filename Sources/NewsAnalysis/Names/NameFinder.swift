// Finds the names of persons and places of an article, segment by segment.

import ArticleModel
import EmbeddedData

#if canImport(Glibc)
  import Glibc
#endif

/// Words that name somebody or some place.
struct NameMention {
  /// What is named.
  enum Kind: Sendable {
    case person, location
  }

  /// The words, without title and article.
  var tokens: Range<Int>
  /// What is named.
  var kind: Kind
  /// How sure it is, from 0 to 1.
  var confidence: Double
}

/// Finds names; feed it the segments of an article in reading order.
///
/// It remembers what it knows about the words of one `WordTypes`: with a new one, make a new finder.
struct NameFinder {
  private(set) var words: NameVocabulary
  private var evidence = NameEvidence()
  /// The last words of the names of persons, where rules of form find them.
  private var surnames: Set<UInt64> = []
  private var tagger: NameTagger
  private let model: NameModel
  let gazetteer: Gazetteer

  /// Makes a finder with a model and the embedded tables, for articles in a language.
  init(model: NameModel = .embedded, language: Language = .standard) {
    gazetteer = .embedded.speaking(language)
    self.model = model
    words = NameVocabulary(lists: WordLists(NameData.words), gazetteer: gazetteer)
    tagger = NameTagger(model: model)
  }

  /// A finder for new `WordTypes` of a language, in the middle of an article.
  func forgettingWords(learning language: Language) -> NameFinder {
    NameFinder(model: model, language: language)
  }

  /// Forgets the last article, but not the words.
  mutating func startArticle() {
    evidence.clear()
    surnames = []
  }

  /// A segment without the nicknames inside names, so that these are read whole.
  mutating func leavingOutNicknames(of segment: Segment, _ types: WordTypes) -> Segment {
    words.add(segment, types)
    return Nicknames(segment: segment, words: types, vocabulary: words).leftOut()
  }

  /// The names of a segment, in reading order.
  mutating func names(in segment: Segment, _ types: WordTypes) -> [NameMention] {
    types.language.usesModels ? learntNames(in: segment, types) : namesByForm(in: segment, types)
  }

  private mutating func namesByForm(in segment: Segment, _ types: WordTypes) -> [NameMention] {
    words.add(segment, types)
    var reader = NamesByForm(segment, types, words, gazetteer, knowing: surnames)
    let names = reader.names()
    surnames = reader.surnames
    return names
  }

  private mutating func learntNames(in segment: Segment, _ types: WordTypes) -> [NameMention] {
    var consistency = NameConsistency()
    var spans: [NameTagger.Span] = []
    var lastPerson: Int?
    prepare(segment, types).forEach { run in
      let read = NameRules(run: run, gazetteer: gazetteer).amended(tagger.names(in: run, types))
      let found = PersonsNamedLikePlaces(run: run, types: types, lastPerson: lastPerson)
        .amended(read)
      lastPerson =
        found.last { !$0.isPlace && $0.tokens.count > 1 }?.tokens.upperBound ?? lastPerson
      consistency.count(found, in: run)
      spans += found
    }
    let names = consistency.corrected(spans, segment.tokens).map { span in
      NameMention(
        tokens: span.tokens, kind: span.isPlace ? .location : .person,
        confidence: 1 / (1 + exp(-span.margin)))
    }
    return NameSetting(segment: segment, types: types, words: words, gazetteer: gazetteer)
      .amended(names)
  }

  /// Collects the evidence of a segment and gives its runs.
  mutating func prepare(_ segment: Segment, _ types: WordTypes) -> SegmentRuns {
    words.add(segment, types)
    evidence.reserve(words.words.count)
    let finder = NameRuns(words: words)
    var runs: [TokenRange] = []
    for sentence in segment.sentences {
      finder.forEach(in: sentence.tokens, of: segment.tokens) { run in
        runs.append(run)
        evidence.collect(run, in: sentence.tokens, segment.tokens, words)
      }
    }
    return SegmentRuns(
      segment: segment, runs: runs, words: words, evidence: evidence, gazetteer: gazetteer)
  }
}

/// The runs of a segment with all that their features are made of.
///
/// A class, because each run and each rule that looks at one refers to it; it never changes.
final class SegmentRuns {
  let segment: Segment
  /// The words of the runs, in reading order.
  private let runs: [TokenRange]
  let words: NameVocabulary
  let evidence: NameEvidence
  let gazetteer: Gazetteer

  fileprivate init(
    segment: Segment, runs: [TokenRange], words: NameVocabulary, evidence: NameEvidence,
    gazetteer: Gazetteer
  ) {
    (self.segment, self.runs, self.words) = (segment, runs, words)
    (self.evidence, self.gazetteer) = (evidence, gazetteer)
  }

  /// Calls `body` with each run, in reading order.
  func forEach(_ body: (RunFeatures) -> Void) {
    var features = RunFeatures(runs: self)
    var rest = runs[...]
    for paragraph in segment.paragraphs {
      features.isHeadline = !paragraph.kind.isRunningText
      for index in paragraph.sentences {
        let sentence = segment.sentences[index].tokens
        let own = rest.prefix { $0.lowerBound < sentence.upperBound }
        rest = rest[own.endIndex...]
        forEach(own, in: sentence, &features, body)
      }
    }
    // The sentences of the paragraphs are those of the segment, in their order.
    assert(rest.isEmpty)
  }

  private func forEach(
    _ runs: ArraySlice<TokenRange>, in sentence: TokenRange, _ features: inout RunFeatures,
    _ body: (RunFeatures) -> Void
  ) {
    guard !runs.isEmpty else { return }
    features.sentence = sentence
    features.isTitleCase = isTitleCase(sentence)
    for run in runs {
      features.run = run
      features.matches = NameMatches.find(run, of: segment, words, gazetteer)
      body(features)
    }
  }

  /// Whether nearly all longer words of a sentence begin with a capital, as in some headlines.
  private func isTitleCase(_ sentence: TokenRange) -> Bool {
    var (capitalised, small) = (0, 0)
    for index in sentence.prefix(40) {
      let token = segment.tokens[index]
      guard token.end - token.start > 3 else { continue }
      switch words.part(of: token) {
      case .capitalised: capitalised += 1
      case .none, .connector: small += 1
      case .number: break
      }
    }
    return capitalised > 2 * small && capitalised > 1
  }
}
