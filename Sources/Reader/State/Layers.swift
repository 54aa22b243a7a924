// The marks of other people laid over the article, as a class or a desk sees them together.

import ArticleModel
import Corpus

/// One person's marks on the article.
package struct Layer: Sendable {
  /// Whose they are: a name, or the path of the sidecar when several people share it.
  package let name: String
  /// All that the sidecar holds: the claims desk asks for reviews, too.
  let annotations: [Annotation]
  /// Where it stands.
  let anchors: [AnnotationID: [Anchor]]
  /// What people think of each other's marks, where the reader's own are among those that were judged.
  private var judgements: Judgements?

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

  /// How many replies somebody wrote.
  var replyCount: Int { annotations.count { $0.kind == .reply } }

  /// How many marks somebody agrees with, saying nothing else of the same words.
  var agreementCount: Int {
    reviews.count { $0.judgement == .agrees && judgements?.isOpposed($0) != true }
  }

  /// How many marks somebody disagrees with.
  var disputeCount: Int { reviews.count { $0.judgement == .disputes } }

  private var reviews: [Annotation] { Judgements.latest(in: annotations) }

  /// How many marks, replies and reviews there are.
  var answerCount: Int { markCount + replyCount + agreementCount + disputeCount }

  /// "2 marks, 1 reply, agrees with 14, disagrees with 1".
  var account: String {
    let parts = [
      markCount == 0 ? nil : counted(markCount, "mark"),
      replyCount == 0 ? nil : counted(replyCount, "reply", plural: "replies"),
      agreementCount == 0 ? nil : "agrees with \(agreementCount)",
      disputeCount == 0 ? nil : "disagrees with \(disputeCount)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// What the layer has besides the annotations of a sidecar: a file that a colleague handed back holds copies
  /// of them. Nil when there is nothing, and for copies of the reader's own marks.
  func besides(
    _ own: [Annotation], at places: [AnnotationID: [Anchor]], of reader: Creator?
  ) -> Layer? {
    let known = Set(own.map(\.id))
    let others = annotations.filter { !known.contains($0.id) }
    let isCopy = others.count < annotations.count
    let theirs = isCopy ? others.filter { $0.creator == nil || !$0.belongs(to: reader) } : others
    var layer = Layer(name: name, theirs, anchors: anchors)
    layer.judgements = Judgements(
      own + theirs, anchors: places.merging(anchors) { first, _ in first })
    return layer.answerCount == 0 ? nil : layer
  }
}

extension [Layer] {
  /// What sidecars hold, person by person: of marks with one id the newest version alone, however many files
  /// have it. What nobody signed goes by the path of its sidecar.
  package static func people(in sidecars: [AnnotatedArticle]) -> [Layer] {
    let anchors = sidecars.reduce(into: [:]) { $0.merge($1.anchors) { first, _ in first } }
    let signed = sidecars.withEachMarkOnce.flatMap { sidecar in
      sidecar.annotations.map { (name: $0.creator?.name ?? sidecar.sidecarPath, mark: $0) }
    }
    return signed.grouped(by: \.name).map { name, members in
      Layer(name: name, members.map(\.mark), anchors: anchors)
    }
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
  private let answers: [AnnotationID: [Annotation]]

  /// Lays marks over an article.
  package init(_ layers: [Layer]) {
    all = layers
    marks = layers.enumerated().flatMap { number, layer in
      layer.marks.map { (number, $0.span, $0.annotation, $0.doubt) }
    }
    index = SpanIndex(marks.map(\.span))
    answers = layers.flatMap(\.annotations).reduce(into: [:]) { answers, annotation in
      if let mark = annotation.repliesTo { answers[mark, default: []].append(annotation) }
    }
  }

  /// What people in the layers say of a mark in a review.
  func reviews(of mark: AnnotationID) -> [Annotation] {
    (answers[mark] ?? []).filter { $0.kind == .review }
  }

  /// What people in the layers replied to a mark, and to these replies, from top to bottom.
  func replies(under mark: AnnotationID) -> [Annotation] {
    var (replies, seen) = ([Annotation](), Set([mark]))
    var waiting = (answers[mark] ?? []).filter { $0.kind == .reply }
    while let reply = waiting.first {
      waiting.removeFirst()
      guard seen.insert(reply.id).inserted else { continue }
      replies.append(reply)
      waiting = (answers[reply.id] ?? []).filter { $0.kind == .reply } + waiting
    }
    return replies
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
