// Whose a mark is, as it stands beside the mark wherever it is shown, and what hangs under it.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// A mark in messages: "refuted", and of a colleague's, "refuted by Ana Lopes".
  func named(_ annotation: Annotation) -> String {
    let whose = isOwn(annotation) ? "" : annotation.creator.map { " by \($0.name)" } ?? ""
    return title(of: annotation) + whose
  }

  /// The claim that a mark of the reader's own answers, as messages name it: “Divers found the…”; nil for
  /// other marks.
  func claimQuoted(_ annotation: Annotation) -> String? {
    guard annotation.kind.row.answersClaim, isOwn(annotation) else { return nil }
    return quote(of: annotation)?.onOneLine.quoted.shortened(to: 40)
  }

  /// Whether somebody else than the reader made marks here.
  private var isShared: Bool { index.makers.contains { $0 != author?.name } }

  /// Whose word a mark is, in lists: "you", or a name; nil while all marks of the article are the reader's.
  func hand(of annotation: Annotation) -> String? {
    guard isShared else { return nil }
    guard let hand = annotation.lastHand else { return "unnamed" }
    return hand.isSame(as: author) ? "you" : hand.name
  }

  /// The first letter of a colleague's name, for the margin; nil for the reader's own marks.
  func initial(of annotation: Annotation) -> Character? {
    guard !isOwn(annotation), let letter = annotation.creator?.name.first else { return nil }
    return letter.uppercased().first ?? letter
  }

  /// "by Ben Okafor; was: missing context · by Ana Lopes"; nil for a mark that is the reader's alone.
  func byline(of annotation: Annotation) -> String? {
    if annotation.revisions.isEmpty, isOwn(annotation), !isShared { return nil }
    return annotation.byline(title(of:))
  }

  /// What others replied to a mark and thought of it, in words: "2 replies · Ben Okafor disagrees".
  func reactions(to annotation: Annotation) -> String? {
    let replies = repliesShown(under: annotation.id).count
    let reviews =
      (index.reviews[annotation.id] ?? []) + (layers?.reviews(of: annotation.id) ?? [])
    let work = annotation.assignee.map { ["for \($0.name)"] } ?? []
    let parts =
      work + (replies == 0 ? [] : [counted(replies, "reply", plural: "replies")])
      + reviews.compactMap { review in
        review.judgement.map {
          "\(review.creator?.name ?? "someone") \(word(for: review, $0))"
        }
      }
    let all = (decision(on: annotation).map { [$0] } ?? []) + parts
    return all.isEmpty ? nil : all.joined(separator: " · ")
  }

  /// "decided: partly true by Ana": what a comparison made of a mark; nil where nobody had to decide.
  private func decision(on annotation: Annotation) -> String? {
    let decision = decisions.first { decision in
      guard let record = decision.adjudication, record.choice != .agreed else { return false }
      return record.sources.contains { $0.id == annotation.id }
    }
    guard let decision, let record = decision.adjudication else { return nil }
    let outcome =
      switch record.choice {
      case .kept: "all stand"
      case .leftOut: "none taken"
      case .agreed, .taken, .replaced: title(of: decision)
      }
    return "decided: \(outcome) by \(record.by?.name ?? "someone")"
  }

  /// What a review comes to: who says otherwise in a mark of their own has reviewed the other one, no more.
  private func word(for review: Annotation, _ judgement: Judgement) -> String {
    if judgement == .disputes { return "disagrees" }
    let isOpposed = (shownJudgements ?? index.judgements).isOpposed(review)
    return isOpposed ? "reviewed it" : "agrees"
  }

  /// The replies to a mark, and to these replies, from top to bottom; those in open layers come last.
  func repliesShown(under id: AnnotationID) -> [Annotation] {
    let own = index.threads.thread(under: id).compactMap { annotations[$0] }
    let beside = ([id] + own.map(\.id)).flatMap { layers?.replies(under: $0) ?? [] }
    return own + beside.filter { annotations[$0.id] == nil }
  }
}
