// All that a review is at a moment: the list of marks across articles, and what is done with it.

import ArticleModel
import Corpus
import Interface
import Screen

/// The state of a review.
package struct ReviewState: Surface {
  package var stage: Stage

  // What is reviewed
  /// The articles with their marks, by their sidecars' paths, in the order in which they were found.
  package var articles: MarkedArticles
  /// Whose words the marks are about, as far as somebody has looked.
  package var speakers: [MarkKey: String] = [:]
  /// The marks as they are listed.
  package var list = ReviewList()
  /// How the looking for sidecars goes.
  package var progress = Progress.looking(done: 0, found: 0)

  // How it is shown
  /// The line of the list that the cursor is on.
  package var cursor = 0
  /// The line at the top.
  package var top = 0
  /// The marks that are selected for the next operation.
  package var chosen: Set<MarkKey> = []

  // What is going on
  /// Changes that undo takes back, and those that redo brings back; the latest last.
  package var past: [[SidecarChange]] = []
  package var future: [[SidecarChange]] = []
  /// The filter as it was typed.
  package var filterText = ""
  /// Whether the reviewer has asked once more for what changes a colleague's mark, while that is done.
  var isInsisting = false

  /// What is reviewed, in words.
  package let title: String

  /// How the looking for sidecars goes.
  package enum Progress: Hashable {
    case looking(done: Int, found: Int)
    case finished
    case stopped
  }

  /// What a review starts with.
  package struct Setup {
    /// What is reviewed, in words: the paths that were named.
    package var title = ""
    /// The conditions on marks.
    package var filter = AnnotationFilter()
    /// The conditions as they were typed.
    package var filterText = ""
    /// How the list is sorted.
    package var order = ReviewOrder.place
    /// What it is grouped by.
    package var grouping = ReviewGrouping.none
    /// The usual setup.
    package init() {}
  }

  /// Begins a review without a mark yet.
  package init(_ setup: Setup, on stage: Stage) {
    self.stage = stage
    articles = MarkedArticles(labelledBy: stage.shelf)
    title = setup.title
    list.filter = setup.filter
    list.filter.reader = stage.author
    filterText = setup.filterText
    list.order = setup.order
    list.grouping = setup.grouping
  }

  /// The mark under the cursor; nil on the name of a group and in an empty list.
  package var current: ReviewEntry? { list.entry(at: cursor) }

  /// The marks that the next operation is done to: those selected, or the one under the cursor.
  package var targets: [ReviewEntry] {
    if chosen.isEmpty { return current.map { [$0] } ?? [] }
    return list.entries(of: chosen)
  }

  /// Whether there is a mark for the next operation.
  package var hasTarget: Bool { chosen.isEmpty ? current != nil : list.lists(anyOf: chosen) }

  /// What a mark is called in one or two words: its terms, or its kind.
  func title(of mark: Annotation) -> String {
    stage.shelf.title(mark)
  }

  /// The article that a mark is in.
  package func article(of entry: ReviewEntry) -> AnnotatedArticle? {
    articles[entry.row.sidecarPath]?.article
  }
}

extension ReviewState {
  /// How the screen is divided now.
  var plan: ListPlan { ListPlan(size: size, isWriting: stage.rowsTaken != nil) }

  package var bodyEnd: Row? { plan.rule ?? plan.status }

  package mutating func makeRoom(isNewSize: Bool) { followCursor() }
}
