// Which marks of several people are about the same thing.

import ArticleModel

/// Puts the marks of several people into cases.
///
/// Two marks may belong together when they are of one kind and share words. The pairs that share most are
/// joined first, those with the same terms before others, and never two marks of one person.
struct CaseMatching {
  private(set) var cases: [Collation.Case]

  init(_ sidecars: [SidecarMarks]) {
    let versions = sidecars.enumerated().flatMap { annotator, sidecar in
      sidecar.marks.filter { $0.kind != .reply && $0.kind != .link }.map { mark in
        Collation.Version(
          annotator: annotator, annotation: mark,
          span: sidecar.anchors[mark.id]?.lazy.compactMap(\.span).first,
          doubt: sidecar.anchors[mark.id]?.lazy.compactMap(\.doubt).first)
      }
    }
    var groups = Groups(versions.map(\.annotator))
    for pair in Self.pairs(versions) { groups.join(pair.first, pair.second) }
    cases = groups.members.map { members in
      Collation.Case(
        versions: members.map { versions[$0] }.sorted { $0.annotator < $1.annotator })
    }
    cases.sort { a, b in
      guard let first = a.extent, let second = b.extent else {
        return a.extent == nil && b.extent != nil
      }
      return first < second
    }
  }

  private struct Pair {
    var first: Int
    var second: Int
    /// From 0 to 2: the share of words that both marked, and one more for the same terms.
    var likeness: Double
  }

  /// All pairs that may belong together, the most alike first. Marks are looked at in the order of the
  /// text, so that only those that overlap are compared.
  private static func pairs(_ versions: [Collation.Version]) -> [Pair] {
    let order = versions.indices.sorted {
      (versions[$0].span ?? TextSpan(0..<0)) < (versions[$1].span ?? TextSpan(0..<0))
    }
    var pairs: [Pair] = []
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        if let a = versions[first].span, let b = versions[second].span, b.start >= a.end { break }
        if let likeness = likeness(versions[first], versions[second]) {
          pairs.append(Pair(first: first, second: second, likeness: likeness))
        }
      }
    }
    return (pairs + castPairs(versions)).sorted {
      ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second)
    }
  }

  /// Corrections of the same person or place as such, whichever mention they stand on.
  private static func castPairs(_ versions: [Collation.Version]) -> [Pair] {
    let cast = versions.indices.compactMap { index in
      versions[index].annotation.subjectOfCast.map { (index: index, subject: $0) }
    }
    return cast.grouped(by: \.subject).flatMap { _, members in
      members.indices.flatMap { first in
        members[(first + 1)...].compactMap { second in
          let (a, b) = (versions[members[first].index], versions[second.index])
          guard a.annotator != b.annotator else { return nil }
          let isSame = a.annotation.statements == b.annotation.statements
          return Pair(
            first: members[first].index, second: second.index, likeness: isSame ? 2 : 1)
        }
      }
    }
  }

  private static func likeness(
    _ a: Collation.Version, _ b: Collation.Version
  ) -> Double? {
    guard a.annotator != b.annotator, a.annotation.kind == b.annotation.kind,
      a.annotation.correction?.finding == b.annotation.correction?.finding,
      a.annotation.subjectOfCast == nil, b.annotation.subjectOfCast == nil
    else { return nil }
    let bonus = a.annotation.statements == b.annotation.statements ? 1.0 : 0
    switch (a.span, b.span) {
    case (nil, nil):
      // Marks on the whole article have nothing but their terms in common.
      return bonus > 0 && a.annotation.hasPassage == b.annotation.hasPassage ? bonus : nil
    case (let first?, let second?):
      guard let shared = first.intersection(second) else { return nil }
      return Double(shared.count) / Double(first.union(second).count) + bonus
    default: return nil
    }
  }

  /// Disjoint sets of marks (union by linking), with one mark of each person at most.
  private struct Groups {
    private var leader: [Int]
    private var people: [Set<Int>]

    init(_ annotators: [Int]) {
      leader = Array(annotators.indices)
      people = annotators.map { [$0] }
    }

    mutating func join(_ a: Int, _ b: Int) {
      let (first, second) = (find(a), find(b))
      guard first != second, people[first].isDisjoint(with: people[second]) else { return }
      leader[second] = first
      people[first].formUnion(people[second])
    }

    private func find(_ index: Int) -> Int {
      var at = index
      while leader[at] != at { at = leader[at] }
      return at
    }

    var members: [[Int]] {
      leader.indices.grouped(by: find).map(\.members)
    }
  }
}

extension Annotation {
  /// Whom or what it puts right as such, wherever it stands; nil for other marks, and for mentions that are
  /// split off, which are words at their place.
  fileprivate var subjectOfCast: String? {
    guard let correction, correction.isOfCast, correction.decision != .split else { return nil }
    return correction.subject.map { "\(correction.finding.rawValue) \($0.lowercased())" }
  }

  fileprivate var hasPassage: Bool { targets.contains { $0.passage != nil } }
}
