// Finds the names of persons, places and organisations of an article, passage by passage.

import ArticleModel
import EmbeddedData

#if canImport(Glibc)
  import Glibc
#endif

/// Words that name somebody or something.
struct NameMention {
  /// What is named.
  enum Kind: Sendable {
    case person, location, organisation
  }

  /// The words, without title and article.
  var tokens: Range<Int>
  /// What is named.
  var kind: Kind
  /// How sure it is, from 0 to 1.
  var confidence: Double
}

/// Finds names; feed it the passages of an article in reading order.
///
/// It remembers what it knows about the words of one `WordTypes`: with a new one, make a new finder.
struct NameFinder {
  private(set) var words: NameVocabulary
  private var evidence = NameEvidence()
  private var tagger: NameTagger
  private let model: NameModel
  let gazetteer: Gazetteer

  /// Makes a finder with a model and the embedded tables.
  init(model: NameModel = .embedded) {
    gazetteer = .embedded
    self.model = model
    words = NameVocabulary(lists: WordLists(NameData.words), gazetteer: gazetteer)
    tagger = NameTagger(model: model)
  }

  /// A finder for new `WordTypes`, in the middle of an article.
  func forgettingWords() -> NameFinder { NameFinder(model: model) }

  /// Forgets the last article, but not the words.
  mutating func startArticle() { evidence.clear() }

  /// The names of a passage, in reading order.
  mutating func names(in passage: Passage, _ types: WordTypes) -> [NameMention] {
    var consistency = NameConsistency()
    var spans: [NameTagger.Span] = []
    prepare(passage, types).forEach { run in
      let found = NameRules(run: run, gazetteer: gazetteer).amended(tagger.names(in: run, types))
      consistency.count(found, in: run)
      spans += found
    }
    return consistency.corrected(spans, passage.tokens).map { span in
      NameMention(
        tokens: span.tokens, kind: span.isPlace ? .location : .person,
        confidence: 1 / (1 + exp(-span.margin)))
    }
  }

  /// Collects the evidence of a passage and gives its runs.
  mutating func prepare(_ passage: Passage, _ types: WordTypes) -> PassageRuns {
    words.add(passage, types)
    evidence.reserve(words.words.count)
    let runs = NameRuns(words: words)
    for sentence in passage.sentences {
      runs.forEach(in: sentence.tokens, of: passage.tokens) { run in
        evidence.collect(run, in: sentence.tokens, passage.tokens, words)
      }
    }
    return PassageRuns(passage: passage, words: words, evidence: evidence, gazetteer: gazetteer)
  }
}

/// The runs of a passage with all that their features are made of.
struct PassageRuns {
  let passage: Passage
  let words: NameVocabulary
  let evidence: NameEvidence
  let gazetteer: Gazetteer

  /// Calls `body` with each run, in reading order.
  func forEach(_ body: (RunFeatures) -> Void) {
    var features = RunFeatures(tokens: passage.tokens, words: words, evidence: evidence)
    for paragraph in passage.paragraphs {
      features.isHeadline = !paragraph.kind.isRunningText
      for index in paragraph.sentences {
        forEach(in: passage.sentences[index].tokens, &features, body)
      }
    }
  }

  private func forEach(
    in sentence: TokenRange, _ features: inout RunFeatures, _ body: (RunFeatures) -> Void
  ) {
    features.sentence = sentence
    var isFirst = true
    NameRuns(words: words).forEach(in: sentence, of: passage.tokens) { run in
      if isFirst { features.isTitleCase = isTitleCase(sentence) }
      isFirst = false
      features.run = run
      features.matches = NameMatches.find(run, of: passage, words, gazetteer)
      body(features)
    }
  }

  /// Whether nearly all longer words of a sentence begin with a capital, as in some headlines.
  private func isTitleCase(_ sentence: TokenRange) -> Bool {
    var (capitalised, small) = (0, 0)
    for index in sentence.prefix(40) {
      let token = passage.tokens[index]
      guard token.end - token.start > 3 else { continue }
      switch words[token].part {
      case .capitalised: capitalised += 1
      case .none, .connector: small += 1
      case .number: break
      }
    }
    return capitalised > 2 * small && capitalised > 1
  }
}
