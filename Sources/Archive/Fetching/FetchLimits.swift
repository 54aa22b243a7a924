// What a page may cost before Galley gives it up.

/// The limits of fetching one page.
package struct FetchLimits: Sendable {
  /// How long connecting to one machine may take.
  package var connecting = Duration.seconds(15)
  /// How long everything may take, redirects included.
  package var total = Duration.seconds(120)
  /// How long a server may send next to nothing.
  package var silence = Duration.seconds(20)
  /// How large a page may be, in bytes after decompression.
  package var size = 64 << 20
  /// How many redirects are followed, as in browsers' own counts of 20 but half as patient.
  package var redirects = 10

  /// The usual limits.
  package init() {}

  /// What the header of an answer may have, in bytes.
  static let header = 128 << 10
  /// What is kept of the words in which a program says what went wrong, in bytes.
  static let complaint = 4096
}
