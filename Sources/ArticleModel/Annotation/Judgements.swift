// Who agrees with whose marks, and who disagrees: one answer for filters, comparisons, figures and exports.
//
//     mark of Ana: refuted      Ben: agrees                              counts as agreement
//     mark of Ana: refuted      Ben: agrees, and has a mark: supported   says that he reviewed it, no more

/// What people think of each other's marks on one article.
package struct Judgements: Sendable {
  private let latest: [Annotation]
  /// Who says otherwise of the words of a mark, in a mark of their own.
  private var opposed: [AnnotationID: [Creator]] = [:]

  /// Takes the reviews of marks. Takes time in the number of annotations, their sorting, and the marks on the
  /// same words.
  /// - Parameters:
  ///   - annotations: all annotations of all sidecars of one article.
  ///   - anchors: where they stand; marks without a place are compared by the words that were marked.
  package init(_ annotations: some Sequence<Annotation>, anchors: [AnnotationID: [Anchor]]) {
    latest = Self.latest(in: annotations)
    guard latest.contains(where: { $0.judgement == .agrees }) else { return }
    for pair in OpposedMarks(annotations, anchors: anchors).pairs {
      note(pair.0, against: pair.1)
      note(pair.1, against: pair.0)
    }
  }

  /// The latest review of each person on each mark.
  package static func latest(in annotations: some Sequence<Annotation>) -> [Annotation] {
    var latest: [Reviewer: Annotation] = [:]
    var order: [Reviewer] = []
    for review in annotations where review.kind == .review {
      guard let mark = review.repliesTo else { continue }
      let reviewer = Reviewer(mark: mark, creator: review.creator)
      let known = latest[reviewer]
      if known == nil { order.append(reviewer) }
      if known?.created.isLater(than: review.created) != true { latest[reviewer] = review }
    }
    return order.compactMap { latest[$0] }
  }

  private struct Reviewer: Hashable {
    var mark: AnnotationID
    var creator: Creator?
  }

  private mutating func note(_ mark: Annotation, against other: Annotation) {
    if let creator = mark.creator { opposed[other.id, default: []].append(creator) }
  }

  /// Whether the maker of a review says otherwise of the same words in a mark of their own, so that agreeing
  /// in the review is no agreement.
  package func isOpposed(_ review: Annotation) -> Bool {
    guard let mark = review.repliesTo else { return false }
    return opposed[mark]?.contains { $0.isSame(as: review.creator) } ?? false
  }

  /// The reviews that agree with marks, and whose makers say nothing else.
  package var agreements: [Annotation] {
    latest.filter { $0.judgement == .agrees && !isOpposed($0) }
  }
}

/// Marks of different people that cannot both be right.
private struct OpposedMarks {
  private(set) var pairs: [(Annotation, Annotation)] = []

  /// Marks with so much in common, of all that either has, are about the same words.
  private static let leastLikeness = 0.5

  init(_ annotations: some Sequence<Annotation>, anchors: [AnnotationID: [Anchor]]) {
    let marks = annotations.filter { $0.kind.isMark && $0.kind != .reply && $0.creator != nil }
    var placed: [(span: TextSpan, mark: Annotation)] = []
    var others: [String: [Annotation]] = [:]
    for mark in marks {
      if let span = anchors[mark.id]?.lazy.compactMap(\.span).first {
        placed.append((span, mark))
      } else {
        others[mark.targets.first?.passage?.exact ?? "", default: []].append(mark)
      }
    }
    sweep(placed.sorted { $0.span < $1.span })
    for marks in others.values {
      for (index, mark) in marks.enumerated() {
        for other in marks[..<index] { compare(mark, other, sharesMost: true) }
      }
    }
  }

  /// Only marks that have not ended can have words in common with the next one.
  private mutating func sweep(_ marks: [(span: TextSpan, mark: Annotation)]) {
    var open: [(span: TextSpan, mark: Annotation)] = []
    for next in marks {
      open.removeAll { $0.span.end <= next.span.start }
      for other in open {
        compare(
          next.mark, other.mark,
          sharesMost: next.span.likeness(to: other.span) >= Self.leastLikeness)
      }
      open.append(next)
    }
  }

  private mutating func compare(_ a: Annotation, _ b: Annotation, sharesMost: Bool) {
    guard !a.creator.isSame(as: b.creator), a.opposes(b, sharesMost: sharesMost) else { return }
    pairs.append((a, b))
  }
}

extension Annotation {
  /// Whether it says otherwise than a mark whose words overlap with its own: another answer where one is
  /// possible, or another reading of nearly the same words.
  fileprivate func opposes(_ other: Annotation, sharesMost: Bool) -> Bool {
    guard id != other.id, kind == other.kind else { return false }
    if let correction, let theirs = other.correction {
      return sharesMost && correction.finding == theirs.finding && correction != theirs
    }
    let verdicts = terms.filter(\.isVerdict)
    if !verdicts.isEmpty {
      return verdicts.contains { verdict in
        other.terms.contains {
          $0.isVerdict && $0.group == verdict.group && $0.term != verdict.term
        }
      }
    }
    let said = Set(terms.map(\.description) + tags)
    let theirs = Set(other.terms.map(\.description) + other.tags)
    return sharesMost && !said.isEmpty && !theirs.isEmpty && said.isDisjoint(with: theirs)
  }
}
