// The account that the program runs under. The C library would ask name services for it, which it loads
// while the program runs; a program that is linked statically must not.

import ArticleModel
import FoundationEssentials
import Glibc
import Sidecars

/// A user of the machine.
struct Account: Equatable {
  let name: String

  /// The account of the process: as /etc/passwd names it, or else as the environment does.
  static var current: Account? {
    let bytes = (try? PosixFileSystem().contents(of: "/etc/passwd")) ?? nil
    let table = String(decoding: bytes ?? [], as: UTF8.self)
    return Account(number: geteuid(), in: table)
      ?? Account(in: ProcessInfo.processInfo.environment)
  }

  /// The account of a number in a table of accounts; see passwd(5).
  init?(number: UInt32, in table: String) {
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ":", omittingEmptySubsequences: false)
    }
    let own = lines.first { $0.count > 2 && $0[2] == "\(number)" }
    guard let name = own?.first, !name.isEmpty else { return nil }
    self.name = String(name)
  }

  /// The account that an environment names.
  init?(in environment: [String: String]) {
    let names = ["USER", "LOGNAME"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty }) else { return nil }
    self.name = name
  }
}
