// The annotations that list, show, delete and check work on.

import Archive
import ArgumentParser
import ArticleModel
import Configuration
import Corpus
import DocumentImport
import Session
import Sidecars

/// Articles, sidecars and folders; by default the folder that one is in.
struct SidecarSelection: ParsableArguments {
  @Argument(
    help: "Articles, sidecar files or folders; by default this folder.", completion: .file())
  var file: [String] = []

  @Option(
    help: ArgumentHelp("The sidecar file, if it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @OptionGroup(title: "Opening") var source: LinkOptions

  /// Reads all places; what cannot be read is said on standard error, and returned. An article that was
  /// named is read even when it has no sidecar yet.
  /// - Parameter readsTexts: whether the articles are needed; their marks alone may come from an index.
  func openAll(
    readsTexts: Bool = true
  ) throws(CommandFailure) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    let paths = try file.map { name throws(CommandFailure) in
      try Documents.path(of: name, source.access, forMarks: true)
    }
    guard let sidecar else {
      return Self.open(paths.isEmpty ? ["."] : paths, readsTexts: readsTexts)
    }
    guard paths.count == 1, let article = paths.first else {
      throw CommandFailure("--sidecar belongs to one article; name that article")
    }
    return Self.open(
      [SidecarLocation(article: article, sidecar: sidecar, isArticleNamed: true)], named: paths)
  }

  /// Reads all places, and of marks that several files have takes the newest version. What was decided between
  /// them is not listed beside them.
  func openAllOnce(
    readsTexts: Bool = true
  ) throws(CommandFailure) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    let (articles, failures) = try openAll(readsTexts: readsTexts)
    return (articles.withEachMarkOnce, failures)
  }

  /// Reads what somebody named: articles, sidecars and folders.
  static func openAll(at paths: [String]) throws(CommandFailure) -> [AnnotatedArticle] {
    let (articles, failures) = open(
      try paths.map { name throws(CommandFailure) in
        try Documents.path(of: name, forMarks: true)
      })
    if !failures.isEmpty { throw CommandFailure.alreadySaid }
    return articles
  }

