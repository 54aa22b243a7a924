// The list of claims against one that is made the simple way: everything put together and sorted.

import ArticleModel
import Corpus
import NewsAnalysis
import TestSupport
import Testing

@Suite struct ClaimOrderTests {
  /// Sentences of ten letters, of which some are worth checking, and marks on whatever words, on the whole article and on
  /// words that are gone.
  private struct Draw {
    var analysis = Analysis(extent: TextSpan(.zero, .zero + 400))
    var marks: [Annotation] = []
    var anchors: [AnnotationID: [Anchor]] = [:]

    init(_ chance: inout Chance) {
      analysis.sentences = (0..<40).map { TextSpan(.zero + 10 * $0, .zero + 10 * $0 + 9) }
      analysis.claimScores = analysis.sentences.map { _ in
        Double(Int.random(in: 0...4, using: &chance)) / 4
      }
      for (sentence, score) in zip(analysis.sentences, analysis.claimScores) {
        if Bool.random(using: &chance) {
          analysis.claims.append(Claim(span: sentence, score: score))
        }
      }
      for _ in 0..<Int.random(in: 0...25, using: &chance) { add(&chance) }
    }

    private mutating func add(_ chance: inout Chance) {
      let start = Int.random(in: 0..<390, using: &chance)
      let words = TextSpan(.zero + start, .zero + start + Int.random(in: 0...30, using: &chance))
      let kind = Int.random(in: 0...9, using: &chance)
      let passage = kind == 0 ? nil : Passage(exact: "\(words)")
      let mark = Annotation(
        kind: .verification, targets: [AnnotationTarget(source: "a.txt", passage: passage)],
        creator: Creator(name: "Ana"))
      marks.append(mark)
      anchors[mark.id] = [
        kind == 0 ? .wholeArticle : kind == 1 ? .orphan : Anchor(.exact, words, score: 1)
      ]
    }

    var list: ClaimList {
      ClaimList(FoundClaims(analysis), marks, anchors: anchors, text: nil)
    }
  }

  /// What is compared of a claim.
  private struct Entry: Equatable {
    var span: TextSpan?
    var place: CheckableClaim.Place
    var marks: [AnnotationID] = []
    var score: Double?
    var number: Int?
    var rank: Int?
  }

  /// The list made the simple way.
  private func simple(_ draw: Draw) -> [Entry] {
    let placed = draw.marks.compactMap { mark in
      draw.anchors[mark.id]?.first?.span.map { (span: $0, id: mark.id) }
    }
    var groups: [Entry] = []
    // Sorting of the standard library leaves in order what is the same.
    for (span, id) in placed.sorted(by: { $0.span < $1.span }) {
      let same = groups.firstIndex { ($0.span?.likeness(to: span) ?? 0) >= 0.5 }
      if let same {
        groups[same].marks.append(id)
      } else {
        let scores = zip(draw.analysis.sentences, draw.analysis.claimScores)
          .filter { $0.0.overlaps(span) }.map(\.1)
        groups.append(Entry(span: span, place: .words(span), marks: [id], score: scores.max()))
      }
    }
    let bytes = Set(groups.flatMap { Array($0.span?.range ?? 0..<0) })
    let found = draw.analysis.claims.filter { claim in
      claim.span.range.count { bytes.contains($0) } * 2 < claim.span.count
    }.map { Entry(span: $0.span, place: .words($0.span), score: $0.score) }
    let inText = (found + groups).sorted { a, b in
      a.span.flatMap { a in b.span.map { a < $0 } } ?? false
    }
    func others(_ place: CheckableClaim.Place, _ anchor: Anchor) -> [Entry] {
      draw.marks.filter { draw.anchors[$0.id] == [anchor] }
        .map { Entry(place: place, marks: [$0.id]) }
    }
    var all = others(.wholeArticle, .wholeArticle) + inText
    for index in all.indices { all[index].number = index + 1 }
    let ranked = all.indices.sorted { (all[$1].score ?? -1, $0) < (all[$0].score ?? -1, $1) }
    for (rank, index) in ranked.enumerated() { all[index].rank = rank + 1 }
    return all + others(.lost, .orphan)
  }

  @Test(
    "Claims stand where sorting everything puts them, with the same numbers and ranks",
    arguments: 0..<60)
  func order(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let draw = Draw(&chance)
    let list = draw.list
    let entries = list.claims.map {
      Entry(
        span: $0.span, place: $0.place, marks: $0.marks.map(\.annotation.id), score: $0.score,
        number: $0.number, rank: $0.rank)
    }
    #expect(entries == simple(draw))
    #expect(list.count + list.lostCount == entries.count)
  }

  @Test(
    "Claims are found by their places as a search through all of them finds them", arguments: 0..<30
  )
  func places(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let list = Draw(&chance).list
    let spans = list.claims.map(\.span)
    for offset in (0..<400).map({ ByteOffset.zero + $0 }) {
      let covering = spans.indices.filter { spans[$0]?.contains(offset) == true }
      let shortest = covering.map { spans[$0]?.count ?? 0 }.min()
      #expect(
        list.places.shortest(at: offset)
          == covering.last { spans[$0]?.count == shortest })
      #expect(
        list.places.last(startingBy: offset)
          == spans.lastIndex { $0.map { $0.start <= offset } ?? false })
      #expect(
        list.places.first(startingFrom: offset)
          == spans.firstIndex { $0.map { $0.start >= offset } ?? false })
      #expect(
        list.places.start(from: offset, backward: false)
          == spans.compactMap { $0?.start }.first { $0 > offset })
      #expect(
        list.places.start(from: offset, backward: true)
          == spans.compactMap { $0?.start }.last { $0 < offset })
      let words = TextSpan(offset, offset + 12)
      #expect(
        list.places.indices(overlapping: words)
          == spans.indices.filter { spans[$0]?.overlaps(words) == true })
    }
    for (index, claim) in list.claims.enumerated() where claim.span != nil {
      let found = claim.span.flatMap(list.places.index(of:))
      #expect(found == spans.firstIndex(of: claim.span))
      #expect(list.index(of: claim) == index)
    }
  }

  @Test("A claim without words of its own is not taken for the sentence in which it stood")
  func empty() {
    var analysis = Analysis(extent: TextSpan(.zero, .zero + 60))
    analysis.claims = [0, 30].map { Claim(span: TextSpan(.zero + $0, .zero + $0 + 29), score: 0.5) }
    let mark = Annotation(
      kind: .verification,
      targets: [AnnotationTarget(source: "a.txt", passage: Passage(exact: ""))])
    let anchor = Anchor(.uncertain, TextSpan(.zero + 12, .zero + 12), score: 0)
    let found = FoundClaims(analysis)
    let before = ClaimList(found, [mark], anchors: [mark.id: [anchor]], text: nil)
    let after = ClaimList(found, [], anchors: [:], text: nil)
    #expect(before.claims.map { $0.marks.count } == [0, 1, 0])
    #expect(after.index(of: before.claims[1]) == nil)
    #expect(after.nearest(to: before.claims[1]) == 1)
  }
}
