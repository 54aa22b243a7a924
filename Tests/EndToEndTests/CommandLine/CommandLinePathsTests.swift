// Paths that stand in files of others: they lead to nothing outside of the folder of the file.

import FoundationEssentials
import LosslessJSON
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CommandLinePathsTests {
  let folder: TemporaryFolder
  private static let secret = "Zanzibar"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("The harbour was closed, officials said.\n", to: "work/a.txt")
    try folder.write(
      "\(Self.secret) rose.\n\nThe harbour was closed, Ana \(Self.secret) said.\n",
      to: "private/secret.txt")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path(of: "work/link"), withDestinationPath: "../private")
    try files.createSymbolicLink(
      atPath: folder.path(of: "work/linked.txt"), withDestinationPath: "../private/secret.txt")
    let made = try galley(
      "annotate", "work/a.txt", "--exact", "harbour", "--kind", "verification", "--verdict",
      "refuted", "--note", "which?")
    try #require(made.status == 0, "\(made)")
  }

  /// Ways to write the path of the secret as seen from the folder work.
  private var paths: [String] {
    let whole = folder.path(of: "private/secret.txt")
    return [
      "../private/secret.txt", "./../private/secret.txt", "..//private/secret.txt", whole,
      "../work/../private/secret.txt", "link/secret.txt", "link/../private/secret.txt",
      "linked.txt", "file://\(whole)", "%2e%2e/private/secret.txt", "..%2Fprivate%2Fsecret.txt",
      "..\\private\\secret.txt", "../private/secret.txt\u{0}.txt", "a.txt\u{0}/../x",
      "nothing/../../private/secret.txt", "~/private/secret.txt",
      "/proc/self/cwd/private/secret.txt",
    ]
  }

  private func galley(_ arguments: String...) throws -> Program.Outcome {
    try run(arguments)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    var program = Program(path: "/bin/sh")
    let words = ([Program.galley] + arguments).map { "'\($0)'" }.joined(separator: " ")
    program.arguments = ["-c", "cd '\(folder.path)' && exec \(words)"]
    program.environment["HOME"] = folder.path
    return try program.run()
  }

  /// Writes a sidecar whose article is at a path.
  private func sidecar(_ name: String, naming path: String) throws {
    var json = try JSONValue(parsing: folder.read("work/a.txt.annotations.json"))
    guard case .object(var object) = json, case .object(var about)? = object["about"] else {
      throw Program.Failure(description: "the sidecar has no about")
    }
    about["galley:path"] = .string(path)
    about["schema:sha256"] = nil
    about["galley:textSha256"] = nil
    object["about"] = .object(about)
    json = .object(object)
    try folder.write(json.prettyPrinted(), to: name)
  }

  @Test("Nothing of a file outside of the folder gets out, whatever a sidecar calls its article")
  func articles() throws {
    let commands =
      [
        ["list"], ["list", "--json"], ["check"], ["check", "--json"], ["stats"],
        ["stats", "--csv"],
        ["agree"],
      ]
      + ["markdown", "html", "csv", "jsonl", "w3c", "claimreview", "doccano", "labelstudio"].map {
        ["export", "--format", $0]
      } + [["export", "--format", "brat", "-o", "brat", "--force"]]
    for (number, path) in paths.enumerated() {
      try sidecar("work/x.annotations.json", naming: path)
      for command in number == 0 ? commands : [commands[1], commands[7 + number % 8]] {
        for place in ["work/x.annotations.json", "work"] {
          let outcome = try run(command + [place])
          let said = outcome.output + outcome.errors
          #expect(!said.contains(Self.secret), "\(path.debugDescription), \(command), \(place)")
          #expect((0...2).contains(outcome.status), "\(path.debugDescription), \(command)")
        }
      }
    }
    let brat = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "brat"))) ?? []
    for name in brat where name.hasSuffix(".txt") {
      #expect(try !folder.read("brat/\(name)").contains(Self.secret))
    }
    let refused = try galley("list", "work/x.annotations.json")
    #expect(refused.output.contains("harbour"))
  }

  @Test(
    "An article beside its sidecar that is a link out of the folder is left alone, and that is said"
  )
  func linkedArticle() throws {
    try sidecar("work/linked.txt.annotations.json", naming: "linked.txt")
    let outcome = try galley("export", "--format", "doccano", "work")
    #expect(!outcome.output.contains(Self.secret))
    #expect(outcome.errors.contains("--sidecar work/linked.txt.annotations.json work/linked.txt"))
    let named = try galley(
      "list", "--json", "--sidecar", "work/linked.txt.annotations.json", "work/linked.txt")
    #expect(named.status == 0 && named.output.contains("\"exact\""), "\(named)")
  }

  @Test("Articles below the folder are found, and those outside that have the text of the marks")
  func legitimate() throws {
    let text = try folder.read("work/a.txt")
    try folder.write(text, to: "work/sub/b.txt")
    try sidecar("work/x.annotations.json", naming: "sub/b.txt")
    #expect(try galley("check", "work/x.annotations.json").status == 0)
    let made = try galley(
      "annotate", folder.path(of: "work/a.txt"), "--sidecar",
      folder.path(of: "marks/a.annotations.json"), "--exact", "officials", "--kind", "note",
      "--note",
      "who?")
    try #require(made.status == 0, "\(made)")
    #expect(try galley("check", "marks").status == 0)
    try folder.write(text + "And more.\n", to: "work/a.txt")
    let changed = try galley("check", "marks")
    #expect(changed.status == 1 && changed.errors.contains("--sidecar"), "\(changed)")
  }

  @Test("An import writes beside no article outside of the folder of its file")
  func imports() throws {
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "private"))
    for path in paths {
      let name = JSONValue.string(path).compact()
      let files = [
        (
          "csv", "work/in.csv",
          "article,kind,exact\n\"\(path.replacing("\"", with: "\"\""))\",note,harbour\n"
        ),
        (
          "w3c", "work/in.json",
          """
          {"id": "urn:x:1", "type": "Annotation", "bodyValue": "b", "target": {"source": \(name),
          "selector": {"type": "TextQuoteSelector", "exact": "harbour"}}}
          """
        ),
        (
          "doccano", "work/in.jsonl",
          "{\"text\": \"harbour\", \"article\": \(name), \"label\": [[0, 7, \"note\"]]}"
        ),
        (
          "labelstudio", "work/in2.json",
          """
          [{"id": 1, "data": {"text": "harbour", "article": \(name)}, "annotations": [{"result":
          [{"id": "a", "value": {"start": 0, "end": 7, "text": "harbour", "labels": ["note"]}}]}]}]
          """
        ),
      ]
      for (format, file, text) in files {
        try folder.write(text, to: file)
        let outcome = try galley("import", "--format", format, file)
        let message = outcome.errors + outcome.output
        #expect(outcome.status != 0, "\(format), \(path.debugDescription): \(outcome)")
        #expect(!message.contains(Self.secret), "\(format), \(path.debugDescription)")
        let after = try FileManager.default.subpathsOfDirectory(atPath: folder.path(of: "private"))
        #expect(after == before, "\(format), \(path.debugDescription)")
      }
    }
    try folder.write("article,kind,exact\na.txt,note,officials\n", to: "work/in.csv")
    #expect(try galley("import", "--format", "csv", "work/in.csv").status == 0)
  }

  @Test("A text beside brat's file that is a link out of the folder is not taken for the article")
  func companions() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "work/c.txt"), withDestinationPath: "../private/secret.txt")
    try folder.write("T1\tnote 0 8\t\(Self.secret)\n", to: "work/c.ann")
    let outcome = try galley("import", "--format", "brat", "work/c.ann")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "work/c.txt.annotations.json")))
  }

  @Test("What is no file beside a sidecar is left alone, and the others are read")
  func pipes() throws {
    try sidecar("work/pipe.txt.annotations.json", naming: "pipe.txt")
    try #require(mkfifo(folder.path(of: "work/pipe.txt"), 0o600) == 0)
    try #require(mkfifo(folder.path(of: "work/marks.annotations.json"), 0o600) == 0)
    try folder.write("", to: "work/folder.annotations.json/x.txt")
    for (name, destination) in [("loop", "loop"), ("endless", "/dev/zero")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "work/\(name).annotations.json"), withDestinationPath: destination)
    }
    for command in [["list"], ["check"], ["stats"], ["export", "--format", "csv"]] {
      let outcome = try run(command + ["work"])
      for name in ["pipe.txt", "marks", "endless", "loop"] {
        #expect(outcome.errors.contains(name), "\(command): \(outcome)")
      }
      #expect(!outcome.errors.contains("folder.annotations.json"), "\(command): \(outcome)")
      #expect((0...1).contains(outcome.status), "\(command): \(outcome)")
    }
  }
}
