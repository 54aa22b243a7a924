// The JSON of an analysis against its documentation: every member that is written is described, and the
// other way round.

import ArticleModel
import FoundationEssentials
import NewsAnalysis
import Testing

@Suite("The format of an analysis") struct AnalysisFormatTests {
  /// Any JSON.
  private enum Value: Decodable {
    case object([String: Value])
    case array([Value])
    case other

    init(from decoder: any Decoder) throws {
      if let object = try? [String: Value](from: decoder) {
        self = .object(object)
      } else if let array = try? [Value](from: decoder) {
        self = .array(array)
      } else {
        self = .other
      }
    }

    /// The paths of all members: "quotes[].speaker.text".
    func paths(_ path: String = "") -> Set<String> {
      switch self {
      case .object(let members):
        members.reduce(into: []) { paths, member in
          let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
          paths.insert(inner)
          paths.formUnion(member.value.paths(inner))
        }
      case .array(let elements):
        elements.reduce(into: []) { $0.formUnion($1.paths(path + "[]")) }
      case .other: []
      }
    }
  }

  /// An article that has everything.
  private static let sample = """
    Anna Weber and Tom Berger said that the bridge would open in May. “The mayor told me, ‘You will get \
    your bridge,’” Weber said in Paris.

    According to the news website Tagblatt, Weber warned that 300 people could lose their homes in 2025.

    Defence Minister Ida Kern accused the West of lying about the costs, as reported by the agency Tass.
    The Foreign Ministry was closed.
    """

  private static func documented() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Documentation/analysis.md")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var paths: Set<String> = []
    for row in page.split(separator: "\n") where row.hasPrefix("| `") {
      let cell = row.dropFirst(2).prefix { $0 != "|" }
      paths.formUnion(
        cell.split(separator: "`").filter { $0.first?.isLetter == true }.map(String.init))
    }
    return paths
  }

  /// Nested quotations and chains have the members of the outer ones.
  private static func folded(_ path: String) -> String {
    if path.hasSuffix(".depth") { return path }
    return path.replacing("quotes[].nested[]", with: "quotes[]")
      .replacing(".via.via.", with: ".via.").replacing(".via_chain[].", with: ".via.")
  }

  /// Metadata with every member.
  private static var metadata: ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.title = "Harbour closes"
    metadata.authors = ["Ana Roth"]
    metadata.outlet = "The Harbour Post"
    metadata.published = Timestamp("2026-01-02T03:04:05Z")
    metadata.modified = Timestamp("2026-01-03T03:04:05Z")
    metadata.language = "en-GB"
    metadata.address = "https://post.example/a?b"
    metadata.canonicalAddress = "https://post.example/a"
    metadata.extractor = ArticleMetadata.Extractor(name: "example", version: "1")
    return metadata
  }

  @Test("Every member is documented, and every documented member is written")
  func members() throws {
    let text = ArticleText(Self.sample)
    let article = Article(
      text: text, source: Article.Source(name: "a.html"),
      structure: ArticleStructure(blocks: LineBlocks(text), metadata: Self.metadata))
    let analysis = NewsAnalyzer().analyze(article)
    let json = AnalysisEncoder(analysis, of: article).encoded(identifier: "sample")
    let written = try JSONDecoder().decode(Value.self, from: Data(json)).paths().map(Self.folded)
    let documented = try Self.documented()
    #expect(Set(written).subtracting(documented).isEmpty)
    #expect(documented.subtracting(written) == ["error"])
  }

  @Test("Line ends of every kind are escaped, so that an answer is one line to every program")
  func lineEnds() throws {
    let text = "The rate fell by\u{2028}3 percent in 2019,\u{85}the report “on\u{2029}rates” said."
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    let json = AnalysisEncoder(analysis, of: article).encoded(identifier: "sample")
    let line = String(decoding: json, as: UTF8.self)
    #expect(line.unicodeScalars.allSatisfy { !["\u{85}", "\u{2028}", "\u{2029}"].contains($0) })
    #expect(line.contains(#"by\u20283 percent in 2019,\u0085the report “on\u2029rates” said."#))
    #expect(
      try JSONDecoder().decode(Value.self, from: Data(json)).paths().contains("claims[].text"))
  }

  @Test("Probabilities lie between 0 and 1, and numbers point into their lists")
  func values() {
    let analysis = NewsAnalyzer().analyze(Article(Self.sample))
    let probabilities =
      analysis.quotations.flatMap { [$0.confidence] + $0.inner.map(\.confidence) }
      + analysis.locations.map(\.confidence) + analysis.persons.map(\.confidence)
    #expect(!probabilities.isEmpty && probabilities.allSatisfy { (0...1).contains($0) })
    #expect(
      analysis.speakers.flatMap(\.quotations).allSatisfy(analysis.quotations.indices.contains))
    #expect(analysis.places.flatMap(\.mentions).allSatisfy(analysis.locations.indices.contains))
  }
}
