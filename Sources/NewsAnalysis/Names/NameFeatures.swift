// The features of the name model: numbers that describe a word of a run and what is around it.

import ArticleModel

/// Takes the features of one word.
protocol FeatureSink {
  /// Adds a feature, a well-mixed number.
  mutating func add(_ feature: UInt64)
}

extension FeatureSink {
  /// Adds the feature with this value made by this template.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    var mixed = (value ^ (template &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    add(mixed &* 0xD6E8_FEB8_6659_FD93)
  }
}

/// Two numbers in one.
@inline(__always)
func joined(_ a: UInt64, _ b: UInt64) -> UInt64 {
  (a &* 0x2545_F491_4F6C_DD1D &+ 0x9E37) ^ ((b &+ 0x79B9) &* 0xC2B2_AE3D_27D4_EB4F)
}

/// Features that depend on one word and on where it stands in the window.
enum WordFeatures {
  /// Window positions: two words before to two words after.
  static let window = -2...2

  /// Gives the features of a word at a position of the window.
  static func add(
    _ word: NameWord, _ spelling: WordSpelling, at position: Int, to sink: inout some FeatureSink
  ) {
    let base = UInt64(position + 2) * 64
    sink.add(base, word.lower)
    sink.add(base + 1, word.coarse)
    guard abs(position) < 2 else { return }
    sink.add(base + 2, word.signature)
    sink.add(base + 3, spelling.suffixes[2])
    var bits = word.traits.rawValue & 0xFFFF
    while bits != 0 {
      sink.add(base + 4, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
    guard position == 0 else { return }
    sink.add(base + 5, UInt64(word.placeClass))
    sink.add(base + 6, spelling.shape)
    sink.add(base + 7, spelling.suffixes[1])
    sink.add(base + 8, spelling.suffixes[3])
    sink.add(base + 9, joined(UInt64(word.placeClass), UInt64(word.traits.commonness)))
    sink.add(base + 10, word.isDemonym ? 1 : 0)
  }

  /// The feature of a window position beyond the sentence.
  static func addEdge(at position: Int, to sink: inout some FeatureSink) {
    sink.add(UInt64(position + 2) * 64 + 12, 0)
  }
}

/// Features that depend on several words, on the run, and on the rest of the article.
struct RunFeatures {
  let runs: SegmentRuns
  var sentence: TokenRange = 0..<0
  /// The words of the run.
  var run: TokenRange = 0..<0 { didSet { edges = RunEdges(self) } }
  private var edges = RunEdges()
  var matches = NameMatches()
  var isHeadline = false
  /// Whether nearly all words of the sentence begin with a capital.
  var isTitleCase = false

  var tokens: [Token] { runs.segment.tokens }
  var words: NameVocabulary { runs.words }
  private var evidence: NameEvidence { runs.evidence }

  init(runs: SegmentRuns) { self.runs = runs }

  /// What features see of a word of the sentence; nil beyond its ends.
  @inline(__always)
  fileprivate func seen(_ index: Int) -> SeenWord? {
    sentence.contains(index) ? SeenWord(words[tokens[index]]) : nil
  }

  /// Gives the features of the word at `index` of the run.
  func add(_ index: Int, to sink: inout some FeatureSink) {
    let word = words[tokens[index]]
    let (before, after) = (seen(index - 1), seen(index + 1))
    let (previous, next) = (before?.coarse ?? 1, after?.coarse ?? 2)
    sink.add(400, joined(before?.lower ?? 1, word.lower))
    sink.add(401, joined(word.lower, after?.lower ?? 2))
    sink.add(402, joined(previous, word.coarse))
    sink.add(403, joined(word.coarse, next))
    sink.add(404, joined(joined(previous, word.coarse), next))
    addRun(index, word, to: &sink)
    addMatch(index, word, previous, next, to: &sink)
    addEvidence(index, word, to: &sink)
  }

  private func addRun(_ index: Int, _ word: NameWord, to sink: inout some FeatureSink) {
    let (before, after) = (edges.before, edges.after)
    let place = UInt64(min(index - run.lowerBound, 3) * 4 + min(run.upperBound - 1 - index, 3))
    sink.add(410, place)
    sink.add(411, joined(before?.lower ?? 1, place))
    sink.add(412, joined(after?.lower ?? 2, place))
    sink.add(413, joined(before?.lower ?? 1, word.coarse))
    sink.add(414, joined(after?.lower ?? 2, word.coarse))
    sink.add(415, joined(joined(before?.coarse ?? 1, after?.coarse ?? 2), word.coarse))
    let (first, last) = (edges.first, edges.last)
    sink.add(416, joined(last.lower, place))
    sink.add(417, joined(last.coarse, place))
    sink.add(418, joined(first.coarse, place))
    sink.add(419, joined(joined(first.coarse, last.coarse), place))
    let isFirst: UInt64 = index == sentence.lowerBound ? 1 : 0
    let setting = isFirst | (isHeadline ? 2 : 0) | (isTitleCase ? 4 : 0)
    sink.add(420, setting)
    sink.add(421, joined(setting, word.coarse))
    sink.add(422, joined(edges.secondBefore?.lower ?? 3, before?.lower ?? 1))
    sink.add(423, joined(edges.secondAfter?.lower ?? 4, after?.lower ?? 2))
    sink.add(424, joined(edges.secondAfter?.coarse ?? 4, after?.lower ?? 2))
  }

  private func addMatch(
    _ index: Int, _ word: NameWord, _ previous: UInt64, _ next: UInt64,
    to sink: inout some FeatureSink
  ) {
    let match = matches.tag(of: index - run.lowerBound)
    guard match != 0 else { return }
    sink.add(430, match)
    sink.add(431, joined(match, previous))
    sink.add(432, joined(match, next))
    sink.add(433, joined(match, word.coarse))
  }

  private func addEvidence(_ index: Int, _ word: NameWord, to sink: inout some FeatureSink) {
    let signs = evidence.signs(of: tokens[index]).rawValue
    var bits = signs
    while bits != 0 {
      let bit = UInt64(bits.trailingZeroBitCount)
      sink.add(440, bit)
      sink.add(441, joined(bit, word.coarse))
      bits &= bits - 1
    }
    sink.add(442, UInt64(signs))
    sink.add(443, joined(UInt64(signs), UInt64(word.placeClass)))
    if index > run.lowerBound {
      sink.add(444, joined(UInt64(evidence.signs(of: tokens[index - 1]).rawValue), word.coarse))
    }
  }
}

/// What features see of a word around the one that they describe.
private struct SeenWord {
  var lower: UInt64 = 0
  var coarse: UInt64 = 0

  @inline(__always)
  init(_ word: NameWord) { (lower, coarse) = (word.lower, word.coarse) }
}

/// The words at the ends of a run and around it, which all words of the run have in common.
private struct RunEdges {
  var secondBefore: SeenWord?
  var before: SeenWord?
  var first: SeenWord
  var last: SeenWord
  var after: SeenWord?
  var secondAfter: SeenWord?

  /// Those of no run.
  init() { (first, last) = (SeenWord(.unknown), SeenWord(.unknown)) }

  init(_ features: RunFeatures) {
    let (run, words) = (features.run, features.words)
    first = SeenWord(words[features.tokens[run.lowerBound]])
    last = SeenWord(words[features.tokens[run.upperBound - 1]])
    (secondBefore, before) = (features.seen(run.lowerBound - 2), features.seen(run.lowerBound - 1))
    (after, secondAfter) = (features.seen(run.upperBound), features.seen(run.upperBound + 1))
  }
}
