// A paragraph as the sequence model sees it, and what it reads there about each token.

import CTransformer

/// A paragraph as the features see it.
struct AttributionView {
  let tokens: [Token]
  let words: WordTypes
  let range: TokenRange
  let context: TokenContext
  /// Stands for what lies outside the paragraph.
  let edge: WordType
  /// The words of the paragraph in lower case, hashed; edges stand before and behind them.
  fileprivate let lowerHashes: [UInt64]
  /// Their coarse parts of speech.
  fileprivate let classHashes: [UInt64]

  /// How many edges stand before the first word, and how many behind the last one.
  fileprivate static let (before, behind) = (2, 2 + CSEQUENCE_LANES)

  init(tokens: [Token], words: WordTypes, range: TokenRange, context: TokenContext) {
    self.tokens = tokens
    self.words = words
    self.range = range
    self.context = context
    let edge = WordTypes.edge.type(0)
    self.edge = edge
    lowerHashes = Self.row(of: range, beyond: edge.lowerHash) { words[tokens[$0]].lowerHash }
    classHashes = Self.row(of: range, beyond: edge.classHash) { words[tokens[$0]].classHash }
  }

  @inline(__always)
  private static func row(
    of range: TokenRange, beyond edge: UInt64, _ value: (Int) -> UInt64
  ) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: before + range.count + behind) { row, count in
      for _ in 0..<before { append(edge) }
      for index in range { append(value(index)) }
      for _ in 0..<behind { append(edge) }
      func append(_ value: UInt64) {
        row.initializeElement(at: count, to: value)
        count += 1
      }
    }
  }

  @inline(__always)
  func type(_ index: Int) -> WordType { range.contains(index) ? words[tokens[index]] : edge }

  /// How the word is written.
  func spelling(_ index: Int) -> WordSpelling {
    range.contains(index)
      ? words.spelling(tokens[index]) : WordTypes.edge.spelling(0)
  }

  @inline(__always)
  func quoting(_ index: Int) -> UInt8 {
    range.contains(index) ? context.surroundings[index - range.lowerBound].quoting : 7
  }
}

/// The features that depend on several tokens or on the surroundings, of a few tokens at a time. Keeps its
/// memory between paragraphs.
struct ContextFeatures {
  /// How many a token has.
  static let count = CSEQUENCE_FEATURES
  /// The most tokens that are read at a time.
  static let batch = CSEQUENCE_BATCH

  /// What the features read, a column for each of what `CSequenceModel.h` lists.
  private var columns = [UInt64](repeating: 0, count: CSEQUENCE_COLUMNS * batch)
  /// The rows of the table of weights: a column of `batch` for each feature.
  private(set) var rows = [Int32](repeating: 0, count: count * batch)

  /// Works out the rows of a few tokens, given by their places in the paragraph.
  mutating func read(_ places: Range<Int>, of view: AttributionView) {
    let places = places.clamped(to: 0..<min(view.range.count, places.lowerBound + Self.batch))
    // What follows reads the surroundings of all places without asking again.
    precondition(view.context.surroundings.count >= places.upperBound)
    note(places, of: view)
    csequence_rows(
      view.lowerHashes, view.classHashes, columns, Int32(places.lowerBound), Int32(places.count),
      &rows)
  }

  /// The rows of a token; 0 is the first of those that were read.
  func rows(at place: Int) -> [Int32] { (0..<Self.count).map { rows[$0 * Self.batch + place] } }

  private mutating func note(_ places: Range<Int>, of view: AttributionView) {
    columns.withUnsafeMutableBufferPointer { columns in
      view.context.surroundings.withUnsafeBufferPointer { surroundings in
        for (row, place) in places.enumerated() {
          let here = surroundings[place]
          func note(_ column: Int, _ value: UInt64) { columns[column * Self.batch + row] = value }
          let quoting = UInt64(here.quoting)
          let before = place > 0 ? UInt64(surroundings[place - 1].quoting) : 7
          let after =
            place + 1 < surroundings.count ? UInt64(surroundings[place + 1].quoting) : 7
          note(CSEQUENCE_QUOTING, quoting)
          note(CSEQUENCE_AROUND, before << 8 | quoting << 4 | after)
          let left = SeenCue(here.left, from: place, view)
          note(CSEQUENCE_LEFT_WORD, left.word)
          note(CSEQUENCE_LEFT_FORM, left.form)
          note(CSEQUENCE_LEFT_FOLLOWING, left.following)
          note(CSEQUENCE_LEFT_DISTANCE, left.distance)
          note(CSEQUENCE_LEFT_BREAKS, left.breaks)
          let right = SeenCue(here.right, from: place, view)
          note(CSEQUENCE_RIGHT_WORD, right.word)
          note(CSEQUENCE_RIGHT_FORM, right.form)
          note(CSEQUENCE_RIGHT_DISTANCE, right.distance)
          note(CSEQUENCE_RIGHT_BREAKS, right.breaks)
          let start = AttributionFeatures.bucket(Int(here.fromStart))
          note(CSEQUENCE_PLACE, start << 4 | AttributionFeatures.bucket(Int(here.toEnd)))
        }
      }
    }
  }

  /// What a token sees of a cue.
  private struct SeenCue {
    var word: UInt64 = 1
    var form: UInt64 = 1
    var following: UInt64 = 0
    var distance: UInt64 = 9
    var breaks: UInt64 = 0

    @inline(__always)
    init(_ cue: TokenSurroundings.Cue, from place: Int, _ view: AttributionView) {
      guard cue.index >= 0 else { return }
      let at = Int(cue.index) - view.range.lowerBound
      word = view.lowerHashes[at + AttributionView.before]
      form = view.classHashes[at + AttributionView.before]
      following = view.lowerHashes[at + AttributionView.before + 1]
      distance = AttributionFeatures.bucket(abs(place - at))
      breaks = UInt64(cue.breaks)
    }
  }
}
