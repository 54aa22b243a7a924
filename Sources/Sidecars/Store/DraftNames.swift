// Names of files while they are being written: nobody can predict them, and a later run knows them again.
//
//   .galley-5f1c22aa-91b3e6d07a44c8f2.new
//           writer   chance

import ArticleModel

/// Makes names for drafts, each made for one writing by one writer.
package struct DraftNames: Sendable {
  private let writer: String
  private let chance: @Sendable () -> UInt64

  private static let prefix = ".galley-"
  private static let suffix = ".new"
  /// So many seconds after it was written, a draft is nobody's any more.
  private static let longestWriting = 86_400

  /// Names for a writer, such as a process of a machine.
  package init(
    writer: String,
    chance: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }
  ) {
    let digest = Array(writer.utf8).withUnsafeBufferPointer { Digest(of: $0) }
    self.writer = String(digest.description.prefix(8))
    self.chance = chance
  }

  /// A name that nothing should have yet.
  func next() -> String {
    let digits = String(chance(), radix: 16)
    let zeroes = String(repeating: "0", count: 16 - digits.count)
    return Self.prefix + writer + "-" + zeroes + digits + Self.suffix
  }

  /// Removes what this writer, whose process is gone, left in a folder in the middle of a writing, and
  /// what others left there more than a day ago.
  func removeLeftovers(inFolder folder: String, of files: any FileSystem, now: Instant?) {
    for name in files.names(ofFolder: folder) ?? [] where Self.isDraft(name) {
      let path = folder + "/" + name
      guard let status = (try? files.status(ofName: path)) ?? nil, status.kind == .file,
        status.links == 1
      else { continue }
      let age = now?.seconds(since: status.modified) ?? 0
      let isOwn = name.hasPrefix(Self.prefix + writer + "-")
      if isOwn || age > Self.longestWriting { try? files.remove(path) }
    }
  }

  /// Whether a name has the form that these have.
  static func isDraft(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
    let parts = name.dropFirst(prefix.count).dropLast(suffix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 16]
      && parts.joined().utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

extension FileSystem {
  /// Puts a file in the place of another in one step: draft, sync, rename, sync of the folder. `check` has
  /// the last word before the rename.
  func replace(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, drafts: DraftNames,
    isLasting: Bool = true, check: () throws(FileError) -> Void = {}
  ) throws(FileError) {
    let draft = try draft(of: bytes, for: path, like: model, drafts, isLasting: isLasting)
    do throws(FileError) {
      try check()
      try rename(draft, to: path)
    } catch {
      try? remove(draft)
      throw error
    }
    if isLasting { try syncFolder(of: path) }
  }

  /// Writes a draft beside the file that it is for; returns its path.
  func draft(
    of bytes: [UInt8], for path: String, like model: FileStatus?, _ drafts: DraftNames,
    isLasting: Bool
  ) throws(FileError) -> String {
    for _ in 0..<16 {
      let draft = path.folder + "/" + drafts.next()
      do throws(FileError) {
        if try create(draft, with: bytes, like: model, isLasting: isLasting) { return draft }
      } catch {
        try? remove(draft)
        throw error.said(of: path)
      }
    }
    throw FileError("write", path, code: 17, reason: "every name for a draft is taken")
  }
}
