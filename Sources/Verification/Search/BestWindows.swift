// The stretches of a source in which most of a quotation's words stand close together.

/// A stretch of a source that may hold a quotation, by bytes.
struct SourceWindow: Hashable {
  /// The places of the first and the last word that was met.
  var start: Int
  var end: Int
  /// How many different places of the quotation were met in it.
  var covered: Int
  /// The place in the quotation of the first one that was met.
  var firstPlace: Int
  /// The place in the quotation of the last one.
  var lastPlace: Int
  /// Whether it is in the turn of somebody other than the story's speaker.
  var isOthers = false

  /// The one that covers more, then the one in the turn of the story's speaker, then the earlier one.
  static func isBefore(_ a: SourceWindow, _ b: SourceWindow) -> Bool {
    if a.covered != b.covered { return a.covered > b.covered }
    if a.isOthers != b.isOthers { return b.isOthers }
    return a.start < b.start
  }

  /// The bytes in which a quotation of so many words may stand; they may lie outside of the text.
  func bytes(beside wordCount: Int) -> Range<Int> {
    let before = (firstPlace + Self.margin) * Self.bytesPerWord
    let after = (max(wordCount - lastPlace, 0) + Self.margin) * Self.bytesPerWord
    return start - before..<max(end, start) + after
  }

  /// A word and its blank take so many bytes at most, as a rule.
  private static let bytesPerWord = 14
  private static let margin = 16

  /// Whether another stretch stands at the same words.
  func isNear(_ other: SourceWindow) -> Bool {
    start <= other.start && other.end <= end && firstPlace <= other.firstPlace
      && other.lastPlace <= lastPlace && end - start < (other.end - other.start) * 2
  }
}

/// The best few stretches for a quotation.
struct BestWindows {
  /// The stretches that cover most, and those with the longest runs that none of these has.
  var windows: [SourceWindow] {
    covering + runs.windows.filter { run in !covering.contains { $0.isNear(run) } }
  }
  /// Whether there are none.
  var isEmpty: Bool { covering.isEmpty && runs.windows.isEmpty }
  private var covering: [SourceWindow] = []
  private var runs: BestRuns
  /// How often the quotation stands there as a whole; counted for those of up to three words.
  private(set) var wholeCount = 0
  private let reach: Int
  private let length: Int
  private let least: Int
  private let most: Int
  private let seedCount: Int

  /// Words that a cut may leave out within a stretch, beside those of the quotation.
  static let cut = 60
  /// No stretch is wider than this in words.
  static let longestReach = 20_000

  init(of entry: QuotationIndex.Entry) {
    length = entry.words.count
    seedCount = entry.seedCount
    reach = min(length + length / 2 + Self.cut, Self.longestReach)
    let share = entry.isIndirect ? 3 : 8
    least = max(1, entry.seedCount / share, entry.isIndirect ? min(entry.seedCount, 3) : 1)
    most = length <= 3 ? 24 : length <= 8 ? 12 : 8
    runs = BestRuns(most: most, isIndirect: entry.isIndirect)
  }

  /// Finds stretches among hits, which are in the order of the source.
  /// - Parameter isOthers: whether a place is in the turn of somebody other than the story's speaker.
  mutating func add(_ hits: [SourceScan.Hit], isOthers: (Int) -> Bool) {
    guard !hits.isEmpty else { return }
    runs.add(hits, isOthers: isOthers)
    if length < Evidence.shortest { wholeCount += Self.wholes(of: seedCount, in: hits) }
    var seen = [Int32](repeating: 0, count: length)
    var (covered, left) = (0, 0)
    var best: (covered: Int, left: Int, right: Int)?
    for right in hits.indices {
      let place = Int(hits[right].place)
      seen[place] += 1
      if seen[place] == 1 { covered += 1 }
      while Int(hits[right].word) - Int(hits[left].word) > reach {
        let place = Int(hits[left].place)
        seen[place] -= 1
        if seen[place] == 0 { covered -= 1 }
        left += 1
      }
      if let known = best, hits[left].word > hits[known.right].word {
        keep(known, of: hits, isOthers)
        best = nil
      }
      if covered > best?.covered ?? 0 || isTighter(left, right, covered, than: best, hits) {
        best = (covered, left, right)
      }
    }
    if let best { keep(best, of: hits, isOthers) }
  }

  /// How often all seeds of a short quotation follow each other.
  private static func wholes(of count: Int, in hits: [SourceScan.Hit]) -> Int {
    if count < 2 { return hits.count }
    return zip(hits, hits.dropFirst()).count { $0.place < $1.place && $1.word == $0.word + 1 }
  }

  /// Whether a stretch covers as much as another one in fewer words.
  private func isTighter(
    _ left: Int, _ right: Int, _ covered: Int, than best: (covered: Int, left: Int, right: Int)?,
    _ hits: [SourceScan.Hit]
  ) -> Bool {
    guard let best, covered == best.covered else { return false }
    return hits[right].word - hits[left].word < hits[best.right].word - hits[best.left].word
  }

  private mutating func keep(
    _ found: (covered: Int, left: Int, right: Int), of hits: [SourceScan.Hit],
    _ isOthers: (Int) -> Bool
  ) {
    let isFull = covering.count == most
    guard found.covered >= least, !isFull || found.covered >= covering[most - 1].covered else {
      return
    }
    let stretch = hits[found.left...found.right]
    let window = SourceWindow(
      start: hits[found.left].byte, end: hits[found.right].byte, covered: found.covered,
      firstPlace: Int(stretch.map(\.place).min() ?? 0),
      lastPlace: Int(stretch.map(\.place).max() ?? 0), isOthers: isOthers(hits[found.left].byte))
    if let same = covering.firstIndex(where: { $0.start <= window.end && window.start <= $0.end }) {
      if covering[same].covered < window.covered {
        covering[same] = window
        covering.sort(by: SourceWindow.isBefore)
      }
      return
    }
    covering.append(window)
    guard covering.count >= most else { return }
    covering.sort(by: SourceWindow.isBefore)
    if covering.count > most { covering.removeLast() }
  }
}
