// What many articles and their marks come to: counts, the balance of voices, places, open claims.

import ArticleModel
import NewsAnalysis
import Sidecars

/// The figures of a corpus.
package struct CorpusStatistics: Sendable {
  /// Something that was counted.
  package struct Count: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// How often it came.
    package var count: Int

    /// States a count.
    package init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Somebody who speaks in the corpus.
  package struct Voice: Hashable, Sendable {
    /// The name.
    package var name: String
    /// What the speaker is.
    package var kind: Speaker.Kind
    /// How many articles quote them.
    package var articles: Int
    /// How many quotations they have.
    package var quotations: Int
    /// Words given verbatim.
    package var verbatimWords: Int
    /// Words given in the articles' words.
    package var paraphraseWords: Int
    /// All words quoted.
    package var words: Int { verbatimWords + paraphraseWords }
  }

  /// How the corpus is sourced.
  package struct Sourcing: Hashable, Sendable {
    /// Voices with a name, and those without.
    package var named = 0, unnamed = 0
    /// Quotations, those that somebody passed on, and those of nobody known.
    package var quotations = 0, secondHand = 0, ownerless = 0
    /// Quoted words, and those that are verbatim.
    package var words = 0, verbatimWords = 0
  }

  /// A place of the corpus.
  package struct NamedPlace: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its country, ISO 3166-1 alpha-2.
    package var country: String?
    /// Where it lies.
    package var coordinate: Place.Coordinate?
    /// How often it is named, and in how many articles.
    package var mentions: Int, articles: Int
  }

  /// A sentence that states something checkable and has no verification.
  package struct OpenClaim: Hashable, Sendable {
    /// The article.
    package var article: String
    /// Where the sentence stands.
    package var span: CodePointSpan
    /// The sentence.
    package var text: String
    /// How much there is to check, from 0 to 1.
    package var score: Double
  }

  /// How many articles, annotations and annotators there are; replies are no marks of their own.
  package let articles: Int, marks: Int, annotators: Int
  /// How many replies there are, and how many marks somebody reviewed.
  package let replies: Int, reviewed: Int
  /// Marks by what they say, where and by whom.
  package let kinds: [Count], terms: [Count], verdicts: [Count], statuses: [Count]
  /// Marks by article, outlet, speaker in whose words they stand, and annotator.
  package let byArticle: [Count], byOutlet: [Count], bySpeaker: [Count], byAnnotator: [Count]
  /// Those who speak, most words first.
  package let voices: [Voice]
  /// How the corpus is sourced.
  package let sourcing: Sourcing
  /// The places, those in most articles first.
  package let places: [NamedPlace]
  /// Sentences to check that nobody has verified, the most checkable first.
  package let openClaims: [OpenClaim]

  /// How checkable a sentence has to be to count as an open claim.
  package static let leastScore = 0.5

  /// Counts a corpus.
  package init(_ corpus: [CorpusArticle], labelledBy shelf: TaxonomyShelf) {
    let all = corpus.flatMap(\.rows)
    let rows = corpus.flatMap(\.marks)
    let annotations = rows.map(\.annotation)
    replies = all.count { $0.annotation.kind == .reply }
    reviewed = rows.count { $0.isReviewed }
    articles = corpus.count
    marks = rows.count
    annotators = Set(all.map(\.annotation).compactMap { $0.creator?.name }).count
    kinds = Self.counts(annotations.map(\.kind.rawValue))
    let named = annotations.flatMap(\.terms)
    terms = Self.counts(named.filter { !$0.isVerdict }.map { shelf.label(of: $0) })
    verdicts = Self.counts(
      rows.flatMap { row in
        let doubt = row.changes.isEmpty ? "" : ", of words that changed since"
        return row.annotation.terms.filter(\.isVerdict).map { shelf.label(of: $0) + doubt }
      })
    statuses = Self.counts(annotations.map(\.status.label))
    byArticle = Self.counts(rows.map(\.articleName))
    byOutlet = Self.counts(
      corpus.flatMap { article in
        article.marks.map { _ in article.annotated.about.outlet ?? "unknown" }
      })
    bySpeaker = Self.counts(corpus.flatMap(\.voicesOfMarks))
    byAnnotator = Self.counts(annotations.map { $0.creator?.name ?? "unknown" })
    voices = Self.voices(in: corpus)
    sourcing = Self.sourcing(of: corpus, voices)
    places = Self.places(in: corpus)
    openClaims = corpus.flatMap(\.openClaims).sorted { $0.score > $1.score }
  }

  /// Names with how often each comes, most often first, then by name.
  private static func counts(_ names: [String]) -> [Count] {
    names.grouped { $0 }.map { Count(name: $0.key, count: $0.members.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Speakers of the same name and kind are taken for one.
  private static func voices(in corpus: [CorpusArticle]) -> [Voice] {
    struct Identity: Hashable {
      var name: String
      var kind: Speaker.Kind
    }
    var voices: [Identity: Voice] = [:]
    for speaker in corpus.flatMap(\.analysis.speakers) where !speaker.quotations.isEmpty {
      let none = Voice(
        name: speaker.name, kind: speaker.kind, articles: 0, quotations: 0, verbatimWords: 0,
        paraphraseWords: 0)
      var voice = voices[Identity(name: speaker.name, kind: speaker.kind)] ?? none
      voice.articles += 1
      voice.quotations += speaker.quotations.count
      voice.verbatimWords += speaker.verbatimWords
      voice.paraphraseWords += speaker.paraphraseWords
      voices[Identity(name: speaker.name, kind: speaker.kind)] = voice
    }
    return voices.values.sorted { ($1.words, $0.name) < ($0.words, $1.name) }
  }

  private static func sourcing(of corpus: [CorpusArticle], _ voices: [Voice]) -> Sourcing {
    var sourcing = Sourcing()
    sourcing.unnamed = voices.count { $0.kind == .unnamed }
    sourcing.named = voices.count - sourcing.unnamed
    let quotations = corpus.flatMap(\.analysis.quotations)
    sourcing.quotations = quotations.count
    sourcing.secondHand = quotations.count { !$0.via.isEmpty }
    sourcing.ownerless = quotations.count { $0.speaker == nil }
    sourcing.words = voices.reduce(0) { $0 + $1.words }
    sourcing.verbatimWords = voices.reduce(0) { $0 + $1.verbatimWords }
    return sourcing
  }

  private static func places(in corpus: [CorpusArticle]) -> [NamedPlace] {
    struct Identity: Hashable {
      var name: String
      var country: String?
    }
    var places: [Identity: NamedPlace] = [:]
    for place in corpus.flatMap(\.analysis.places) {
      let identity = Identity(name: place.name, country: place.country)
      var known =
        places[identity]
        ?? NamedPlace(
          name: place.name, country: place.country, coordinate: place.coordinate, mentions: 0,
          articles: 0)
      known.mentions += place.mentions.count
      known.articles += 1
      places[identity] = known
    }
    return places.values.sorted {
      ($1.articles, $1.mentions, $0.name) < ($0.articles, $0.mentions, $1.name)
    }
  }
}

extension ArticleDescription {
  /// Who published the article: the outlet that the sidecar names, or else the host of its address.
  package var outlet: String? {
    if let publisher { return publisher }
    guard let identifier, let scheme = identifier.range(ofText: "://") else { return nil }
    let host = identifier[scheme...].prefix { !"/:?#".contains($0) }
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}

extension String {
  /// Where the text after `words` begins; nil when they do not occur.
  fileprivate func range(ofText words: String) -> String.Index? {
    firstRange(of: words)?.upperBound
  }
}
