// The articles that a command line names: files as they are, folders by what lies in them, and files with
// several articles by these.

import ArticleModel
import Bundles
import Corpus
import DocumentImport
import Interface
import Reader
import Session
import Sidecars

/// Articles that are read in one go.
struct ReadingList {
  /// The articles. Those of a book, a mailbox or the like are in its order; else those where
  /// something is left come first, then what nobody has read.
  let paths: [String]
  /// Whether the list of the articles comes first, because a folder or a file with several was named.
  let isShelf: Bool
  /// The index of the article to begin with.
  let start: Int
  /// The titles of articles, by path, as far as they are known.
  private let titles: [String: String]

  /// Expands folders and files with several articles, and puts what needs work first.
  init(_ names: [String]) throws(CommandFailure) {
    var shelf = Shelf()
    for name in names { try shelf.add(name) }
    // A pattern such as *.txt* names the sidecars beside the articles too.
    let articles = shelf.paths.filter { !Self.isKeptByUs($0) }
    if articles.isEmpty, let path = shelf.paths.first {
      throw CommandFailure("\(path) contains marks, not an article; name the article itself")
    }
    isShelf = shelf.isShelf
    titles = shelf.titles
    guard articles.count > 1 else {
      (paths, start) = (articles, 0)
      return
    }
    let ranked = articles.enumerated().map { (rank: Self.entry($1).rank, index: $0, path: $1) }
      .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    paths = titles.isEmpty ? ranked.map(\.path) : articles
    start = titles.isEmpty ? 0 : ranked[0].index
  }

  /// The articles as the reader lists them, with the marks that they have now.
  func queue(current: Int) -> ReadingQueue {
    guard paths.count > 1 else { return ReadingQueue(entries: [], current: current) }
    return ReadingQueue(
      entries: paths.map { path in
        var entry = Self.entry(path)
        entry.title = titles[path]
        return entry
      }, current: current)
  }

  /// Whether the file is a sidecar, or one of those that come with it.
  private static func isKeptByUs(_ path: String) -> Bool {
    let endings = ["", ".journal", ".lock", ".bak"]
    return endings.contains { path.hasSuffix(SidecarLocation.suffix + $0) }
  }

  private static func entry(_ path: String) -> ReadingQueue.Entry {
    let isVisited = ReaderDesk.hasVisited(path)
    let bytes = (try? PosixFileSystem().contents(of: path + SidecarLocation.suffix)) ?? nil
    let sidecar = bytes.flatMap { try? Sidecar(parsing: $0) }
    let marks = AnnotationSet(sidecar?.annotations ?? []).marks
    return ReadingQueue.Entry(
      name: path, marks: marks.count { $0.kind != .correction && $0.kind != .reply },
      left: WorkLeft(marks), isVisited: isVisited)
  }
}

/// What names on a command line come to.
private struct Shelf {
  private(set) var paths: [String] = []
  private(set) var titles: [String: String] = [:]
  private(set) var isShelf = false

  /// Adds what a name stands for.
  mutating func add(_ name: String) throws(CommandFailure) {
    guard let inside = Self.articles(inFolder: name) else {
      return try addFile(name, isAlone: true)
    }
    isShelf = true
    if inside.isEmpty {
      throw CommandFailure(
        "\(name) has no articles: texts, pages, mails, books and the like; name a file instead")
    }
    for path in inside {
      do throws(CommandFailure) { try addFile(path, isAlone: false) } catch { paths.append(path) }
    }
  }

  /// Adds a file, or the articles in it when it holds several.
  private mutating func addFile(_ path: String, isAlone: Bool) throws(CommandFailure) {
    guard path == "-" || FileIdentity(of: path)?.kind == .file,
      let members = try Documents.collection(path)?.members
    else { return paths.append(path) }
    paths += members.map(\.path)
    isShelf = isShelf || members.count > 1
    let file = path == "-" ? "standard input" : path.split(separator: "/").last ?? ""
    for member in members {
      titles[member.path] = isAlone ? member.title : "\(file): \(member.title)"
    }
  }

  /// The articles in a folder, by name; nil when it is none. A Maildir has its mails in folders of its
  /// own, and gives them no ending.
  private static func articles(inFolder path: String) -> [String]? {
    guard let names = PosixFileSystem().names(ofFolder: path) else { return nil }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    if Set(names).isSuperset(of: maildir) {
      return maildir.flatMap { articles(inFolder: prefix + $0) ?? [] }
    }
    return names.sorted().filter { !$0.hasPrefix(".") }.map { prefix + $0 }
      .filter(ArticleFiles.isOne)
  }

  private static let maildir = ["new", "cur"]
}

/// Which files in a folder are articles, as far as their names tell.
enum ArticleFiles {
  /// Whether a file is one: by its ending, as a mail in a Maildir, or because several articles are in it.
  static func isOne(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, name != BundleList.reportName,
      FileIdentity(of: path)?.kind == .file
    else { return false }
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    let isMail = parts.dropLast().last.map(["new", "cur"].contains) ?? false
    return isMail || endings.contains(ending)
      || vagueEndings.contains(ending) && holdsSeveral(path)
  }

  private static let endings = ArticleLoader.nameEndings.union(["md", "markdown"])
  /// Endings of files that may be feeds or web archives, and much else.
  private static let vagueEndings: Set = ["xml", "gz"]

  private static func holdsSeveral(_ path: String) -> Bool {
    ((try? Documents.collection(path)) ?? nil) != nil
  }
}
