// What is asked of a file system when files are looked for. Names go to the system as they are:
// FileManager would take one that begins with a tilde for somebody's home.

extension FileSystem {
  /// Whether there is a file or a folder of this name that can be seen.
  package func exists(_ path: String) -> Bool { ((try? status(of: path)) ?? nil) != nil }

  /// The names in a folder, in no order; nil when it is none, or cannot be read.
  package func names(ofFolder path: String) -> [String]? { try? names(inFolder: path) }

  /// Replaces a file as a whole, so that no half of it is ever seen; makes the folders on its way. Of a
  /// symbolic link it replaces the file that this leads to.
  package func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let path = destination(of: path)
    let draft = path + ".new"
    try createFolder(path.folder)
    try write(bytes, to: draft, like: try status(of: path))
    try rename(draft, to: path)
    try syncFolder(of: path)
  }
}
