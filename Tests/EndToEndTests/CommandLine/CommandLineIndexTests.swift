// Commands that read many articles say the same with the index, without it, and after every kind of edit.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CommandLineIndexTests {
  let desk: Desk

  init() throws {
    desk = try Desk(
      """
      Fares rise in Cork

      “Fares rose by 40 percent in 2021,” said Sergei Shoigu in Cork.

      """)
  }

  private func galley(_ arguments: [String], index: Bool = true) throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: arguments)
    program.environment["HOME"] = desk.folder.path
    if !index { program.environment["GALLEY_NO_INDEX"] = "1" }
    return try program.run()
  }

  private var index: String { desk.folder.path(of: ".cache/galley/analyses") }

  /// What a command says, which must be the same without the index, and once more with it.
  private func saying(_ arguments: String...) throws -> String {
    let first = try galley(arguments + [desk.article])
    try #require(first.status == 0, "\(first.errors)")
    for index in [false, true] {
      let again = try galley(arguments + [desk.article], index: index)
      #expect(again.output == first.output && again.errors == first.errors)
    }
    return first.output
  }

  @Test("The second run says what the first one said, and the index is for its owner alone")
  func again() throws {
    #expect(try saying("claims", "--engine", "fast").contains("40 percent"))
    var status = stat()
    #expect(stat(index, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test("With GALLEY_NO_INDEX no index is made")
  func without() throws {
    let arguments = ["claims", "--engine", "fast", desk.article]
    #expect(try galley(arguments, index: false).status == 0)
    #expect(access(index, F_OK) != 0)
  }

  @Test("An article that was rewritten in the same length, with the same time, is analysed anew")
  func rewritten() throws {
    _ = try saying("claims", "--engine", "fast")
    var before = stat()
    #expect(stat(desk.article, &before) == 0)
    let text = try desk.folder.read("harbour.txt").replacing("40", with: "60")
    let file = try #require(fopen(desk.article, "r+"))
    fputs(text, file)
    fclose(file)
    var times = [before.st_atim, before.st_mtim]
    #expect(utimensat(AT_FDCWD, desk.article, &times, 0) == 0)
    #expect(try saying("claims", "--engine", "fast").contains("60 percent"))
  }

  /// Marks "Fares rose" in copies of the article, each beside its sidecar; returns their folder.
  private func manyMarked(_ count: Int) throws -> String {
    let marked = try desk.galley(
      "annotate", desk.article, "--exact", "Fares rose", "--kind", "bias", "--as", "Ana")
    try #require(marked.status == 0, "\(marked.errors)")
    let text = try desk.folder.read("harbour.txt")
    let sidecar = try desk.folder.read("harbour.txt.annotations.json")
    for number in 0..<count {
      _ = try desk.folder.write(text, to: "many/\(number).txt")
      _ = try desk.folder.write(
        sidecar.replacing("harbour.txt", with: "\(number).txt"),
        to: "many/\(number).txt.annotations.json")
    }
    return desk.folder.path(of: "many")
  }

  @Test("A folder of many marked articles is listed from memory, and every edit counts at once")
  func folder() throws {
    let folder = try manyMarked(101)
    // What was written a moment ago is not remembered.
    sleep(4)
    func listing(_ command: String = "list") throws -> String {
      let outcomes = try [true, true, false].map { index in
        try galley([command, folder], index: index)
      }
      for outcome in outcomes {
        #expect(outcome.status == 0 && outcome.output == outcomes[0].output)
        #expect(outcome.errors == outcomes[0].errors)
      }
      return outcomes[0].output
    }
    let first = try listing()
    #expect(first.split(separator: "\n").count { $0.contains("Fares rose") } == 101)
    var status = stat()
    #expect(stat(desk.folder.path(of: ".cache/galley/marks"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)

    let article = desk.folder.path(of: "many/7.txt")
    var before = stat()
    #expect(stat(article, &before) == 0)
    let file = try #require(fopen(article, "r+"))
    fputs("Tolls fell in Cork", file)
    fclose(file)
    var times = [before.st_atim, before.st_mtim]
    #expect(utimensat(AT_FDCWD, article, &times, 0) == 0)
    let checked = try galley(["check", folder])
    #expect((checked.output + checked.errors).contains("many/7.txt"), "its text is another one")
    _ = try listing()

    let marked = try desk.galley(
      "annotate", desk.folder.path(of: "many/8.txt"), "--exact", "40 percent", "--kind", "bias",
      "--as", "Ben")
    try #require(marked.status == 0, "\(marked.errors)")
    #expect(try listing().contains("Ben"))
    #expect(try listing("stats").contains("102"))
    unlink(desk.folder.path(of: "many/9.txt"))
    _ = try galley(["list", folder])
    #expect(try galley(["list", folder]).output == galley(["list", folder], index: false).output)
  }

  @Test("A mark, the authority file of the desk and a pack of terms count at once")
  func edits() throws {
    #expect(try saying("stats").contains("Sergei Shoigu"))
    _ = try desk.folder.write(
      "[[speaker]]\ncalled = \"Sergei Shoigu\"\nname = \"Sergey Shoigu\"\n",
      to: "galley-authority.toml")
    #expect(try saying("stats").contains("Sergey Shoigu"))
    let marked = try desk.galley(
      "annotate", desk.article, "--exact", "Fares rose", "--kind", "bias", "--term",
      "loaded-term", "--as", "Ana")
    try #require(marked.status == 0, "\(marked.errors)")
    #expect(try saying("stats").contains("loaded term"))
    _ = try desk.folder.write(
      """
      id = "bias"
      kind = "bias"
      [[group]]
      id = "wording"
      [[group.term]]
      id = "loaded-term"
      label = "coloured word"
      """, to: ".config/galley/taxonomies/bias.toml")
    #expect(try saying("stats").contains("coloured word"))
  }

  @Test("A damaged index is passed over without a word")
  func damaged() throws {
    _ = try saying("claims", "--engine", "fast")
    let file = try #require(fopen(index, "r+"))
    fseek(file, 60, SEEK_SET)
    fputs("damaged", file)
    fclose(file)
    #expect(try saying("claims", "--engine", "fast").contains("40 percent"))
  }
}
