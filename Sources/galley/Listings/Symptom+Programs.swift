// What there is to say about the programs that Galley runs.

import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

extension Symptom {
  /// The programs that fetch pages. Without them files open as ever, so nothing has to be put right.
  static func ofPrograms() -> [Symptom] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let missing = [("curl", "curl"), ("getent", "libc-bin")].filter { !isInstalled($0.0, in: path) }
    let words = missing.map { "\($0.0) is not installed (package \($0.1))" }
    let finding = words.joined(separator: ", ")
    return [
      Symptom(
        "addresses", missing.isEmpty ? "fetched by curl" : "\(finding); addresses do not open")
    ]
  }

  private static func isInstalled(_ program: String, in path: String) -> Bool {
    path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }
}
