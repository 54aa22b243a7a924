// The quotations of the article against their sources, over the whole screen: a list above, the story and the
// source of the one under the cursor below. The reader beneath makes the marks.

import ArticleModel
import Interface
import Screen
import Verification

/// The list of the quotations and what sources say to them.
package struct QuotationSheet: Surface {
  package var stage: Stage
  /// Its cursor and its filter.
  package private(set) var list = FilteredList(at: 0)
  /// Which of them are listed.
  private(set) var narrowing = Narrowing.all
  /// Which of the places of the one under the cursor is shown.
  private(set) var place = 0

  /// Which quotations are listed.
  enum Narrowing: String, CaseIterable {
    case all, toLookAt = "to look at", notTaken = "not taken yet"
  }

  /// The place in the article at which the list begins, until the cursor is moved; the answers may come later.
  private var start: ByteOffset?

  /// A list with the cursor on the quotation at a place, or on the next one.
  init(on stage: Stage, at start: ByteOffset) { (self.stage, self.start) = (stage, start) }

  package var context: KeyContext { list.isTyping ? .prompt : .quotations }
  package var whereabouts: String { "in the list of quotations and their sources" }

  package var bindings: [Binding] {
    if list.isTyping { return Binding.filtering(all: "all of them") }
    return [Binding].footer(
      [
        (.takeAnswer, "take"), (.open, "open the source"), (.down, "next"),
        (.nextField, "other place"), (.setStatus, "other verdict"), (.narrow, "show only"),
        (.nameSources, "sources"), (.undo, "undo"),
      ],
      [(.help, "help"), (.quit, "back")]
    ).with(Self.table)
  }

  private static let table: [Binding] =
    [
      Binding(.takeAnswer), Binding(.open, "open the source at these words; q leads back here"),
      Binding(.setStatus, "give a verdict of your own, with the source as evidence"),
      Binding(.nextField, "the next place in the sources"),
      Binding(.previousField, "the place before"),
      Binding(.narrow, "show only those to look at, those not taken yet, or all"),
      Binding(.search, "filter the quotations by words"), Binding(.nameSources),
      Binding(.focusArticle, "to the quotation in the article"), Binding(.undo), Binding(.redo),
      Binding(.checkQuotations, "look again: sources or story may have changed"),
    ] + ListMotion.actions
    + [.quit, .quitProgram, .cancel, .help, .command, .redraw, .suspend].map { Binding($0) }

  /// What can be done in the list.
  package static let help = HelpSection(KeyContext.quotations.title ?? "", table, in: .quotations)

  // MARK: What is listed

  /// The numbers of the answers that are listed, in the order of the text.
  func shown(of reader: ReaderState) -> [Int] {
    let answers = reader.quotationCheck.answers
    let listed = answers.indices.filter { number in
      switch narrowing {
      case .all: true
      case .toLookAt: answers[number].isProblem
      case .notTaken:
        answers[number].canBeTaken && reader.verdictMark(on: answers[number].quotation) == nil
      }
    }
    return list.shown(of: listed.count) { reader.searchedText(of: answers[listed[$0]]) }
      .map { listed[$0] }
  }

  /// The number of the answer under the cursor; nil when none is listed.
  func current(of reader: ReaderState) -> Int? {
    let shown = shown(of: reader)
    return shown.isEmpty ? nil : shown[cursor(among: shown, of: reader)]
  }

  /// The row under the cursor, among the quotations that are listed.
  func cursor(among shown: [Int], of reader: ReaderState) -> Int {
    let last = max(shown.count - 1, 0)
    guard let start else { return min(list.cursor, last) }
    let answers = reader.quotationCheck.answers
    return shown.firstIndex { answers[$0].quotation.extent.end > start } ?? last
  }

  /// How many rows the list has.
  func listRows(entries: Int) -> Int {
    QuotationSheetPlan(rows: size.rows.value, columns: size.columns, entries: entries).list.size
      .rows
      .value
  }

  // MARK: Keys

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    guard let reader = neighbours.beneath(ReaderState.self) else {
      close()
      return []
    }
    if list.isTyping {
      list.performWhileTyping(action)
      place = 0
      return []
    }
    let shown = shown(of: reader)
    if start != nil, !shown.isEmpty {
      list.move(to: cursor(among: shown, of: reader), of: shown.count)
      start = nil
    }
    if list.move(action, count: count, page: listRows(entries: shown.count), entries: shown.count) {
      place = 0
      return []
    }
    if performOnList(action, reader, shown) { return [] }
    guard let number = current(of: reader) else {
      message = .warning("There is no quotation here")
      return []
    }
    performOnQuotation(action, number, reader, shown)
    return []
  }

  /// Does what needs no quotation; false for other actions.
  private mutating func performOnList(
    _ action: Action, _ reader: ReaderState, _ shown: [Int]
  ) -> Bool {
    switch action {
    case .narrow: narrow(reader)
    case .search: list.beginTyping()
    case .nameSources: tell(.chosen(SourceStep.nameSources))
    case .checkQuotations: tell(.chosen(SourceStep.lookAgain))
    case .undo, .redo: tell(.chosen(SourceStep.history(action)))
    case .cancel where list.dropFilter(): place = 0
    case .cancel where narrowing != .all: (narrowing, place) = (.all, 0)
    case .quitProgram: tell(.run(.quitProgram))
    case .quit, .cancel: close()
    default: return false
    }
    return true
  }

  private mutating func performOnQuotation(
    _ action: Action, _ number: Int, _ reader: ReaderState, _ shown: [Int]
  ) {
    let places = reader.quotationCheck.answer(number)?.matches.count ?? 0
    switch action {
    case .takeAnswer: take(number, reader, shown)
    case .setStatus: tell(.chosen(SourceStep.pickVerdict(number, place: place)))
    case .open: tell(.chosen(SourceStep.openSource(number, place: place)))
    case .focusArticle: close(.chosen(SourceStep.showStory(number)))
    case .nextField, .previousField: goThroughPlaces(action == .nextField ? 1 : -1, of: places)
    default: close()
    }
  }

  /// Takes the answer and goes on to the next quotation that has no verdict.
  private mutating func take(_ number: Int, _ reader: ReaderState, _ shown: [Int]) {
    tell(.chosen(SourceStep.take(number, place: place)))
    guard reader.readOnlyReason == nil else { return }
    let answers = reader.quotationCheck.answers
    let here = shown.firstIndex(of: number) ?? 0
    let order = Array(shown.indices.dropFirst(here + 1)) + Array(shown.indices.prefix(here))
    let next = order.first {
      let answer = answers[shown[$0]]
      return answer.canBeTaken && reader.verdictMark(on: answer.quotation) == nil
    }
    place = 0
    // In a list of those not taken yet, the next one takes the place of this one.
    if narrowing != .notTaken, let next { list.move(to: next, of: shown.count) }
  }

  private mutating func goThroughPlaces(_ step: Int, of places: Int) {
    guard places > 1 else {
      message = Message("There is no other place")
      return
    }
    place = (place + step + places) % places
  }

  private mutating func narrow(_ reader: ReaderState) {
    let all = Narrowing.allCases
    let next = ((all.firstIndex(of: narrowing) ?? 0) + 1) % all.count
    let here = current(of: reader) ?? 0
    narrowing = all[next]
    let listed = shown(of: reader)
    list.move(to: listed.firstIndex { $0 >= here } ?? listed.count - 1, of: listed.count)
    place = 0
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    list.type(text)
    place = 0
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    QuotationSheetView(sheet: self, state: reader).draw(into: &frame)
  }
}

/// What the reader does for the list of quotations.
package enum SourceStep: Choice {
  /// The answer of a number is taken, from one of its places.
  case take(Int, place: Int)
  /// A verdict is chosen for it.
  case pickVerdict(Int, place: Int)
  /// Its source is opened.
  case openSource(Int, place: Int)
  /// The quotation is shown in the article.
  case showStory(Int)
  /// Sources are named.
  case nameSources
  /// The sources are searched again.
  case lookAgain
  /// Undo or redo.
  case history(Action)
}
