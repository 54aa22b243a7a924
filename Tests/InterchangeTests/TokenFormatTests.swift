// Prodigy, CoNLL, UIMA CAS JSON, REFI-QDA and reading systems: what goes out, and what comes in as their own
// programs write it.

import ArticleModel
import Bundles
import Corpus
import Interchange
import LosslessJSON
import TestSupport
import Testing

@Suite struct TokenFormatTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private func bias(_ words: String) throws -> Annotation {
    var mark = try MarkedCorpus.mark(words, .bias, in: desk.article())
    mark.terms = [TermReference(pack: "bias", group: "wording", term: "euphemism")]
    return mark
  }

  private func entries(
    _ format: ImportFormat, _ bytes: [UInt8], in text: String = MarkedCorpus.text
  ) throws -> (entries: [ImportPlan.Entry], remarks: [String]) {
    let file = try format.read(bytes, knowing: MarkedCorpus.shelf)
    let article = Article(text, name: "a.txt")
    return (
      file.groups.flatMap { ImportPlan($0, into: article, existing: []).entries }, file.remarks
    )
  }

  private func words(_ entry: ImportPlan.Entry) -> String? {
    entry.annotation.targets.first?.passage?.exact
  }

  // MARK: Prodigy

  @Test("Spans begin and end with tokens, which are words and signs of the text")
  func prodigy() throws {
    let marks = try [bias("ferries sailed, 日本"), bias("erries sa")]
    let line = try JSONValue(
      parsing: try #require(desk.export(.prodigy, marks).files.first).text)
    let text = Array(try #require(line["text"]?.string).unicodeScalars)
    let tokens = line["tokens"]?.elements ?? []
    for token in tokens {
      let (start, end) = (try #require(token["start"]?.int), try #require(token["end"]?.int))
      #expect(String(String.UnicodeScalarView(text[start..<end])) == token["text"]?.string)
    }
    for span in line["spans"]?.elements ?? [] {
      let first = try #require(span["token_start"]?.int)
      let last = try #require(span["token_end"]?.int)
      #expect(tokens[first]["start"] == span["start"] && tokens[last]["end"] == span["end"])
    }
    #expect(line["spans"]?.elements.count == 2)
  }

  @Test("Tasks of Prodigy become marks; what was rejected, and what is no span, is named")
  func prodigyImport() throws {
    let lines = """
      {"text":"Ines Vogt spoke.","spans":[{"start":0,"end":9,"label":"PERSON","token_start":0}],"answer":"accept","_session_id":"news-ana","relations":[{}]}
      {"text":"Ines Vogt spoke.","spans":[{"start":10,"end":15,"label":"VERB"}],"answer":"reject"}
      {"text":"Ines Vogt spoke.","spans":[{"start":10,"end":99,"label":"VERB"}]}
      {"text":"Ines Vogt spoke.","spans":[{"start":10,"end":15,"label":"VERB","text":"Vogt"}]}
      {"text":"🌊 rise","spans":[{"start":3,"end":7,"label":"VERB","text":"rise"}]}
      """
    let (entries, remarks) = try entries(
      .prodigy, Array(lines.utf8), in: "Ines Vogt spoke. 🌊 rise\n")
    #expect(entries.map(words) == ["Ines Vogt", "Vogt", "rise"])
    #expect(entries.first?.annotation.tags == ["PERSON"])
    #expect(entries.first?.annotation.creator?.name == "news-ana")
    #expect(remarks.count == 2)
    #expect(throws: ImportProblem.self) {
      try ImportFormat.prodigy.read(
        Array(#"{"text":"x","label":["a"]}"#.utf8), knowing: MarkedCorpus.shelf)
    }
  }

  // MARK: CoNLL

  @Test("Each token has one tag; of marks that overlap, the longer stays and the other is named")
  func conll() throws {
    let marks = try [bias("The ferries sailed"), bias("sailed")]
    let export = try desk.export(.conll, marks)
    let text = try #require(export.files.first).text
    #expect(text.hasPrefix("-DOCSTART- -X- O O\n\n"))
    #expect(
      text.contains("The -X- _ B-bias/wording/euphemism\nferries -X- _ I-bias/wording/euphemism\n"))
    #expect(export.remarks.count == 1)
    let (read, _) = try entries(.conll, Array(text.utf8))
    #expect(read.map(words) == ["The ferries sailed"])
    #expect(read.first?.annotation.terms.map(\.term) == ["euphemism"])
    #expect(read.first?.isPlaced == true)
  }

  @Test(
    "All schemes of tags give the same marks",
    arguments: [
      "I-PER I-PER O I-LOC", "B-PER I-PER O B-LOC", "B-PER E-PER O S-LOC", "B-PER L-PER O U-LOC",
    ])
  func schemes(tags: String) throws {
    let tokens = zip(["Ines", "Vogt", "saw", "Cork"], tags.split(separator: " "))
    let text =
      "# a comment\n" + tokens.map { "\($0) NN \($1)\n" }.joined()
      + "\n-DOCSTART- -X- O\n\nCork NN I-LOC\n"
    let file = try ImportFormat.conll.read(Array(text.utf8), knowing: MarkedCorpus.shelf)
    #expect(file.groups.count == 2)
    let plan = ImportPlan(
      try #require(file.groups.first), into: Article("Ines Vogt saw Cork.\n"), existing: [])
    #expect(plan.entries.map(words) == ["Ines Vogt", "Cork"])
    #expect(plan.entries.map(\.annotation.tags) == [["PER"], ["LOC"]])
  }

  @Test("Columns without tags are refused with the line")
  func noTags() {
    #expect(throws: ImportProblem.self) {
      try ImportFormat.conll.read(Array("Ines Vogt spoke .\n".utf8), knowing: MarkedCorpus.shelf)
    }
  }

  // MARK: UIMA CAS JSON

  @Test("Positions of a CAS count units of UTF-16")
  func casOffsets() throws {
    let mark = try bias("日本 included")
    let json = try JSONValue(
      parsing: try #require(desk.export(.cas, [mark]).files.first).text)
    let structures = json["%FEATURE_STRUCTURES"]?.elements ?? []
    let entity = try #require(structures.first { $0["identifier"]?.string == mark.id.description })
    let units = Array(MarkedCorpus.text.utf16)
    let (begin, end) = (try #require(entity["begin"]?.int), try #require(entity["end"]?.int))
    #expect(String(decoding: units[begin..<end], as: UTF16.self) == "日本 included")
  }

  @Test("Layers, features and positions behind astral characters are read; links are named")
  func casImport() throws {
    let text = "A 🌊 wave. Cork waits."
    let cas = """
      {"%TYPES": {}, "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3]}}, "%FEATURE_STRUCTURES": {
        "1": {"%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "\(text)"},
        "2": {"%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "@sofa": 1, "begin": 11, "end": 15, "value": "LOC", "identifier": "http://kb.example/cork"},
        "3": {"%TYPE": "webanno.custom.Tone", "@sofa": 1, "begin": 5, "end": 9, "mood": "calm", "@links": 4},
        "4": {"%TYPE": "uima.cas.FSArray", "%ELEMENTS": []},
        "5": {"%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 0, "end": 1}}}
      """
    let (entries, remarks) = try entries(.cas, Array(cas.utf8), in: text)
    #expect(entries.map(words) == ["Cork", "wave"])
    #expect(entries.first?.annotation.tags == ["LOC", "identifier=http://kb.example/cork"])
    #expect(entries.last?.annotation.tags == ["Tone", "mood=calm"])
    #expect(remarks == ["links of Tone: 1 left out"])
  }

  // MARK: REFI-QDA

  @Test("A project comes back with words, codes, notes, makers and ids")
  func project() throws {
    var mark = try bias("ferries sailed, 日本")
    (mark.note, mark.tags) = ("two\nlines & <more>", ["harbour"])
    let archive = try #require(desk.export(.qdpx, [mark]).files.first).bytes
    let (entries, remarks) = try entries(.qdpx, archive)
    let read = try #require(entries.first?.annotation)
    #expect(read.id == mark.id && read.note == mark.note && read.tags == mark.tags)
    #expect(read.terms.map(\.term) == ["euphemism"])
    #expect(read.creator?.name == "Ana Lopes" && read.created == mark.created)
    #expect(entries.map(words) == ["ferries sailed, 日本"] && remarks.isEmpty)
  }

  @Test(
    "Projects of other programs: braces, codes below codes, texts inside, sources that are no text")
  func foreignProject() throws {
    let guid = (1...9).map { "0000000\($0)-0000-4000-8000-000000000000" }
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <Project xmlns="urn:QDA-XML:project:1.0" name="P">
      <Users><User guid="{\(guid[0])}" name="Cho"/></Users>
      <CodeBook><Codes><Code guid="\(guid[1])" name="tone" isCodable="false">
      <Code guid="\(guid[2].uppercased())" name="calm" isCodable="true"/></Code></Codes></CodeBook>
      <Sources><TextSource guid="\(guid[3])" name="s"><PlainTextContent>Cork waits.</PlainTextContent>
      <PlainTextSelection guid="\(guid[4])" startPosition="0" endPosition="4" creatingUser="\(guid[0])">
      <Coding guid="\(guid[5])"><CodeRef targetGUID="\(guid[2])"/></Coding><NoteRef targetGUID="\(guid[6])"/>
      </PlainTextSelection></TextSource><PDFSource guid="\(guid[7])"/></Sources>
      <Notes><Note guid="\(guid[6])"><PlainTextContent>why?</PlainTextContent></Note></Notes>
      </Project>
      """
    var archive = ZipWriter(at: Timestamp("2026-03-04T05:06:07Z"))
    archive.add(Array(xml.utf8), named: "project.qde")
    let (entries, remarks) = try entries(.qdpx, archive.bytes, in: "Cork waits.\n")
    #expect(entries.map(words) == ["Cork"])
    #expect(entries.first?.annotation.tags == ["tone/calm"])
    #expect(entries.first?.annotation.note == "why?")
    #expect(entries.first?.annotation.creator?.name == "Cho")
    #expect(remarks == ["1 PDF source left out"])
    #expect(throws: ImportProblem.self) {
      try ImportFormat.qdpx.read(Array("{}".utf8), knowing: MarkedCorpus.shelf)
    }
  }

  /// A project of one text with one selection on “Cork”, as different programs count.
  private func project(_ text: String, _ start: Int, _ end: Int, name: String) -> [UInt8] {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><Sources>
      <TextSource guid="s" name="s" plainTextPath="internal://s.txt">
      <PlainTextSelection guid="q" name="\(name)" startPosition="\(start)" endPosition="\(end)"/>
      </TextSource></Sources></Project>
      """
    var archive = ZipWriter(at: Timestamp("2026-03-04T05:06:07Z"))
    archive.add(Array(xml.utf8), named: "project.qde")
    archive.add(Array(text.utf8), named: "Sources/S.txt")
    return archive.bytes
  }

  @Test(
    "The name of a selection decides how its positions are counted",
    arguments: [
      ("🌊 A\nCork waits.", 4, 8), ("🌊 A\nCork waits.", 4, 7), ("🌊 A\nCork waits.", 5, 9),
      ("🌊 A\r\nCork waits.", 4, 8), ("🌊 A\r\nCork waits.", 5, 9),
      ("\u{FEFF}🌊 A\nCork waits.", 4, 8),
    ])
  func positions(text: String, start: Int, end: Int) throws {
    let (entries, remarks) = try entries(
      .qdpx, project(text, start, end, name: "Cork"), in: "🌊 A\nCork waits.")
    #expect(entries.map(words) == ["Cork"])
    #expect(entries.map(\.annotation.kind) == [.highlight] && remarks.isEmpty)
  }

  @Test("Where nothing says how line ends are counted, the import says so")
  func unknownPositions() throws {
    let (_, remarks) = try entries(.qdpx, project("A\r\nCork", 2, 6, name: ""), in: "A\nCork")
    #expect(remarks == ["“s”: nothing says how its positions count line ends"])
    let (none, lost) = try entries(.qdpx, project("Cork", 2, 60, name: ""), in: "Cork")
    #expect(none.isEmpty && lost == ["“s”: 1 selection outside of its text left out"])
  }

  // MARK: Reading systems and references

  @Test("A set for reading systems has what the profile asks for, and comes back")
  func readium() throws {
    var mark = try bias("ferries sailed")
    mark.note = "Which?"
    let file = try #require(desk.export(.readium, [mark]).files.first)
    #expect(file.name == "a.txt.annotation")
    let set = try JSONValue(parsing: file.text)
    #expect(set["type"]?.string == "AnnotationSet" && set["generated"]?.string != nil)
    #expect(set["about"]?["dc:identifier"]?[0]?.string == "https://post.example/a")
    let item = set["items"]?[0]
    #expect(item?["motivation"]?.string == "commenting" && item?["created"]?.string != nil)
    #expect(item?["target"]?["selector"]?[0]?["exact"]?.string == "ferries sailed")
    #expect(item?["body"]?["tags"]?[0]?.string == "bias/wording/euphemism")
    let (entries, _) = try entries(.readium, Array(file.text.utf8))
    #expect(entries.map(words) == ["ferries sailed"])
    #expect(entries.first?.annotation.id == mark.id && entries.first?.annotation.note == "Which?")
  }

  @Test("References say what is known, with nothing in them that TeX would run")
  func references() throws {
    let sidecar = try desk.annotated(desk.article(), [bias("ferries")])
    let corpus = desk.corpus([sidecar])
    func export(_ format: ExportFormat) -> Export {
      Export(
        format, of: corpus, labelledBy: MarkedCorpus.shelf, generated: Timestamp("2026-03-04"))
    }
    let bibTeX = try #require(export(.bibtex).files.first).text
    #expect(bibTeX.hasPrefix("@article{post2026harbour,"))
    #expect(bibTeX.contains("journal = {Harbour Post}") && bibTeX.contains("year = {2026}"))
    #expect(
      export(.bibtex).remarks.contains { $0.hasSuffix("not known: authors (galley describe)") })
    let csl = try JSONValue(parsing: try #require(export(.csl).files.first).text)[0]
    #expect(csl?["type"]?.string == "article-newspaper")
    #expect(csl?["issued"]?["date-parts"]?[0]?[2]?.int == 2)
    #expect(csl?["URL"]?.string == "https://post.example/a")
  }
}
