// What the pane of the marks says of people: whose a mark is, what it was before an edit, and the replies
// under it.

import ArticleModel
import Corpus
import Interface
import Screen

extension AnnotationsPane {
  /// "12 · 3 replies   5 not done"; replies are no marks of their own, and plain highlights no work.
  func summary(in state: ReaderState) -> String {
    let replies = state.index.replyCount
    let marks = count(in: state) - replies
    let beside = state.layersBesideInShort.map { [$0] } ?? []
    guard marks + replies > 0 else { return beside.joined() }
    let answered = replies == 0 ? "" : " · \(counted(replies, "reply", plural: "replies"))"
    let unfinished = state.unfinishedMarks.count
    let work = unfinished == 0 ? [] : ["\(unfinished) not done"]
    return (["\(marks)\(answered)"] + work + beside)
      .joined(separator: "   ")
  }

  /// Whose word a mark is, where several people work on the article.
  func whose(_ mark: Annotation, in state: ReaderState) -> [Segment] {
    guard let hand = state.hand(of: mark) else { return [] }
    return [Segment(hand.nameShortened(to: 16), .paneTitle)]
      + (mark.status == .open ? [] : [Segment(" · ", .paneDetail)])
  }

  /// What a mark was before somebody edited it, and what others say of it.
  func story(of mark: Annotation, in state: ReaderState) -> [String] {
    let former = mark.formerWords(state.title(of:)).map { "was: \($0)" }
    let edited = mark.revisions.last.map { revision in
      let when = revision.at.map { ", \($0.description.prefix(10))" } ?? ""
      return ["edited by \(revision.by?.name ?? "nobody named")\(when)"]
    }
    return (edited ?? []) + former + (state.reactions(to: mark).map { [$0] } ?? [])
  }

  /// A reply under what it answers; one that answers nothing any more says so.
  func reply(_ reply: Annotation, in state: ReaderState) -> PaneEntry {
    let depth = state.index.threads.depth(of: reply.id)
    let name = reply.creator?.name ?? "nobody named"
    let note = reply.note.isEmpty ? "(no words yet)" : reply.note.onOneLine
    let indent = String(repeating: "  ", count: max(min(depth, 4) - 1, 0))
    let gone = reply.answeredMark?.toldAsGone ?? "a mark that is gone"
    let lost = depth == 0 ? "to \(gone) · " : ""
    return PaneEntry(
      left: [
        Segment("\(indent)\(depth == 0 ? "R " : " └ ")", .mark), Segment("\(name): ", .paneTitle),
        Segment(lost, .paneDetail), Segment(note),
      ])
  }
}
