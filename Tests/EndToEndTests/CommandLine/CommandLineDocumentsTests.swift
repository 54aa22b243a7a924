// Imports of many documents: files that hold several, folders, lists.

import TestSupport
import Testing

@Suite struct CommandLineDocumentsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: ["import"] + arguments, input: "")
    program.environment["HOME"] = folder.path
    return try program.run()
  }

  private func documents() throws -> String {
    try folder.write(
      """
      {"id": 1, "text": "Ines Vogt heads the council.", "label": [[0, 9, "PER"]]}
      {"id": 2, "text": "Ben met Ana.\\r\\nThey talked.", "label": [[0, 3, "PER"]]}
      {"id": 3, "text": "Nobody is named.", "label": []}

      """, to: "all.jsonl")
  }

  @Test("Each document goes to the article beside the file that has its text; the others are named")
  func matching() throws {
    let file = try documents()
    _ = try folder.write("Ben met Ana.\nThey talked.\n", to: "story.txt")
    let outcome = try run("--format", "doccano", file)
    #expect(outcome.status == 1 && outcome.output.hasSuffix("story.txt: 1 new\n"))
    #expect(outcome.errors.contains("document-1: 1 mark was left out"))
    #expect(try folder.read("story.txt.annotations.json").contains("Ben"))
  }

  @Test("Where a folder is named, the others become articles of their own text, once")
  func making() throws {
    let file = try documents()
    _ = try folder.write("x", to: "made/.keep")
    let made = folder.path(of: "made")
    let dry = try run("--format", "doccano", file, "--into", made, "--dry-run")
    #expect(dry.status == 0 && (try? folder.read("made/document-1.txt")) == nil)
    let outcome = try run("--format", "doccano", file, "--into", made)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try folder.read("made/document-1.txt") == "Ines Vogt heads the council.")
    #expect(try folder.read("made/document-3.txt") == "Nobody is named.")
    let one = folder.path(of: "one.json")
    #expect(try run("--format", "doccano", file, "--into", made, "--sidecar", one).status == 2)
    let again = try run("--format", "doccano", file, "--into", made)
    #expect(again.status == 0 && !again.output.contains("new") && !again.output.contains("1-2.txt"))
  }

  @Test("A source without a name lists the documents; an unknown one is an error")
  func listing() throws {
    let file = try documents()
    let outcome = try run("--format", "doccano", file, "--source")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("document-2   1 mark  Ben met Ana."))
    #expect(try run("--format", "doccano", file, "--source", "document-9").isOneLineError)
  }

  @Test("A document chosen by its name goes to the article that is named; else the text decides")
  func choosing() throws {
    let file = try documents()
    let story = try folder.write("Ben met Ana.\nThey talked.\n", to: "other/story.txt")
    #expect(try run("--format", "doccano", file, "--article", story).output == "\(story): 1 new\n")
    let strange = try folder.write("Something else.\n", to: "other/strange.txt")
    #expect(try run("--format", "doccano", file, "--article", strange).isOneLineError)
  }

  @Test("Of annotations on several addresses, those whose words an article has go there")
  func addresses() throws {
    func item(_ id: Int, _ source: String, _ words: String) -> String {
      #"{"id": "urn:uuid:\#(id)", "type": "Annotation", "target": {"source": "https://x.example/\#(source)", "selector": {"type": "TextQuoteSelector", "exact": "\#(words)"}}}"#
    }
    let items = [item(1, "a", "Ben met"), item(2, "b", "They talked"), item(3, "c", "harbour")]
    let file = try folder.write("[\(items.joined(separator: ","))]", to: "set.json")
    let story = try folder.write("Ben met Ana.\nThey talked.\n", to: "other/story.txt")
    let outcome = try run("--format", "w3c", file, "--article", story)
    #expect(outcome.output == "\(story): 1 new\n\(story): 1 new\n")
    #expect(outcome.errors.contains("1 document of another text left out"))
    #expect(try !folder.read("other/story.txt.annotations.json").contains("harbour"))
  }

  @Test("A folder of brat is taken whole, with what is below it; a text that is missing is named")
  func tree() throws {
    for name in ["one", "deep/two"] {
      _ = try folder.write("Ben met Ana.\n", to: "corpus/\(name).txt")
      _ = try folder.write("T1\tPER 0 3\tBen\n", to: "corpus/\(name).ann")
    }
    _ = try folder.write("T1\tPER 0 3\tBen\n", to: "corpus/alone.ann")
    let outcome = try run("--format", "brat", folder.path(of: "corpus"))
    #expect(outcome.status == 1 && outcome.output.ranges(of: ": 1 new").count == 2)
    #expect(outcome.errors.contains("alone.ann was left out"))
  }

  @Test("A list of slate names texts, and the annotations of several people beside them")
  func list() throws {
    _ = try folder.write("Ben met Ana.\n", to: "story.txt")
    _ = try folder.write("(0, 0) - PER\n", to: "story.txt.annotations")
    _ = try folder.write("(0, 0) - ORG\n", to: "story.txt.ben")
    let list = try folder.write(
      "story.txt story.txt.annotations (0, 0) story.txt.ben\n", to: "list")
    let outcome = try run("--format", "slate", list)
    #expect(outcome.status == 0 && outcome.output.ranges(of: "story.txt: 1 new").count == 2)
    let sidecar = try folder.read("story.txt.annotations.json")
    #expect(sidecar.contains("\"story.txt.ben\"") && sidecar.contains("ORG"))
  }
}
