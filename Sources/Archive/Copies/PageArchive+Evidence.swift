// Copies that evidence rests on: each state of a page has a file of its own, and none is ever replaced.

import ArticleModel
import Sidecars

extension PageArchive {
  /// Keeps a page for good, under a name that has the digest of its bytes. The same bytes are kept once.
  package func keepForGood(
    _ page: FetchedPage, titled title: String?, at moment: Timestamp = .now()
  ) throws(FileError) -> ArchivedCopy {
    let record = CopyRecord(of: page, titled: title, at: moment)
    let path = pathForGood(of: page, record.digest)
    if let copy = ArchivedCopy(at: path, on: files), copy.record.digest == record.digest,
      copy.isIntact(on: files)
    {
      return copy
    }
    try refuseLinks(onTheWayTo: page)
    try files.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try files.replace(path, with: page.bytes)
    try files.replace(path + CopyRecord.suffix, with: record.bytes)
    return ArchivedCopy(path: path, record: record)
  }

  /// Throws if a symbolic link is in place of the copy, its record or a folder above them: whoever prepared
  /// the folder could let it lead to any file of the reader.
  package func refuseLinks(onTheWayTo page: FetchedPage) throws(FileError) {
    let path = pathForGood(of: page, page.bytes.withUnsafeBufferPointer { Digest(of: $0) })
    for place in [folder, folder(of: page.address), path, path + CopyRecord.suffix]
    where try files.status(ofName: place)?.kind == .link {
      throw .unusual(place, "a symbolic link, which could lead to another file; remove it first")
    }
  }

  /// The folder that the copies of pages of an address lie in.
  package func folder(of address: WebAddress) -> String {
    "\(folder)/\(CopyName(of: address).folder)"
  }

  private func pathForGood(of page: FetchedPage, _ digest: Digest) -> String {
    let name = CopyName(of: page.address)
    let digits = digest.description.prefix(12)
    return "\(folder)/\(name.folder)/\(name.stem)-\(digits).\(CopyEnding.ending(of: page))"
  }
}
