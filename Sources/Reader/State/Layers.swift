// The marks of other people laid over the article, as a class or a desk sees them together.

import ArticleModel

/// One person's marks on the article.
package struct Layer: Sendable {
  /// Whose they are: a name, or the path of the sidecar when several people share it.
  package let name: String
  /// All that the sidecar holds: the claims desk asks for reviews, too.
  let annotations: [Annotation]
  /// Where it stands.
  let anchors: [AnnotationID: [Anchor]]

  /// Takes what a sidecar of somebody else holds.
  package init(name: String, _ annotations: [Annotation], anchors: [AnnotationID: [Anchor]]) {
    (self.name, self.annotations, self.anchors) = (name, annotations, anchors)
  }

  /// The marks on words of the article, with a place each, and what there is to doubt about it; replies,
  /// reviews and corrections are no marks.
  var marks: [(span: TextSpan, annotation: Annotation, doubt: String?)] {
    annotations.filter { AnnotationKind.marks.contains($0.kind) }.flatMap { annotation in
      (anchors[annotation.id] ?? []).compactMap { anchor in
        anchor.span.map { ($0, annotation, anchor.doubt) }
      }
    }
  }

  /// Whether there are answers to claims among them.
  var verifies: Bool { annotations.contains { $0.kind.row.answersClaim } }

  /// How many marks somebody made, those without a place among them.
  package var markCount: Int {
    annotations.count { AnnotationKind.marks.contains($0.kind) }
  }
}

/// All layers over an article.
package struct Layers: Sendable {
  /// The layers, in the order in which they were laid.
  package let all: [Layer]
  /// The names of the people, in the same order.
  package var names: [String] { all.map(\.name) }
  /// Whether names are left out.
  package var hidesNames = false
  private let marks: [(layer: Int, span: TextSpan, annotation: Annotation, doubt: String?)]
  private let index: SpanIndex

  /// Lays marks over an article.
  package init(_ layers: [Layer]) {
    all = layers
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
    let names = self.names
    let whose = hidesNames ? "" : " (\(people.map { names[$0] }.joined(separator: ", ")))"
    return "\(people.count) of \(names.count) marked this: "
      + votes.joined(separator: ", ") + whose
  }
}
