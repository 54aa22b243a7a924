// Packs of terms: those that come with the program, and what is said of a user's mistakes.

import ArticleModel
import Configuration
import EmbeddedData
import TestSupport
import Testing

@Suite struct TaxonomyLoaderTests {
  let shelf = TaxonomyShelf.builtIn()

  @Test("The packs that come with the program are faultless", arguments: EmbeddedTaxonomy.allCases)
  func faultless(embedded: EmbeddedTaxonomy) throws {
    let (pack, problems) = TaxonomyLoader.load(embedded.source, file: "\(embedded).toml")
    #expect(problems == [])
    let terms = try #require(pack).groups.flatMap(\.terms)
    #expect(Set(terms.map(\.id)).count == terms.count)
    #expect(Set(terms.map(\.key)).count == terms.count)
    #expect(terms.allSatisfy { !$0.definition.isEmpty })
  }

  @Test("Terms are found by their id, their group or their pack")
  func references() {
    let loaded = shelf.reference(named: "loaded-term", for: .bias)
    #expect(loaded?.description == "bias/wording/loaded-term")
    #expect(loaded?.packVersion == "1.0")
    #expect(shelf.reference(named: "truth/refuted")?.description == "verification/truth/refuted")
    #expect(shelf.reference(named: "verification/said/altered")?.term == "altered")
    #expect(shelf.reference(named: "loaded") == nil)
    #expect(shelf.reference(named: "bias/truth/refuted") == nil)
  }

  @Test("A verdict is one of its group, a kind of bias is one of many")
  func exclusive() {
    #expect(shelf["verification"]?.groups.map(\.id) == ["truth", "said", "claim-type"])
    // "q" goes back, in menus as elsewhere.
    let letters = shelf["verification"]?.groups.flatMap { $0.terms.map(\.key) } ?? []
    #expect(!letters.contains("q") && letters.contains("s"))
    #expect(shelf["verification"]?.groups.allSatisfy(\.isExclusive) == true)
    #expect(shelf["bias"]?.groups.contains(where: \.isExclusive) == false)
    #expect(shelf.packs(for: .bias).map(\.id) == ["bias", "propaganda"])
  }

  @Test("The vocabulary of statuses is that of the sidecar")
  func statuses() {
    #expect(shelf.statuses.map(\.id) == AnnotationStatus.allCases.map(\.rawValue))
    #expect(shelf.statuses.map(\.label) == AnnotationStatus.allCases.map(\.label))
    #expect(shelf["status"] == nil)
  }

  @Test("What cannot be used is reported with its line, and the rest of the pack loads")
  func mistakes() throws {
    let (pack, problems) = TaxonomyLoader.load(
      """
      id = "desk"
      version = 2
      kind = "biass"
      [[group]]
      id = "House Style"
      [[group.term]]
      id = "jargon"
      definition = "Words for insiders."
      key = "jj"
      [[group]]
      id = "style"
      [[group.term]]
      id = "cliche"
      definition = "A worn phrase."
      key = "c"
      [[group.term]]
      id = "clutter"
      defnition = "Words that do nothing."
      key = "c"
      gutter = "»"
      [[group.term]]
      id = "cliche"
      definition = "Again."
      """, file: "desk.toml")
    #expect(
      problems.map(\.description) == [
        "desk.toml:2: “version” must be a string, not a whole number",
        "desk.toml:3: there is no kind “biass”; the kinds are bias, verification, question, note, "
          + "evidence, highlight, tag, correction, reply, link",
        "desk.toml:5: an id consists of small letters, digits and hyphens, such as loaded-term",
        "desk.toml:9: a key is one letter or digit, not “jj”",
        "desk.toml:16: “definition” is missing",
        "desk.toml:18: warning: unknown key “defnition”; known here: definition, example, gutter, "
          + "id, key, label, parent",
        "desk.toml:19: the key c is taken by an earlier term of the pack",
        "desk.toml:20: the margin has room for one ASCII letter, not for “»”",
        "desk.toml:21: “cliche” comes twice",
      ])
    let style = try #require(pack?.groups.first)
    #expect(pack?.groups.map(\.id) == ["style"])
    #expect(style.terms.map(\.id) == ["cliche", "clutter"])
    #expect(style.terms.map(\.key) == ["c", "l"])
  }

  @Test("A file that names no pack is no pack", arguments: ["", "id = \"x\"\nversion = \"1\"\n"])
  func noPack(text: String) {
    let (pack, problems) = TaxonomyLoader.load(text, file: "a.toml")
    #expect(pack == nil)
    #expect(!problems.isEmpty)
  }

  @Test("A user's pack joins the built-in ones, or takes the place of one")
  func userPacks() throws {
    let folder = try TemporaryFolder()
    let term = "[[group]]\nid = \"g\"\n[[group.term]]\nid = \"t\"\ndefinition = \"d\"\n"
    try folder.write("id = \"desk\"\nversion = \"1\"\n\(term)", to: "a.toml")
    try folder.write("id = \"bias\"\nversion = \"9\"\nkind = \"bias\"\n\(term)", to: "b.toml")
    try folder.write("no pack", to: "notes.txt")
    let (shelf, problems) = TaxonomyShelf.load(userFolder: folder.path)
    #expect(problems == [])
    #expect(shelf.packs.map(\.id) == ["bias", "verification", "propaganda", "desk"])
    #expect(shelf["bias"]?.version == "9")
    #expect(TaxonomyShelf.load(userFolder: folder.path(of: "none")).problems == [])
  }
}
