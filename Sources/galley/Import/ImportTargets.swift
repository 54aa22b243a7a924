// Which article each document of an import is about: the one that was named, the file that the document names,
// one with the same text, or a new one made of its text.

import ArticleModel
import Corpus
import Interchange
import Sidecars

/// Where the marks of a document go.
enum ImportTarget {
  /// Into the sidecar of an article that is there.
  case article(String)
  /// Into that of an article that is made of the document's text.
  case new(String, text: String)

  var path: String {
    switch self {
    case .article(let path), .new(let path, _): path
    }
  }
}

/// Finds the articles of documents.
struct ImportTargets {
  private let source: ImportSource
  private let article: String?
  private let into: String?
  private let access: SourceAccess
  private var beside: ArticlesByWords
  /// What has no article, a line each.
  private(set) var remarks: [String] = []

  /// - Parameters:
  ///   - article: the article that was named.
  ///   - into: the folder for articles that are made of the texts of documents.
  init(_ source: ImportSource, article: String?, into: String?, _ access: SourceAccess)
    throws(CommandFailure)
  {
    (self.source, self.article, self.into, self.access) = (source, article, into, access)
    if let into, FileIdentity(of: into)?.kind != .folder {
      throw CommandFailure("\(into): there is no such folder; make it first")
    }
    beside = ArticlesByWords(in: [into, source.folder].compactMap(\.self))
  }

  /// The documents with their articles. Those without are named; when none has one, that is an error.
  mutating func targets(
    of groups: [ImportedGroup]
  ) throws(CommandFailure) -> [(ImportedGroup, ImportTarget)] {
    if let article { return try targets(of: groups, in: article) }
    var targets: [(ImportedGroup, ImportTarget)] = []
    var strange: [ImportedGroup] = []
    for group in groups {
      if let target = try target(of: group) {
        targets.append((group, target))
      } else if group.count > 0 {
        strange.append(group)
      }
    }
    guard targets.isEmpty, let first = strange.first else {
      remarks += strange.map { "\($0.title): \($0.inWords) left out: no article here has its text" }
      return targets
    }
    throw failure(first, alone: strange.count == 1)
  }

  private func failure(_ group: ImportedGroup, alone: Bool) -> CommandFailure {
    let path = source.path
    if alone, group.text == nil {
      guard let name = group.source else {
        return CommandFailure(
          "\(path) does not say which article it is about; name it with --article")
      }
      return CommandFailure("there is no “\(name)” here; name the article with --article")
    }
    let what = alone ? "the document" : "any of its documents"
    let advice =
      group.text == nil
      ? "choose one with --source, and name its article with --article"
      : "name it with --article, or a folder for new articles with --into"
    return CommandFailure("\(path): no article here is that of \(what); \(advice)")
  }

  // MARK: A named article

  /// All marks go into it when there is one document, else those on its text.
  private mutating func targets(
    of groups: [ImportedGroup], in article: String
  ) throws(CommandFailure) -> [(ImportedGroup, ImportTarget)] {
    let marked = groups.filter { $0.count > 0 }
    if Set(marked.map { $0.text?.withPlainBlanks ?? $0.source ?? "" }).count < 2 {
      return marked.map { ($0, .article(article)) }
    }
    let there = try Documents.article(article, access)
    let words = there.text.string(in: there.text.span).withPlainBlanks
    let fitting = marked.filter { group in
      group.text.map { $0.withPlainBlanks == words } ?? group.isAbout(there)
    }
    guard !fitting.isEmpty else {
      let names = marked.prefix(12).map(\.title).joined(separator: ", ")
      let more = marked.count > 12 ? " and \(marked.count - 12) more" : ""
      throw CommandFailure(
        "\(source.path) has marks on several articles; choose one with --source: \(names)\(more)")
    }
    let others = marked.count - fitting.count
    if others > 0 {
      Output.complain(
        "\(source.path): \(counted(others, "document")) of another text left out"
          + " (--source lists them)")
    }
    return fitting.map { ($0, .article(article)) }
  }

  // MARK: Articles that are there

