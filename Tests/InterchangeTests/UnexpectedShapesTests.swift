// Files of other programs in shapes that their documentation does not show: read, refused or named, never taken for
// something else.

import ArticleModel
import Interchange
import LosslessJSON
import Sidecars
import Testing

@Suite struct UnexpectedShapesTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private static let text = "Ferry levy 🚢\n\nThe port council\ndoubled the levy.\n"

  private func plan(
    _ format: ImportFormat, _ file: String, in text: String = Self.text
  ) throws -> (entries: [ImportPlan.Entry], remarks: [String]) {
    let imported = try format.read(Array(file.utf8), knowing: MarkedCorpus.shelf)
    let plans = imported.groups.map {
      ImportPlan($0, into: Article(text, name: "a.txt"), existing: [])
    }
    return (plans.flatMap(\.entries), imported.remarks + plans.flatMap(\.remarks))
  }

  private func words(_ entries: [ImportPlan.Entry]) -> [String?] {
    entries.map { $0.annotation.targets.first?.passage?.exact }
  }

  @Test(
    "A relation of brat that names other than two marks behind its type is no relation",
    arguments: [
      "R1\tlinked:T1 Arg2:T2", "R1\tT1 Arg1:T2", "R1\tlinked T1 T2 T1", "R1\tT1 T2",
      "R1\tlinked T1",
      "R1\tlinked Arg1:T1 Arg2:E9", "R1\tlinked Other:x Arg1:T1 Arg2:T2",
    ])
  func bratRelations(line: String) throws {
    let file = "T1\tbias 0 5\tFerry\nT2\tnote 6 10\tlevy\n\(line)\n"
    let (entries, _) = try plan(.brat, file)
    #expect(words(entries) == ["Ferry", "levy"])
    #expect(entries.allSatisfy { self.relations(of: $0).isEmpty })
  }

  @Test("A relation of brat between two marks is kept")
  func bratRelation() throws {
    let file = "T1\tbias 0 5\tFerry\nT2\tnote 6 10\tlevy\nR1\tlinked Arg1:T1 Arg2:T2\n"
    let (entries, _) = try plan(.brat, file)
    let other = try #require(entries.last).annotation.id
    #expect(relations(of: try #require(entries.first)) == ["\(other)"])
  }

  /// The ids that the relations of a mark lead to.
  private func relations(of entry: ImportPlan.Entry) -> [String] {
    entry.annotation.foreign.compactMap { $0.data?["to"]?.string }
  }

  @Test(
    "What should be a list and is none is an error, not a file without marks",
    arguments: [
      (ImportFormat.hypothesis, #"{"rows": {}}"#), (.hypothesis, #"{"annotations": 5}"#),
      (.labelstudio, #"[{"data": {"text": "x"}, "annotations": {}}]"#),
      (.labelstudio, #"[{"data": 3, "annotations": []}]"#),
      (.prodigy, #"{"text": "x", "spans": 3}"#), (.prodigy, #"{"text": "x", "spans": null}"#),
    ])
  func shapes(format: ImportFormat, file: String) {
    #expect(throws: ImportProblem.self) {
      try format.read(Array(file.utf8), knowing: MarkedCorpus.shelf)
    }
  }

  @Test(
    "A Web Annotation whose target names nothing is left out; one item may stand without a list")
  func webTargets() throws {
    for target in ["5", "{}", "true", #"{"type": "Text"}"#] {
      let item = #"{"id": "urn:uuid:1", "type": "Annotation", "target": \#(target)}"#
      let plan = try plan(.w3c, #"{"items": \#(item)}"#)
      #expect(plan.entries.isEmpty && plan.remarks.count == 1)
    }
    let item = #"{"id": "urn:uuid:1", "type": "Annotation", "target": "a.txt#char=0,5"}"#
    #expect(words(try plan(.w3c, #"{"items": \#(item)}"#).entries) == ["Ferry"])
  }

  @Test("A target of Hypothesis that stands without its list is read; a mere address is left out")
  func hypothesisTargets() throws {
    let target = #"{"selector": [{"type": "TextQuoteSelector", "exact": "port council"}]}"#
    let plan = try plan(
      .hypothesis,
      #"[{"id": "a", "uri": "u", "target": \#(target)}, {"id": "b", "uri": "u", "target": "u#p"}]"#)
    #expect(words(plan.entries) == ["port council"])
    #expect(plan.remarks.count == 1)
  }

  // MARK: Label Studio

  private func task(_ data: String, _ value: String) -> String {
    """
    [{"id": 1, "data": \(data), "annotations": [{"id": 2, "result": [{"id": "r", "from_name": "l",
      "to_name": "t", "type": "labels", "value": \(value)}]}]}]
    """
  }

  @Test("The address of a text is not taken for the text: its words are looked for in the article")
  func addressOfText() throws {
    let value = #"{"start": 23, "end": 30, "text": "council", "labels": ["X"]}"#
    for address in ["https://x.example/a.txt", "/data/upload/1/a.txt"] {
      let plan = try plan(.labelstudio, task(#"{"text": "\#(address)"}"#, value))
      #expect(words(plan.entries) == ["council"])
      #expect(plan.entries.allSatisfy { $0.isPlaced })
    }
  }

  @Test(
    "Offsets in a page without the words there mark nothing, in its source no more than in a text")
  func offsetsOfPage() throws {
    let value = #"{"globalOffsets": {"start": 4, "end": 9}, "hypertextlabels": ["X"]}"#
    let plan = try plan(.labelstudio, task(#"{"text": "<p>Ferry levy and more</p>"}"#, value))
    #expect(plan.entries.isEmpty && plan.remarks.count == 1)
  }

  @Test("A line end that stands as \\n in the words is one")
  func lineEndInWords() throws {
    let text = Self.text.replacing("\n", with: "\\n")
    let value = #"{"start": 19, "end": 39, "text": "port council\\ndoubled", "labels": ["X"]}"#
    let plan = try plan(.labelstudio, task(#"{"text": "\#(text)"}"#, value))
    #expect(words(plan.entries) == ["port council\ndoubled"])
    #expect(plan.entries.allSatisfy { $0.isPlaced })
  }

  // MARK: Prodigy, doccano, tables

  @Test("Spans of Prodigy without words have those of their tokens, which decide how they count")
  func tokens() throws {
    let text = Self.text.replacing("\n", with: "\\n")
    let start = try #require(Self.text.firstRange(of: "port council")).lowerBound
    let units = Self.text[..<start].utf16.count
    let file = """
      {"text": "\(text)", "tokens": [{"text": "port", "start": \(units), "end": \(units + 4), "ws": true},
        {"text": "council", "start": \(units + 5), "end": \(units + 12), "ws": false}],
        "spans": [{"start": \(units), "end": \(units + 12), "label": "ORG"}]}
      """
    let plan = try plan(.prodigy, file.replacing("\n", with: ""))
    #expect(words(plan.entries) == ["port council"])
    #expect(plan.entries.allSatisfy { $0.isPlaced })
  }

  @Test("Words of a span of Prodigy that the text does not have stay, as an orphan")
  func otherWords() throws {
    let plan = try plan(
      .prodigy,
      #"{"text": "Ferry levy", "spans": [{"start":0,"end":5,"label":"X","text":"Gerda"}]}"#)
    #expect(words(plan.entries) == ["Gerda"])
    #expect(plan.entries.map(\.isPlaced) == [false])
  }

  @Test("The label of a text stands in a list or by itself")
  func labelOfText() throws {
    for label in [#""positive""#, #"["positive"]"#] {
      let plan = try plan(.doccano, #"{"text": "Ferry levy", "label": \#(label)}"#)
      #expect(plan.entries.map(\.annotation.tags) == [["positive"]])
    }
  }

  @Test(
    "Cells behind the last column are named, and a start that is not a number is no whole article")
  func cells() throws {
    let plan = try plan(
      .csv, "kind,exact,start,note\nhighlight,Ferry,0,one, two\nhighlight,,abc,\n")
    #expect(plan.remarks == ["row 2 has more cells than the first line; they were left out"])
    #expect(words(plan.entries) == ["Ferry", ""])
    #expect(plan.entries.map(\.isPlaced) == [true, false])
  }

  // MARK: Round trips

  @Test(
    "A mark in doubt is one mark in doubt when it comes back, though it was labelled on the way",
    arguments: [
      (ExportFormat.doccano, ImportFormat.doccano), (.labelstudio, .labelstudio),
      (.prodigy, .prodigy), (.cas, .cas), (.brat, .brat),
    ])
  func doubt(format: (ExportFormat, ImportFormat)) throws {
    var mark = try MarkedCorpus.mark("harbour office", in: desk.article())
    mark.targets[0].passage = Passage(exact: "harbour office", prefix: "no old ", suffix: " ever")
    let export = try desk.export(format.0, [mark])
    let file = try #require(
      export.files.first { !$0.name.hasSuffix(".txt") && !$0.name.hasSuffix(".conf") })
    let plan = try plan(format.1, file.text, in: MarkedCorpus.text)
    #expect(words(plan.entries) == ["harbour office"])
    #expect(plan.entries.map(\.isPlaced) == [false])
  }

  @Test("What is only highlighted has no tag in reading systems, and relations are named there")
  func reading() throws {
    var mark = try MarkedCorpus.mark("harbour office", in: desk.article())
    mark.foreign = [ForeignRecord(scheme: "brat", type: "Heads", data: ["to": "urn:uuid:2"])]
    let export = try desk.export(.readium, [mark])
    #expect(export.remarks.count == 1 && export.remarks[0].contains("1 relation of"))
    let text = try #require(export.files.first).text
    let plan = try plan(.readium, text, in: MarkedCorpus.text)
    #expect(words(plan.entries) == ["harbour office"])
    #expect(plan.entries.map(\.annotation.tags) == [[]])
  }

  @Test("A mark whose id is an address keeps it in UIMA CAS; identifiers of others are features")
  func identifiers() throws {
    var mark = try MarkedCorpus.mark("harbour office", in: desk.article())
    mark.id = AnnotationID("https://x.example/1")
    let text = try #require(desk.export(.cas, [mark]).files.first).text
    let plan = try plan(.cas, text, in: MarkedCorpus.text)
    #expect(plan.entries.map(\.annotation.id) == [mark.id])
    let bare = text.replacing("galley.Annotation", with: "other.Annotation")
    let others = try self.plan(.cas, bare, in: MarkedCorpus.text).entries
    #expect(others.first?.annotation.tags == ["identifier=https://x.example/1"])
  }
}
