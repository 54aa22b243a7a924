// The marks between which somebody has decided in a comparison, so that nobody has to any more.

import ArticleModel

/// The marks that decisions were made about.
struct SettledMarks {
  private var moments: [AnnotationID: Timestamp?] = [:]

  /// Takes what decisions were made from; what everybody agreed on took none.
  init(_ annotations: [Annotation]) {
    for case let record? in annotations.map(\.adjudication) where record.choice != .agreed {
      for source in record.sources { moments[source.id] = .some(record.at) }
    }
  }

  /// The marks.
  var ids: Set<AnnotationID> { Set(moments.keys) }

  /// Whether what a review says of its mark was decided upon: an objection that came later was not.
  func settles(_ review: Annotation) -> Bool {
    guard let mark = review.repliesTo, let moment = moments[mark] else { return false }
    return !review.created.isLater(than: moment)
  }
}
