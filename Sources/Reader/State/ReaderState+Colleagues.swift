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
    let replies = index.threads.thread(under: annotation.id).count
    let reviews = index.reviews[annotation.id] ?? []
    let work = annotation.assignee.map { ["for \($0.name)"] } ?? []
    let parts =
      work + (replies == 0 ? [] : [counted(replies, "reply", plural: "replies")])
      + reviews.compactMap { review in
        review.judgement.map {
          "\(review.creator?.name ?? "somebody") \($0 == .agrees ? "agrees" : "disagrees")"
        }
      }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
