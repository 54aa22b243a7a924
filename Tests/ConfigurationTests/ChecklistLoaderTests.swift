// Checklists: those that come with the program, those of a desk, and what is said of mistakes in them.

import ArticleModel
import Configuration
import EmbeddedData
import TestSupport
import Testing

@Suite struct ChecklistLoaderTests {
  @Test(
    "The checklists that come with the program are faultless", arguments: EmbeddedChecklist.allCases
  )
  func faultless(embedded: EmbeddedChecklist) throws {
    let (list, problems) = ChecklistLoader.load(embedded.source, file: "\(embedded).toml")
    #expect(problems == [])
    let items = try #require(list).items
    #expect(list?.id == embedded.rawValue)
    #expect(Set(items.map(\.id)).count == items.count)
    #expect(Checklist.Scope.allCases.allSatisfy { scope in items.contains { $0.scope == scope } })
    #expect(items.allSatisfy { !$0.explanation.isEmpty })
  }

  @Test("What cannot be used is reported with its line, and the rest of the list loads")
  func mistakes() throws {
    let (list, problems) = ChecklistLoader.load(
      """
      id = "desk"
      [[item]]
      id = "names"
      label = "names checked"
      [[item]]
      id = "Two words"
      [[item]]
      id = "law"
      scope = "page"
      [[item]]
      id = "names"
      lable = "x"
      """, file: "desk.toml")
    #expect(try #require(list).items.map(\.id) == ["names", "law"])
    #expect(list?.items.map(\.label) == ["names checked", "law"])
    #expect(problems.map(\.line) == [6, 9, 10, 12])
  }

  @Test("A list without items, or without an id, is none")
  func nothing() {
    for text in ["", "id = \"x\"", "[[item]]\nid = \"a\"\n"] {
      let (list, problems) = ChecklistLoader.load(text, file: "x.toml")
      #expect(list == nil && !problems.isEmpty)
    }
  }

  @Test("The lists of the desk come first, and replace shipped ones of the same id")
  func desk() throws {
    let folder = try TemporaryFolder()
    try folder.write("id = \"class\"\nlabel = \"ours\"\n[[item]]\nid = \"a\"\n", to: "b.toml")
    let lists = TaxonomyShelf.load(userFolder: nil, checklistFolder: folder.path).shelf.checklists
    #expect(lists.map(\.id) == ["class", "news-report"] && lists.first?.label == "ours")
    #expect(TaxonomyShelf.builtIn().checklists.map(\.id) == ["news-report", "class"])
  }
}
