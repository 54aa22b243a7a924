// Numbers that nobody means, wherever a sidecar or a file of another program has numbers: they are passed
// over or refused, and nothing is computed with them that could overflow.

import ArticleModel
import Corpus
import Interchange
import NewsAnalysis
import Sidecars
import TestSupport
import Testing

private let numbers = [
  "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "4294967296", "4611686018427387904",
  "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
  "1e400", "-1e400", "1e308", "-1e308", "1e-400", "0.5", "-0.0", "1e18", "9.3e18", "-9.3e18",
  "123456789012345678901234567890",
]

/// Files of each format with § where a number stands.
private let templates: [(ImportFormat, String)] = [
  (
    .w3c,
    #"{"id": "a", "type": "Annotation", "target": {"source": "a.txt", "selector": [{"type": "TextPositionSelector", "start": §, "end": §}, {"type": "TextPositionSelector", "start": 0, "end": §}]}}"#
  ),
  (
    .w3c,
    #"{"id": "a", "type": "Annotation", "target": {"source": "a.txt", "selector": {"type": "FragmentSelector", "value": "char=§,§"}}}"#
  ),
  (
    .readium,
    #"{"type": "AnnotationSet", "items": [{"id": "a", "target": {"source": "a.txt", "selector": [{"type": "TextQuoteSelector", "exact": "harbour"}, {"type": "TextPositionSelector", "start": §, "end": §}, {"type": "ProgressionSelector", "value": §}]}}]}"#
  ),
  (
    .hypothesis,
    #"{"rows": [{"id": "a", "uri": "a.txt", "target": [{"source": "a.txt", "selector": [{"type": "TextPositionSelector", "start": §, "end": §}]}]}]}"#
  ),
  (
    .doccano,
    #"[{"id": §, "text": "harbour closes", "label": [[§, §, "bias"], [0, §, "bias"], [§, 5, "bias"]]}]"#
  ),
  (
    .labelstudio,
    #"[{"id": §, "data": {"text": "harbour closes"}, "annotations": [{"id": §, "result": [{"id": "r", "from_name": "l", "to_name": "t", "type": "labels", "value": {"start": §, "end": §, "labels": ["bias"]}}, {"id": "s", "type": "labels", "from_name": "l", "to_name": "t", "value": {"start": 0, "end": §, "labels": ["bias"]}}]}]}]"#
  ),
  (.brat, "T1\tbias § §\tharbour\nT2\tbias 0 §;§ §\tharbour\nT3\tbias 0 §\tharbour\n"),
  (.slate, "(§, §) - bias\n((§, §), (§, §)) - bias\n((0, 0), (0, §)) - bias\n§ - bias\n"),
  (.csv, "id,kind,exact,start,end,confidence\na,bias,,§,§,§\nb,bias,harbour,0,§,nan\n"),
]

@Suite struct ExtremeNumbersTests {
  @Test("No import computes with a number that it has not looked at", arguments: templates.indices)
  func imports(index: Int) throws {
    let (format, template) = templates[index]
    let article = Article(MarkedCorpus.text, name: "a.txt")
    for number in numbers {
      let bytes = Array(template.replacing("§", with: number).utf8)
      guard let file = try? format.read(bytes, knowing: MarkedCorpus.shelf) else { continue }
      for group in file.groups {
        let plan = ImportPlan(group, into: article, existing: [])
        for entry in plan.entries {
          for passage in entry.annotation.targets.compactMap(\.passage) {
            let end = passage.position?.end.value ?? 0
            #expect(end >= 0, "\(format.rawValue) \(number)")
          }
          #expect(entry.annotation.confidence?.isFinite != false)
        }
      }
    }
  }

  private static let sidecar = #"""
    {"@context": "x", "type": "AnnotationSet", "galley:formatVersion": "1.0",
     "about": {"galley:path": "a.txt", "galley:codePoints": §, "galley:textSha256": "0000000000000000000000000000000000000000000000000000000000000000", "dc:date": "§-01-01"},
     "items": [
      {"id": "urn:uuid:1", "type": "Annotation", "motivation": "editing", "created": "§-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00.§Z",
       "target": {"source": "a.txt", "selector": [{"type": "TextQuoteSelector", "exact": "Lisbon"}, {"type": "TextPositionSelector", "start": §, "end": §}]},
       "galley:confidence": §,
       "galley:correction": {"galley:finding": "location", "galley:decision": "corrected",
        "galley:place": {"schema:name": "Nowhere", "schema:latitude": §, "schema:longitude": §}}},
      {"id": "urn:uuid:2", "type": "Annotation", "motivation": "assessing", "target": {"source": "a.txt", "selector": {"type": "TextPositionSelector", "start": 0, "end": §}},
       "galley:asOf": "§", "galley:confidence": §, "galley:status": §}
     ]}
    """#

  @Test(
    "No number in a sidecar stops a check, a statistic, an export or a correction",
    arguments: numbers)
  func sidecars(number: String) throws {
    let corpus = try MarkedCorpus()
    let article = try corpus.article()
    let path = try corpus.folder.write(
      Self.sidecar.replacing("§", with: number), to: "a.txt.annotations.json")
    let sidecar = try AnnotatedArticle(article)
    #expect(!sidecar.annotations.isEmpty)
    _ = sidecar.findings(knowing: MarkedCorpus.shelf)
    _ = SidecarSearch().articles(forSidecar: path)
    let rows = [sidecar].rows(labelledBy: MarkedCorpus.shelf)
    let articles = CorpusArticle.corpus([sidecar], rows: rows, analyzer: NewsAnalyzer())
    for format in ExportFormat.allCases {
      let export = Export(format, of: articles, labelledBy: MarkedCorpus.shelf, generated: .now())
      #expect(!export.files.isEmpty, "\(format.rawValue)")
    }
    _ = CorpusStatistics(articles, labelledBy: MarkedCorpus.shelf).json
  }
}
