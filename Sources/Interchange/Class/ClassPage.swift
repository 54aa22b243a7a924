// The page of the class: who found how much, which terms are hard, which passages most got wrong.

import Agreement
import ArticleModel

/// The overview of a class.
struct ClassPage {
  private let score: ClassScore
  private let shelf: TaxonomyShelf

  init(_ score: ClassScore, _ shelf: TaxonomyShelf) { (self.score, self.shelf) = (score, shelf) }

  var document: ReportDocument {
    var page = ReportDocument(title: "The class")
    let people = counted(score.learners.count, "learner")
    let points = score.keys.reduce(0) { $0 + $1.points.count }
    page.parts = [
      .text(
        "\(people), \(counted(score.keys.count, "article")), \(counted(points, "point")) in the key. "
          + "Counted for each learner, the class \(score.tally.inWords(of: ""))."),
      .heading("Learners"),
      .table(
        header: ["learner"] + Tally.columns, rows: score.learners.map { [$0.name] + $0.tally.cells }
      ),
      .heading("Terms"),
      .table(
        header: ["term"] + Tally.columns,
        rows: score.byAnswer.map { [$0.answer.label(shelf)] + $0.tally.cells }),
    ]
    page.parts += list("Passages that most got wrong", score.missed.map(item))
    page.parts += list("Marked by several, but not in the key", score.sharedExtras.map(item))
    page.parts += list("Left aside", score.learners.flatMap(unscored))
    return page
  }

  private func list(
    _ title: String, _ items: [ReportDocument.Item]
  ) -> [ReportDocument.Part] {
    items.isEmpty ? [] : [.heading(title), .list(items)]
  }

  private func item(_ point: ClassScore.PointScore) -> ReportDocument.Item {
    let instead = point.instead.map { "\($0.answer.label(shelf)) \($0.count)" }
    return ReportDocument.Item(
      quote: point.point.quote,
      verdict: "\(point.point.title(shelf)) – \(point.misses) of \(point.asked) missed it",
      remarks: (instead.isEmpty ? [] : ["Called instead: \(instead.joined(separator: ", "))"])
        + article(point.key))
  }

  private func item(_ extra: ClassScore.SharedExtra) -> ReportDocument.Item {
    ReportDocument.Item(
      quote: extra.example.quote,
      verdict: "\(extra.example.title(shelf)) – marked by \(extra.count)",
      remarks: article(extra.key))
  }

  /// Which article a passage is from, where there are several.
  private func article(_ key: Int) -> [String] {
    score.keys.count > 1 ? [score.keys[key].article.title ?? score.keys[key].name] : []
  }

  private func unscored(_ learner: ClassScore.Learner) -> [ReportDocument.Item] {
    let sentences = learner.unscored.sentences
    return sentences.isEmpty
      ? [] : [ReportDocument.Item(quote: nil, verdict: learner.name, remarks: sentences)]
  }
}
