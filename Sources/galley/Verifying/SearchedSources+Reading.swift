// Searching sources for the reader, who has the terminal: nothing is said on standard error, and what is not wanted
// any longer is given up.

import ArticleModel
import DocumentImport
import Session
import Verification

extension SearchedSources {
  /// Searches sources; answers give each the name that the sidecar has for it.
  static func search(
    _ sources: [SourceToSearch], _ access: SourceAccess, with index: QuotationIndex,
    isUnwanted: @Sendable () -> Bool
  ) -> SearchedQuotations {
    var (files, faults) = ([SourceToSearch](), [String]())
    for source in sources where !isUnwanted() {
      do { files += try articles(of: source, access) } catch { faults.append("\(error)") }
    }
    var (read, findings) = ([VerificationSource](), [SourceFindings]())
    for file in files where !isUnwanted() {
      switch outcome(of: file.location, number: read.count, access, index) {
      case .searched(var source, let found):
        source.name = file.name
        read.append(source)
        findings.append(found)
      case .failed(let message): faults.append(message)
      case .isStory:
        if files.count == 1 {
          faults.append("\(file.name) is the story itself, not a source")
        }
      }
    }
    let places = Dictionary(files.map { ($0.name, $0.location) }) { first, _ in first }
    let verification =
      findings.isEmpty ? nil : Verification(index, sources: read, findings: findings)
    return SearchedQuotations(verification, faults: faults, files: places)
  }

  /// The articles that a source stands for: those of a folder, of a file with several, or the page of an address.
  private static func articles(
    of source: SourceToSearch, _ access: SourceAccess
  ) throws -> [SourceToSearch] {
    if let address = LinkedPages.address(of: source.location, access) {
      var pages = try LinkedPages(access)
      pages.isUnwanted = { false }
      let path = try pages.page(at: address).path
      return [SourceToSearch(name: source.name, location: path)]
    }
    return try articles(at: source.location, named: source.name).map { path in
      let rest = path.hasPrefix(source.location) ? path.dropFirst(source.location.count) : ""
      return SourceToSearch(name: source.name + rest, location: path)
    }
  }
}
