// Where commands write what -o names, and what they leave alone.

import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CommandLineOutputTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    let marked = try desk.galley(
      "annotate", desk.article, "--exact", "regrets", "--kind", "bias", "--note", "scare quotes")
    try #require(marked.status == 0, "\(marked)")
  }

  private func export(
    _ format: String = "csv", to output: String, force: Bool = false
  ) throws -> Program.Outcome {
    var program = Program(path: Program.galley)
    program.arguments = ["export", "--format", format, "-o", output, desk.article]
    if force { program.arguments.append("--force") }
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  private func link(_ name: String, to destination: String) throws -> String {
    let path = desk.folder.path(of: name)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
    return path
  }

  @Test("A file that is there is replaced when that is asked for, and not before")
  func existing() throws {
    let report = try desk.folder.write("precious\n", to: "report.csv")
    let refused = try export(to: report)
    #expect(refused.isOneLineError && refused.errors.contains("--force"), "\(refused)")
    #expect(try desk.folder.read("report.csv") == "precious\n")
    #expect(try export(to: report, force: true).status == 0)
    #expect(try desk.folder.read("report.csv").contains("scare quotes"))
    #expect(try export(to: report).status == 0, "a file that has the same already is no obstacle")
  }

  /// Spellings of a file's name that lead to the same file.
  private func spellings(of name: String) throws -> [String] {
    let (folder, path) = (desk.folder.path, desk.folder.path(of: name))
    try FileManager.default.createDirectory(
      atPath: desk.folder.path(of: "sub"), withIntermediateDirectories: true)
    let hard = desk.folder.path(of: "hard-\(name)")
    try FileManager.default.linkItem(atPath: path, toPath: hard)
    let elsewhere = try link("folder-\(name)", to: folder)
    return [
      path, "\(folder)/./\(name)", "\(folder)//\(name)", "\(folder)/sub/../\(name)", hard,
      "\(elsewhere)/\(name)", try link("link-\(name)", to: path),
      try link("twice-\(name)", to: "link-\(name)"),
    ]
  }

  @Test(
    "What is exported is never written over, however it is called and whatever is said",
    arguments: ["harbour.txt", "harbour.txt.annotations.json"])
  func sources(name: String) throws {
    let before = try desk.folder.read(name)
    for output in try spellings(of: name) {
      for format in ["csv", "html", "w3c"] {
        let outcome = try export(format, to: output, force: true)
        #expect(outcome.isOneLineError, "\(output): \(outcome)")
        #expect(try desk.folder.read(name) == before, "\(output)")
      }
    }
    #expect(try desk.annotations().count == 1)
  }

  @Test("What is no regular file is written to and stays what it is", arguments: [false, true])
  func streams(force: Bool) throws {
    let expected = try desk.galley("export", "--format", "csv", desk.article).output
    for output in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"] {
      let outcome = try export(to: output, force: force)
      #expect(outcome.status == 0 && outcome.output == expected, "\(output): \(outcome)")
    }
    let linked = try link("link-\(force)", to: "/dev/stdout")
    #expect(try export(to: linked, force: force).output == expected)
    let device = try link("null-\(force)", to: "/dev/null")
    #expect(try export(to: device, force: force).status == 0)
    for path in [linked, device] {
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil)
    }
  }

  @Test("A named pipe gets the bytes and stays a pipe")
  func pipe() throws {
    let path = desk.folder.path(of: "pipe")
    try #require(mkfifo(path, 0o600) == 0)
    // Open on both sides, so that neither waits.
    let pipe = open(path, O_RDWR | O_NONBLOCK)
    defer { close(pipe) }
    let outcome = try export(to: path, force: true)
    #expect(outcome.status == 0, "\(outcome)")
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(pipe, &bytes, bytes.count)
    let expected = try desk.galley("export", "--format", "csv", desk.article).output
    #expect(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == expected)
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }

  @Test("A link that leads nowhere, a folder, and a place in no folder are refused")
  func impossible() throws {
    let dangling = try link("dangling", to: desk.folder.path(of: "nothing"))
    for output in [dangling, desk.folder.path, desk.folder.path(of: "no/such/folder.csv"), ""] {
      let outcome = try export(to: output, force: true)
      #expect(outcome.isOneLineError, "\(output): \(outcome)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: "nothing")))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: "no")))
  }

  @Test("brat's files beside an article leave it as it is, and say so where they cannot")
  func brat() throws {
    #expect(try export("brat", to: desk.folder.path).status == 0)
    #expect(try desk.folder.read("harbour.txt") == Desk.text)
    #expect(try desk.folder.read("harbour.ann").contains("regrets"))
    let windows = Desk.text.replacing("\n", with: "\r\n")
    try desk.folder.write(windows, to: "harbour.txt")
    for force in [false, true] {
      let outcome = try export("brat", to: desk.folder.path, force: force)
      #expect(outcome.isOneLineError, "\(outcome)")
      #expect(try desk.folder.read("harbour.txt") == windows)
    }
  }

  @Test("Articles of the same name go into files of their own, and rows tell them apart")
  func sameName() throws {
    for folder in ["a", "b"] {
      let path = try desk.folder.write("In \(folder) the harbour closed.\n", to: "\(folder)/x.txt")
      let note = ["--kind", "note", "--note", folder]
      var program = Program(path: Program.galley)
      program.arguments = ["annotate", path, "--exact", "harbour"] + note
      program.environment["HOME"] = desk.folder.path
      #expect(try program.run().status == 0)
    }
    let paths = ["a/x.txt", "b/x.txt"].map { desk.folder.path(of: $0) }
    let brat = desk.folder.path(of: "brat")
    let outcome = try desk.galley("export", "--format", "brat", "-o", brat, paths[0], paths[1])
    #expect(outcome.status == 0, "\(outcome)")
    let names = try FileManager.default.contentsOfDirectory(atPath: brat)
      .filter { $0.hasSuffix(".txt") }
    #expect(names.count == 2)
    let texts = try names.map { try desk.folder.read("brat/\($0)") }
    #expect(Set(texts) == ["In a the harbour closed.\n", "In b the harbour closed.\n"])
    let table = try desk.galley("export", "--format", "csv", paths[0], paths[1]).output
    #expect(table.contains("\na/x.txt,") && table.contains("\nb/x.txt,"), "\(table)")
  }

  @Test("A merge may take the place of either side, as git asks, but not of anything else")
  func merging() throws {
    let other = desk.folder.path(of: "other.json")
    try desk.folder.write(try desk.folder.read("harbour.txt.annotations.json"), to: "other.json")
    let sides = [desk.sidecar, other, desk.sidecar]
    let precious = try desk.folder.write("precious\n", to: "precious.json")
    func merge(_ output: String...) throws -> Program.Outcome {
      var program = Program(path: Program.galley, arguments: ["merge"] + sides + output)
      program.environment["HOME"] = desk.folder.path
      return try program.run()
    }
    #expect(try merge("-o", other).status == 0)
    #expect(try merge("-o", precious).isOneLineError)
    #expect(try desk.folder.read("precious.json") == "precious\n")
    #expect(try merge("-o", precious, "--force").status == 0)
    #expect(try desk.folder.read("precious.json").contains("scare quotes"))
  }
}
