// What stands out in the visible text, in the order in which it is laid over it.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// A stretch of text with the style that is laid over it.
struct Highlight: Equatable {
  var span: TextSpan
  var style: Style
}

/// All highlights of the visible part of the article.
struct Highlights {
  /// The quotations that are visible.
  let quotations: [Quotation]
  /// All of them, in the order in which they are laid over the text.
  let all: [Highlight]

  init(state: ReaderState, visible: TextSpan) {
    let theme = state.theme
    let findings = state.findings
    let analysis = findings?.analysis
    quotations = (findings?.quotations.values(overlapping: visible) ?? []).compactMap {
      analysis?.quotations[$0]
    }
    let active = state.quotationAtCaret.flatMap { analysis?.quotations[$0] }
    var found: [Highlight] = []
    func add(_ span: TextSpan?, _ style: Style) {
      if let span, span.overlaps(visible) { found.append(Highlight(span: span, style: style)) }
    }
    for link in state.links(at: visible) { add(link.span, theme[.linked]) }
    for quotation in quotations {
      let role: Role = quotation.form == .direct ? .direct : .indirect
      let isOwned = quotation.speaker != nil
      let voice = isOwned ? Style(state.color(of: quotation)) : theme[.ownerless]
      let style = theme[role].overlaid(by: voice)
      for span in quotation.spans {
        add(span, quotation == active ? style.overlaid(by: theme[.activeQuotation]) : style)
      }
      add(quotation.cue, theme[.cue])
      add(quotation.mention, theme[.speaker])
    }
    for person in findings?.persons.values(overlapping: visible) ?? [] {
      add(analysis?.persons[person].span, theme[.speaker])
    }
    for location in findings?.locations.values(overlapping: visible) ?? [] {
      add(analysis?.locations[location].span, theme[.place])
    }
    if let mention = active?.mention { add(mention, theme[.activeSpeaker]) }
    for span in state.layers?.spans(overlapping: visible) ?? [] { add(span, theme[.layered]) }
    for entry in state.index.entries(in: visible) { add(entry.span, theme[.annotation]) }
    if let pattern = state.search?.pattern {
      for match in pattern.matches(in: state.article.text, within: visible, limit: 1000) {
        add(match, theme[.match])
      }
    }
    add(state.shownSelection, theme[.selection])
    all = found
  }

  /// Those that share a byte with a line, in order.
  func overlapping(_ span: TextSpan) -> [Highlight] { all.filter { $0.span.overlaps(span) } }
}

extension ReaderState {
  /// What is shown as selected: the selection, or what a menu or picker over the article is about to mark.
  var shownSelection: TextSpan? {
    if let menu = above as? MarkMenu { return menu.subject.span ?? selectedSpan }
    if let picker = above as? Picker { return (picker.purpose as? PickerPurpose)?.span }
    if let prompt = above as? Prompt {
      return (prompt.question as? ReaderQuestion)?.span ?? selectedSpan
    }
    return selectedSpan
  }
}

extension MarkSubject {
  /// The words that are to be marked; nil for the whole article.
  fileprivate var span: TextSpan? {
    if case .passage(let span) = self { span } else { nil }
  }
}

extension PickerPurpose {
  fileprivate var span: TextSpan? {
    switch self {
    case .mark(_, let subject), .pack(let subject), .stance(_, .newMark(let subject)),
      .stance(_, .claim(let subject)), .assess(let subject):
      subject.span
    case .quotation(let draft): draft.extent
    case .missed(let span): span
    default: nil
    }
  }
}

extension ReaderQuestion {
  fileprivate var span: TextSpan? {
    switch self {
    case .tags(let subject), .evidence(.newMark(let subject)), .evidence(.claim(let subject)):
      subject.span
    default: nil
    }
  }
}
