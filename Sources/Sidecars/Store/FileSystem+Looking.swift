// What is asked of a file system when files are looked for. Names go to the system as they are:
// FileManager would take one that begins with a tilde for somebody's home.

extension FileSystem {
  /// Whether there is a file or a folder of this name that can be seen.
  package func exists(_ path: String) -> Bool { ((try? status(of: path)) ?? nil) != nil }

  /// The names in a folder, in no order; nil when it is none, or cannot be read.
  package func names(ofFolder path: String) -> [String]? { try? names(inFolder: path) }

  /// Replaces a file as a whole, so that no half of it is ever seen; makes the folders on its way. Of a
  /// symbolic link it replaces the file that this leads to.
  /// - Parameter isLasting: whether it must be on the disk when this returns.
  package func replace(
    _ path: String, with bytes: [UInt8], isLasting: Bool = true
  ) throws(FileError) {
    let model = try status(of: path)
    if model == nil, try status(ofName: path) != nil {
      throw .unusual(path, "a link to a file that is not there")
    }
    let path = destination(of: path)
    try createFolder(path.folder)
    try replace(
      path, with: bytes, like: model, drafts: DraftNames(writer: ""), isLasting: isLasting)
  }
}
