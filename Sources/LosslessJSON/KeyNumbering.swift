// Tells apart the elements of a list that have the same key, such as two passages of one source.

/// Numbers keys that come again: the first one stays as it is.
struct KeyNumbering {
  private var counts: [String: Int] = [:]

  /// The key, with a number behind it from the second time on.
  mutating func number(_ key: String) -> String {
    let count = counts[key, default: 0] + 1
    counts[key] = count
    return count == 1 ? key : "\(key)\u{0}\(count)"
  }
}
