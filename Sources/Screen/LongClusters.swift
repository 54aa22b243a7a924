// Clusters that do not fit into the number that a glyph is.

import Synchronization

/// Grapheme clusters of four or five code points that were shown, by the numbers that glyphs have for them. Equal
/// clusters have equal numbers, so that glyphs are compared by theirs.
enum LongClusters {
  /// A cell holds this many code points; longer clusters are cut to their first one.
  static let length = 5

  /// So many are kept; those that come later are cut to their first code point, too.
  private static let most = 16_384

  private struct Table {
    var clusters: [[Unicode.Scalar]] = []
    var numbers: [[Unicode.Scalar]: Int] = [:]
  }

  private static let table = Mutex(Table())

  /// The number of a cluster; nil when too many others are kept.
  static func number(of scalars: Character.UnicodeScalarView) -> Int? {
    let cluster = Array(scalars)
    return table.withLock { table in
      if let known = table.numbers[cluster] { return known }
      let number = table.clusters.count
      guard number < most else { return nil }
      table.clusters.append(cluster)
      table.numbers[cluster] = number
      return number
    }
  }

  /// The code points of a cluster.
  static func cluster(_ number: Int) -> [Unicode.Scalar] {
    table.withLock { $0.clusters.indices.contains(number) ? $0.clusters[number] : [] }
  }
}
