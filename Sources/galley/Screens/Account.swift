// The account that the program runs under. The C library would ask name services for it, which it loads
// while the program runs; a program that is linked statically must not.

import Glibc
import Sidecars

/// A user of the machine.
struct Account: Equatable {
  /// What the user is called: the full name, or else the name of the account.
  let name: String

  /// The name of whoever runs the program: as the environment has it, or else as /etc/passwd does.
  static func name(in environment: [String: String]) -> String? {
    let named = ["USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return named ?? current?.name
  }

  /// The account of the process in /etc/passwd.
  private static var current: Account? {
    let bytes = (try? PosixFileSystem().contents(of: "/etc/passwd")) ?? nil
    return Account(number: geteuid(), in: String(decoding: bytes ?? [], as: UTF8.self))
  }

  /// The account of a number in a table of accounts; see passwd(5). The fifth field begins with the full
  /// name, in which `&` stands for the account's own.
  init?(number: UInt32, in table: String) {
    let lines = table.split(separator: "\n").lazy.map {
      $0.split(separator: ":", omittingEmptySubsequences: false)
    }
    guard let own = lines.first(where: { $0.count > 2 && $0[2] == "\(number)" }), !own[0].isEmpty
    else { return nil }
    let full = own.count > 4 ? own[4].prefix { $0 != "," } : ""
    let parts = full.split(separator: "&", omittingEmptySubsequences: false)
    name =
      full.allSatisfy(\.isWhitespace)
      ? String(own[0]) : parts.map(String.init).joined(separator: String(own[0]))
  }
}
