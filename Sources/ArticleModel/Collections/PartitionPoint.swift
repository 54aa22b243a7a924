// Binary search in what is ordered.

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies `belongs`, which all elements after it do as well; the end
  /// when none does.
  @inlinable package func partitionPoint(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
