// What the store wants to know of the machine besides its files; tests put other answers in.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The process, the machine, the time, and the names of new things.
public struct Surroundings: Sendable {
  /// Who we are, as locks name it.
  public var holder: LockHolder
  /// Whether a process of this machine is still the one that it was: it runs, and started then.
  public var isAlive: @Sendable (LockHolder) -> Bool
  /// The time.
  public var now: @Sendable () -> Timestamp
  /// Names for what is new.
  public var identifiers = IdentifierSource.random
  /// Waits for so many milliseconds.
  public var wait: @Sendable (Int) -> Void
  /// Where work goes that cannot be saved in its place.
  public var stateFolder: String
  /// What makes the names of drafts unpredictable.
  public var chance: @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }

  /// The names of our drafts.
  var drafts: DraftNames { DraftNames(writer: holder.text, chance: chance) }

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

  /// This process, asked for once: a command opens thousands of sidecars.
  private static let ourselves: LockHolder = {
    let processID = Int(getpid())
    return LockHolder(
      host: hostName, processID: processID, started: RunningProcess(processID).started)
  }()

  /// The machine as it is.
  public static var current: Surroundings {
    Surroundings(
      holder: ourselves,
      isAlive: { holder in
        // Numbers that no process has, such as 0 and -1, mean whole groups of them to kill(2).
        guard let number = pid_t(exactly: holder.processID), number > 0 else { return false }
        let isKnown = kill(number, 0) == 0 || errno == EPERM
        let process = RunningProcess(holder.processID)
        let isSame =
          holder.started == nil || process.started == nil || holder.started == process.started
        return isKnown && !process.hasEnded && isSame
      },
      now: { .now() }, wait: { _ = usleep(useconds_t($0 * 1000)) },
      stateFolder: SidecarStore.stateFolder)
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// What the system says of a process of this machine (proc(5), stat).
struct RunningProcess {
  /// When it started, in clock ticks since the machine did (field 22): tells it from a later process of
  /// the same number. Nil where the system does not say.
  var started: Int?
  /// Whether it has ended, and only its parent has not asked after it yet (field 3).
  var hasEnded = false

  /// Asks for the process of that number.
  init(_ processID: Int) {
    let bytes = try? PosixFileSystem().contents(of: "/proc/\(processID)/stat")
    self.init(stat: String(decoding: bytes ?? [], as: UTF8.self))
  }

  /// Reads what the system says.
  init(stat: String) {
    // The second field, a name in parentheses, may hold blanks and parentheses.
    guard let end = stat.lastIndex(of: ")") else { return }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    hasEnded = ["Z", "X"].contains(fields.first)
    if fields.count > 19 { started = Int(fields[19]) }
  }
}
