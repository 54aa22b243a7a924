// A folder goes from one desk to another and back, without what is private and without writing over anything.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CommandLineBundleTests {
  /// A desk with a public and a private mark, an authority file above the folder, and a file that is no article.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(Desk.text, to: "desk/harbour.txt")
    try desk.folder.write(
      "[[speaker]]\ncalled = \"Ana\"\nname = \"Ana Lopes\"\n", to: "galley-authority.toml")
    try desk.folder.write("notes", to: "desk/notes.xyz")
    try desk.folder.write("title = \"Ours\"\n", to: "desk/checklists/ours.toml")
    let marks = [
      ["--kind", "note", "--exact", "ferries sailed", "--note", "Said so to everybody"],
      ["--kind", "note", "--exact", "officials", "--note", "Whispered by Vera", "--private"],
    ]
    for mark in marks {
      let outcome = try run(desk, ["annotate"] + mark + [path(desk, "desk/harbour.txt")])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return desk
  }

  private func path(_ desk: Desk, _ name: String) -> String { desk.folder.path(of: name) }

  private func run(_ desk: Desk, _ arguments: [String]) throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: arguments)
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  private func bundle(_ desk: Desk, _ more: String...) throws -> Program.Outcome {
    try run(desk, ["bundle", path(desk, "desk"), "-o", path(desk, "desk.zip")] + more)
  }

  @Test(
    "A bundle has articles, marks, authority file, checklist and report, and says what stays out")
  func contents() throws {
    let desk = try desk()
    let made = try bundle(desk)
    #expect(made.status == 0)
    #expect(
      made.output.hasSuffix(
        "desk.zip: 1 article, 1 sidecar, 1 authority file, 1 checklist and a report\n"))
    #expect(made.errors.contains("1 private mark stays out"))
    #expect(made.errors.contains("1 other file stays out, neither articles nor marks: notes.xyz"))
    let into = path(desk, "there")
    let opened = try run(desk, ["bundle", "--unpack", path(desk, "desk.zip"), "--into", into])
    #expect(opened.status == 0, "\(opened.errors)")
    let listed = try run(desk, ["list", into])
    #expect(listed.output.contains("ferries sailed") && !listed.output.contains("officials"))
    #expect(try desk.folder.read("there/galley-authority.toml").contains("Ana"))
    #expect(try desk.folder.read("there/checklists/ours.toml").contains("Ours"))
    #expect(try desk.folder.read("there/galley-report.html").contains("Said so to everybody"))
  }

  @Test("No file of a bundle tells of a private mark")
  func privateMarks() throws {
    let desk = try desk()
    _ = try bundle(desk)
    _ = try run(
      desk, ["bundle", "--unpack", path(desk, "desk.zip"), "--into", path(desk, "there")])
    for name in [
      "harbour.txt.annotations.json", "galley-report.html", "galley-bundle.json", "harbour.txt",
    ] {
      let text = try desk.folder.read("there/\(name)")
      #expect(!text.contains("Whispered") && !text.contains("private"), "\(name)")
    }
    #expect(throws: (any Error).self) {
      try desk.folder.read("there/harbour.txt.annotations.json.journal")
    }
    let sidecar = try desk.folder.read("desk/harbour.txt.annotations.json")
    #expect(sidecar.contains("Whispered"))
  }

  @Test(
    "A bundle that is there already is replaced with --force alone, and no folder is written over")
  func overwriting() throws {
    let desk = try desk()
    try desk.folder.write("mine", to: "desk.zip")
    let refused = try bundle(desk)
    #expect(refused.isOneLineError && refused.errors.contains("--force replaces it"))
    #expect(try desk.folder.read("desk.zip") == "mine")
    #expect(try bundle(desk, "--force").status == 0)
    let opened = try run(desk, ["bundle", "--unpack", path(desk, "desk.zip")])
    #expect(opened.isOneLineError && opened.errors.contains("name another folder with --into"))
  }

  @Test("A sidecar that cannot be read keeps the bundle from being made")
  func damaged() throws {
    let desk = try desk()
    try desk.folder.write("{ broken", to: "desk/harbour.txt.ana.annotations.json")
    let outcome = try bundle(desk)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no bundle was made"))
    #expect(throws: (any Error).self) { try desk.folder.read("desk.zip") }
  }

  @Test("A bundle that came back lays the colleague's marks beside one's own, and says what came")
  func handingBack() throws {
    let desk = try desk()
    _ = try bundle(desk)
    let theirs = path(desk, "ben")
    _ = try run(desk, ["bundle", "--unpack", path(desk, "desk.zip"), "--into", theirs])
    _ = try run(
      desk,
      [
        "annotate", "--as", "Ben", "--kind", "question", "--exact", "harbour office",
        "\(theirs)/harbour.txt",
      ])
    _ = try run(desk, ["bundle", theirs, "-o", path(desk, "back.zip")])
    let own = try desk.folder.read("desk/harbour.txt.annotations.json")
    let back = ["bundle", "--unpack", path(desk, "back.zip"), "--into", path(desk, "desk")]
    let outcome = try run(desk, back)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("back.zip: 1 mark by Ben on 1 article\n"))
    #expect(try desk.folder.read("desk/harbour.txt.annotations.json") == own)
    #expect(
      try desk.folder.read("desk/harbour.txt.ben.annotations.json").contains("harbour office"))
    #expect(try run(desk, back).output.contains("back.zip: nothing new"))
    let compared = try run(
      desk, ["review", "--compare", path(desk, "back.zip"), path(desk, "desk")])
    #expect(compared.errors.contains("nothing new"))
    let elsewhere = try run(
      desk, ["review", "--compare", path(desk, "back.zip"), "--into", path(desk, "ben/checklists")])
    #expect(elsewhere.isOneLineError && elsewhere.errors.contains("none of its articles"))
    let agreed = try run(desk, ["agree", path(desk, "desk/harbour.txt")])
    // A private mark, which Ben never got, is no case.
    #expect(agreed.output.contains("and Ben marked the same sentence in 0 of 2 cases"))
  }

  /// Two copies on the disk of a desk, of which a private mark and a public one point to one each.
  private func addCopies(to desk: Desk) throws {
    for (number, more) in [[], ["--private"]].enumerated() {
      let address = "https://evidence.example/\(number)"
      let outcome = try run(
        desk,
        [
          "annotate", path(desk, "desk/harbour.txt"), "--article", "--kind", "evidence",
          "--evidence", address,
        ] + more)
      try #require(outcome.status == 0, "\(outcome.errors)")
      let name = "copies/evidence.example/page-\(number).html"
      try desk.folder.write("page \(number)", to: "desk/\(name)")
      try desk.folder.write("{}", to: "desk/\(name).copy.json")
      let sidecar = try desk.folder.read("desk/harbour.txt.annotations.json")
      try desk.folder.write(
        sidecar.replacing(
          "\"\(address)\"",
          with: "\"\(address)\", \"galley:copy\": {\"galley:path\": \"\(name)\"}"),
        to: "desk/harbour.txt.annotations.json")
    }
  }

  @Test("Copies of evidence go along with public marks, and stay here on request")
  func copies() throws {
    let desk = try desk()
    try addCopies(to: desk)
    let made = try bundle(desk)
    #expect(made.output.contains("1 copy of evidence (1 KB)"), "\(made.output)\(made.errors)")
    #expect(made.errors.contains("1 kept copy stays out, for no public mark points to it"))
    let into = path(desk, "there")
    _ = try run(desk, ["bundle", "--unpack", path(desk, "desk.zip"), "--into", into])
    #expect(try desk.folder.read("there/copies/evidence.example/page-0.html") == "page 0")
    #expect(try desk.folder.read("there/copies/evidence.example/page-0.html.copy.json") == "{}")
    #expect(throws: (any Error).self) {
      try desk.folder.read("there/copies/evidence.example/page-1.html")
    }
    let without = try bundle(desk, "--force", "--without-copies")
    #expect(!without.output.contains("copy of evidence"))
    #expect(without.errors.contains("1 copy of evidence stays out (--without-copies)"))
  }

  @Test(
    "A pack of terms that a mark needs goes along, and never takes the place of one that is there")
  func packs() throws {
    let desk = try desk()
    let pack = """
      id = "ours"
      label = "our words"
      version = "1.0"
      kind = "tag"

      [[group]]
      id = "words"
      label = "words"

      [[group.term]]
      id = "stale"
      label = "stale"
      key = "s"
      definition = "Said before."

      """
    try desk.folder.write(pack, to: ".config/galley/taxonomies/ours.toml")
    try desk.folder.write(
      pack.replacing("\"ours\"", with: "\"unused\""), to: ".config/galley/taxonomies/unused.toml")
    let marked = try run(
      desk,
      [
        "annotate", path(desk, "desk/harbour.txt"), "--exact", "closed", "--kind", "tag", "--term",
        "stale",
      ])
    try #require(marked.status == 0, "\(marked.errors)")
    let made = try bundle(desk)
    #expect(made.output.contains("1 pack of terms"), "\(made.output)")
    let unpack = { (name: String) in
      try run(desk, ["bundle", "--unpack", path(desk, "desk.zip"), "--into", path(desk, name)])
    }
    #expect(!(try unpack("one").errors.contains("our words")))
    try desk.folder.write(
      pack.replacing("\"ours\"", with: "\"others\""), to: ".config/galley/taxonomies/ours.toml")
    #expect(try unpack("two").errors.contains("was not taken over"))
    #expect(try desk.folder.read(".config/galley/taxonomies/ours.toml").contains("\"others\""))
    let there = desk.folder.path(of: ".config/galley/taxonomies/ours.toml")
    #expect(unlink(there) == 0)
    #expect(try unpack("three").errors.contains("the pack of terms “our words” is new here"))
    #expect(try desk.folder.read(".config/galley/taxonomies/ours.toml") == pack)
  }

  @Test("A hostile archive is refused in one line")
  func hostile() throws {
    let desk = try desk()
    let evil = ZipSample([.init("galley-bundle.json", "{}"), .init("../evil.txt", "x")]).bytes
    let file = try desk.folder.write(evil, to: "evil.zip")
    for command in [
      ["review", file], ["bundle", "--unpack", file], ["review", "--compare", file],
      ["review", "--compare", file, path(desk, "desk")],
    ] {
      let outcome = try run(desk, command)
      #expect(outcome.isOneLineError, "\(outcome.errors)")
      #expect(outcome.errors.contains("leads out of the folder"))
    }
    #expect(throws: (any Error).self) { try desk.folder.read("evil.txt") }
  }
}