  /// Reads what lies at some paths; what cannot be read is said on standard error, and returned.
  static func open(
    _ paths: [String], readsTexts: Bool = true
  ) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    var (articles, failures): ([AnnotatedArticle], [Failure]) = ([], [])
    for path in paths {
      let look = SidecarLocation.look(at: path)
      failures += look.unreadable.map { .folder($0.description) }
      look.unreadable.forEach { Output.complain($0.description) }
      if let unmarked = unmarkedMembers(of: look.locations) {
        articles += unmarked
      } else {
        let opened = open(look.locations, named: paths, readsTexts: readsTexts)
        (articles, failures) = (articles + opened.articles, failures + opened.failures)
      }
    }
    return (articles, failures)
  }

  /// So many articles without marks are read because somebody named the file that they are in.
  private static let mostUnmarked = 1000

  /// The articles of a file that holds several of which none has a sidecar; nil when that is not so.
  private static func unmarkedMembers(of locations: [SidecarLocation]) -> [AnnotatedArticle]? {
    guard locations.count == 1, let path = locations[0].article, locations[0].sidecar == nil,
      let collection = try? Documents.collection(path)
    else { return nil }
    if collection.members.count > mostUnmarked {
      Output.complain(
        "\(path): none of its \(collection.members.count) articles has marks; name those that are to "
          + "count, as galley contents lists them")
      return []
    }
    return collection.members.indices.compactMap { index in
      (try? collection.article(index)).flatMap { try? AnnotatedArticle($0) }
    }
  }

  /// The index of where marks stand, for a command that reads so many sidecars; nil when reading them takes no
  /// longer than reading the index, or when nothing is to be remembered.
  static func memory(for count: Int) -> MarksIndex? { count > fewest ? memory : nil }

  private static let memory = UserFolders.ofIndexes?.indexOfMarks.flatMap {
    MarksIndex(at: $0, without: [CopyRecord.suffix])
  }
  private static let fewest = 100

  private static func open(
    _ locations: [SidecarLocation], named: [String], readsTexts: Bool = true
  ) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    // What somebody named may have to be asked for or said first, and is little.
    let memory = memory(for: locations.count)
    let readings =
      locations.count > named.count
      ? locations.concurrentMap { Reading($0, named: named, memory, readsText: readsTexts) }
      : locations.map { Reading($0, named: named, nil, readsText: true) }
    memory?.save()
    for reading in readings {
      reading.remarks.forEach(Output.complain)
      if let article = reading.article, reading.isOfArticle { sayWhereElse(article) }
    }
    let articles = readings.compactMap(\.article)
    sayUnreadJournals(of: articles)
    return (articles, readings.compactMap(\.failure))
  }

  /// What there is at a place.
  private struct Reading: Sendable {
    var article: AnnotatedArticle?
    var failure: Failure?
    /// What is to be said of it on standard error.
    var remarks: [String] = []
    /// Whether there was no sidecar to read, but an article.
    var isOfArticle: Bool

    init(
      _ location: SidecarLocation, named: [String], _ memory: MarksIndex?, readsText: Bool
    ) {
      isOfArticle = location.sidecar == nil
      if let sidecar = location.sidecar, !named.contains(sidecar),
        let obstacle = FileIdentity.obstacle(at: sidecar)
      {
        failure = .sidecar("\(sidecar) is \(obstacle); it is skipped")
      } else {
        do throws(Failure) {
          article = try SidecarSelection.open(location, memory, readsText: readsText) {
            remarks.append($0)
          }
        } catch {
          failure = error
        }
      }
      if let failure { remarks.append(failure.message) }
    }
  }

  /// Says in one line that others may have marks which are in no sidecar yet.
  private static func sayUnreadJournals(of articles: [AnnotatedArticle]) {
    let unread = articles.filter(\.hasUnreadJournal)
    guard let first = unread.first else { return }
    let more = unread.count > 1 ? " and \(unread.count - 1) more" : ""
    Output.complain(
      "\(first.sidecarPath)\(more): the journal cannot be read; what others have not saved yet may be missing"
    )
  }

  /// Why a place could not be read.
  enum Failure: Error {
    case article(String)
    case sidecar(String)
    case folder(String)

    var message: String {
      switch self {
      case .article(let message), .sidecar(let message), .folder(let message): message
      }
    }
  }

  /// Reads the marks at a place.
  /// - Parameters:
  ///   - memory: the index that knows where they stand; nil to read everything.
  ///   - readsText: whether the article is needed, too.
  ///   - leaving: is told of an article that is left alone, in a line that says what to do.
  static func open(
    _ location: SidecarLocation, _ memory: MarksIndex?, readsText: Bool = true,
    leaving: (String) throws(Failure) -> Void
  ) throws(Failure) -> AnnotatedArticle {
    guard let memory else { return try open(location, leaving: leaving) }
    return try memory.marks(
      at: location, readsText: readsText,
      article: { (try? Documents.foundArticleIfThere($0)) ?? nil },
      reading: { () throws(Failure) in try open(location, leaving: leaving) })
  }

  private static func open(
    _ location: SidecarLocation, leaving: (String) throws(Failure) -> Void
  ) throws(Failure) -> AnnotatedArticle {
    let article = try article(of: location, leaving)
    do throws(StoreError) {
      if let article { return try AnnotatedArticle(article, sidecarPath: location.sidecar) }
      return try AnnotatedArticle(orphanedSidecar: location.sidecar ?? "")
    } catch {
      throw .sidecar(error.description)
    }
  }

  private static func article(
    of location: SidecarLocation, _ leaving: (String) throws(Failure) -> Void
  ) throws(Failure) -> Article? {
    do {
      switch location.foundArticle() {
      case .missing: return nil
      case .named(let path): return try Documents.article(path)
      case .below(let path):
        if let obstacle = FileIdentity.obstacle(at: path) {
          try leaving("\(path) is \(obstacle); it is skipped")
          return nil
        }
        return try Documents.foundArticleIfThere(path)
      case .outside(let path):
        if let article = location.articleOutside(at: path) { return article }
        let sidecar = location.sidecar ?? ""
        try leaving(
          "\(sidecar) leads to \(path), which is not below its folder and has another text than the "
            + "marks were made in; to use it, name it: --sidecar \(sidecar.asShellWord) "
            + path.asShellWord)
        return nil
      }
    } catch let failure as CommandFailure {
      throw .article(failure.message)
    } catch {
      throw error as? Failure ?? .article("\(error)")
    }
  }

  /// Says where the marks of an article may be that has none at their usual place.
  static func sayWhereElse(_ article: AnnotatedArticle) {
    guard !article.hasSidecar, let read = article.article else { return }
    for stray in SidecarSearch().sidecars(for: read) {
      Output.complain(stray.hint(forArticle: article.name))
    }
  }

  /// The one annotation that an id, or the beginning of one, means.
  func row(named id: String, _ shelf: TaxonomyShelf) throws(CommandFailure) -> AnnotationRow {
    let (articles, _) = try openAllOnce()
    let rows = articles.flatMap { $0.rows(labelledBy: shelf) }.filter { $0.id.isMeant(by: id) }
    if rows.count == 1, let row = rows.first { return row }
    if rows.isEmpty {
      throw CommandFailure("there is no annotation \(id) here; galley list shows their ids")
    }
    throw CommandFailure("\(id) means \(rows.count) annotations; give more digits of the id")
  }
}

extension [SidecarSelection.Failure] {
  /// Ends a command that did its work as far as it could: what could not be read has been said, and the
  /// exit code says that there was something. Where nothing could be read, the input is wrong.
  func end(having articles: [AnnotatedArticle]) throws(CommandFailure) {
    guard !isEmpty else { return }
    throw articles.isEmpty ? .alreadySaid : .findings
  }
}

extension SidecarLocation {
  /// An article outside of the folder of its sidecar, when its text is the one that the marks were made
  /// in. Whoever wrote the sidecar knew that text; of another file not a word gets out.
  fileprivate func articleOutside(at path: String) -> Article? {
    guard let sidecar, let about = try? SidecarFile.read(sidecar).about,
      let article = try? Documents.foundArticle(path)
    else { return nil }
    return about.describesText(of: article) ? article : nil
  }
}

extension AnnotatedArticle {
  /// Whether others may have marks that are in no sidecar yet and could not be read.
  var hasUnreadJournal: Bool {
    notices.contains { if case .journalNotRead = $0 { true } else { false } }
  }
}
