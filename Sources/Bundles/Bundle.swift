// A hand-over: the files of a desk in one ZIP archive, with a list that says what each is.
//
// What is packed is checked as what is unpacked is, so that whoever gets a bundle can open it.

import ArticleModel

/// The files of a desk, packed into one.
package struct Bundle: Sendable {
  /// What it says of itself.
  package let list: BundleList
  /// The files, in the order of the list.
  package let files: [BundleFile]

  init(_ list: BundleList, _ files: [BundleFile]) { (self.list, self.files) = (list, files) }

  /// Packs files.
  /// - Throws: when one has a name that no bundle may have, or is too long.
  package init(packing files: [BundleFile], made: Timestamp) throws(BundleError) {
    for file in files {
      if let objection = BundlePath.objection(to: file.path) {
        throw .cannotPack(file.path, reason: "it \(objection); rename it")
      }
      if file.bytes.count > BundleLimits.longestFile {
        throw .cannotPack(
          file.path, reason: "it is longer than \(BundleLimits.longestFile >> 20) MB")
      }
    }
    if let name = BundlePath.clash(in: files.map(\.path)) {
      throw .cannotPack(
        name, reason: "another file has the same name but for its capitals; rename one")
    }
    let length = files.reduce(0) { $0 + $1.bytes.count }
    guard length <= BundleLimits.longestContents, files.count < BundleLimits.mostFiles else {
      throw .cannotPack(
        "this folder",
        reason: "a bundle can contain \(BundleLimits.longestContents >> 20) MB and "
          + "\(BundleLimits.mostFiles) files at most; hand over a part of it")
    }
    self.init(BundleList(of: files, made: made), files)
  }

  /// The bundle as a file.
  package var bytes: [UInt8] {
    var archive = ZipWriter(at: list.made)
    archive.add(list.bytes, named: BundleList.name)
    for file in files { archive.add(file.bytes, named: file.path) }
    return archive.bytes
  }

  /// How many files have a role.
  package func count(_ role: BundleFile.Role) -> Int { files.count { $0.role == role } }
}
