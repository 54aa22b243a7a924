// `galley contents`: the articles in a book, a mailbox, a feed or a web archive.

import ArgumentParser
import ArticleModel
import DocumentImport
import LosslessJSON
import Screen

/// Lists the articles in files that hold several.
struct ContentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contents",
    abstract: "List the articles in a book, a mailbox, a feed or a web archive.",
    discussion: """
      Example: galley contents book.epub
      Example: galley contents https://www.example.org/feed.xml
      Example: galley contents --json feed.xml | jq -r '.[].path'

      Each line has the path of an article, which every command takes, and its title.
      """)

  @Argument(help: "The files or addresses.", completion: .file())
  var files: [String]

  @Flag(help: "Print paths and titles as a JSON array.")
  var json = false

  @OptionGroup(title: "Opening") var source: LinkOptions

  func run() throws {
    var members: [ArticleCollection.Member] = []
    for file in files {
      let path = try Documents.path(of: file, source.access)
      guard let collection = try Documents.collection(path) else {
        throw CommandFailure("\(file) does not contain several articles; galley text prints it")
      }
      members += collection.members
    }
    if json {
      return try Output.printJSON(
        .array(members.map { ["path": .string($0.path), "title": .string($0.title)] }))
    }
    let table = TextTable([.left(gap: 2), .left()])
    try Output.print(table.lines(members.map { [$0.path, $0.title] }).joined(separator: "\n"))
  }
}
