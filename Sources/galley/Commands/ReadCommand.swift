// `galley read`: opens the reader.

import ArgumentParser
import LosslessJSON
import Session
import Sidecars

/// Opens articles in the reader; the command that runs when none is named.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Open articles and mark them (the default command).",
    discussion: """
      Example: galley article.txt
      Example: galley read --as Ana --sidecar shared/ana.annotations.json \\
          article.txt
      Example: galley read --layer ana.annotations.json \\
          --layer ben.annotations.json article.txt
      Example: galley read --unaided --layer ana.annotations.json article.txt
      Example: galley https://www.example.org/news/harbour-closes
      Example: galley --refresh https://www.example.org/news/harbour-closes
      Example: man ls | galley -
      Example: galley read --print-marks article.txt \\
          | jq -r '.target.selector[0].exact'

      Galley fetches an address with the program curl, without cookies, and keeps a copy in \
      $XDG_DATA_HOME/galley/articles. The next time, it opens the copy. --refresh fetches the \
      page again, keeps the older copy, and finds your marks again. Addresses of this machine \
      and its own network are refused unless you add --allow-private.

      --print-marks prints the marks that you made or changed when the reader ends, one line \
      of JSON for each, as in the sidecar file. The output may be a pipe or a file, because \
      the reader uses the terminal.

      In the reader, ? shows the keys and q quits. Every mark is saved at once.
      """)

  @Argument(help: "The articles: files or addresses; - is standard input.", completion: .file())
  var file: [String] = []

  @OptionGroup var marks: SidecarOptions

  @Option(
    help: "The keymap: default, vim, less, emacs, or a file.", completion: .keymaps)
  var keymap: String?

  @Option(
    help: ArgumentHelp(
      "Show the marks of another sidecar file; repeat for more.", valueName: "file"),
    completion: .file())
  var layer: [String] = []

  @Flag(help: "Show numbers instead of names for the marks of --layer.")
  var anonymous = false

  @Flag(
    help: "Hide what Galley found, and the layers, until the marks are handed in.")
  var unaided = false

  @Flag(help: "Print the marks of the session when it ends, one line of JSON for each.")
  var printMarks = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  @Option(
    help: "The theme: terminal, light, dark, high-contrast, or a file.", completion: .themes)
  var theme: String?

  func run() throws {
    if file.isEmpty {
      throw CommandFailure("name an article: galley FILE (galley --help says more)")
    }
    var reading = Reading(paths: file)
    reading.author = marks.author
    reading.sidecar = marks.sidecar
    reading.keymap = keymap
    (reading.layers, reading.hidesNames, reading.isUnaided) = (layer, anonymous, unaided)
    (reading.theme, reading.access) = (theme, source.access)
    guard printMarks else { return try reading.start() }
    let sitting = SittingMarks()
    reading.sitting = sitting
    try DivertedOutput.toTerminal { try reading.start() }
    let lines = sitting.marks.map { $0.json().compact() + "\n" }.joined()
    if !lines.isEmpty { try Output.write(lines, as: .json) }
  }
}
