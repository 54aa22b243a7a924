// `galley review`: all marks below the paths in one list.

import ArgumentParser
import Review

/// Opens the list of marks across articles.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review the marks of many articles.",
    discussion: """
      Example: galley review articles/
      Example: galley review desk.zip
      Example: galley review --filter "kind:verification status:open" \\
          --group article .
      Example: galley review --mine articles/
      Example: galley review --compare story.txt
      Example: galley review --compare story.txt.ana.annotations.json \\
          story.txt.ben.annotations.json
      Example: galley review --compare back.zip

      x records that you reviewed a mark and goes to the next one, Enter opens its article, / \
      filters, and ? shows the keys. Without a terminal, use galley list.

      \(FilterOption.properties)

      A bundle made by galley bundle is unpacked into a folder of the same name beside it, or \
      into --into FOLDER. What you do is saved there.

      --compare shows the sidecar files of several people side by side, or the marks of \
      several people in one file. What they agree on is accepted; you decide the other cases \
      one by one. The decisions go to a sidecar file of their own, which galley export \
      --sidecar exports. If you name a bundle that a colleague sent back, the marks come into \
      the folder with its articles (this one, one in it, or --into FOLDER), into a file beside \
      yours.
      """)

  @Argument(
    help: "Articles, sidecar files, folders or bundles; by default this folder.",
    completion: .file())
  var path: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The name on your reviews and marks.", valueName: "name"))
  var author: String?

  // A condition that begins with a hyphen excludes.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only marks that meet all conditions.", valueName: "conditions"))
  var filter = ""

  @Flag(
    help: "Only what is yours: assigned to you, or made by you and not assigned to anyone else.")
  var mine = false

  @Option(name: .customLong("sort"), help: "Sort the list.")
  var order = ReviewOrder.place

  @Option(name: .customLong("group"), help: "Group the list.")
  var grouping = ReviewGrouping.none

  @Option(
    help: ArgumentHelp(
      "The folder to unpack a bundle into, or to bring it back to.", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Flag(help: "Compare the sidecar files of one article and decide between them.")
  var compare = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file for decisions (by default ARTICLE.decided.annotations.json).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "With --compare, show numbers instead of names.")
  var anonymous = false

  @Option(
    help: "The keymap: default, vim, less, emacs, or a file.", completion: .keymaps)
  var keymap: String?

  @Option(
    help: "The theme: terminal, light, dark, high-contrast, or a file.", completion: .themes)
  var theme: String?

  @OptionGroup(title: "Opening") var source: LinkOptions

  func run() throws {
    if compare {
      if let bundle = path.first(where: BundleOpening.isBundle) { return try compare(with: bundle) }
      return try compare(path)
    }
    var review = Reviewing(paths: try path.map(place(of:)))
    (review.author, review.keymap, review.theme) = (author, keymap, theme)
    (review.filter, review.order, review.grouping) = (filter, order, grouping)
    review.isMine = mine
    try review.start()
  }
}

extension ReviewCommand {
  private func compare(_ sidecars: [String]) throws {
    var comparison = Comparing(sidecars: sidecars, output: output, settings: Settings())
    (comparison.author, comparison.keymap, comparison.theme) = (author, keymap, theme)
    comparison.hidesNames = anonymous
    try comparison.start()
  }

  /// Brings in what a colleague sent back, and compares article by article.
  private func compare(with bundle: String) throws {
    let others = path.filter { $0 != bundle }
    guard others.count < 2, others.isEmpty || into == nil else {
      throw CommandFailure("name one bundle, and with --into the folder that it comes back to")
    }
    let reader = Settings().author(named: author)
    let returned = try ReturnedBundle(bundle, to: into ?? others.first, for: reader)
    (returned.messages + returned.incomparable).forEach { Output.complain($0) }
    let articles = returned.comparisons
    if articles.isEmpty { Output.complain("there is nothing to compare") }
    for (number, article) in articles.enumerated() {
      if number > 0 {
        let question = "\(number + 1) of \(articles.count): compare \(article.article)?"
        guard Question.canBeAsked, Question.isConfirmed(question) else { return }
      }
      try compare(article.sidecars)
    }
  }

  /// What a name stands for: of a bundle the folder that it is unpacked to, of an address its copy.
  private func place(of name: String) throws -> String {
    guard BundleOpening.isBundle(name) else {
      if into != nil {
        throw CommandFailure("\(name) is not a bundle; --into says where a bundle is unpacked")
      }
      return try Documents.path(of: name, source.access)
    }
    let opening = try BundleOpening(name, to: into)
    (opening.packs + [opening.message]).forEach { Output.complain($0) }
    return opening.folder
  }
}

extension ReviewOrder: ExpressibleByArgument {}
extension ReviewGrouping: ExpressibleByArgument {}
