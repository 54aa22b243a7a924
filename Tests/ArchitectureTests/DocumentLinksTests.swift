// The links between the documents lead somewhere, and the glossary names types that exist.

import FoundationEssentials
import Testing

@Suite struct DocumentLinksTests {
  @Test("Every link from a document to a file, and to a heading of a document, resolves")
  func links() throws {
    let documents = try Document.all()
    #expect(documents.count > 10)
    for document in documents {
      for link in document.links {
        #expect(document.resolves(link), "\(document.path) links to \(link)")
      }
    }
  }

  @Test("Links are found where they are links, and headings are named as web pages name them")
  func linkForms() {
    let text = """
      # Where your marks are — `here`
      See [one](a.md), [two](b.md#c-d) and [web](https://example.org). `[none](code.md)`
      ```md
      [none](block.md)
      ```
      <img src="a.svg"> <source srcset="b.svg">
      """
    let document = Document(path: "x.md", text: text)
    #expect(document.links == ["a.md", "b.md#c-d", "a.svg", "b.svg"])
    #expect(document.anchors == ["where-your-marks-are--here"])
  }

  @Test("Every type that the glossary names is declared")
  func glossary() throws {
    let glossary = try #require(
      try Document.all().first { $0.path == "Documentation/glossary.md" })
    let names = glossary.lines.filter { $0.hasPrefix("|") }.flatMap { row in
      (row.split(separator: "|").last ?? "").split(separator: "`").enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { $0.element }
    }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "actor"]
    let declared = try SourceFile.all(under: "Sources").flatMap(\.lines).flatMap { line in
      let words = line.split { !$0.isLetter && !$0.isNumber }
      return zip(words, words.dropFirst()).filter { kinds.contains($0.0) }.map(\.1)
    }
    #expect(names.count > 20)
    for name in names { #expect(declared.contains(name), "\(name)") }
  }
}
