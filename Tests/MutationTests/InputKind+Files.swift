// Files of other people and programs: TOML of four kinds, and each format of an import.

import ArticleModel
import Bundles
import Configuration
import Corpus
import Interchange
import LosslessJSON
import NewsAnalysis
import Sidecars
import TestSupport

extension InputKind {
  private static let tomlPieces = bytes(
    "[", "]", "[[group]]", "[[group.term]]", "[reading]", "{a = 1}", "= ", "\"\"\"", "'''",
    "\\u00e9", "\\UFFFFFFFF",
    "1_000", "0x", "inf", "1979-05-27T07:32:00Z", "a.b.c = 1", "# ", "\"<C-\"", "\"<>\"", "\"\\q\"")

  static let toml: [InputKind] = [
    tomlKind("keymap", folder: "Keymaps") { KeymapNames.read($0) },
    tomlKind("pack", folder: "Sources/EmbeddedData/Taxonomies") {
      TaxonomyLoader.load($0, file: "a.toml").problems
    },
    tomlKind("theme", folder: nil) { ThemeLoader.load($0, file: "a.toml").problems },
    tomlKind("options", folder: nil) { UserConfiguration.parse($0, file: "a.toml").problems },
  ]

  private static let ownFiles = bytes(
    "name = \"mine\"\nbase = \"dark\"\nspeakers = [\"#7fc7d9\", \"208\"]\n[styles]\nheadline = \"bold white on blue\"\n",
    "measure = 72\nkeymap = \"vim\"\ntheme = \"dark\"\nline-numbers = true\nmouse = false\n[author]\nname = \"Ana\"\n"
  )

  private static func tomlKind(
    _ name: String, folder: String?,
    _ read: @escaping @Sendable (String) -> [ConfigurationProblem]
  ) -> InputKind {
    InputKind(
      name: name, rounds: 150,
      makeCorpus: { try folder.map { try files(in: $0, ending: ".toml") } ?? ownFiles },
      pieces: tomlPieces
    ) { input, _ in
      let problems = read(String(decoding: input.prefix(20_000), as: UTF8.self))
      let long = problems.first { $0.description.contains("\n") }
      return long.map { "more than a line: \($0)" }
    }
  }

  private enum KeymapNames {
    static func read(_ text: String) -> [ConfigurationProblem] {
      KeymapLoader.load(text, file: "a.toml").problems
    }
  }

  static let imports: [InputKind] = ImportFormat.allCases.map { format in
    InputKind(
      name: format.rawValue, rounds: 120, makeCorpus: { try samples(of: format) },
      pieces: bytes(
        "T1\t", "R1\t", "#1\t", "\t0 5\t", "\"start\"", "\"end\"", "\"exact\"", "-1", "1e99", "(\"",
        "|")
    ) { input, _ in
      guard let file = try? format.read(input, knowing: TaxonomyShelf([])) else { return nil }
      for group in file.groups {
        let plan = ImportPlan(group, into: harbour, existing: [])
        // What has neither words nor a place is left out, and named; so is what is wrong with one that stays.
        let (kept, named) = (plan.entries.count, plan.remarks.count)
        if kept > group.count || kept + named < group.count { return "marks vanish on the way" }
        if let fault = faultOfPlaces(plan) { return fault }
      }
      return nil
    }
  }

  private static let harbour = Article(
    "Harbour closes\n\nThe harbour was closed on Monday 🌊, officials said. 日本 sails again.\n")

  private static func faultOfPlaces(_ plan: ImportPlan) -> String? {
    let found = Anchoring.resolve(plan.entries.map(\.annotation), in: harbour)
    for anchor in found.values.joined() {
      if let span = anchor.span, !harbour.text.span.contains(span) { return "\(span) lies outside" }
    }
    return nil
  }

  /// Small files in the forms that other programs write.
  private static func samples(of format: ImportFormat) throws -> [[UInt8]] {
    switch format {
    case .hypothesis:
      bytes(
        #"{"total":1,"rows":[{"id":"abc","created":"2026-01-02T03:04:05.6+00:00","user":"acct:a@b","text":"Why?","tags":["desk"],"target":[{"source":"https://a.example","selector":[{"type":"TextPositionSelector","start":16,"end":27},{"type":"TextQuoteSelector","exact":"The harbour","prefix":"","suffix":" was"}]}]}]}"#
      )
    case .w3c, .readium:
      try files(in: "Examples", ending: ".annotations.json")
    case .brat:
      bytes(
        "T1\tbias 0 7\tHarbour\nT2\tnote 20 27;32 38\tharbour closed\n#1\tAnnotatorNotes T1\twhy\nA1\tStatus T1 open\nR1\tlinked Arg1:T1 Arg2:T2\n"
      )
    case .doccano:
      bytes(#"{"id":1,"text":"Harbour closes","label":[[0,7,"bias"]]}"# + "\n")
    case .labelstudio:
      bytes(
        #"[{"id":1,"data":{"text":"Harbour closes"},"annotations":[{"result":[{"id":"a","type":"labels","from_name":"label","to_name":"text","value":{"start":0,"end":7,"text":"Harbour","labels":["bias"]}}]}]}]"#
      )
    case .prodigy:
      bytes(
        #"{"text":"Harbour closes","spans":[{"start":0,"end":7,"label":"bias","id":"urn:test:1"}],"answer":"accept","meta":{"article":"a.txt"}}"#
          + "\n")
    case .conll: bytes("-DOCSTART- -X- O O\n\nHarbour NN B-NP B-bias\ncloses VB O I-bias\n")
    case .cas:
      bytes(
        #"{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"_InitialView","sofaString":"Harbour 🌊 closes"},{"%ID":2,"%TYPE":"custom.Span","@sofa":1,"begin":8,"end":10,"value":"bias"}],"%VIEWS":{"_InitialView":{"%SOFA":1,"%MEMBERS":[2]}}}"#
      )
    case .qdpx: [project]
    case .slate: bytes("(0, 0)-(0, 1) - label:bias\n((0, 1), (2, 3)) - label:a\n")
    case .csv:
      bytes(
        "article,id,kind,exact,start,end,note\na.txt,urn:test:1,bias,\"Harbour\",0,7,\"a \"\"b\"\"\nc\"\n"
      )
    }
  }

  /// A project with one coded selection.
  private static var project: [UInt8] {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes><Code guid="A" name="bias" \
      isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="B" name="a.txt" \
      plainTextPath="internal://b.txt"><PlainTextSelection guid="C" startPosition="0" endPosition="7">\
      <Coding guid="D"><CodeRef targetGUID="A"/></Coding></PlainTextSelection></TextSource></Sources></Project>
      """
    var archive = ZipWriter(at: Timestamp("2026-01-02T03:04:05Z"))
    archive.add(Array(xml.utf8), named: "project.qde")
    archive.add(Array("Harbour closes".utf8), named: "sources/b.txt")
    return archive.bytes
  }
}
