// The marks of other people laid over the article, as a class or a desk sees them together.

import ArticleModel

/// One person's marks on the article.
package struct Layer: Sendable {
  /// Whose they are.
  package let name: String
  /// The marks, with a place each, and what there is to doubt about it.
  package let marks: [(span: TextSpan, annotation: Annotation, doubt: String?)]

  /// Takes the marks of somebody who has others; reviews and marks without a place are left out.
  package init(name: String, _ annotations: [Annotation], anchors: [AnnotationID: [Anchor]]) {
    self.name = name
    marks = annotations.filter { $0.kind.isMark }.flatMap { annotation in
      (anchors[annotation.id] ?? []).compactMap { anchor in
        anchor.span.map { ($0, annotation, anchor.doubt) }
      }
    }
  }
}

/// All layers over an article.
package struct Layers: Sendable {
  /// The names of the people, in the order in which their marks were laid.
  package let names: [String]
  /// Whether names are left out.
  package var hidesNames = false
  private let marks: [(layer: Int, span: TextSpan, annotation: Annotation, doubt: String?)]
  private let index: SpanIndex

  /// Lays marks over an article.
  package init(_ layers: [Layer]) {
    names = layers.map(\.name)
    marks = layers.enumerated().flatMap { number, layer in
      layer.marks.map { (number, $0.span, $0.annotation, $0.doubt) }
    }
    index = SpanIndex(marks.map(\.span))
  }

  /// The words that somebody marked, within a stretch of the text.
  func spans(overlapping span: TextSpan) -> [TextSpan] {
    index.values(overlapping: span).map { marks[$0].span }
  }

  /// How many people marked something in a stretch of the text.
  func count(in span: TextSpan) -> Int {
    Set(index.values(overlapping: span).map { marks[$0].layer }).count
  }

  /// "18 of 25 marked this: loaded term 12, euphemism 6 (Ana, Ben …)"; nil where nobody marked.
  func summary(at offset: ByteOffset, title: (Annotation) -> String) -> String? {
    let here = index.values(overlapping: TextSpan(offset, offset + 1)).map { marks[$0] }
    guard !here.isEmpty else { return nil }
    let people = Set(here.map(\.layer)).sorted()
    // What one person says twice counts once.
    var says: [String: Set<Int>] = [:]
    for mark in here {
      let doubt = mark.doubt.map { " (\($0))" } ?? ""
      says[title(mark.annotation) + doubt, default: []].insert(mark.layer)
    }
    let votes = says.map { (title: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.title) < ($0.count, $1.title) }
      .map { votes in people.count == 1 ? votes.title : "\(votes.title) \(votes.count)" }
    let whose = hidesNames ? "" : " (\(people.map { names[$0] }.joined(separator: ", ")))"
    return "\(people.count) of \(names.count) marked this: "
      + votes.joined(separator: ", ") + whose
  }
}
