// How the text of a page differs from that of an earlier copy, in paragraphs.

import ArticleModel

/// What changed between two versions of a text.
package struct ParagraphChanges: Hashable, Sendable {
  /// Paragraphs whose place has other words now.
  package private(set) var changed = 0
  /// Paragraphs that were not there.
  package private(set) var added = 0
  /// Paragraphs that are gone.
  package private(set) var removed = 0

  /// Longer rests, in paragraphs, are compared without regard to their order.
  private static let longest = 1500

  /// Compares the paragraphs of two versions.
  package init(from old: [String], to new: [String]) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (old[start...], new[start...])
    let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
    let (before, after) = (Array(oldRest.dropLast(end)), Array(newRest.dropLast(end)))
    if before.count > Self.longest || after.count > Self.longest {
      compareWithoutOrder(before, after)
    } else {
      compare(before, after)
    }
  }

  /// Pairs what went with what came at the same place.
  private mutating func compare(_ before: [String], _ after: [String]) {
    let difference = after.difference(from: before)
    let (gone, new) = (
      Set(difference.removals.map(\.place)), Set(difference.insertions.map(\.place))
    )
    var (i, j, lost, came) = (0, 0, 0, 0)
    while i < before.count || j < after.count {
      if gone.contains(i), i < before.count {
        (i, lost) = (i + 1, lost + 1)
      } else if new.contains(j), j < after.count {
        (j, came) = (j + 1, came + 1)
      } else {
        note(lost: lost, came: came)
        (i, j, lost, came) = (i + 1, j + 1, 0, 0)
      }
    }
    note(lost: lost, came: came)
  }

  private mutating func compareWithoutOrder(_ before: [String], _ after: [String]) {
    var counts: [String: Int] = [:]
    for paragraph in before { counts[paragraph, default: 0] += 1 }
    for paragraph in after { counts[paragraph, default: 0] -= 1 }
    note(
      lost: counts.values.reduce(0) { $0 + max($1, 0) },
      came: counts.values.reduce(0) { $0 - min($1, 0) })
  }

  private mutating func note(lost: Int, came: Int) {
    let both = min(lost, came)
    changed += both
    added += came - both
    removed += lost - both
  }

  /// "3 paragraphs changed, 1 new, 2 gone"; nil when nothing changed.
  package var summary: String? {
    let parts = [(changed, "changed"), (added, "new"), (removed, "gone")].filter { $0.0 > 0 }
    guard let first = parts.first else { return nil }
    let rest = parts.dropFirst().map { ", \($0.0) \($0.1)" }.joined()
    return "\(counted(first.0, "paragraph")) \(first.1)\(rest)"
  }
}

extension CollectionDifference.Change {
  /// Where the element was removed or put in.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
