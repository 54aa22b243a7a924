// Where the claims of a list stand: found by binary search, without a table of them all.

import ArticleModel

/// The places of the claims of a list; the answers are indices into the list.
package struct ClaimPlaces: Sendable {
  private let list: ClaimList
  /// The claims that have a place, which are listed in reading order.
  private let placed: Range<Int>

  init(_ list: ClaimList, _ placed: Range<Int>) { (self.list, self.placed) = (list, placed) }

  /// Whether no claim has a place.
  package var isEmpty: Bool { placed.isEmpty }

  /// The shortest claim that covers the byte at `offset`.
  package func shortest(at offset: ByteOffset) -> Int? {
    let covering = indices(overlapping: TextSpan(offset, offset + 1))
    return covering.min { (span(at: $0).count, -$0) < (span(at: $1).count, -$1) }
  }

  /// The claims that share a byte with `span`, in the order of the list.
  package func indices(overlapping span: TextSpan) -> [Int] {
    (list.foundIndices(overlapping: span) + list.markedIndices(overlapping: span)).sorted()
  }

  /// The claim on just these words.
  package func index(of words: TextSpan) -> Int? {
    let index = partitionPoint { !($0 < words) }
    return placed.contains(index) && span(at: index) == words ? index : nil
  }

  /// The first claim that starts at or after `offset`.
  package func first(startingFrom offset: ByteOffset) -> Int? {
    let index = partitionPoint { $0.start >= offset }
    return index < placed.upperBound ? index : nil
  }

  /// The last claim that starts at or before `offset`.
  package func last(startingBy offset: ByteOffset) -> Int? {
    let index = partitionPoint { $0.start > offset }
    return index > placed.lowerBound ? index - 1 : nil
  }

  /// The start of the next claim after `offset`, or of the one before it.
  package func start(from offset: ByteOffset, backward: Bool) -> ByteOffset? {
    let index = partitionPoint { backward ? $0.start >= offset : $0.start > offset }
    let target = backward ? index - 1 : index
    return placed.contains(target) ? span(at: target).start : nil
  }

  private func span(at index: Int) -> TextSpan { list.span(at: index) ?? TextSpan(.zero, .zero) }

  private func partitionPoint(where belongs: (TextSpan) -> Bool) -> Int {
    placed.partitionPoint { belongs(span(at: $0)) }
  }
}
