// The places of a source where a quotation's words follow each other as they do in the quotation.

/// The longest runs of a quotation's words in a source.
struct BestRuns {
  private(set) var windows: [SourceWindow] = []
  private let most: Int
  private let isIndirect: Bool
  private var open: [Run] = []

  /// Words that follow each other in both.
  private struct Run {
    var diagonal: Int
    var word: Int32
    var window: SourceWindow
  }

  /// Words that may stand between two of a run, and be said twice or left out within it.
  private static let (gap, slack): (Int32, Int) = (8, 3)
  private static let mostOpen = 24

  init(most: Int, isIndirect: Bool) {
    self.most = most
    self.isIndirect = isIndirect
  }

  /// Finds runs among hits, which are in the order of the source.
  mutating func add(_ hits: [SourceScan.Hit], isOthers: (Int) -> Bool) {
    if isIndirect { return }
    for hit in hits { add(hit, isOthers) }
    for run in open { keep(run, isOthers) }
    open = []
  }

  private mutating func add(_ hit: SourceScan.Hit, _ isOthers: (Int) -> Bool) {
    for index in open.indices.reversed() where hit.word - open[index].word > Self.gap {
      keep(open.remove(at: index), isOthers)
    }
    let (place, diagonal) = (Int(hit.place), Int(hit.word) - Int(hit.place))
    let before = open.lastIndex {
      abs($0.diagonal - diagonal) <= Self.slack && $0.window.lastPlace < place && $0.word < hit.word
    }
    if let before {
      open[before].diagonal = diagonal
      open[before].word = hit.word
      open[before].window.end = hit.byte
      open[before].window.lastPlace = place
      open[before].window.covered += 1
    } else if open.count < Self.mostOpen {
      let window = SourceWindow(
        start: hit.byte, end: hit.byte, covered: 1, firstPlace: place, lastPlace: place)
      open.append(Run(diagonal: diagonal, word: hit.word, window: window))
    }
  }

  private mutating func keep(_ run: Run, _ isOthers: (Int) -> Bool) {
    if windows.count == most, run.window.covered < windows[most - 1].covered { return }
    var window = run.window
    window.isOthers = isOthers(window.start)
    windows.append(window)
    guard windows.count >= most else { return }
    windows.sort(by: SourceWindow.isBefore)
    if windows.count > most { windows.removeLast() }
  }
}
