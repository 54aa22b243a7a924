// Which build of the program is running: another one may find something else in the same article.

#if canImport(Glibc)
  import Glibc
#endif

/// A build of the program as it is installed.
struct ProgramIdentity: Sendable, CustomStringConvertible {
  /// What is different in another build, and after each installation.
  let description: String

  init(_ description: String) { self.description = description }

  /// The program that runs, by its file: place in the file system, length, and the times of its contents and
  /// of its installation. Nil where the system does not say.
  static var ofThisProcess: ProgramIdentity? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    let numbers = [
      Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
      Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
      status.st_ctim.tv_nsec,
    ]
    return ProgramIdentity(numbers.map { String($0) }.joined(separator: " "))
  }
}
