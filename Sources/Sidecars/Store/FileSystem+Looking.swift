// What is asked of a file system when files are looked for. Names go to the system as they are:
// FileManager would take one that begins with a tilde for somebody's home.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

extension FileSystem {
  /// Whether there is a file or a folder of this name that can be seen.
  package func exists(_ path: String) -> Bool { ((try? status(of: path)) ?? nil) != nil }

  /// The names in a folder, in no order; nil when it is none, or cannot be read.
  package func names(ofFolder path: String) -> [String]? { try? names(inFolder: path) }

  /// Replaces a file as a whole, so that no half of it is ever seen; makes the folders on its way. Of a
  /// symbolic link it replaces the file that this leads to.
  /// - Parameters:
  ///   - isLasting: whether it must be on the disk when this returns.
  ///   - isPrivate: whether a file that was not there is for the user alone.
  package func replace(
    _ path: String, with bytes: [UInt8], isLasting: Bool = true, isPrivate: Bool = false
  ) throws(FileError) {
    let there = try status(of: path)
    let model = there ?? (isPrivate ? .ofUserAlone : nil)
    if there == nil, try status(ofName: path) != nil {
      throw .unusual(path, "a link to a file that is not there")
    }
    let path = destination(of: path)
    try createFolder(path.folder)
    try replace(
      path, with: bytes, like: model, drafts: DraftNames(writer: ""), isLasting: isLasting)
  }
}

extension FileStatus {
  /// A file that nobody but the user may read.
  fileprivate static var ofUserAlone: FileStatus {
    FileStatus(
      size: 0, modified: Instant(seconds: 0), number: 0, permissions: 0o600, owner: geteuid(),
      group: getegid())
  }
}
