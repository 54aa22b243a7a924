// What the archive writes: for its user alone, each file in one step, and one program at a time in a folder.

import ArticleModel
import LosslessJSON
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

extension PageArchive {
  private static let incoming = ".incoming"
  private static let earlier = "earlier"
  /// How long another program may work in the same folder.
  private static let patience = Duration.seconds(3)

  /// Puts a page aside under the ending that its copy will have, calls `body` with the path, and removes it:
  /// for a look into a page before it is kept.
  package func examining<Result>(
    _ page: FetchedPage, _ body: (String) -> Result
  ) throws(FileError) -> Result {
    removeLeftovers()
    let chance = String(UInt64.random(in: 0 ... .max), radix: 16)
    let path = "\(folder)/\(Self.incoming)/\(chance)-\(fileName(for: page))"
    try files.replace(path, with: page.bytes, isLasting: false, isPrivate: true)
    let result = body(path)
    try files.remove(path)
    return result
  }

  /// Removes what a program that was ended left there more than an hour ago.
  private func removeLeftovers() {
    let folder = "\(self.folder)/\(Self.incoming)"
    for name in files.names(ofFolder: folder) ?? [] where name.contains("-") {
      guard let status = (try? files.status(ofName: "\(folder)/\(name)")) ?? nil,
        status.kind == .file, Instant.now().seconds(since: status.modified) > 3600
      else { continue }
      try? files.remove("\(folder)/\(name)")
    }
  }

  /// Puts a page in the place of a copy that there may be, which moves among the earlier ones unless the page
  /// is as it was.
  func write(
    _ bytes: [UInt8], _ record: CopyRecord, to path: String, replacing old: ArchivedCopy?
  ) throws(FileError) -> ArchivedCopy {
    try files.createFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    let release = try lockFolder(of: path)
    defer { release() }
    var record = record
    if let old, old.record.digest == record.digest, old.isIntact(on: files) {
      record.fetched = old.record.fetched
    } else {
      if let old { try keepEarlier(old) }
      try write(bytes, to: path)
    }
    try write(record.bytes, to: path + CopyRecord.suffix)
    return ArchivedCopy(path: path, record: record)
  }

  /// Writes a file for the user alone.
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try files.replace(path, with: bytes, isPrivate: true)
  }

  /// Keeps what a copy is now under the moment at which it was fetched.
  private func keepEarlier(_ copy: ArchivedCopy) throws(FileError) {
    guard let bytes = try files.contents(of: copy.path) else { return }
    let path = earlierPath(of: copy)
    try write(bytes, to: path)
    try write(copy.record.bytes, to: path + CopyRecord.suffix)
  }

  /// Where a copy lies after a newer one has taken its place.
  package func earlierPath(of copy: ArchivedCopy) -> String {
    let place = copy.path.lastIndex(of: "/") ?? copy.path.startIndex
    let name = copy.path[place...].dropFirst()
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let moment = copy.record.fetched.description.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    return "\(copy.path[..<place])/\(Self.earlier)/\(name[..<dot])-\(moment)\(name[dot...])"
  }

  /// Locks the folder of a copy. Where somebody has it for longer than a moment, or the file system knows no
  /// locks, it goes on without: each file is replaced in one step in any case.
  private func lockFolder(of path: String) throws(FileError) -> @Sendable () -> Void {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      switch try files.lockFolder(of: path) {
      case .held(let release): return release
      case .busy where ContinuousClock.now < deadline: usleep(20_000)
      case .busy, .unsupported: return {}
      }
    }
  }
}
