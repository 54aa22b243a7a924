// The rules between modules, and what every file must have.

import Testing

@Suite struct ArchitectureTests {
  let sources: [SourceFile]
  let tests: [SourceFile]

  init() throws {
    sources = try SourceFile.all(under: "Sources")
    tests = try SourceFile.all(under: "Tests")
  }

  @Test("Every module imports only what it may")
  func imports() {
    #expect(sources.count > 20)
    for file in sources {
      for imported in file.imports {
        #expect(
          ModuleRules.allows(imported, in: file.module), "\(file.path) imports \(imported)")
      }
    }
  }

  @Test("Every module has its rule")
  func rules() {
    #expect(Set(sources.map(\.module)) == Set(ModuleRules.allowed.keys))
  }

  @Test("Nobody imports the whole of Foundation, tests neither")
  func foundation() {
    for file in sources + tests {
      #expect(!file.imports.contains("Foundation"), "\(file.path)")
    }
  }

  @Test("Every file opens with a comment on its job")
  func openingComments() {
    for file in sources + tests { #expect(file.hasOpeningComment, "\(file.path)") }
  }

  @Test("No file is longer than 500 lines, tables of data excepted")
  func length() {
    for file in sources + tests where file.lines.count > 500 {
      #expect(file.isTable, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test(
    "An import is recognised in all its forms",
    arguments: [
      ("import Glibc", "Glibc"), ("  import Screen  // why", "Screen"),
      ("@testable import Reader", "Reader"), ("import struct Foundation.Data", "Foundation"),
      ("public import ArticleModel", "ArticleModel"), ("import Foundation.NSString", "Foundation"),
    ])
  func importForms(line: String, module: String) {
    #expect(SourceFile.module(importedBy: line[...]) == module)
  }

  @Test(
    "What only looks like an import is none",
    arguments: ["// import Foundation", "let text = \"import Foundation\"", "importance()", ""])
  func noImports(line: String) {
    #expect(SourceFile.module(importedBy: line[...]) == nil)
  }

  @Test("The rules refuse what they do not name")
  func refusals() {
    #expect(ModuleRules.allows("CNcurses", in: "Ncurses"))
    #expect(!ModuleRules.allows("CNcurses", in: "Reader"))
    #expect(!ModuleRules.allows("Reader", in: "ArticleModel"))
    #expect(!ModuleRules.allows("Foundation", in: "galley"))
  }
}
