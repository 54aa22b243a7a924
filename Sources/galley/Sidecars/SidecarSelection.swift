// The annotations that list, show, delete and check work on.

import ArgumentParser
import ArticleModel
import Corpus
import Sidecars

/// Articles, sidecars and folders; by default the folder that one is in.
struct SidecarSelection: ParsableArguments {
  @Argument(
    help: "Articles, sidecars or folders; by default this folder.", completion: .file())
  var file: [String] = []

  @Option(
    help: ArgumentHelp("The sidecar, when it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  /// Reads all places; what cannot be read is said on standard error, and returned. An article that was
  /// named is read even when it has no sidecar yet.
  func openAll() throws(CommandFailure) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    guard let sidecar else { return Self.open(file.isEmpty ? ["."] : file) }
    guard file.count == 1, let article = file.first else {
      throw CommandFailure("--sidecar belongs to one article; name that article")
    }
    return Self.open([SidecarLocation(article: article, sidecar: sidecar)])
  }

  /// Reads what somebody named: articles, sidecars and folders.
  static func openAll(at paths: [String]) throws(CommandFailure) -> [AnnotatedArticle] {
    let (articles, failures) = open(paths)
    if !failures.isEmpty { throw CommandFailure.alreadySaid }
    return articles
  }

  private static func open(
    _ paths: [String]
  ) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    let looks = paths.map { SidecarLocation.look(at: $0) }
    let folders = looks.flatMap(\.unreadable).map { Failure.folder($0.description) }
    folders.forEach { Output.complain($0.message) }
    let (articles, failures) = open(looks.flatMap(\.locations))
    return (articles, folders + failures)
  }

  private static func open(
    _ locations: [SidecarLocation]
  ) -> (articles: [AnnotatedArticle], failures: [Failure]) {
    var articles: [AnnotatedArticle] = []
    var failures: [Failure] = []
    for location in locations {
      do throws(Failure) {
        let article = try open(location)
        if location.sidecar == nil { sayWhereElse(article) }
        articles.append(article)
      } catch {
        Output.complain(error.message)
        failures.append(error)
      }
    }
    sayUnreadJournals(of: articles)
    return (articles, failures)
  }

  /// Says in one line that others may have marks which are in no sidecar yet.
  private static func sayUnreadJournals(of articles: [AnnotatedArticle]) {
    let unread = articles.filter { article in
      article.notices.contains { if case .journalNotRead = $0 { true } else { false } }
    }
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

  static func open(_ location: SidecarLocation) throws(Failure) -> AnnotatedArticle {
    var article: Article?
    let named = location.sidecar.flatMap { SidecarSearch().namedArticle(ofSidecar: $0) }
    if let path = location.article ?? named {
      do throws(CommandFailure) { article = try Documents.article(path) } catch {
        throw .article(error.message)
      }
    }
    do throws(StoreError) {
      if let article { return try AnnotatedArticle(article, sidecarPath: location.sidecar) }
      return try AnnotatedArticle(orphanedSidecar: location.sidecar ?? "")
    } catch {
      throw .sidecar(error.description)
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
    let (articles, _) = try openAll()
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
