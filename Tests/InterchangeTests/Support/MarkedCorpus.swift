// Articles with marks of every sort, for tests of exports and imports.

import ArticleModel
import Corpus
import DocumentImport
import Interchange
import NewsAnalysis
import Sidecars
import TestSupport
import Testing

/// A folder with articles whose marks can be exported and read back.
struct MarkedCorpus {
  let folder: TemporaryFolder

  static let text = """
    Harbour closes – but ferries sail

    “The harbour is closed,” said Maria Silva in Lisbon 🌊. The ferries sailed, 日本 included.

    The harbour office “regrets” <the closure> & more. It cost 12 percent.

    """

  /// The packs that the marks have terms of.
  static let shelf: TaxonomyShelf = {
    func term(_ id: String, _ label: String) -> Taxonomy.Term {
      Taxonomy.Term(id: id, label: label, definition: "", key: "x", gutterLetter: "X")
    }
    return TaxonomyShelf([
      Taxonomy(
        id: "bias", label: "bias", version: "1.0", kind: .bias,
        groups: [
          Taxonomy.Group(
            id: "wording", label: "wording",
            terms: [term("loaded-term", "loaded term"), term("euphemism", "euphemism")])
        ]),
      Taxonomy(
        id: "verification", label: "verification", version: "1.0", kind: .verification,
        groups: [
          Taxonomy.Group(
            id: "truth", label: "is it true?", isExclusive: true,
            terms: [
              term("refuted", "refuted"), term("supported", "supported"),
              term("not-checkable", "not checkable"),
            ])
        ]),
    ])
  }()

  init() throws { folder = try TemporaryFolder() }

  /// An article of the corpus; the file is made.
  func article(_ name: String = "a.txt") throws -> Article {
    let path = try folder.write(Self.text, to: name)
    return Article(
      plainText: ArticleText(Self.text), source: Article.Source(name: name, path: path))
  }

  /// Puts annotations into the sidecar of an article, and reads it.
  func annotated(_ article: Article, _ annotations: [Annotation]) throws -> AnnotatedArticle {
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let change = Change("marked", annotations.map(Edit.insert))
    set.apply(change)
    try store.record(change, resulting: set)
    try store.describe {
      $0.publisher = "Harbour Post"
      $0.identifier = "https://post.example/a"
      $0.published = "2026-03-02"
    }
    try store.close()
    return try AnnotatedArticle(article)
  }

  /// What an export is made of.
  func corpus(_ sidecars: [AnnotatedArticle]) -> [CorpusArticle] {
    CorpusArticle.corpus(
      sidecars, rows: sidecars.rows(labelledBy: Self.shelf), analyzer: NewsAnalyzer())
  }

  /// An export of an article with these annotations.
  func export(_ format: ExportFormat, _ annotations: [Annotation]) throws -> Export {
    let sidecar = try annotated(article(), annotations)
    return Export(
      format, of: corpus([sidecar]), labelledBy: Self.shelf,
      generated: Timestamp("2026-03-04T05:06:07Z"))
  }

  // MARK: Marks

  /// A mark on the words that first stand there; nil for the article as a whole.
  static func mark(
    _ words: String?, _ kind: AnnotationKind = .highlight, in article: Article
  ) throws -> Annotation {
    let passage = try words.map { words in
      Passage(of: try #require(article.text.places(of: words).first), in: article)
    }
    return Annotation(
      kind: kind, targets: [AnnotationTarget(source: article.source.name, passage: passage)],
      creator: Creator(name: "Ana Lopes", id: "urn:uuid:ana"),
      created: Timestamp("2026-03-01T10:00:00Z"))
  }

  /// A mark of chance: any kind, passages and content that the format has to bear.
  static func random(in article: Article, _ chance: inout Chance) -> Annotation {
    let kind = chance.pick(AnnotationKind.listed.filter { ![.review, .correction].contains($0) })
    let end = article.text.codePointCount
    let count = chance.pick([0, 1, 1, 1, 2, 3])
    let targets = (0..<count).map { _ -> AnnotationTarget in
      let start = Int.random(in: 0..<(end - 2), using: &chance)
      let stop = Int.random(in: (start + 1)..<min(start + 40, end), using: &chance)
      let span = article.text.textSpan(
        of: CodePointSpan(CodePointOffset(start), CodePointOffset(stop)))
      var passage = Passage(of: span, in: article)
      if chance.pick([true, false, false]) {
        passage = passage.confirmed(
          at: span, in: article, by: Creator(name: "Ines"), on: Timestamp("2026-03-02T11:00:00Z"))
      }
      return AnnotationTarget(source: article.source.name, passage: passage)
    }
    var mark = Annotation(
      kind: kind,
      targets: targets.isEmpty
        ? [AnnotationTarget(source: article.source.name, passage: nil)] : targets,
      creator: chance.pick([nil, Creator(name: "Ana"), Creator(name: "Ben", id: "urn:uuid:ben")]),
      created: chance.pick([nil, Timestamp("2026-03-01T10:00:00Z")]))
    let words = ["", "=1+1", "'quoted", "two\nlines", "a\tb", "x, \"y\"", "日本 🌊", "-5", "<b>&"]
    mark.note = chance.pick(words)
    if kind == .bias {
      mark.terms = [
        TermReference(
          pack: "bias", group: "wording", term: chance.pick(["loaded-term", "euphemism"]),
          packVersion: "1.0")
      ]
    }
    if kind == .verification {
      mark.terms = [
        TermReference(
          pack: "verification", group: "truth", term: chance.pick(["refuted", "supported"]),
          packVersion: "1.0")
      ]
      mark.claim = ClaimRecord(
        restated: chance.pick([nil, "A, claim"]), claimant: chance.pick([nil, "=Roche"]),
        asOf: "2026-03-02")
    }
    if Bool.random(using: &chance) { mark.tags = ["harbour", "@desk"] }
    mark.status = chance.pick(AnnotationStatus.allCases)
    mark.voice = chance.pick([nil, "outlet"])
    mark.confidence = chance.pick([nil, 0.25])
    mark.isPrivate = Bool.random(using: &chance)
    if Bool.random(using: &chance) {
      var evidence = Evidence(url: "https://evidence.example/a?b=c", stance: .refutes)
      evidence.passage = chance.pick([nil, "its \"words\""])
      mark.evidence = [evidence, Evidence(url: "https://other.example/")]
    }
    if kind == .reply || kind == .link { mark.repliesTo = AnnotationID("urn:uuid:other") }
    return mark
  }
}

/// Files of chance, made of pieces that readers look for.
struct MarkedBytes {
  private var chance: Chance
  private let pieces = [
    "{", "}", "[", "]", "\"id\"", ":", ",", "\"target\"", "\"text\"", "\"label\"", "\"data\"", "1",
    "-9",
    "99999999999999999999", "T1\tX ", "0 5", ";", "\n", "\t", "#1\tGalley T1\t", " - label:a",
    "(2, 1)",
    "((3, 5), (3, 8))", "kind,exact\n", "\"", "'=", "\u{0}", "é", "null", "\"items\"",
  ]

  init(seed: UInt64) { chance = Chance(seed: seed) }

  mutating func bytes() -> [UInt8] {
    let count = Int.random(in: 0..<20, using: &chance)
    return (0..<count).flatMap { _ in Array(chance.pick(pieces).utf8) }
      + (Bool.random(using: &chance) ? [0xFF] : [])
  }
}
