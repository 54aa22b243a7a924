// `galley text`: the text that offsets refer to.

import ArgumentParser
import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Prints the text of an article.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text that positions refer to.",
    discussion: """
      Example: galley text article.txt | wc -m
      Example: galley text --metadata page.html

      The text is UTF-8 with a line feed at the end of each line, whatever the encoding of the \
      file. Positions of marks count its code points. On a terminal, control characters are \
      shown as pictures.
      """)

  @Argument(help: "The article; - is standard input.", completion: .file())
  var file: String

  @Flag(
    help: "Print what the document says about its article instead: title, authors, outlet, date.")
  var metadata = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  func run() throws {
    let article = try Documents.article(file, source.access)
    if metadata { return try Output.print(MetadataListing(article).text) }
    let text = article.text
    if Output.isTerminal {
      try Output.print(text.string(in: text.trimmed(text.span)))
    } else {
      try text.withBytes { try Output.write($0) }
    }
  }
}
