// Lays the words of a quotation beside those of a stretch of a source.

/// Which word of a source each word of a quotation answers to: the alignment of the highest score, over all of the
/// quotation and any part of the stretch, with affine gaps in the source (Gotoh 1982).
struct Alignment {
  /// For each word of the quotation, the word of the source beside it; nil where none is.
  private(set) var partners: [Int?]
  /// For each word of the quotation, whether that is the same word.
  private(set) var isEqual: [Bool]

  /// No table has more cells than this.
  private static let mostCells = 1 << 26

  /// Aligns the words; words that say little count for less.
  init(_ quoted: ArraySlice<QuotedWord>, _ source: [SourceWord], small: Set<UInt64>) {
    partners = [Int?](repeating: nil, count: quoted.count)
    isEqual = [Bool](repeating: false, count: quoted.count)
    let width = min(source.count, Self.mostCells / max(quoted.count, 1) - 1)
    guard !quoted.isEmpty, width > 0 else { return }
    var table = AlignmentTable(Array(quoted), Array(source.prefix(width)), small)
    table.fill()
    table.trace { place, partner in
      partners[place] = partner
      isEqual[place] = quoted[quoted.startIndex + place].hash == source[partner].hash
    }
  }
}

extension Alignment {
  /// Moves a cut to where sentences begin, when the words at its ends are the same: of “Nobody likes fees. I do
  /// not like fees. But” rather the second sentence is left out than “fees. I do not like”.
  mutating func moveCuts(
    _ quoted: [QuotedWord], _ source: [SourceWord], startsSentence: (SourceWord) -> Bool
  ) {
    for place in quoted.indices.dropFirst() {
      guard let end = partners[place], let before = partners[place - 1], end > before + 1,
        isEqual[place], isEqual[place - 1], !startsSentence(source[before + 1])
      else { continue }
      if let count = steps(back: place, source, startsSentence) {
        for moved in 1...count { partners[place - moved] = end - moved }
      } else if let count = steps(on: place, source, startsSentence) {
        for moved in 0..<count { partners[place + moved] = before + 1 + moved }
      }
    }
  }

  /// How many words before a cut may as well stand behind it, so that it begins with a sentence.
  private func steps(
    back place: Int, _ source: [SourceWord], _ startsSentence: (SourceWord) -> Bool
  ) -> Int? {
    guard let end = partners[place], let before = partners[place - 1] else { return nil }
    for moved in 1...Self.longestMove where moved <= place && end - moved > before {
      guard isEqual[place - moved], partners[place - moved] == before + 1 - moved,
        source[before + 1 - moved].hash == source[end - moved].hash
      else { return nil }
      if startsSentence(source[before + 1 - moved]) { return moved }
    }
    return nil
  }

  /// How many words behind a cut may as well stand before it.
  private func steps(
    on place: Int, _ source: [SourceWord], _ startsSentence: (SourceWord) -> Bool
  ) -> Int? {
    guard let end = partners[place], let before = partners[place - 1] else { return nil }
    for moved in 1...Self.longestMove where place + moved <= partners.count {
      guard isEqual[place + moved - 1], partners[place + moved - 1] == end + moved - 1,
        before + moved < end, source[before + moved].hash == source[end + moved - 1].hash
      else { return nil }
      if startsSentence(source[before + 1 + moved]) { return moved }
    }
    return nil
  }

  private static let longestMove = 8
}

/// The table that an alignment is found in.
private struct AlignmentTable {
  private let quoted: [QuotedWord]
  private let source: [SourceWord]
  private let small: Set<UInt64>
  private let width: Int
  /// How each cell was come to: its last step, and whether a gap before it was open already.
  private var steps: [UInt8]
  private var best = (score: Int32.min, column: 0)

  private enum Step {
    static let start: UInt8 = 0
    static let beside: UInt8 = 1
    static let added: UInt8 = 2
    static let skipped: UInt8 = 3
    static let mask: UInt8 = 3
    static let wasOpen: UInt8 = 4
  }

  private enum Score {
    static let word: Int32 = 40
    static let smallWord: Int32 = 26
    static let other: Int32 = -30
    static let added: Int32 = -28
    static let writers: Int32 = -2
    static let opening: Int32 = -40
    static let markedOpening: Int32 = -5
    static let longer: Int32 = -1
  }

  init(_ quoted: [QuotedWord], _ source: [SourceWord], _ small: Set<UInt64>) {
    self.quoted = quoted
    self.source = source
    self.small = small
    width = source.count + 1
    steps = [UInt8](repeating: 0, count: (quoted.count + 1) * width)
  }

  mutating func fill() {
    var above = [Int32](repeating: 0, count: width)
    var row = above
    let hashes = source.map(\.hash)
    for (line, word) in quoted.enumerated() {
      let added = word.isWriters ? Score.writers : Score.added
      let same = small.contains(word.hash) ? Score.smallWord : Score.word
      let opening = opening(behind: line)
      row[0] = above[0] + added
      steps[(line + 1) * width] = Step.added
      let other = word.isWriters ? 0 : Score.other
      let first = (line + 1) * width
      let hash = word.hash
      steps.withUnsafeMutableBufferPointer { steps in
        var (gap, diagonal, left) = (Int32.min / 2, above[0], row[0])
        for column in 1..<width {
          let over = above[column]
          var score = diagonal + (hashes[column - 1] == hash ? same : other)
          var step = Step.beside
          if over + added > score { (score, step) = (over + added, Step.added) }
          let opened = left + opening
          let longer = gap + Score.longer
          gap = max(opened, longer)
          if gap > score { (score, step) = (gap, Step.skipped) }
          if longer > opened { step |= Step.wasOpen }
          row[column] = score
          steps[first + column] = step
          (diagonal, left) = (over, score)
        }
      }
      swap(&above, &row)
    }
    for column in 0..<width where above[column] > best.score { best = (above[column], column) }
  }

  /// What it costs to leave out words behind a word of the quotation.
  private func opening(behind line: Int) -> Int32 {
    let next = line + 1 < quoted.count ? quoted[line + 1] : nil
    let isMarked = next?.followsGap == true || next?.isWriters == true || quoted[line].isWriters
    return isMarked ? Score.markedOpening : Score.opening
  }

  /// Follows the steps back from the best end.
  func trace(_ body: (_ place: Int, _ partner: Int) -> Void) {
    var (line, column) = (quoted.count, best.column)
    var isInGap = false
    while line > 0 {
      let cell = steps[line * width + column]
      if isInGap || cell & Step.mask == Step.skipped {
        isInGap = cell & Step.wasOpen != 0
        column -= 1
      } else if cell & Step.mask == Step.beside {
        (line, column) = (line - 1, column - 1)
        body(line, column)
      } else {
        line -= 1
      }
    }
  }
}
