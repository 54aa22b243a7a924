// The journal of a sidecar: every operation, a line each, on the disk before anybody is told "saved".

import ArticleModel

/// A journal file.
struct Journal {
  let path: String
  let files: any FileSystem
  let drafts: DraftNames
  /// Whose permissions it gets when it is made.
  var model: FileStatus?
  /// Its length in bytes.
  private(set) var size = 0
  /// How many of its lines could not be read; the last one may have been cut short.
  private(set) var damagedLines = 0
  /// How long it was when it was read or written anew.
  private var foldedSize = 0
  /// Whether its last line may have been written in part.
  private var endsInDoubt = false

  init(path: String, files: any FileSystem, drafts: DraftNames, like model: FileStatus? = nil) {
    self.path = path
    self.files = files
    self.drafts = drafts
    self.model = model
  }

  /// Whether there is one.
  var isEmpty: Bool { size == 0 }

  /// How many bytes were added since it was read or written anew.
  var growth: Int { size - foldedSize }

  /// Reads all entries. Lines that are damaged are counted and passed over: what was being written when a
  /// machine stopped was never called saved.
  mutating func read() throws(FileError) -> [JournalEntry] {
    guard let bytes = try files.contents(ofCompanion: path) else { return [] }
    (size, foldedSize) = (bytes.count, bytes.count)
    endsInDoubt = bytes.last != 0x0A
    var entries: [JournalEntry] = []
    for line in bytes.lines {
      if let read = JournalEntry.entries(ofLine: line) {
        entries += read
      } else {
        damagedLines += 1
      }
    }
    return entries
  }

  /// Adds entries in one line; when this returns they are on the disk.
  mutating func append(_ entries: [JournalEntry]) throws(FileError) {
    let isNew = size == 0
    let bytes = (isNew || !endsInDoubt ? [] : [0x0A]) + JournalEntry.line(of: entries)
    endsInDoubt = true
    size += bytes.count
    try files.append(bytes, to: path, like: model)
    if isNew { try files.syncFolder(of: path) }
    endsInDoubt = false
  }

  /// Writes the journal anew with these entries alone, in one step; without entries it goes.
  mutating func rewrite(_ entries: [JournalEntry]) throws(FileError) {
    guard !entries.isEmpty else { return try remove() }
    let bytes = entries.flatMap(\.line)
    try files.replace(path, with: bytes, like: model, drafts: drafts)
    (size, foldedSize) = (bytes.count, bytes.count)
    endsInDoubt = false
  }

  /// Knows that somebody else removed the file.
  mutating func forget() throws(FileError) {
    size = try files.status(ofName: path)?.size ?? 0
    foldedSize = size
    endsInDoubt = false
  }

  /// Removes the journal.
  mutating func remove() throws(FileError) {
    guard size > 0 else { return }
    try files.remove(path)
    try files.syncFolder(of: path)
    (size, foldedSize) = (0, 0)
    endsInDoubt = false
  }
}

extension FileStatus {
  /// The permissions of a file that only its owner reads.
  static let privateFile = FileStatus(
    size: 0, modified: Instant(seconds: 0), number: 0, permissions: 0o600, owner: .max, group: .max)
}

extension [UInt8] {
  /// What stands between line feeds, without empty lines.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = self[...]
    while let end = rest.firstIndex(of: 0x0A) {
      if end > rest.startIndex { lines.append(rest[..<end]) }
      rest = rest[(end + 1)...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }
}
