// Words that changed: no import, export or count takes a verdict on the old words for one on the new.

import ArticleModel
import Corpus
import DocumentImport
import Interchange
import LosslessJSON
import Sidecars
import TestSupport
import Testing

@Suite struct ChangedWordsTests {
  private static let before = "The ministry had warned the port. Nobody answered the letter.\n"
  private static let after = "The ministry had not warned the port. Nobody answered the letter.\n"
  private let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private static func verdict() -> Annotation {
    let passage = Passage(of: TextSpan(0..<33), in: Article(before, name: "a.txt"))
    var mark = Annotation(
      kind: .verification, targets: [AnnotationTarget(source: "a.txt", passage: passage)],
      creator: Creator(name: "Ana"), created: Timestamp("2026-03-01T10:00:00Z"))
    mark.terms = [
      TermReference(pack: "verification", group: "truth", term: "supported", packVersion: "1.0")
    ]
    return mark
  }

  /// An article that has changed since a verdict, as a corpus.
  private func corpus(_ mark: Annotation = verdict()) throws -> [CorpusArticle] {
    let path = try desk.folder.write(Self.before, to: "a.txt")
    let source = Article.Source(name: "a.txt", path: path)
    _ = try desk.annotated(
      Article(plainText: ArticleText(Self.before), source: source), [mark])
    _ = try desk.folder.write(Self.after, to: "a.txt")
    let changed = Article(plainText: ArticleText(Self.after), source: source)
    return desk.corpus([try AnnotatedArticle(changed)])
  }

  @Test(
    "Every export says that the words changed",
    arguments: [
      ExportFormat.markdown, .html, .csv, .jsonl, .w3c, .brat, .doccano, .labelstudio, .claimreview,
    ])
  func exports(format: ExportFormat) throws {
    let export = Export(
      format, of: try corpus(), labelledBy: MarkedCorpus.shelf,
      generated: Timestamp("2026-03-04T05:06:07Z"))
    #expect(!export.remarks.isEmpty)
    let text = export.files.map(\.text).joined()
    switch format {
    case .claimreview: #expect(!text.contains("ClaimReview\""))
    case .markdown, .html: #expect(text.contains("now reads differently"))
    default: #expect(text.contains("uncertain"))
    }
  }

  @Test("What an export says of a doubt is not read back as a part of the mark")
  func readBack() throws {
    let mark = Self.verdict()
    let export = Export(
      .w3c, of: try corpus(mark), labelledBy: MarkedCorpus.shelf,
      generated: Timestamp("2026-03-04T05:06:07Z"))
    let file = try #require(export.files.first)
    let group = try #require(
      ImportFormat.w3c.read(Array(file.text.utf8), knowing: MarkedCorpus.shelf).groups.first)
    let plan = ImportPlan(
      group, into: Article(Self.after, name: "a.txt"), existing: [])
    let entry = try #require(plan.entries.first)
    #expect(!entry.isPlaced)
    #expect(entry.annotation.targets == mark.targets)
    #expect(!entry.annotation.fullJSON.compact().contains("readsNow"))
  }

  @Test(
    "Whatever brings a verdict on other words asks",
    arguments: [
      (ExportFormat.csv, ImportFormat.csv), (.doccano, .doccano), (.labelstudio, .labelstudio),
      (.brat, .brat), (.jsonl, .w3c),
    ])
  func imports(format: (ExportFormat, ImportFormat)) throws {
    let path = try desk.folder.write(Self.before, to: "b.txt")
    let article = Article(
      plainText: ArticleText(Self.before), source: Article.Source(name: "b.txt", path: path))
    let corpus = desk.corpus([try desk.annotated(article, [Self.verdict()])])
    let export = Export(
      format.0, of: corpus, labelledBy: MarkedCorpus.shelf,
      generated: Timestamp("2026-03-04T05:06:07Z"))
    let file = try #require(export.files.first { $0.name.isEmpty || $0.name.hasSuffix(".ann") })
    let group = try #require(
      format.1.read(Array(file.text.utf8), knowing: MarkedCorpus.shelf).groups.first)
    let changed = Article(Self.after, name: "b.txt")
    let plan = ImportPlan(group, into: changed, existing: [])
    let entry = try #require(plan.entries.first)
    #expect(!entry.isPlaced)
    let anchors = Anchoring.resolve([entry.annotation], in: changed)[entry.annotation.id] ?? []
    #expect(anchors.contains { $0.change?.kinds == [.negation] })
  }

  @Test(
    "Statistics tell verdicts on words that changed from the others, and the claim is open again")
  func statistics() throws {
    let statistics = CorpusStatistics(try corpus(), labelledBy: MarkedCorpus.shelf)
    #expect(statistics.verdicts.map(\.name) == ["supported, of words that changed since"])
  }

  @Test("A merge with a sidecar that was written beside another version asks")
  func merge() throws {
    let mark = Self.verdict()
    func sidecar(_ text: String, _ marks: [Annotation]) throws -> Sidecar {
      var sidecar = Sidecar(
        about: ArticleDescription(of: Article(text, name: "a.txt")),
        generated: Timestamp("2026-03-01T10:00:00Z"))
      sidecar.annotations = marks
      return try Sidecar(parsing: sidecar.serialized())
    }
    let base = try sidecar(Self.before, [])
    var ours = base
    ours.about = ArticleDescription(of: Article(Self.after, name: "a.txt"))
    var theirs = base
    theirs.annotations = [mark]
    let merged = ThreeWayMerge(base: base, ours: ours, theirs: theirs).sidecar
    let path = try desk.folder.write(Self.after, to: "a.txt")
    try merged.serialized().withUnsafeBufferPointer { bytes in
      _ = try desk.folder.write(
        String(decoding: bytes, as: UTF8.self), to: "a.txt.annotations.json")
    }
    let opening = try AnnotatedArticle(
      Article(
        plainText: ArticleText(Self.after), source: Article.Source(name: "a.txt", path: path)))
    #expect(opening.anchors[mark.id]?.first?.state == .uncertain)
    #expect(opening.anchors[mark.id]?.first?.change?.kinds == [.negation])
  }
}