  private mutating func target(of group: ImportedGroup) throws(CommandFailure) -> ImportTarget? {
    if let article = group.article { return .article(article) }
    if let name = group.source, let path = try path(named: name) { return .article(path) }
    guard let text = group.text, !text.withPlainBlanks.isEmpty else { return nil }
    if let path = beside[text] { return .article(path) }
    guard let into else { return nil }
    let path = beside.newPath(for: group.fileName, in: into)
    beside[text] = path
    return .new(path, text: text)
  }

  /// The article that the file names: below its own folder or the one that we are in, since whoever made
  /// the file does not decide which files of the user are read and get a sidecar.
  private func path(named name: String) throws(CommandFailure) -> String? {
    let files = PosixFileSystem()
    let own = source.folder
    let places = name.hasPrefix("/") ? [(name, own)] : [(own + name, own), (name, "")]
    for (path, folder) in places where !name.utf8.contains(0) && Self.isFile(path) {
      if files.isFile(path, below: folder.isEmpty ? "." : folder) { return path }
      throw CommandFailure(
        "\(source.path) names \(name), which is not below its folder; if that is right, name the "
          + "article: --article \(path.asShellWord)")
    }
    return nil
  }

  private static func isFile(_ path: String) -> Bool {
    let place = FileIdentity(of: path) ?? MemberPath(path).flatMap { FileIdentity(of: $0.file) }
    return place?.kind == .file
  }
}

extension ImportedGroup {
  /// What the file, or else the number of the document, calls it.
  var title: String { source ?? name ?? "document" }

  /// Whether at least half of the marks that state words have them in an article.
  fileprivate func isAbout(_ article: Article) -> Bool {
    let entries = ImportPlan(self, into: article, existing: []).entries.filter { entry in
      entry.annotation.targets.contains { $0.passage?.exact.isEmpty == false }
    }
    return !entries.isEmpty && entries.count(where: \.isPlaced) * 2 >= entries.count
  }

  /// How many marks there are, with the verb of a sentence.
  fileprivate var inWords: String { "\(counted(count, "mark")) \(count == 1 ? "was" : "were")" }

  /// A name for a file of its text.
  fileprivate var fileName: String {
    let last = title.split(separator: "/").last.map(String.init) ?? ""
    let plain = String(
      last.prefix(80).map { $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "-" })
    let name = String(plain.drop { $0 == "." || $0 == "-" })
    return (name.isEmpty ? "document" : name) + (name.hasSuffix(".txt") ? "" : ".txt")
  }
}

/// The articles of some folders, by their words.
private struct ArticlesByWords {
  private let folders: [String]
  private var paths: [String: String]?
  private var given: Set<String> = []

  /// Longer files, in bytes, are no texts of a document.
  private static let longest = 4 << 20
  private static let endings: Set<String> = ["txt", "text", "md", "markdown", "html", "htm"]

  init(in folders: [String]) { self.folders = folders.uniqued() }

  /// The article with the words of a text, whatever blanks and line ends stand between them.
  subscript(text: String) -> String? {
    mutating get { known()[text.withPlainBlanks] }
    set {
      var known = known()
      known[text.withPlainBlanks] = newValue
      paths = known
    }
  }

  /// A path that no file has.
  mutating func newPath(for name: String, in folder: String) -> String {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    var path = folder + name
    var number = 1
    while !given.insert(path).inserted || FileIdentity(of: path) != nil {
      number += 1
      path = folder + name.dropLast(4) + "-\(number).txt"
    }
    return path
  }

  private mutating func known() -> [String: String] {
    if let paths { return paths }
    var found: [String: String] = [:]
    for folder in folders {
      let files = PosixFileSystem()
      let names = files.names(ofFolder: folder.isEmpty ? "." : folder) ?? []
      for name in names.sorted() where Self.isText(name) {
        let path = folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
        guard let file = FileIdentity(of: path), file.kind == .file, file.size <= Self.longest,
          files.isFile(path, below: folder.isEmpty ? "." : folder),
          let text = try? Documents.foundArticle(path).text
        else { continue }
        let words = text.string(in: text.span).withPlainBlanks
        found[words] = found[words] ?? path
      }
    }
    paths = found
    return found
  }

  private static func isText(_ name: String) -> Bool {
    guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
