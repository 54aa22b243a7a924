// Articles of any name: their marks are kept, or refused before there are any.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CommandLineNamesTests {
  /// Runs a line of the shell in the desk's folder; `$galley` is the program.
  private func shell(_ line: String, in desk: Desk) throws -> Program.Outcome {
    var program = Program(path: "sh")
    program.arguments = [
      "-c", "cd \"$1\" && galley=$2 && " + line, "sh", desk.folder.path, Program.galley,
    ]
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  private static let allNames: [String] =
    [
      "-n.txt", "--help", "a b.txt", "a\nb.txt", "a\tb.txt", "a\u{1B}[31mb.txt", "\"q\".txt",
      "$HOME",
      "~", "~root", "*.txt", "%41.txt", "a\\b.txt", "e\u{301}.txt", "日本語.txt", "👩‍👩‍👧.txt",
      "\u{FFFD}.txt",
      "x.annotations.json.txt", ".hidden.txt", "a;b&c|d.txt", "\u{202E}txt.a", " ",
    ]
    + [200, 213, 221, 222, 230, 231, 238, 239, 250, 255].map { String(repeating: "n", count: $0) }
    + [String(repeating: "é", count: 127), String(repeating: "a\u{301}", count: 80)]

  @Test(
    "A name of any length and letters takes marks, and they are found again", arguments: allNames)
  func names(name: String) throws {
    let desk = try Desk()
    let article = desk.folder.path + "/" + name
    try desk.folder.write(Desk.text, to: name)
    let marked = try desk.galley("annotate", article, "--article", "--kind", "note", "--note", "x")
    #expect(marked.status == 0, "\(marked.errors)")
    let list = try desk.galley("list", "--json", article)
    #expect(list.output.split(separator: "\"motivation\"").count == 2, "\(list.errors)")
  }

  @Test(
    "A name that is not UTF-8 is refused before there is a mark, and disturbs nobody in a folder")
  func notUTF8() throws {
    let desk = try Desk()
    _ = try desk.galley("annotate", desk.article, "--article", "--kind", "note", "--note", "x")
    let refused = try shell(
      "n=$(printf 'bad\\377.txt'); cp harbour.txt \"$n\";"
        + " \"$galley\" annotate \"$n\" --article --kind note --note x", in: desk)
    #expect(refused.isOneLineError, "\(refused.errors)")
    let made = try shell("ls | wc -l", in: desk)
    #expect(made.output.filter(\.isNumber) == "4", "\(made.output)")
    let list = try shell(
      "cp harbour.txt.annotations.json \"$(printf 'bad\\377.txt.annotations.json')\";"
        + " \"$galley\" list --json .", in: desk)
    #expect(list.status == 1 && list.output.contains("harbour.txt"), "\(list.errors)")
    #expect(list.errors.contains("bad"))
  }

  @Test("Commands on a folder find the marks of names too long for a sidecar beside them")
  func longNames() throws {
    let desk = try Desk()
    let name = String(repeating: "n", count: 240)
    let article = try desk.folder.write(Desk.text, to: name)
    let marked = try desk.galley("annotate", article, "--article", "--kind", "note", "--note", "x")
    #expect(marked.status == 0, "\(marked.errors)")
    let list = try shell("\"$galley\" list --json .", in: desk)
    #expect(list.output.contains(name), "\(list)")
    #expect(try shell("\"$galley\" check .", in: desk).output.contains("1 mark in 1 sidecar"))
  }

  @Test("A folder whose name is no UTF-8 is refused before a mark is taken, and said from above")
  func namelessFolders() throws {
    let desk = try Desk()
    let refused = try shell(
      "f=$(printf 'fol\\351'); mkdir \"$f\"; cp harbour.txt \"$f/a.txt\"; cd \"$f\";"
        + " \"$galley\" annotate a.txt --article --kind note --note x", in: desk)
    #expect(refused.status == 2 && refused.errors.contains("not UTF-8"), "\(refused)")
    let above = try shell("\"$galley\" list .", in: desk)
    #expect(above.status != 0 && above.errors.contains("not UTF-8"), "\(above)")
  }

  /// What can be wrong with one of many sidecars, as a line of the shell that makes it.
  static let faults = [
    "ln -s nowhere x.txt.annotations.json", "ln -s x.txt.annotations.json x.txt.annotations.json",
    "mkfifo x.txt.annotations.json", "echo nonsense >x.txt.annotations.json",
    "ln -s /dev/zero x.txt.annotations.json",
    "printf '{\"type\":\"AnnotationSet\",\"items\":[{' >x.txt.annotations.json",
    "head -c 3000 /dev/urandom >x.txt.annotations.json",
  ]

  @Test("One sidecar that cannot be read does not keep the others from anything", arguments: faults)
  func oneOfMany(fault: String) throws {
    let desk = try Desk()
    for name in ["a.txt", "y.txt"] {
      let article = try desk.folder.write(Desk.text, to: name)
      _ = try desk.galley("annotate", article, "--article", "--kind", "note", "--note", "x")
    }
    try desk.folder.write(Desk.text, to: "x.txt")
    _ = try shell(fault, in: desk)
    for command in ["list --json .", "stats --json .", "export --format csv .", "check --json ."] {
      let outcome = try shell("\"$galley\" \(command)", in: desk)
      #expect(outcome.status == 1, "\(command): \(outcome.errors)")
      #expect(outcome.errors.contains("x.txt"), "\(command)")
      #expect(!outcome.output.isEmpty, "\(command)")
    }
    let table = try shell("\"$galley\" export --format csv . | grep -c note", in: desk)
    #expect(table.output.filter(\.isNumber) == "3", "\(table.output)")
  }
}
