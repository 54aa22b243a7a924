// The parts of name recognition: hashes, tables, runs, and what hostile text does to them.

import ArticleModel
import EmbeddedData
import TestSupport
import Testing

@testable import NewsAnalysis

@Suite("Names")
struct NamesTests {
  @Test("Case, periods, apostrophes and hyphens do not change a name's hash")
  func hashes() {
    #expect(NameHash("U.S.").value == NameHash("US").value)
    #expect(NameHash("Asia-Pacific").value == NameHash("ASIA PACIFIC").value)
    #expect(NameHash("Martha’s Vineyard").value == NameHash("Martha's Vineyard").value)
    #expect(NameHash("Berlin").value != NameHash("Berlina").value)
    #expect(NameHash("Zürich").value != NameHash("Zurich").value)
  }

  @Test("The gazetteer knows names with and without diacritics, and what they may mean")
  func gazetteer() throws {
    let gazetteer = Gazetteer.embedded
    func codes(_ name: String) -> [String?] {
      gazetteer.candidates(for: NameHash(name).value)
        .map { gazetteer.code(of: gazetteer.place($0.place).country) }
    }
    #expect(codes("Zürich").first == "CH")
    #expect(codes("Zurich").first == "CH")
    #expect(codes("Springfield").count > 10)
    #expect(codes("Qwertyuiop").isEmpty)
    let dutch = try #require(gazetteer.candidates(for: NameHash("Dutch").value).first)
    #expect(dutch.flags.contains(.demonym))
    #expect(gazetteer.adjective(of: gazetteer.place(dutch.place).country) == "Dutch")
  }

  @Test("Every place of the gazetteer lies on the earth")
  func coordinates() {
    for id in stride(from: 0, to: 250_000, by: 97) {
      guard let point = Gazetteer.embedded.place(id).coordinate else { continue }
      #expect(abs(point.latitude) <= 90 && abs(point.longitude) <= 180)
    }
  }

  @Test("Unusable data knows no name and finds nothing")
  func unusableData() {
    let bytes = [UInt8](repeating: 7, count: 4096)
    bytes.withUnsafeBytes { data in
      #expect(Gazetteer(data).candidates(for: NameHash("Berlin").value).isEmpty)
      #expect(Gazetteer(data).place(3).coordinate == nil)
      #expect(WordLists(data).traits(of: NameHash("John").value) == [])
      #expect(!NameModel(data).isUsable)
    }
  }

  @Test("The word lists tell given names, titles and common words")
  func wordLists() {
    let lists = WordLists(NameData.words)
    func traits(_ word: String) -> NameTraits { lists.traits(of: NameHash(word).value) }
    #expect(traits("John").contains(.masculine))
    #expect(traits("Angela").contains(.feminine))
    #expect(traits("Senator").contains(.title))
    #expect(traits("the").commonness > traits("peninsula").commonness)
    #expect(!traits("Oxford").contains(.title) && !traits("the").contains(.title))
  }

  @Test("Runs hold the small words inside names, and nothing else")
  func runs() {
    let article = Article("The shah met Osama bin Laden, Lo Chung-mau and Israel-led troops of X.")
    var types = WordTypes()
    var finder = NameFinder()
    var reader = SegmentReader(article, extent: article.text.span)
    var runs: [String] = []
    while let segment = reader.next(words: &types) {
      finder.prepare(segment, types).forEach { runs.append(segment.string(of: $0.run)) }
    }
    #expect(runs == ["The", "Osama bin Laden", "Lo Chung-mau and Israel", "X."])
  }

  @Test("Persons with one surname are one when the names agree, and two when they do not")
  func persons() {
    let analysis = NewsAnalyzer().analyze(
      Article(
        """
        Angela Miller met Peter Miller in Berlin. Mr. Miller said no. Angela Miller agreed.
        """))
    let named = analysis.persons.map { analysis.speakers[$0.speaker].name }
    #expect(named == ["Angela Miller", "Peter Miller", "Peter Miller", "Angela Miller"])
  }

  @Test("An engine keeps nothing of one article for the next")
  func independence() {
    let second = Article("Reading was quiet on Monday. Police in Reading said so.")
    var engine = NewsAnalyzer().makeWorker()
    _ = engine.analyze(
      Article("Mr. Reading spoke. Mr. Reading said no."), in: TextSpan(0..<39))
    let after = engine.analyze(second, in: second.text.span)
    let alone = NewsAnalyzer().analyze(second)
    #expect(after.locations.map(\.span) == alone.locations.map(\.span))
    #expect(after.persons.map(\.span) == alone.persons.map(\.span))
  }

  @Test(
    "Hostile text takes time in proportion to its length",
    arguments: [
      "A", "Paris ", "Paris, ", "Springfield, Texas and ", "of the Of The ", "Ab-cd-", "Mr. ",
    ])
  func linearTime(unit: String) {
    func time(_ count: Int) -> Double {
      let article = Article(String(repeating: unit, count: count / unit.utf8.count))
      return processorSeconds { _ = NewsAnalyzer().analyze(article) }
    }
    let (short, long) = (time(4_000), time(16_000))
    #expect(long < max(short, 0.002) * 12)
  }
}
