// The archive of pages: the bytes as they came, a record beside each copy, and older copies that newer ones
// have replaced.
//
//   articles/www.example.org/port-reopens-5f1c22aa91b3.html                    the copy; its path stays
//                           /port-reopens-5f1c22aa91b3.html.copy.json          its record
//                           /port-reopens-5f1c22aa91b3.html.annotations.json   marks on it
//                           /earlier/port-reopens-5f1c22aa91b3-2026…Z.html     what it was before
//   articles/example.org/p-0c1d22ab97b0.leads-to.json                          an address that leads to it

import ArticleModel
import LosslessJSON
import Sidecars

/// Copies of pages, kept by their addresses.
package struct PageArchive: Sendable {
  /// The folder of the archive.
  package let folder: String
  let files: any FileSystem

  /// What the name of a pointer ends with.
  static let pointerSuffix = ".leads-to.json"

  /// The archive in a folder, which need not be there yet.
  package init(folder: String, files: any FileSystem = PosixFileSystem()) {
    (self.folder, self.files) = (folder, files)
  }

  // MARK: Finding

  /// The copy that an address opens: its own, or that of the page it led to; nil when there is none.
  package func copy(of address: WebAddress) -> ArchivedCopy? {
    ownCopy(of: address) ?? pointedCopy(of: address)
  }

  /// The copy that has the name of an address.
  private func ownCopy(of address: WebAddress) -> ArchivedCopy? {
    let name = CopyName(of: address)
    let place = "\(folder)/\(name.folder)"
    let records = (files.names(ofFolder: place) ?? []).sorted().lazy.filter {
      $0.hasPrefix(name.stem + ".") && $0.hasSuffix(CopyRecord.suffix)
    }
    return records.compactMap {
      ArchivedCopy(at: "\(place)/\($0.dropLast(CopyRecord.suffix.count))", on: files)
    }.first
  }

  /// Where the pointer of an address leads. It must name the address, and a copy within the archive that is
  /// still of the page which the address was seen to lead to.
  private func pointedCopy(of address: WebAddress) -> ArchivedCopy? {
    guard let bytes = (try? files.contents(of: pointer(of: address))) ?? nil,
      let root = (try? JSONDocument(parsing: bytes))?.root,
      root["address"]?.string == address.description, let target = root["copy"]?.string
    else { return nil }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }),
      !target.utf8.contains(0), let copy = ArchivedCopy(at: "\(folder)/\(target)", on: files),
      copy.record.address.description == root["finalAddress"]?.string
    else { return nil }
    return copy
  }

  private func pointer(of address: WebAddress) -> String {
    let name = CopyName(of: address)
    return "\(folder)/\(name.folder)/\(name.stem)\(Self.pointerSuffix)"
  }

  // MARK: Keeping

  /// The name that a page's copy will have, for programs that look into it before it is kept.
  package func fileName(for page: FetchedPage) -> String {
    "\(CopyName(of: page.address).stem).\(CopyEnding.ending(of: page))"
  }

  /// Whether there is a copy that came from this very address.
  package func hasPage(at address: WebAddress) -> Bool {
    copy(of: address)?.record.address == address
  }

  /// The copy whose place a page takes; nil when it is the first one. Marks stay with the address that was
  /// asked for, then with the one that answered, then with the page that the first one led to. An address
  /// that answers by itself, and led elsewhere before, had led to a page about cookies or the like, which
  /// other addresses may lead to as well.
  package func copy(replacedBy page: FetchedPage) -> ArchivedCopy? {
    if let own = ownCopy(of: page.asked) ?? ownCopy(of: page.address) { return own }
    if let same = pointedCopy(of: page.address), same.record.address == page.address { return same }
    return page.asked == page.address ? nil : pointedCopy(of: page.asked)
  }

  /// Keeps a page under the address that answered; what led there leads to the copy from now on. A copy
  /// that it replaces moves among the earlier ones.
  package func keep(
    _ page: FetchedPage, titled title: String?, at moment: Timestamp = .now()
  ) throws(FileError) -> ArchivedCopy {
    let record = CopyRecord(of: page, titled: title, at: moment)
    let old = copy(replacedBy: page)
    let name = CopyName(of: page.address)
    let path = old?.path ?? "\(folder)/\(name.folder)/\(fileName(for: page))"
    let copy = try write(page.bytes, record, to: path, replacing: old)
    for address in [page.asked, page.address] { try point(address, to: copy) }
    return copy
  }

  /// Lets an address that has no copy of its own open one that it was seen to lead to.
  package func point(_ address: WebAddress, to copy: ArchivedCopy) throws(FileError) {
    if ownCopy(of: address) != nil || pointedCopy(of: address) == copy { return }
    let target = String(copy.path.dropFirst(folder.count + 1))
    let pointer: JSONValue = [
      "address": .string(address.description),
      "finalAddress": .string(copy.record.address.description), "copy": .string(target),
    ]
    try write(Array(pointer.prettyPrinted().utf8), to: self.pointer(of: address))
  }
}
