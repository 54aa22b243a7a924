// Sources of quotations: how the sidecar names a file, and where that is.

import ArticleModel

extension SidecarStore {
  /// The file or folder at a path, as the sidecar names it; nil when there is none.
  package func source(at path: String) -> QuotationSource? {
    guard files.exists(MemberPath(path)?.file ?? path) else { return nil }
    let place = files.place(of: path == "." ? files.destination(of: path) : path)
    return RelativePath.path(to: place, from: folder).map { .path($0) }
  }

  /// Where a source is: the path of a file, or an address.
  package func location(of source: QuotationSource) -> String? { source.location(from: folder) }

  private var folder: String { files.destination(of: files.destination(of: path).folder) }
}

extension QuotationSource {
  /// Where it is, for the sidecar at a path.
  package func location(forSidecarAt path: String) -> String? { location(from: path.folder) }

  fileprivate func location(from folder: String) -> String? {
    switch self {
    case .address(let address): address
    case .path(let path): RelativePath.file(at: path, from: folder)
    }
  }
}
