// Marks passages of an article that is made up, edits it, and counts how many are found again.

import ArticleModel
import TestSupport

/// Counts of what became of passages.
struct AnchoringTally: CustomStringConvertible {
  /// Passages whose words are all still there, side by side.
  var surviving = 0
  /// Those that were found, at the right place.
  var right = 0
  /// Those that were given to the reader to confirm or to choose.
  var asked = 0
  /// Those that were said to be nowhere.
  var orphaned = 0
  /// Passages that were taken, without a question, to a place where their words are not, or not alone.
  var wrong = 0
  /// All passages.
  var all = 0

  var description: String {
    "\(all) passages, \(surviving) surviving: \(right) right, \(asked) asked, "
      + "\(orphaned) orphaned; \(wrong) of all wrong"
  }

  static func + (a: AnchoringTally, b: AnchoringTally) -> AnchoringTally {
    AnchoringTally(
      surviving: a.surviving + b.surviving, right: a.right + b.right, asked: a.asked + b.asked,
      orphaned: a.orphaned + b.orphaned, wrong: a.wrong + b.wrong, all: a.all + b.all)
  }
}

/// Marks passages in an article, edits it, finds them again and counts.
struct AnchoringTrial {
  private let before: Article
  private var marks: [(words: ClosedRange<Int>, annotation: Annotation)] = []
  private var edited: EditedArticle

  init(paragraphs: Int, marks count: Int, using chance: inout Chance) {
    edited = EditedArticle(paragraphs: paragraphs, using: &chance)
    let (text, places) = edited.rendered()
    before = Article(text)
    let sentences = edited.paragraphs.flatMap(\.self)
    for _ in 0..<count {
      let numbers = chance.pick(sentences).compactMap(\.number)
      let first = Int.random(in: 0..<numbers.count - 1, using: &chance)
      let last = min(first + Int.random(in: 1...12, using: &chance), numbers.count - 1)
      guard let start = places[numbers[first]], let end = places[numbers[last]] else { continue }
      let span = TextSpan(start.lowerBound..<end.upperBound)
      let target = AnnotationTarget(source: "a", passage: Passage(of: span, in: before))
      marks.append((numbers[first]...numbers[last], Annotation(kind: .note, targets: [target])))
    }
  }

  mutating func tally(
    after edits: [EditedArticle.Edit], rarity: Int, using chance: inout Chance
  ) -> AnchoringTally {
    for edit in edits { edited.apply(edit, rarity: rarity, using: &chance) }
    let (text, places) = edited.rendered()
    let anchors = Anchoring.resolve(marks.map(\.annotation), in: Article(text))
    var tally = AnchoringTally()
    for mark in marks {
      guard let anchor = anchors[mark.annotation.id]?.first else { continue }
      count(anchor, mark.words, places, &tally)
    }
    return tally
  }

  private func count(
    _ anchor: Anchor, _ words: ClosedRange<Int>, _ places: [Int: Range<Int>],
    _ tally: inout AnchoringTally
  ) {
    tally.all += 1
    let there = words.compactMap { places[$0] }
    let survives = there.count == words.count && edited.areNeighbours(words)
    if survives { tally.surviving += 1 }
    guard anchor.state == .exact || anchor.state == .moved, let span = anchor.span else {
      if survives, anchor.state == .orphan { tally.orphaned += 1 }
      if survives, anchor.state != .orphan { tally.asked += 1 }
      return
    }
    guard let first = there.map(\.lowerBound).min(), let last = there.map(\.upperBound).max() else {
      tally.wrong += 1
      return
    }
    let truth = TextSpan(first..<last)
    let shared = truth.intersection(span)?.count ?? 0
    if survives, Double(shared) >= 0.9 * Double(max(truth.count, span.count)) {
      tally.right += 1
    } else if survives || shared == 0 {
      tally.wrong += 1
    }
  }
}
