// Which version this is, for --version and for the sidecars that it writes.

/// The version of the program (Semantic Versioning).
enum Version {
  static let text = "0.1.0"
}
