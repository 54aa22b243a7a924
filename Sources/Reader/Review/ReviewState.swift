// All that a review is at a moment: the list of marks across articles, and what is done with it.

import AnnotationReview
import ArticleModel
import Screen

/// The state of a review.
public struct ReviewState: Surface {
  // What is reviewed
  /// The articles with their marks, by their sidecars' paths, in the order in which they were found.
  var articles: [AnnotatedArticle] = []
  /// Whose words the marks are about, as far as somebody has looked.
  var speakers: [MarkKey: String] = [:]
  /// What was answered to marks.
  var replies: [MarkKey: [Annotation]] = [:]
  /// The marks as they are listed.
  var list = ReviewList()
  /// How the looking for sidecars goes.
  var progress = Progress.looking(done: 0, found: 0)

  // How it is shown
  /// The size of the screen.
  var size = Size(rows: 24, columns: 80)
  /// The line of the list that the cursor is on.
  var cursor = 0
  /// The line at the top.
  var top = 0
  /// The marks that are selected for the next operation.
  var chosen: Set<MarkKey> = []

  // What is going on
  /// What lies over the list.
  var overlay: ReviewOverlay?
  /// What is being written.
  var writing: ReviewWriting?
  /// What the reviewer is told.
  var message: Message?
  /// Keys that are the beginning of a sequence, and the count before them.
  var keys = KeyReading()
  /// Changes that undo takes back, and those that redo brings back; the latest last.
  var past: [[SidecarChange]] = []
  var future: [[SidecarChange]] = []
  /// What the filter was before the one that is being typed.
  var filterBefore = ""
  /// The filter as it was typed.
  var filterText = ""

  // What was configured
  let keymap: Keymap
  let theme: Theme
  let shelf: TaxonomyShelf
  let author: Creator?
  let clock: @Sendable () -> Timestamp
  /// What is reviewed, in words.
  let title: String

  /// How the looking for sidecars goes.
  enum Progress: Hashable {
    case looking(done: Int, found: Int)
    case finished
    case stopped
  }

  /// What a review starts with.
  public struct Setup {
    /// What is reviewed, in words: the paths that were named.
    public var title = ""
    /// The conditions on marks, as they are typed.
    public var filter = ""
    /// How the list is sorted.
    public var order = ReviewOrder.place
    /// What it is grouped by.
    public var grouping = ReviewGrouping.none
    /// The keys.
    public var keymap = Keymap.standard
    /// The packs of terms.
    public var shelf = TaxonomyShelf([])
    /// How things look.
    public var theme = Theme.terminal
    /// Who reviews.
    public var author: Creator?
    /// Where the moment comes from.
    public var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup.
    public init() {}
  }

  /// Begins a review without a mark yet.
  /// - Throws: when the filter cannot be read.
  public init(_ setup: Setup) throws(FilterError) {
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
  var current: ReviewEntry? { list.entry(at: cursor) }

  /// The marks that the next operation is done to: those selected, or the one under the cursor.
  var targets: [ReviewEntry] {
    if chosen.isEmpty { return current.map { [$0] } ?? [] }
    return list.entries.filter { chosen.contains($0.key) }
  }

  /// The article that a mark is in.
  func article(of entry: ReviewEntry) -> AnnotatedArticle? {
    articles.first { $0.sidecarPath == entry.row.sidecarPath }
  }
}

/// What may lie over the list of a review.
enum ReviewOverlay {
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
struct ReviewPrompt {
  /// What the line is for.
  enum Purpose: Hashable {
    case filter, command
    /// Tags to put on marks; those with a minus before them are taken off.
    case tags([MarkKey])
  }

  /// What the line is for.
  var purpose: Purpose
  /// What has been typed.
  var text = EditableText()

  /// What stands before the line.
  var label: String {
    switch purpose {
    case .filter: "/"
    case .command: ":"
    case .tags: "tags: "
    }
  }
}

/// A note or an answer that is being written.
struct ReviewWriting {
  /// What becomes of the text.
  enum Purpose: Hashable {
    case note, reply
  }

  /// What becomes of the text.
  var purpose: Purpose
  /// The marks that it is for.
  var marks: [MarkKey]
  /// The text as it stands.
  var text: EditableText
}
