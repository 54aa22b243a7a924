// Agreement on marks, one against one: which of two people's marks meet.

/// The marks of two people, paired one to one.
struct SpanMatching {
  /// Whether two marks have to be the same span, or may just overlap.
  enum Rule { case exact, overlap }

  /// The pairs, as indices into the two lists.
  let pairs: [(Int, Int)]

  /// Pairs the marks of two people in reading order: with what ends first among those that are left.
  init(_ first: [Range<Int>], _ second: [Range<Int>], _ rule: Rule) {
    let order = { (spans: [Range<Int>]) in
      spans.indices.sorted {
        (spans[$0].upperBound, spans[$0].lowerBound) < (spans[$1].upperBound, spans[$1].lowerBound)
      }
    }
    var rest = order(second)
    var pairs: [(Int, Int)] = []
    for index in order(first) {
      let span = first[index]
      let found = rest.firstIndex { other in
        rule == .exact ? second[other] == span : second[other].overlaps(span)
      }
      if let found { pairs.append((index, rest.remove(at: found))) }
    }
    self.pairs = pairs
  }
}
