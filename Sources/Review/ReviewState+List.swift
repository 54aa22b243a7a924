// The list of a review: filling it, moving in it, filtering, sorting, grouping and selecting.

import ArticleModel
import Corpus
import Interface
import Screen

extension ReviewState {
  // MARK: Filling

  /// Takes in articles: new ones, or others in the place of those that were there. New ones cost what
  /// they bring, whatever the list has already.
  package mutating func add(_ articles: [AnnotatedArticle]) {
    let known = self.articles.entries.count
    var areNew = true
    for article in articles where !self.articles.insert(article) { areNew = false }
    if areNew {
      listing { [entries = entries(from: known)] in $0.append(entries) }
    } else {
      refill()
    }
  }

  /// Makes the list anew; the cursor stays on its mark.
  package mutating func refill() {
    listing { [entries = entries(from: 0)] in $0.replace(entries) }
  }

  /// The entries of the articles from a place on.
  private func entries(from place: Int) -> [ReviewEntry] {
    articles.entries[place...].flatMap(\.rows).map { row in
      let key = MarkKey(sidecar: row.sidecarPath, id: row.id)
      return ReviewEntry(row, speaker: speakers[key] ?? row.annotation.statedVoice ?? "")
    }
  }

  private mutating func listing(_ change: (inout ReviewList) -> Void) {
    let held = current?.key
    let wasEmpty = list.lines.isEmpty
    change(&list)
    // The first mark comes before the name of its group.
    if wasEmpty, list.grouping != .none, list.lines.count > 1 { cursor = 1 }
    keepCursor(on: held)
  }

  /// Puts the cursor on a mark; where it is not listed, the cursor stays where it stood.
  package mutating func keepCursor(on key: MarkKey?) {
    if let key, current?.key != key, let line = list.line(of: key) { cursor = line }
    followCursor()
  }

  /// Keeps the cursor in the list, and the list's window around the cursor.
  package mutating func followCursor() {
    cursor = min(max(cursor, 0), max(list.lines.count - 1, 0))
    let rows = max(plan.list.size.rows.value, 1)
    top = min(max(top, cursor - rows + 1), cursor)
    // The name of the first group is seen with its first mark.
    if cursor == 1, top == 1, list.grouping != .none { top = 0 }
    top = max(min(top, list.lines.count - rows), 0)
  }

  // MARK: Moving

  /// Moves the cursor; false when the action is none of moving.
  package mutating func move(_ action: Action, count: Int) -> Bool {
    let rows = plan.list.size.rows.value
    let line = ListMotion.line(
      action, from: cursor, count: count, page: rows, last: list.lines.count - 1)
    if let line { cursor = line }
    switch action {
    case _ where line != nil: break
    case .nextParagraph: jump(1) { if case .group = $0 { true } else { false } }
    case .previousParagraph: jump(-1) { if case .group = $0 { true } else { false } }
    case .nextAnnotation: jump(1) { _ in true }
    case .previousAnnotation: jump(-1) { _ in true }
    case .nextUnreviewed: jumpToEntry(1) { !$0.row.isReviewed }
    case .previousUnreviewed: jumpToEntry(-1) { !$0.row.isReviewed }
    case .nextOrphan: jumpToEntry(1) { $0.row.state == .orphan }
    case .previousOrphan: jumpToEntry(-1) { $0.row.state == .orphan }
    default: return false
    }
    followCursor()
    return true
  }

  private mutating func jumpToEntry(_ step: Int, _ isWanted: (ReviewEntry) -> Bool) {
    let entries = list.entries
    jump(step) { line in
      if case .entry(let index) = line { isWanted(entries[index]) } else { false }
    }
  }

  private mutating func jump(_ step: Int, _ isWanted: (ReviewList.Line) -> Bool) {
    var line = cursor + step
    while list.lines.indices.contains(line) {
      if isWanted(list.lines[line]) {
        cursor = line
        return
      }
      line += step
    }
    message = .warning("There are no more \(step > 0 ? "below" : "above")")
  }

  // MARK: Arranging

  /// Filters, sorts, groups, folds or selects; nil for other actions.
  package mutating func arrange(_ action: Action) -> [Effect]? {
    switch action {
    case .search, .searchBackward: askForFilter()
    case .sort: pickOrder()
    case .group: pickGrouping()
    case .toggleFold: toggleFold()
    case .selectCharacters: chooseHere()
    case .selectSentences: chooseAll()
    default: return nil
    }
    return []
  }

  private mutating func askForFilter() {
    let question = ReviewQuestion.filter(before: filterText)
    open(Prompt(question, on: stage, label: "/", hint: "", text: filterText))
  }

  private mutating func pickOrder() {
    let entries = ReviewOrder.allCases.map {
      Picker.Entry(
        value: $0, key: $0.key, label: $0.label, group: "sort by", explanation: "")
    }
    openPicker("order", entries, held: list.order)
  }

  private mutating func pickGrouping() {
    let entries = ReviewGrouping.allCases.map {
      Picker.Entry(
        value: $0, key: $0.key, label: $0 == .none ? "nothing" : $0.rawValue,
        group: "group by", explanation: "")
    }
    openPicker("groups", entries, held: list.grouping)
  }

  private mutating func openPicker(
    _ title: String, _ entries: [Picker.Entry], held: some Choice
  ) {
    let picker = Picker(on: stage, title: title, purpose: ReviewQuestion.pick, entries: entries)
    open(picker.holding { AnyHashable($0) == AnyHashable(held) })
  }

  private mutating func toggleFold() {
    guard let group = list.group(at: cursor) else { return }
    if list.folded.remove(group) == nil { list.folded.insert(group) }
    cursor = list.line(ofGroup: group) ?? cursor
    followCursor()
  }

  /// Selects the mark under the cursor and goes to the next; on the name of a group, all of the group.
  private mutating func chooseHere() {
    if let current {
      toggle([current.key])
    } else if let group = list.group(at: cursor) {
      toggle(list.members(of: group).map(\.key))
    }
    _ = move(.down, count: 1)
  }

  private mutating func chooseAll() { toggle(list.shown.map(\.key)) }

  /// Selects marks; when all of them are selected already, none of them any more.
  private mutating func toggle(_ keys: [MarkKey]) {
    if chosen.isSuperset(of: keys) { chosen.subtract(keys) } else { chosen.formUnion(keys) }
  }

  /// Lists the marks that meet the conditions; says so when these cannot be read.
  package mutating func setFilter(_ text: String) {
    do throws(FilterError) {
      var filter = try AnnotationFilter(parsing: text)
      filter.reader = author
      let held = current?.key
      list.filter = filter
      filterText = text
      keepCursor(on: held)
      message = nil
    } catch {
      message = .warning(error.description)
    }
  }
}
