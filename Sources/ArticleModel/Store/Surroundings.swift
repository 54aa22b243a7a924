// What the store wants to know of the machine besides its files; tests put other answers in.

#if canImport(Glibc)
  import Glibc
#endif

/// The process, the machine and the time.
public struct Surroundings: Sendable {
  /// Who we are, as locks name it.
  public var holder: LockHolder
  /// Whether a process of this machine is still the one that it was: it runs, and started then.
  public var isAlive: @Sendable (LockHolder) -> Bool
  /// The time.
  public var now: @Sendable () -> Timestamp
  /// Waits for so many milliseconds.
  public var wait: @Sendable (Int) -> Void
  /// Where work goes that cannot be saved in its place.
  public var stateFolder: String

  /// Puts answers together.
  public init(
    holder: LockHolder, isAlive: @escaping @Sendable (LockHolder) -> Bool,
    now: @escaping @Sendable () -> Timestamp, wait: @escaping @Sendable (Int) -> Void,
    stateFolder: String
  ) {
    self.holder = holder
    self.isAlive = isAlive
    self.now = now
    self.wait = wait
    self.stateFolder = stateFolder
  }

  /// The machine as it is.
  public static var current: Surroundings {
    let processID = Int(getpid())
    return Surroundings(
      holder: LockHolder(
        host: hostName, processID: processID, started: startTime(of: processID)),
      isAlive: { holder in
        let isRunning = kill(pid_t(truncatingIfNeeded: holder.processID), 0) == 0 || errno == EPERM
        let started = startTime(of: holder.processID)
        return isRunning && (holder.started == nil || started == nil || holder.started == started)
      },
      now: { .now() }, wait: { _ = usleep(useconds_t($0 * 1000)) },
      stateFolder: SidecarStore.stateFolder)
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// When a process started, in clock ticks since the machine did (proc(5), field 22 of stat): tells a
  /// process from a later one of the same number. Nil where the system does not say.
  private static func startTime(of processID: Int) -> Int? {
    guard let bytes = try? PosixFileSystem().contents(of: "/proc/\(processID)/stat") else {
      return nil
    }
    // The second field, a name in parentheses, may hold spaces.
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(
      separator: " ")
    guard let fields, fields.count > 19 else { return nil }
    return Int(fields[19])
  }
}
