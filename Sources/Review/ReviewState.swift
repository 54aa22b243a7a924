// All that a review is at a moment: the list of marks across articles, and what is done with it.

import Corpus
import ArticleModel
import Interface
import Screen

/// The state of a review.
package struct ReviewState: Surface {
  // What is reviewed
  /// The articles with their marks, by their sidecars' paths, in the order in which they were found.
  package var articles: [AnnotatedArticle] = []
  /// Whose words the marks are about, as far as somebody has looked.
  package var speakers: [MarkKey: String] = [:]
  /// What was answered to marks.
  package var replies: [MarkKey: [Annotation]] = [:]
  /// The marks as they are listed.
  package var list = ReviewList()
  /// How the looking for sidecars goes.
  package var progress = Progress.looking(done: 0, found: 0)

  // How it is shown
  /// The size of the screen.
  package var size = Size(rows: 24, columns: 80)
  /// The line of the list that the cursor is on.
  package var cursor = 0
  /// The line at the top.
  package var top = 0
  /// The marks that are selected for the next operation.
  package var chosen: Set<MarkKey> = []

  // What is going on
  /// What lies over the list.
  package var overlay: ReviewOverlay?
  /// What is being written.
  package var writing: ReviewWriting?
  /// What the reviewer is told.
  package var message: Message?
  /// Keys that are the beginning of a sequence, and the count before them.
  package var keys = KeyReading()
  /// Changes that undo takes back, and those that redo brings back; the latest last.
  package var past: [[SidecarChange]] = []
  package var future: [[SidecarChange]] = []
  /// What the filter was before the one that is being typed.
  package var filterBefore = ""
  /// The filter as it was typed.
  package var filterText = ""

  // What was configured
  package let keymap: Keymap
  package let theme: Theme
  package let shelf: TaxonomyShelf
  package let author: Creator?
  package let clock: @Sendable () -> Timestamp
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
    /// The conditions on marks, as they are typed.
    package var filter = ""
    /// How the list is sorted.
    package var order = ReviewOrder.place
    /// What it is grouped by.
    package var grouping = ReviewGrouping.none
    /// The keys.
    package var keymap = Keymap.standard
    /// The packs of terms.
    package var shelf = TaxonomyShelf([])
    /// How things look.
    package var theme = Theme.terminal
    /// Who reviews.
    package var author: Creator?
    /// Where the moment comes from.
    package var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup.
    package init() {}
  }

  /// Begins a review without a mark yet.
  /// - Throws: when the filter cannot be read.
  package init(_ setup: Setup) throws(FilterError) {
    title = setup.title
    keymap = setup.keymap
    theme = setup.theme
    shelf = setup.shelf
    author = setup.author
    clock = setup.clock
    list.filter = try AnnotationFilter(parsing: setup.filter)
    filterText = setup.filter
    list.order = setup.order
    list.grouping = setup.grouping
  }

  /// The mark under the cursor; nil on the name of a group and in an empty list.
  package var current: ReviewEntry? { list.entry(at: cursor) }

  /// The marks that the next operation is done to: those selected, or the one under the cursor.
  package var targets: [ReviewEntry] {
    if chosen.isEmpty { return current.map { [$0] } ?? [] }
    return list.entries.filter { chosen.contains($0.key) }
  }

  /// The article that a mark is in.
  package func article(of entry: ReviewEntry) -> AnnotatedArticle? {
    articles.first { $0.sidecarPath == entry.row.sidecarPath }
  }
}

extension ReviewState {
  /// How the screen is divided now.
  package var plan: ListPlan { ListPlan(size: size, isWriting: writing != nil) }

  /// The first row below what is read.
  package var bodyEnd: Row { plan.rule ?? plan.status }
}

/// What may lie over the list of a review.
package enum ReviewOverlay {
  /// A choice of status, verdict, order or grouping.
  case picker(Picker)
  /// A line to type.
  case prompt(ReviewPrompt)
  /// Help, from its row `top` on.
  case help(top: Int)
  /// A page of text, from its row `top` on.
  case page(title: String, lines: [String], top: Int)
}

/// A line that is typed at the foot of a review.
package struct ReviewPrompt {
  /// What the line is for.
  package enum Purpose: Hashable {
    case filter, command
    /// Tags to put on marks; those with a minus before them are taken off.
    case tags([MarkKey])
  }

  /// What the line is for.
  package var purpose: Purpose
  /// What has been typed.
  package var text = EditableText()

  /// What stands before the line.
  package var label: String {
    switch purpose {
    case .filter: "/"
    case .command: ":"
    case .tags: "tags: "
    }
  }
}

/// A note or an answer that is being written.
package struct ReviewWriting {
  /// What becomes of the text.
  package enum Purpose: Hashable {
    case note, reply
  }

  /// What becomes of the text.
  package var purpose: Purpose
  /// The marks that it is for.
  package var marks: [MarkKey]
  /// The text as it stands.
  package var text: EditableText
}

/// What a review asks.
package enum ReviewQuestion: Question {
  /// A choice of status, verdict, order or grouping.
  case pick
}
