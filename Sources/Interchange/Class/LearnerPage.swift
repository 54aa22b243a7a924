// The page of one learner: the sum, then every point of the key and what became of it, then what only this
// learner marked.

import Agreement
import ArticleModel

/// A learner's own page.
struct LearnerPage {
  private let learner: ClassScore.Learner
  private let score: ClassScore
  private let shelf: TaxonomyShelf

  init(_ learner: ClassScore.Learner, _ score: ClassScore, _ shelf: TaxonomyShelf) {
    (self.learner, self.score, self.shelf) = (learner, score, shelf)
  }

  var document: ReportDocument {
    var page = ReportDocument(title: learner.name)
    page.parts = [
      .text("\(learner.name) \(learner.tally.inWords)."),
      .table(
        header: ["term"] + Tally.columns,
        rows: learner.byAnswer.map { [$0.answer.label(shelf)] + $0.tally.cells }),
    ]
    page.parts += learner.submissions.flatMap(article)
    page.parts += unscored
    return page
  }

  private func article(_ submission: SubmissionScore) -> [ReportDocument.Part] {
    let key = score.keys[submission.submission.key]
    let title = key.article.title ?? key.name
    var parts: [ReportDocument.Part] = [.heading(title)]
    if let moment = submission.submission.handedIn {
      parts.append(.text("Handed in on \(moment.dayText)."))
    }
    let points = zip(key.points, submission.outcomes).map(item)
    if !points.isEmpty { parts.append(.list(points)) }
    if !submission.extras.isEmpty {
      parts.append(.heading("Marked, but not in the key – \(title)"))
      parts.append(
        .list(
          submission.extras.map { extra in
            ReportDocument.Item(
              quote: extra.quote, verdict: extra.title(shelf), remarks: Self.note(extra))
          }))
    }
    return parts
  }

  private func item(
    _ point: PlacedAnswer, _ outcome: SubmissionScore.Outcome
  ) -> ReportDocument.Item {
    let result: String
    switch outcome {
    case .hit: result = "found"
    case .missed: result = "not marked"
    case .otherwise(let answers):
      result = "marked as " + answers.map { $0.label(shelf) }.joined(separator: ", ")
    case .absent: result = "not in this learner's text"
    }
    return ReportDocument.Item(
      quote: point.quote, verdict: "\(point.title(shelf)) – \(result)", remarks: Self.note(point))
  }

  private static func note(_ answer: PlacedAnswer) -> [String] {
    answer.mark.note.isEmpty ? [] : [answer.mark.note]
  }

  private var unscored: [ReportDocument.Part] {
    let sentences = learner.unscored.sentences
    return sentences.isEmpty
      ? [] : [.heading("Left aside"), .text(sentences.joined(separator: " "))]
  }
}
