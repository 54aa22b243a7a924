// Reading a sidecar, merging and writing it is one step that no two writers do at the same time.
//
//   the folder is locked by the kernel ──▶ read, merge, write ──▶ unlocked
//   a file system without locks: a guard file made by link(2), which only one writer can make

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// What is done to a sidecar and its companions by one writer at a time, whatever the lock beside it says.
struct CriticalSection {
  /// The sidecar's path.
  let target: String
  let files: any FileSystem
  let surroundings: Surroundings

  /// A section takes milliseconds; whoever has it for so many turns of waiting is dead, or stopped.
  private static let patience = 2000
  /// The kernel takes a lock from whoever dies, so those who wait for it stand in a line that moves.
  private static let patienceInLine = 5000

  /// The right to write, while it lasts.
  struct Hold {
    fileprivate let saving: SidecarLock?

    /// Makes sure that nobody took us for dead meanwhile, which only a guard file lets happen.
    func check() throws(FileError) {
      guard let saving, try saving.holder() != saving.surroundings.holder else { return }
      throw FileError(
        "write", saving.path, code: EAGAIN, reason: "Another program took over meanwhile")
    }
  }

  /// Does something while no other writer does. Sections do not nest.
  func perform<Outcome>(
    _ body: (Hold) throws(FileError) -> Outcome
  ) throws(FileError) -> Outcome {
    switch try kernelLock() {
    case .held(let release):
      defer { release() }
      return try body(Hold(saving: nil))
    case .busy:
      throw FileError(
        "lock", target.folder, code: EAGAIN, reason: "Another program keeps the folder busy")
    case .unsupported:
      let hasGuard = try standGuard()
      defer { if hasGuard { try? saving.release() } }
      return try body(Hold(saving: hasGuard ? saving : nil))
    }
  }

  private func kernelLock() throws(FileError) -> FolderLock {
    for turn in 0..<Self.patienceInLine {
      let lock = try files.lockFolder(of: target)
      guard case .busy = lock else { return lock }
      surroundings.wait(Self.pause(turn))
    }
    return .busy
  }

  /// Makes the guard, or waits until it can; false where none can be made, as in a folder that cannot be
  /// written.
  private func standGuard() throws(FileError) -> Bool {
    var seen: FileStatus?
    var turn = 0
    while turn < Self.patience {
      do throws(FileError) {
        guard case .taken = try saving.acquire() else { return true }
      } catch {
        if error.isAboutKind { throw error }
        return false
      }
      let status = try files.status(ofName: saving.path)
      // Another guard than before: the others get on, and our turn comes.
      turn = status == seen ? turn + 1 : 0
      seen = status
      surroundings.wait(Self.pause(turn))
    }
    // The same guard all the time: its writer is on another machine, and gone.
    try saving.seize()
    return true
  }

  private var saving: SidecarLock {
    SidecarLock(path: target + ".saving", files: files, surroundings: surroundings)
  }

  /// Milliseconds to wait: few at first, and never the same for two who wait.
  private static func pause(_ turn: Int) -> Int { Int.random(in: 1...min(2 + turn, 24)) }
}
