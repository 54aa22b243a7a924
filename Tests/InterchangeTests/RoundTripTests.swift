// What is exported and read back says the same, whatever it says.

import ArticleModel
import Interchange
import TestSupport
import Testing

@Suite struct RoundTripTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  static let formats: [(ExportFormat, ImportFormat)] = [
    (.w3c, .w3c), (.jsonl, .w3c), (.csv, .csv), (.doccano, .doccano), (.labelstudio, .labelstudio),
    (.brat, .brat), (.prodigy, .prodigy), (.cas, .cas),
  ]

  /// Whether a file of an export is what an import reads.
  private static func holdsMarks(_ name: String) -> Bool {
    name.isEmpty || name.hasSuffix(".ann") || name.hasSuffix(".json")
  }

  /// Exports annotations, and reads the file as an import into an article without a sidecar.
  private func readBack(
    _ format: (ExportFormat, ImportFormat), _ annotations: [Annotation]
  ) throws -> (plan: ImportPlan, remarks: [String]) {
    let export = try desk.export(format.0, annotations)
    let file = try #require(export.files.first { Self.holdsMarks($0.name) })
    let imported = try format.1.read(Array(file.text.utf8), knowing: MarkedCorpus.shelf)
    #expect(imported.groups.count == 1)
    let group = try #require(imported.groups.first)
    let article = Article(MarkedCorpus.text, name: "a.txt")
    let plan = ImportPlan(group, into: article, existing: [])
    return (plan, export.remarks + imported.remarks)
  }

  @Test(
    "Marks of every sort come back as they were", arguments: formats, [UInt64](1...12))
  func marks(format: (ExportFormat, ImportFormat), seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let article = try desk.article()
    var marks = (0..<12).map { _ in MarkedCorpus.random(in: article, &chance) }
    // brat has no place for marks on the article as a whole; it says so.
    let (plan, remarks) = try readBack(format, marks)
    if format.0 == .brat {
      let whole = marks.filter { $0.targets.contains { $0.passage == nil } }
      #expect(remarks.count == whole.count)
      marks.removeAll { mark in whole.contains(mark) }
    } else {
      #expect(remarks.isEmpty)
    }
    let read = Dictionary(plan.entries.map { ($0.annotation.id, $0.annotation) }) { $1 }
    #expect(read.count == marks.count)
    for mark in marks { #expect(read[mark.id] == mark) }
    #expect(plan.entries.allSatisfy { $0.outcome == .added && $0.isPlaced })
  }

  @Test("What two people say alike of the same words comes back twice", arguments: formats)
  func alike(format: (ExportFormat, ImportFormat)) throws {
    let article = try desk.article()
    var marks = try (0..<2).map { _ in
      try MarkedCorpus.mark("ferries sailed", .bias, in: article)
    }
    marks[0].creator = Creator(name: "Ana")
    marks[1].creator = Creator(name: "Ben")
    let (plan, _) = try readBack(format, marks)
    let read = plan.entries.filter { $0.outcome == .added }
    #expect(Set(read.map(\.annotation.id)) == Set(marks.map(\.id)))
    #expect(Set(read.map(\.annotation.creator)) == Set(marks.map(\.creator)))
  }

  @Test(
    "Ticks of checklists come back with their maker and moment",
    arguments: [(ExportFormat.w3c, ImportFormat.w3c), (.csv, .csv)])
  func ticks(format: (ExportFormat, ImportFormat)) throws {
    let article = try desk.article()
    let list = Checklist(
      id: "desk", label: "desk", version: "1", items: [.init(id: "x", label: "x")])
    let mark = try MarkedCorpus.mark("ferries sailed", .verification, in: article)
    let ticks = [nil, mark.id].map {
      Annotation(
        ticking: list.items[0], of: list, for: $0, in: "a.txt", by: Creator(name: "Ana"),
        at: Timestamp("2026-03-01T10:00:00Z"))
    }
    let (plan, _) = try readBack(format, [mark] + ticks)
    let read = Dictionary(plan.entries.map { ($0.annotation.id, $0.annotation) }) { $1 }
    for tick in ticks { #expect(read[tick.id] == tick) }
  }

  @Test("What is there already is recognised by its id, then by what it says", arguments: formats)
  func duplicates(format: (ExportFormat, ImportFormat)) throws {
    let article = try desk.article()
    let mark = try MarkedCorpus.mark("ferries sailed", .note, in: article)
    let export = try desk.export(format.0, [mark])
    let file = try #require(export.files.first { Self.holdsMarks($0.name) })
    let group = try #require(
      format.1.read(Array(file.text.utf8), knowing: MarkedCorpus.shelf).groups.first)
    func outcome(
      _ existing: Annotation, replacing: ImportPlan.Replacing = .nothing
    ) -> ImportPlan.Outcome? {
      ImportPlan(group, into: article, existing: [existing], replacing: replacing)
        .entries.first?.outcome
    }
    #expect(outcome(mark) == .present)
    var other = mark
    other.id = .random()
    #expect(outcome(other) == .duplicate)
    other.creator = Creator(name: "Ben")
    #expect(outcome(other) == .added)
    var changed = mark
    changed.note = "Ours says more."
    #expect(outcome(changed) == .kept)
    let ana = ImportPlan.Replacing.marks(by: mark.creator, orOthers: false, at: nil)
    #expect(outcome(changed, replacing: ana) == .replaced)
    let ben = Creator(name: "Ben")
    #expect(outcome(changed, replacing: .marks(by: ben, orOthers: false, at: nil)) == .protected)
    let forced = ImportPlan(
      group, into: article, existing: [changed],
      replacing: .marks(by: ben, orOthers: true, at: nil))
    guard case .replace(_, let new)? = forced.change?.edits.first else {
      Issue.record("nothing is replaced")
      return
    }
    #expect(new.revisions.map(\.was.note) == ["Ours says more."])
    let plan = ImportPlan(group, into: article, existing: [changed])
    #expect(plan.change == nil)
  }

  @Test("In an article that has changed, words are found again, or the mark is an orphan")
  func changedArticle() throws {
    let article = try desk.article()
    let marks = try ["ferries sailed", "It cost 12 percent."].map {
      try MarkedCorpus.mark($0, in: article)
    }
    for format in Self.formats {
      let export = try desk.export(format.0, marks)
      let file = try #require(export.files.first { Self.holdsMarks($0.name) })
      var group = try #require(
        format.1.read(Array(file.text.utf8), knowing: MarkedCorpus.shelf).groups.first)
      if format.0 == .brat { group.text = MarkedCorpus.text }
      let changed = Article(
        "Note.\n\n" + MarkedCorpus.text.replacing("It cost 12 percent.", with: "Nothing else."))
      let plan = ImportPlan(group, into: changed, existing: [])
      #expect(plan.entries.map(\.isPlaced) == [true, false], "\(format.0)")
      let start = plan.entries.first?.annotation.targets.first?.passage?.position?.start.value
      let words = changed.text.places(of: "ferries sailed").first
      #expect(start == words.map { changed.text.codePointOffset(of: $0.start).value })
    }
  }

  @Test("What somebody changed in a table or in another tool is what comes back")
  func edited() throws {
    let article = try desk.article()
    var mark = try MarkedCorpus.mark("ferries sailed", .bias, in: article)
    mark.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")]
    mark.note = "Which?"
    let csv = try #require(desk.export(.csv, [mark]).files.first).text
      .replacing("Which?", with: "Those").replacing("loaded-term", with: "euphemism")
    let row = try #require(
      ImportFormat.csv.read(Array(csv.utf8), knowing: MarkedCorpus.shelf).groups.first)
    let read = ImportPlan(row, into: article, existing: []).entries.first
    #expect(read?.annotation.note == "Those")
    #expect(read?.annotation.terms.map(\.term) == ["euphemism"])
    let files = try desk.export(.brat, [mark]).files
    let ann = try #require(files.first { $0.name.hasSuffix(".ann") }).text
      .replacing("T1\tbias_wording_loaded-term", with: "T1\tbias_wording_euphemism")
      .replacing("AnnotatorNotes T1\tWhich?", with: "AnnotatorNotes T1\tThose")
    let group = try #require(
      ImportFormat.brat.read(Array(ann.utf8), knowing: MarkedCorpus.shelf).groups.first)
    let standoff = ImportPlan(group, into: article, existing: []).entries.first
    #expect(standoff?.annotation.id == mark.id)
    #expect(standoff?.annotation.note == "Those")
    #expect(standoff?.annotation.terms.map(\.term) == ["euphemism"])
  }
}
