// What came of fetching a page again, in a line.

import Archive
import ArticleModel

/// A page that was fetched again.
struct Refreshing {
  /// What has changed, and where the earlier copy is.
  let remark: String

  /// Compares the copy that was there with the one that took its place, and the articles in them, as far as
  /// each holds one.
  init(_ old: ArchivedCopy, _ new: ArchivedCopy, before: Article?, after: Article?) {
    let moved =
      old.record.address == new.record.address ? "" : "; the page is now at \(new.record.address)"
    if old.record.digest == new.record.digest {
      remark = "the page has not changed since \(CopyAge(old.record.fetched).day)\(moved)"
      return
    }
    let kept = "; the earlier copy is kept"
    guard let before, let after else {
      remark = "the page has changed\(kept)\(moved)"
      return
    }
    let changes = ParagraphChanges(from: before.paragraphs, to: after.paragraphs)
    let found = changes.summary.map { "the text has changed: \($0)" }
    remark = (found ?? "the article is the same, but the page around it has changed") + kept + moved
  }
}

extension Article {
  /// The words of each block.
  fileprivate var paragraphs: [String] { blocks.map { text.string(in: $0.span) } }
}
