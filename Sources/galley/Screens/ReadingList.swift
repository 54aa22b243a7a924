// The articles that a command line names: files as they are, folders by what lies in them.

import ArticleModel
import Corpus
import Interface
import Reader
import Session
import Sidecars

/// Articles that are read in one go.
struct ReadingList {
  /// The articles; marks that are not done first, then what nobody has read.
  let paths: [String]
  /// Whether a folder was named, so that the list of what is in it comes first.
  let hasFolder: Bool

  /// The endings of names by which articles in a folder are known.
  private static let endings: Set = ["txt", "text", "md", "markdown"]

  /// Expands folders and puts what needs work first.
  init(_ names: [String]) throws(CommandFailure) {
    var paths: [String] = []
    var hasFolder = false
    for name in names {
      if let inside = Self.articles(inFolder: name) {
        hasFolder = true
        paths += inside
        if inside.isEmpty {
          throw CommandFailure(
            "\(name) has no articles: files that end in .txt or .md; name a file instead")
        }
      } else {
        paths.append(name)
      }
    }
    // A pattern such as *.txt* names the sidecars beside the articles too.
    let articles = paths.filter { !Self.isKeptByUs($0) }
    if articles.isEmpty, let path = paths.first {
      throw CommandFailure("\(path) holds marks, not an article; name the article itself")
    }
    let isPlural = articles.count > 1
    self.paths =
      isPlural ? articles.sorted { Self.entry($0).rank < Self.entry($1).rank } : articles
    self.hasFolder = hasFolder
  }

  /// The articles as the reader lists them, with the marks that they have now.
  func queue(current: Int) -> ReadingQueue {
    ReadingQueue(entries: paths.count > 1 ? paths.map(Self.entry) : [], current: current)
  }

  /// Whether the file is a sidecar, or one of those that come with it.
  private static func isKeptByUs(_ path: String) -> Bool {
    let endings = ["", ".journal", ".lock", ".bak"]
    return endings.contains { path.hasSuffix(SidecarLocation.suffix + $0) }
  }

  /// The articles in a folder, by name; nil when it is none.
  private static func articles(inFolder path: String) -> [String]? {
    guard let names = PosixFileSystem().names(ofFolder: path) else { return nil }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    return names.sorted().filter { name in
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return !name.hasPrefix(".") && name.contains(".") && endings.contains(ending)
    }.map { prefix + $0 }.filter { FileIdentity(of: $0)?.kind == .file }
  }

  private static func entry(_ path: String) -> ReadingQueue.Entry {
    let isVisited = ReaderDesk.hasVisited(path)
    let bytes = (try? PosixFileSystem().contents(of: path + SidecarLocation.suffix)) ?? nil
    let sidecar = bytes.flatMap { try? Sidecar(parsing: $0) }
    let marks = AnnotationSet(sidecar?.annotations ?? []).marks
    return ReadingQueue.Entry(
      name: path, marks: marks.count, done: marks.filter { $0.status == .done }.count,
      isVisited: isVisited)
  }
}
