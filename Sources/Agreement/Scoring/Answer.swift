// What a mark says, as far as it can be right or wrong: its kind, and a term or a tag.

import ArticleModel

/// One thing that a mark says of a passage. A mark with two terms gives two answers.
package struct Answer: Hashable, Sendable {
  /// What is said beside the kind.
  package enum Content: Hashable, Sendable {
    /// A term, whatever the version of its pack.
    case term(TermReference)
    /// A tag.
    case tag(String)
    /// The kind alone: a question, a highlight.
    case nothing
  }

  /// The kind of mark.
  package let kind: AnnotationKind
  /// What is said beside the kind.
  package let content: Content

  /// The answers that a mark gives.
  static func answers(of mark: Annotation) -> [Answer] {
    let contents =
      mark.terms.map { Content.term($0.unversioned) }
      + (mark.kind.row.use == .mark(asking: .tags) ? mark.tags.map(Content.tag) : [])
    return (contents.isEmpty ? [.nothing] : contents.uniqued())
      .map { Answer(kind: mark.kind, content: $0) }
  }

  /// What to call it.
  package func label(_ shelf: TaxonomyShelf) -> String {
    switch content {
    case .term(let term): shelf.label(of: term)
    case .tag(let tag): "#\(tag)"
    case .nothing: kind.rawValue
    }
  }

  /// A name that stays the same whatever packs are at hand: `bias/wording/loaded-term`.
  package var name: String {
    switch content {
    case .term(let term): term.description
    case .tag(let tag): "tag/\(tag)"
    case .nothing: kind.rawValue
    }
  }

  /// Whether one could have been given instead of the other: both answer the same question. A verification
  /// answers several, a group of terms each.
  func isAlternative(to other: Answer) -> Bool {
    guard kind == other.kind, self != other else { return false }
    if kind.row.answersClaim, case .term(let a) = content, case .term(let b) = other.content {
      return a.pack == b.pack && a.group == b.group
    }
    return true
  }

  /// For an order by kind, then by name.
  var place: (Int, String) { (AnnotationKind.allCases.firstIndex(of: kind) ?? 0, name) }
}

/// An answer with the passages that it is about, in the text of the key.
package struct PlacedAnswer: Sendable {
  /// What is said.
  package let answer: Answer
  /// The mark that says it.
  package let mark: Annotation
  /// Where its passages stand; empty for the article as a whole.
  package let spans: [TextSpan]

  /// The answers of marks whose places are known, and how many marks have none.
  static func all(
    of marks: [Annotation], _ anchors: [AnnotationID: [Anchor]]
  ) -> (answers: [PlacedAnswer], lost: [Annotation]) {
    var (answers, lost): ([PlacedAnswer], [Annotation]) = ([], [])
    for mark in marks where AnnotationKind.marks.contains(mark.kind) {
      let spans = (anchors[mark.id] ?? []).compactMap(\.span)
      if spans.isEmpty, mark.targets.contains(where: { $0.passage != nil }) {
        lost.append(mark)
        continue
      }
      answers += Answer.answers(of: mark).map {
        PlacedAnswer(answer: $0, mark: mark, spans: spans)
      }
    }
    return (answers, lost)
  }

  /// How much two answers are about the same words, from 0 to 1; nil when they are not. Both on the article
  /// as a whole are; passages have to share at least half of the shorter one.
  func likeness(to other: PlacedAnswer) -> Double? {
    if spans.isEmpty || other.spans.isEmpty {
      return spans.isEmpty && other.spans.isEmpty ? 1 : nil
    }
    var best: Double?
    for a in spans {
      for b in other.spans {
        guard let shared = a.intersection(b), shared.count * 2 >= min(a.count, b.count) else {
          continue
        }
        best = max(best ?? 0, Double(shared.count) / Double(a.union(b).count))
      }
    }
    return best
  }

  /// The words that it is about, on one line; nil for the article as a whole.
  package var quote: String? {
    mark.targets.compactMap { $0.passage?.exact }.first.map { words in
      words.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }

  /// For an order by place: marks on the article as a whole first.
  var start: Int { spans.map(\.start.value).min() ?? -1 }
}
