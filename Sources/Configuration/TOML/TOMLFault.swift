// What is no TOML.

/// The first thing in a document that is no TOML (1.0.0).
struct TOMLFault: Error, Hashable {
  /// The line, from 1, on which what is wrong begins.
  let line: Int
  /// What is wrong.
  let reason: String
}
