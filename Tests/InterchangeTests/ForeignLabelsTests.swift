// Labels of other programs, and what these say beside them: through the sidecar and out again, in every format.

import ArticleModel
import Interchange
import LosslessJSON
import Sidecars
import Testing

@Suite struct ForeignLabelsTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private static let brat = """
    T1\tOrg 0 7\tHarbour
    T2\tPerson 8 14\tcloses
    T3\tStufe-ä 21 28\tferries
    R1\tHeads Arg1:T2 Arg2:T1
    R2\tPart Whole:T1 Part:T3
    A1\tConfidence T1 High
    A2\tNegation T2
    A3\tConfidence R1 Low
    E1\tPerson:T2 Of:T1
    E2\tPerson:T2 Of:E1
    A4\tSpeculation E2
    N1\tReference T1 Wikipedia:64488\tHarbour
    #1\tAnnotatorNotes T1\tA note.
    #2\tLemma T2\tclose
    #3\tAnnotatorNotes R2\tOn the relation.
    *\tEquiv T1 T3

    """

  private func marks(_ format: ImportFormat, _ text: String) throws -> [Annotation] {
    let file = try format.read(Array(text.utf8), knowing: MarkedCorpus.shelf)
    #expect(file.remarks == [])
    let group = try #require(file.groups.first)
    let plan = ImportPlan(
      group, into: Article(MarkedCorpus.text, name: "a.txt"), existing: [])
    #expect(plan.entries.allSatisfy { $0.isPlaced })
    return plan.entries.map(\.annotation)
  }

  /// The lines of a file of brat that are not the program's own, without their numbers.
  private func lines(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { !$0.contains("\tGalley T") }.map { line in
        line.first == "#" || line.first == "A"
          ? String(line.drop { $0 != "\t" }) : String(line)
      })
  }

  @Test(
    "brat gets back its types, relations, events, attributes, notes, normalisations, equivalences")
  func brat() throws {
    let marks = try marks(.brat, Self.brat)
    #expect(
      marks.map(\.tags) == [
        ["Org", "Confidence:High"], ["Person", "Negation", "Lemma:close"], ["Stufe-ä"],
      ])
    let files = try desk.export(.brat, marks).files
    let written = try #require(files.first { $0.name.hasSuffix(".ann") }).text
    let expected = Self.brat.replacing("Stufe-ä", with: "Stufe-_")
    #expect(lines(written) == lines(expected))
    let group = try #require(
      ImportFormat.brat.read(Array(written.utf8), knowing: MarkedCorpus.shelf).groups.first)
    let article = Article(MarkedCorpus.text, name: "a.txt")
    let again = ImportPlan(group, into: article, existing: marks)
    #expect(again.entries.map(\.outcome) == [.present, .present, .present])
    let foreign = written.split(separator: "\n").filter { !$0.contains("\tGalley T") }
    let bare = try self.marks(.brat, foreign.joined(separator: "\n"))
    #expect(bare.map { $0.foreign.count } == marks.map { $0.foreign.count })
  }

  @Test(
    "The types, roles, arguments and values of a folder are in its annotation.conf, names in visual.conf"
  )
  func bratConfiguration() throws {
    let files = try desk.export(.brat, marks(.brat, Self.brat)).files
    let types = try #require(files.first { $0.name == "annotation.conf" }).text
    #expect(
      types == """
        [entities]
        Org
        Stufe-_
        [relations]
        Heads\tArg1:<ANY>, Arg2:<ANY>
        Part\tWhole:<ANY>, Part:<ANY>
        Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive
        [events]
        Person\tOf*:<ANY>
        [attributes]
        Confidence\tArg:<ANY>, Value:High|Low
        Negation\tArg:<ANY>
        Speculation\tArg:<ANY>

        """)
    let shown = try #require(files.first { $0.name == "visual.conf" }).text
    #expect(shown.contains("Stufe-_ | Stufe-ä\n"))
  }

  @Test("A relation goes from brat to doccano and to Label Studio and back, under its own name")
  func relations() throws {
    let marks = try marks(.brat, Self.brat)
    let formats: [(ExportFormat, ImportFormat)] = [
      (.doccano, .doccano), (.labelstudio, .labelstudio), (.w3c, .w3c), (.csv, .csv),
    ]
    for (out, back) in formats {
      let export = try desk.export(out, marks)
      #expect(export.remarks.isEmpty)
      let again = try self.marks(back, try #require(export.files.first).text)
      #expect(Set(again.map(\.foreignLabels)) == [["Org"], ["Person"], ["Stufe-ä"]], "\(out)")
      #expect(again.allSatisfy { mark in marks.contains { $0.id == mark.id } })
      let types = Set(again.flatMap(\.foreign).filter { $0.data?["to"] != nil }.map(\.type))
      #expect(types == ["Heads", "Part"], "\(out)")
    }
  }

  @Test(
    "Without what an export carries along, doccano and Label Studio still know labels and relations"
  )
  func bare() throws {
    let marks = try marks(.brat, Self.brat)
    let line = try JSONValue(parsing: desk.export(.doccano, marks).files[0].text)
    #expect(
      line["entities"]?.elements.compactMap { $0["label"]?.string } == ["Org", "Person", "Stufe-ä"])
    #expect(line["relations"]?.elements.compactMap { $0["type"]?.string } == ["Part", "Heads"])
    let tasks = try JSONValue(parsing: desk.export(.labelstudio, marks).files[0].text)
    let results = tasks[0]?["annotations"]?[0]?["result"]?.elements ?? []
    #expect(results.count { $0["type"]?.string == "relation" } == 2)
  }

  @Test("Choices of Label Studio come out as choices, and go when they are taken off there")
  func choices() throws {
    let task = """
      [{"id": 1, "data": {"text": "\(MarkedCorpus.text.replacing("\n", with: "\\n"))"}, "annotations": [{"id": 2, "result": [
        {"id": "r", "type": "labels", "from_name": "l", "to_name": "t", "value": {"start": 0, "end": 7, "text": "Harbour", "labels": ["Org", "Place"]}},
        {"id": "r", "type": "choices", "from_name": "sure", "to_name": "t", "value": {"start": 0, "end": 7, "choices": ["a <b>"]}}]}]}]
      """
    let marks = try marks(.labelstudio, task)
    let export = try desk.export(.labelstudio, marks)
    let written = try #require(export.files.first).text
    #expect(try self.marks(.labelstudio, written) == marks)
    let results = try JSONValue(parsing: written)[0]?["annotations"]?[0]?["result"]?.elements
    #expect(results?.map { $0["type"]?.string } == ["labels", "choices"])
    #expect(results?[0]["value"]?["labels"]?.elements.compactMap(\.string) == ["Org", "Place"])
    let taken = written.replacing("\"choices\"", with: "\"textarea\"")
    #expect(try self.marks(.labelstudio, taken).map(\.tags) == [["Org", "Place"]])
    let settings = try #require(export.settings.first)
    #expect(settings.name == ".config.xml")
    #expect(settings.text.contains("<Choice value=\"a &lt;b&gt;\"/>"))
    #expect(settings.text.contains("<Label value=\"Place\""))
  }

  @Test("What a mark is called elsewhere goes with the tag")
  func removedTag() throws {
    var mark = try #require(marks(.brat, Self.brat).last)
    mark.tags = ["other"]
    let files = try desk.export(.brat, [mark]).files
    #expect(files.first { $0.name.hasSuffix(".ann") }?.text.hasPrefix("T1\ttag ") == true)
  }

  @Test("doccano is given a file of the labels, and one of the relations")
  func doccanoLabels() throws {
    let settings = try desk.export(.doccano, marks(.brat, Self.brat)).settings
    #expect(settings.map(\.name) == [".labels.json", ".relations.json"])
    let labels = try JSONValue(parsing: settings[0].text).elements.compactMap { $0["text"]?.string }
    #expect(labels == ["Org", "Person", "Stufe-ä"])
  }

  @Test("Ties between Web Annotations are kept by the one that they begin at")
  func ties() throws {
    func mark(_ id: String, _ words: String) -> String {
      #"{"id": "\#(id)", "type": "Annotation", "target": {"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": "\#(words)"}}}"#
    }
    let tie =
      ##"{"id": "#3", "type": "Annotation", "motivation": "linking", "body": {"value": "isPartOf", "purpose": "tagging"}, "target": [{"id": "#1"}, {"id": "#2"}]}"##
    let marks = try marks(
      .w3c, "[\(tie), \(mark("#1", "Harbour closes")), \(mark("#2", "ferries sailed"))]")
    #expect(marks.count == 2 && marks[0].foreign.map(\.type) == ["isPartOf"])
    #expect(marks[0].foreign.first?.data?["to"]?.string == marks[1].id.description)
  }
}
