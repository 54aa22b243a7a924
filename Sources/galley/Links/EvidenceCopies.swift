// Keeps copies of the pages that evidence points to: beside the marks, where whoever gets the folder has them.

import Archive
import ArticleModel
import Configuration
import DocumentImport
import Ncurses
import Reader
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// The copies of evidence.
struct EvidenceCopies: Sendable {
  /// Whether machines of the own network may be asked.
  var allowsPrivate = false

  /// The folder beside the sidecar that copies lie in.
  static let folderName = "copies"

  /// Fetches the page behind an address and keeps a copy of it.
  /// - Parameter folder: the folder of the sidecar.
  func keep(
    pageAt text: String, inFolder folder: String, isUnwanted: @escaping @Sendable () -> Bool
  ) throws(CommandFailure) -> KeptPage {
    let address: WebAddress
    do throws(AddressError) { address = try WebAddress(text) } catch {
      throw CommandFailure("\(text.prefix(200)): \(error)")
    }
    let page = try fetch(address, isUnwanted)
    let article = article(in: page)
    let archive = PageArchive(folder: folder + "/" + Self.folderName)
    let copy: ArchivedCopy
    do throws(FileError) {
      try archive.refuseLinks(onTheWayTo: page)
      makeFolders(for: page, in: archive)
      copy = try archive.keepForGood(page, titled: article?.title)
    } catch {
      throw CommandFailure("the copy of \(address) cannot be kept (\(error))")
    }
    let place = Self.folderName + copy.path.dropFirst(archive.folder.count)
    return KeptPage(
      copy: KeptCopy(path: place, digest: copy.record.digest, retrieved: copy.record.fetched),
      title: article?.title, publisher: article?.metadata.outlet)
  }

  private func fetch(
    _ address: WebAddress, _ isUnwanted: @escaping @Sendable () -> Bool
  ) throws(CommandFailure) -> FetchedPage {
    var fetcher = PageFetcher(userAgent: LinkedPages.userAgent)
    fetcher.allowsPrivate = allowsPrivate
    fetcher.isCancelled = { isUnwanted() || Signals.ending != nil }
    let outcome: PageFetcher.Outcome
    do throws(FetchError) { outcome = try fetcher.fetch(address) } catch {
      throw CommandFailure("\(address): \(error)")
    }
    switch outcome {
    case .page(let page): return page
    // No address is known beforehand.
    case .known(let other): throw CommandFailure("\(address) redirects to \(other)")
    }
  }

  /// The article in a page, for its title; nil when it has none, such as a table of figures.
  private func article(in page: FetchedPage) -> Article? {
    guard let folder = UserFolders(environment: PageFetcher.ownEnvironment).pages else {
      return nil
    }
    let origin = DocumentOrigin(
      address: page.address.description, retrieved: .now(), contentType: page.contentType)
    let found = try? PageArchive(folder: folder).examining(page) { path in
      try? ArticleLoader.load(path, of: .file, from: origin)
    }
    return found ?? nil
  }

  /// The folders follow the umask, as sidecars do: colleagues read the copies too.
  private func makeFolders(for page: FetchedPage, in archive: PageArchive) {
    for folder in [archive.folder, archive.folder(of: page.address)] { mkdir(folder, 0o777) }
  }
}
