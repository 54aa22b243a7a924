// Where two people say different things of the same words.

import ArticleModel

/// Finds annotations that somebody disagrees with.
enum Disputes {
  /// The annotations that are disputed among all that were made on articles: two people gave overlapping
  /// words different answers where one is possible, somebody's last review says so, or a merge kept two
  /// versions. What has been decided since is not disputed any more.
  static func disputed(in articles: [AnnotatedArticle]) -> Set<AnnotationID> {
    var disputed: Set<AnnotationID> = []
    let settled = SettledMarks(articles.flatMap { $0.annotations + $0.decisions })
    for (_, sidecars) in articles.grouped(by: \.name) {
      disputed.formUnion(contradictions(in: sidecars.flatMap { $0.answers }))
    }
    return disputed.subtracting(settled.ids)
      .union(objections(in: articles.flatMap(\.annotations), settled))
  }

  /// The same among all annotations of one article.
  static func disputed(
    among annotations: [Annotation], anchors: [AnnotationID: [Anchor]], decisions: [Annotation]
  ) -> Set<AnnotationID> {
    let answers = annotations.filter { !$0.verdicts.isEmpty }
      .flatMap { $0.answers(at: anchors[$0.id], from: "") }
    let settled = SettledMarks(annotations + decisions)
    return contradictions(in: answers).subtracting(settled.ids)
      .union(objections(in: annotations, settled))
  }

  /// The annotations of which a merge kept two versions, and those that a review disputes.
  private static func objections(
    in annotations: [Annotation], _ settled: SettledMarks
  ) -> Set<AnnotationID> {
    var disputed: Set<AnnotationID> = []
    for annotation in annotations {
      if let other = annotation.conflictsWith { disputed.formUnion([annotation.id, other]) }
    }
    return disputed.union(rejections(in: annotations, settled))
  }

  /// The marks that somebody's latest review disputes.
  private static func rejections(
    in annotations: [Annotation], _ settled: SettledMarks
  ) -> Set<AnnotationID> {
    let disputes = Judgements.latest(in: annotations).filter { review in
      review.judgement == .disputes && !settled.settles(review)
    }
    return Set(disputes.compactMap(\.repliesTo))
  }

  /// Answers are swept in reading order, so that only those that can overlap are compared.
  private static func contradictions(in answers: [Answer]) -> Set<AnnotationID> {
    var disputed: Set<AnnotationID> = []
    var open: [Answer] = []
    for answer in answers.sorted(by: { $0.span < $1.span }) {
      open.removeAll { $0.span.end <= answer.span.start }
      for other in open where other.contradicts(answer) {
        disputed.formUnion([answer.id, other.id])
      }
      open.append(answer)
    }
    return disputed
  }

  /// What one person says of a passage where only one answer is possible.
  struct Answer {
    var id: AnnotationID
    var creator: String
    var span: TextSpan
    var term: TermReference

    func contradicts(_ other: Answer) -> Bool {
      creator != other.creator && term.group == other.term.group && term.term != other.term.term
        && span.overlaps(other.span)
    }
  }
}

extension AnnotatedArticle {
  /// The verdicts in it, each with its place.
  fileprivate var answers: [Disputes.Answer] {
    annotations.flatMap { $0.answers(at: anchors[$0.id], from: sidecarPath) }
  }
}

extension Annotation {
  /// Its verdicts with their place; `source` stands for a maker who is not known.
  fileprivate func answers(at anchors: [Anchor]?, from source: String) -> [Disputes.Answer] {
    guard let span = anchors?.first?.span else { return [] }
    return verdicts.map { term in
      Disputes.Answer(id: id, creator: creator?.name ?? source, span: span, term: term)
    }
  }

  /// Its terms that are verdicts.
  fileprivate var verdicts: [TermReference] { terms.filter(\.isVerdict) }
}
