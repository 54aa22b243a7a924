// Opens addresses: the copy that is kept of a page, or the page itself, of which a copy is kept then.

import Archive
import ArticleModel
import Configuration
import DocumentImport
import Ncurses
import Sidecars

/// The pages behind addresses.
struct LinkedPages {
  /// A page that lies on the disk.
  struct Page {
    /// The path of its copy.
    var path: String
    /// What there is to say of it: how old it is, where it is kept, or what has changed.
    var remark: String
  }

  private let policy: SourceAccess
  private let archive: PageArchive
  /// Whether nobody wants a page any longer, asked while it is fetched; nil for a command line, which says that it
  /// waits and is ended by a signal.
  var isUnwanted: (@Sendable () -> Bool)?

  /// - Throws: when the environment names no place for copies.
  init(_ policy: SourceAccess) throws(CommandFailure) {
    self.policy = policy
    let folders = UserFolders(environment: PageFetcher.ownEnvironment)
    guard let folder = folders.pages else {
      throw CommandFailure("Galley has no place for copies of pages; set HOME or XDG_DATA_HOME")
    }
    archive = PageArchive(folder: folder)
  }

  /// The address that a name on the command line means: the name itself, or where a copy came from that is to
  /// be fetched again; nil for the name of a file.
  static func address(of name: String, _ policy: SourceAccess) -> String? {
    if AddressGuess.isAddress(name) { return name }
    return policy.refreshes ? ArchivedCopy(at: name)?.record.asked.description : nil
  }

  /// Opens the copy of an address; fetches the page when there is none, or when that is wanted.
  func page(at text: String) throws(CommandFailure) -> Page {
    let address: WebAddress
    do throws(AddressError) { address = try WebAddress(text) } catch {
      throw CommandFailure("\(text.prefix(200)): \(error)")
    }
    if !policy.refreshes, let copy = archive.copy(of: address) { return page(copy) }
    let outcome: PageFetcher.Outcome
    do throws(FetchError) { outcome = try fetch(address) } catch {
      throw CommandFailure("\(address): \(error)\(reassurance(for: address))")
    }
    switch outcome {
    case .page(let page): return try keep(page)
    case .known(let target): return try knownPage(at: target, askedFor: address)
    }
  }

  // MARK: Fetching

  /// The program as servers know it, and that it is no crawler.
  static let userAgent =
    "Galley/\(Sidecar.softwareVersion) (+single pages, at the request of a reader)"

  private func fetch(_ address: WebAddress) throws(FetchError) -> PageFetcher.Outcome {
    var fetcher = PageFetcher(userAgent: Self.userAgent)
    fetcher.allowsPrivate = policy.allowsPrivate
    let wait = FetchingNotice(address)
    fetcher.isCancelled = isUnwanted ?? { wait.isUnwanted() }
    let (archive, refreshes) = (archive, policy.refreshes)
    return try fetcher.fetch(address) { !refreshes && archive.hasPage(at: $0) }
  }

  /// What remains for somebody whose page could not be fetched again.
  private func reassurance(for address: WebAddress) -> String {
    guard policy.refreshes, let copy = archive.copy(of: address) else { return "" }
    return "; the copy of \(CopyAge(copy.record.confirmed).day) stays"
  }

  private func knownPage(
    at target: WebAddress, askedFor address: WebAddress
  ) throws(CommandFailure) -> Page {
    guard let copy = archive.copy(of: target) else {
      throw CommandFailure("\(address): the copy of \(target) is no longer there; try again")
    }
    do throws(FileError) { try archive.point(address, to: copy) } catch {
      throw CommandFailure("\(address): the archive cannot be written (\(error))")
    }
    return page(copy)
  }

  private func page(_ copy: ArchivedCopy) -> Page {
    Page(path: copy.path, remark: "\(copy.remark); galley --refresh ADDRESS fetches it again")
  }

  // MARK: Keeping

  /// Keeps a page that an article can be read from.
  private func keep(_ page: FetchedPage) throws(CommandFailure) -> Page {
    let article = try readable(page)
    let old = archive.copy(replacedBy: page)
    let before = old.flatMap { try? Documents.foundArticle($0.path) }
    let copy: ArchivedCopy
    do throws(FileError) {
      copy = try archive.keep(page, titled: article?.title)
    } catch {
      throw CommandFailure("\(page.asked): the copy cannot be kept (\(error))")
    }
    guard let old else {
      return Page(
        path: copy.path,
        remark: "fetched just now; its copy is in \(Self.shown(copy)), where marks go too")
    }
    return Page(
      path: copy.path, remark: Refreshing(old, copy, before: before, after: article).remark)
  }

  /// The folder of a copy as people write it, with a tilde for their home.
  private static func shown(_ copy: ArchivedCopy) -> String {
    let folder = String(copy.path[..<(copy.path.lastIndex(of: "/") ?? copy.path.endIndex)])
    guard let home = PageFetcher.ownEnvironment["HOME"], !home.isEmpty,
      folder.hasPrefix(home + "/")
    else { return folder }
    return "~" + folder.dropFirst(home.count)
  }

  /// The article in a page; nil for several. What holds none is not kept.
  private func readable(_ page: FetchedPage) throws(CommandFailure) -> Article? {
    let origin = DocumentOrigin(
      address: page.address.description, retrieved: .now(), contentType: page.contentType)
    let found: (path: String, article: Result<Article, ImportError>)
    do throws(FileError) {
      found = try archive.examining(page) { path in
        let article = Result { () throws(ImportError) in
          try ArticleLoader.load(path, of: .file, from: origin)
        }
        return (path, article)
      }
    } catch {
      throw CommandFailure("\(page.asked): the copy cannot be kept (\(error))")
    }
    switch found.article {
    case .success(let article): return article
    case .failure(let failure) where failure.isAboutContent:
      let reason = failure.reason(besides: found.path)
      throw CommandFailure("\(page.asked): \(reason)\(reassurance(for: page.asked))")
    case .failure: return nil
    }
  }
}

extension ImportError {
  /// Whether there is no article in a page, so that it is not worth keeping.
  fileprivate var isAboutContent: Bool {
    switch self {
    case .empty, .binary, .tooLarge, .tooComplicated, .encoding, .damaged, .unsupported: true
    default: false
    }
  }

  /// The error without the name that it begins with.
  fileprivate func reason(besides name: String) -> String {
    if case .empty = self {
      return "what the server sent contains no text; if scripts write the page, open it in a "
        + "browser, save it, and open that file"
    }
    let text = description
    return text.hasPrefix("\(name): ") ? String(text.dropFirst(name.count + 2)) : text
  }
}

extension ArchivedCopy {
  /// How old the copy is, and whether it is still what was fetched: "copy of 3 Nov 2026, 23 days old".
  var remark: String {
    let age = CopyAge(record.confirmed)
    return "copy of \(age.day), \(age.words) old\(isIntact() ? "" : ", and changed since")"
  }

  /// Where the copy came from, for whoever reads it.
  var origin: DocumentOrigin {
    DocumentOrigin(
      address: record.address.description, retrieved: record.fetched,
      contentType: record.contentType)
  }
}
