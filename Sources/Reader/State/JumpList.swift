// The places that jumps were made from, for going back and forward as in vim.

import ArticleModel

/// Where jumps began, the oldest first.
package struct JumpList: Hashable, Sendable {
  /// The places that can be gone back to.
  package private(set) var places: [ByteOffset] = []
  /// Where in `places` the reader is; their number when not on the way back.
  private var current = 0

  private static let longest = 100

  /// No jumps yet.
  package init() {}

  /// Remembers the place that a jump leaves.
  mutating func leave(_ place: ByteOffset) {
    places.removeAll { $0 == place }
    places.append(place)
    if places.count > Self.longest { places.removeFirst() }
    current = places.count
  }

  /// The place before the present one; nil when there is none.
  mutating func back(from caret: ByteOffset) -> ByteOffset? {
    let isAtEnd = current == places.count
    var target = current - 1
    if isAtEnd, places.last == caret { target -= 1 }
    guard places.indices.contains(target) else { return nil }
    let place = places[target]
    if isAtEnd { leave(caret) }
    current = places.firstIndex(of: place) ?? 0
    return place
  }

  /// The place after the present one; nil when there is none.
  mutating func forward() -> ByteOffset? {
    guard places.indices.contains(current + 1) else { return nil }
    current += 1
    return places[current]
  }

  /// The place that was left last and is not `caret`.
  func last(otherThan caret: ByteOffset) -> ByteOffset? { places.last { $0 != caret } }
}
