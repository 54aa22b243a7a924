// The index: what it keeps, what it never believes, and how large it becomes.

import ArticleModel
import NewsAnalysis
import Sidecars
import Synchronization
import TestSupport
import Testing

@testable import Corpus

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CorpusIndexTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path(of: "cache/galley/analyses") }

  private func index(_ program: String = "one", upTo length: Int = 1 << 20) -> CorpusIndex {
    CorpusIndex(at: path, of: ProgramIdentity(program), upTo: length)
  }

  private static let text = """
    Fares rise in Cork

    “Fares rose by 40 percent in 2021,” said Declan Roche, as reported by the website Merkur. Roche \
    said that “the levy” was unfair, according to Anna Keller and Paul Berger.

    According to the statistics office, prices rose by 22 percent between 2019 and 2024 in Ireland. \
    The Kremlin did not answer.

    """

  /// An analyser that counts how often it is asked.
  private final class Counting: ArticleAnalyzer {
    let engine: Analysis.Engine
    let count = Mutex(0)

    init(version: String = "2") { engine = Analysis.Engine(name: "fast", version: version) }

    func makeWorker() -> any AnalysisWorker {
      Worker(owner: self, base: NewsAnalyzer().makeWorker())
    }

    var number: Int { count.withLock { $0 } }

    struct Worker: AnalysisWorker {
      let owner: Counting
      var base: any AnalysisWorker

      mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
        owner.count.withLock { $0 += 1 }
        return base.analyze(article, in: extent)
      }
    }
  }

  /// How often an engine is asked for an article that an index may know.
  private func asks(
    _ article: Article, _ index: CorpusIndex, version: String = "2"
  ) -> Int {
    let engine = Counting(version: version)
    let found = IndexedAnalyzer(engine, index).analyze(article)
    #expect(found.claims == NewsAnalyzer().analyze(article).claims)
    index.save()
    return engine.number
  }

  @Test("An analysis comes out of the index as it went in, origin and extent too")
  func roundTrip() throws {
    let article = Article(Self.text)
    let analysis = NewsAnalyzer().analyze(article)
    try #require(!analysis.quotations.isEmpty && !analysis.places.isEmpty)
    let again = try Analysis(packed: analysis.packed[...], of: article, by: NewsAnalyzer().engine)
    #expect(String(reflecting: again) == String(reflecting: analysis))
  }

  @Test("Every member of an analysis is kept, those that are rarely set too")
  func members() throws {
    let article = Article(Self.text)
    let (a, b) = (TextSpan(0..<4), TextSpan(300..<70_000))
    var analysis = Analysis(
      extent: article.text.span,
      origin: Analysis.Origin(engine: NewsAnalyzer().engine, article: article))
    analysis.language = "de"
    analysis.sentences = [a, b]
    analysis.claimScores = [0.25, .pi]
    var inner = Quotation(spans: [a], form: .indirect, confidence: 0.5)
    inner.paraphraseWords = 3
    var quotation = Quotation(
      spans: [a, b], form: .mixed, mention: a, speaker: 0, cue: b, confidence: 0.125)
    quotation.others = [0, 0]
    quotation.via = [Quotation.Via(mention: b, speaker: 0), Quotation.Via(mention: a)]
    quotation.addressee = b
    quotation.inner = [inner]
    quotation.verbatimWords = 300
    analysis.quotations = [quotation]
    var speaker = Speaker(name: "Zoë “Z” 日本", kind: .unnamed, aliases: ["she", ""], mentions: [a])
    (speaker.quotations, speaker.verbatimWords, speaker.paraphraseWords) = ([0], 7, 8)
    speaker.mayBeNamed = true
    analysis.speakers = [speaker]
    var place = Place(
      name: "Cork", country: "IE",
      coordinate: Place.Coordinate(latitude: -51.5, longitude: 8.25), note: "contested")
    place.mentions = [0]
    analysis.places = [place, Place(name: "somewhere")]
    analysis.locations = [
      LocationMention(span: a, place: 0, isMetonym: true, note: "metonym", confidence: 0.75)
    ]
    analysis.persons = [PersonMention(span: a, speaker: 0, confidence: 1)]
    analysis.organisations = [OrganisationMention(span: b, speaker: 0, confidence: 0.1)]
    analysis.claims = [Claim(span: b, score: 0.9)]
    let again = try Analysis(packed: analysis.packed[...], of: article, by: NewsAnalyzer().engine)
    #expect(String(reflecting: again) == String(reflecting: analysis))
    // A member that is new is to be kept as well, and to be set above.
    #expect(Mirror(reflecting: analysis).children.count == 12)
    let mirror = Mirror(reflecting: quotation)
    #expect(mirror.children.count == 9)
    let seldom = try #require(mirror.descendant("seldom", 0))
    #expect(Mirror(reflecting: seldom).children.count == 4)
    #expect(Mirror(reflecting: speaker).children.count == 8)
    #expect(Mirror(reflecting: place).children.count == 5)
    #expect(Mirror(reflecting: analysis.locations[0]).children.count == 5)
  }

  @Test("An article is analysed once, also by a later run")
  func once() {
    let article = Article(Self.text)
    #expect(asks(article, index()) == 1)
    #expect(asks(article, index()) == 0)
  }

  @Test("Another text, structure, metadata, engine or program is analysed anew")
  func dependencies() {
    let article = Article(Self.text)
    #expect(asks(article, index()) == 1)
    #expect(asks(Article(Self.text.replacing("40", with: "41")), index()) == 1)
    let table = BlockTable([Block(span: article.text.span, kind: .paragraph)])
    var metadata = ArticleMetadata()
    metadata.authors = ["Declan Roche"]
    for structure in [
      ArticleStructure(blocks: table),
      ArticleStructure(
        blocks: table, links: [.init(span: TextSpan(0..<5), target: "https://a.example")]),
      ArticleStructure(blocks: table, metadata: metadata),
      ArticleStructure(
        blocks: BlockTable([Block(span: article.text.span, kind: .blockQuotation)])),
    ] {
      let other = Article(text: article.text, source: article.source, structure: structure)
      #expect(asks(other, index()) == 1)
      #expect(asks(other, index()) == 0)
    }
    #expect(asks(article, index(), version: "3") == 1)
    #expect(asks(article, index("two")) == 1)
    #expect(asks(article, index()) == 0)
  }

  @Test("A part of an article is analysed each time")
  func part() {
    let article = Article(Self.text)
    #expect(asks(article, index()) == 1)
    let engine = Counting()
    let half = TextSpan(.zero, ByteOffset(20))
    let found = IndexedAnalyzer(engine, index()).analyze(article, in: half)
    #expect(found.extent == half && engine.number == 1)
  }

  // MARK: The file

  private func isThere(_ key: IndexKey, in index: CorpusIndex, _ bytes: [UInt8]) -> Bool {
    index[key].map { $0.elementsEqual(bytes) } ?? false
  }

  private func key(_ number: Int) -> IndexKey {
    IndexKey(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(number))
  }

  private func filled(_ numbers: Range<Int>) -> CorpusIndex {
    let index = index()
    for number in numbers {
      index.keep(Array(repeating: UInt8(number), count: number), for: key(number))
    }
    index.save()
    return index
  }

  @Test("A byte that is changed, cut off or added anywhere changes no answer")
  func damage() throws {
    _ = filled(0..<20)
    let whole = try #require(try PosixFileSystem().contents(of: path))
    var chance = Chance(seed: 5)
    for round in 0..<400 {
      var bytes = whole
      switch round % 4 {
      case 0: bytes.removeLast(Int.random(in: 1...whole.count, using: &chance))
      case 1: bytes.insert(7, at: Int.random(in: 0...whole.count, using: &chance))
      default:
        bytes[Int.random(in: bytes.indices, using: &chance)] ^= UInt8.random(
          in: 1...255, using: &chance)
      }
      let file = IndexFile(bytes) ?? IndexFile()
      for number in 0..<20 {
        if let found = file[key(number)] {
          #expect(found.elementsEqual(Array(repeating: UInt8(number), count: number)))
        }
      }
      for entry in file.entries { #expect(entry.key == key(entry.bytes.count)) }
    }
  }

  @Test(
    "What has its name and is no index of ours makes room for one that its owner alone may read")
  func foreign() throws {
    let files = PosixFileSystem()
    let article = Article(Self.text)
    for foreign in ["", "no index", String(repeating: "galley index 1\n", count: 100)] {
      try folder.write(foreign, to: "cache/galley/analyses")
      #expect(asks(article, index()) == 1)
      #expect(try files.status(of: path)?.permissions == 0o600)
      #expect(asks(article, index()) == 0)
    }
    try files.remove(path)
    let elsewhere = try folder.write("kept", to: "elsewhere")
    #expect(symlink(elsewhere, path) == 0)
    #expect(asks(article, index()) == 1)
    #expect(try folder.read("elsewhere") == "kept")
    #expect(asks(article, index()) == 0)
    #expect(chmod(path, 0o644) == 0)
    #expect(asks(article, index()) == 1)
    #expect(try files.status(of: path)?.permissions == 0o600)
  }

  @Test("Where no index can be kept, all is analysed, without an error")
  func unwritable() throws {
    try folder.write("a file, no folder", to: "cache")
    #expect(asks(Article(Self.text), index()) == 1)
    #expect(asks(Article(Self.text), index()) == 1)
  }

  @Test("Of two runs at the same time, both keep what they found")
  func concurrent() {
    let (one, other) = (index(), index())
    #expect(one[key(1)] == nil && other[key(1)] == nil)
    one.keep([1], for: key(1))
    other.keep([2], for: key(2))
    one.save()
    other.save()
    let later = index()
    #expect(isThere(key(1), in: later, [1]) && isThere(key(2), in: later, [2]))
  }

  @Test("It stays within its length, and what was used longest ago goes first")
  func length() throws {
    let limit = 4000
    func run(_ number: Int, using used: Int? = nil) {
      let index = index(upTo: limit)
      if let used { #expect(index[key(used)] != nil) }
      index.keep(Array(repeating: 1, count: 900), for: key(number))
      index.save()
    }
    for number in 1...4 { run(number) }
    run(5, using: 1)
    let later = index(upTo: limit)
    let there = (1...5).filter { later[key($0)] != nil }
    #expect(there == [1, 3, 4, 5])
    #expect(try #require(try PosixFileSystem().status(of: path)).size <= limit)
  }
}
