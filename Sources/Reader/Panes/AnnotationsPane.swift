// The pane of the marks: those on the whole article, then in the order of the text, then the lost ones.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension Pane {
  /// The marks.
  package static let annotations = Pane(AnnotationsPane.self)
}

struct AnnotationsPane: PaneDescription {
  let name = "annotations"
  let title = "ANNOTATIONS"
  let focusAction: Action? = .focusAnnotations
  let listsMarks = true
  let hints: [(Action, String)] = [
    (.editNote, "note"), (.setStatus, "status"), (.delete, "delete"),
  ]

  let sortings: [PaneSorting] = [
    .own("order of the text"),
    PaneSorting("kind") { entry, state in
      mark(entry, in: state).flatMap { AnnotationKind.allCases.firstIndex(of: $0.kind) } ?? 0
    },
    PaneSorting("status") { entry, state in
      mark(entry, in: state).flatMap { AnnotationStatus.allCases.firstIndex(of: $0.status) } ?? 0
    },
    PaneSorting("time, the latest first", isReversed: true) {
      (mark($0, in: $1)?.modified).placeInTime
    },
  ]
  let grouping = PaneGrouping("kind") { mark($0, in: $1)?.kind.rawValue ?? "" }

  private static func mark(_ entry: Int, in state: ReaderState) -> Annotation? {
    state.annotations[state.annotationEntries[entry]]
  }

  func mark(of entry: Int, in state: ReaderState) -> Annotation? { Self.mark(entry, in: state) }

  func count(in state: ReaderState) -> Int { state.annotationEntries.count }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let mark = Self.mark(entry, in: state) else { return "" }
    let parts = [
      mark.kind.rawValue, state.title(of: mark), mark.status.label, mark.note,
      state.quote(of: mark) ?? "", mark.creator?.name ?? "", mark.isPrivate ? "private" : "",
    ]
    return (parts + mark.tags).joined(separator: " ")
  }

  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    state.anchors[state.annotationEntries[entry]]?.lazy.compactMap(\.span).map(\.start).min()
  }

  func entryAtCaret(in state: ReaderState) -> Int? {
    state.currentAnnotation.flatMap { state.annotationEntries.firstIndex(of: $0.id) }
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let number = count(in: state)
    return PaneContent(
      summary: summary(in: state), count: number,
      entry: { Self.mark($0, in: state).map { entry($0, in: state) } ?? PaneEntry(left: []) },
      whenEmpty: "no marks yet · \(state.hint(for: .mark)) makes the first")
  }

  private func entry(_ mark: Annotation, in state: ReaderState) -> PaneEntry {
    if mark.kind == .reply { return reply(mark, in: state) }
    let letter = "\(sign(of: mark, in: state))\(state.gutterLetter(of: mark)) "
    let words = state.quote(of: mark).map(\.quoted) ?? "whole article"
    let several = mark.targets.count > 1 ? " · \(mark.targets.count) places" : ""
    let status = mark.status == .open ? [] : [Segment(mark.status.label, .paneDetail)]
    return PaneEntry(
      left: [
        Segment(letter, .mark), Segment(state.title(of: mark) + several),
        Segment("  \(words)", .paneDetail),
      ],
      right: whose(mark, in: state) + status + visibility(of: mark, in: state),
      details: questions(about: mark, in: state) + story(of: mark, in: state) + details(of: mark),
      below: mark.note.isEmpty ? [] : [mark.note], hang: Column(letter.count))
  }

  /// That a mark is for nobody else.
  private func visibility(of mark: Annotation, in state: ReaderState) -> [Segment] {
    guard mark.isPrivate else { return [] }
    let isFirst = mark.status == .open && state.hand(of: mark) == nil
    return [Segment(isFirst ? "private" : " · private", .paneDetail)]
  }

  func sign(of entry: Int, in state: ReaderState) -> Sign? {
    Self.mark(entry, in: state).map { state.sign(of: $0) }
  }

  private func sign(of mark: Annotation, in state: ReaderState) -> String {
    let sign = state.sign(of: mark)
    if sign == .colleague, let initial = state.initial(of: mark) { return String(initial) }
    return String(sign.looks.prefix(1))
  }

  /// What the reader is asked to settle.
  private func questions(about mark: Annotation, in state: ReaderState) -> [String] {
    let index = state.index
    var questions: [String] = []
    if index.conflicts.contains(mark.id) {
      let (keep, drop) = (state.hint(for: .acceptFinding), state.hint(for: .delete))
      questions.append("two versions · \(keep) keeps this one, \(drop) drops it")
    }
    if index.orphans.contains(mark.id) {
      let isAmbiguous = index.ambiguous.contains(mark.id)
      let why = isAmbiguous ? "its words occur in several places" : "its words are not in the text"
      questions.append("\(why) · \(state.hint(for: .resize)) attaches it")
    } else if index.uncertain.contains(mark.id) {
      let accept = state.hint(for: .acceptFinding)
      let changes = state.anchors[mark.id]?.compactMap(\.change) ?? []
      questions += changes.map { "\($0.summary) changed · \(accept) keeps the mark" }
      questions += changes.map { "now: \($0.excerpt(words: 2))" }
      if changes.isEmpty { questions.append("perhaps here · \(accept) confirms the place") }
    }
    return questions
  }

  private func details(of mark: Annotation) -> [String] {
    let evidence = mark.evidence.map { "\($0.stance?.rawValue ?? "evidence"): \($0.addressOrName)" }
    let confirmed = mark.confirmations.map { "\($0.told): \($0.words.onOneLine.quoted)" }
    return evidence + (mark.voice.map { [Self.voice($0)] } ?? []) + confirmed
  }

  /// Whose words the mark is about, in words.
  private static func voice(_ name: String) -> String {
    name == Voice.outletName ? "in the article’s own words" : "in the words of \(name)"
  }
}
