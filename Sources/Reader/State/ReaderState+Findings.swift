// What stands under the caret, and what the panes list.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension ReaderState {
  // What every surface has; asked for in general, it is taken from a copy of the whole stage.
  var theme: Theme { stage.theme }
  var size: Size { stage.size }

  /// What the program found; nil until the analysis comes.
  package var analysis: Analysis? { findings?.analysis }

  /// Whether nothing is known yet about what stands under the caret.
  package var isBeyondAnalysis: Bool {
    guard let extent = analysis?.extent else { return true }
    return !extent.contains(caret) && !article.text.span.isEmpty
  }

  /// Whether the caret, or the last row of the screen, is where nothing is known yet.
  package var showsBeyondAnalysis: Bool {
    if isBeyondAnalysis { return true }
    guard !isWhollyAnalysed, let end = analysis?.extent.end else { return false }
    return shownEnd > end
  }

  /// The end of the last row of text on the screen.
  private var shownEnd: ByteOffset {
    let rows = layout.rows(from: top, count: plan.text.size.rows.value)
    return rows.last { $0.line != nil }?.line?.span.end ?? .zero
  }

  /// Whether the program has read the whole article, so that what it says of all of it is true.
  package var isWhollyAnalysed: Bool {
    guard let extent = analysis?.extent else { return false }
    return extent.start == .zero && extent.end >= article.text.end
  }

  /// Whether the article is being read with more care, after which claims, claimants and speakers may be others.
  package var isStillReading: Bool { !isUnaided && found?.awaitsCare == true }

  /// Whether the whole article has been read with as much care as it will be, so that what nobody says in it may be told.
  var isDoneReading: Bool { isWhollyAnalysed && !isStillReading }

  /// Whether an analysis that has come tells more about where the reader is than the one at hand.
  package func wants(_ findings: Findings) -> Bool {
    let extent = findings.analysis.extent
    guard let current = analysis?.extent else { return true }
    if !extent.contains(caret) { return false }
    if isStillReading, !findings.awaitsCare { return true }
    let care = Analyzers.care(of: findings.analysis.origin)
    let currentCare = Analyzers.care(of: analysis?.origin)
    if current.contains(caret), care != currentCare { return care > currentCare }
    if !current.contains(caret) { return true }
    // Of two that know what stands under the caret, the one that knows all of the screen.
    if current.end < shownEnd, extent.end >= shownEnd { return true }
    if current.end >= shownEnd, extent.end < shownEnd { return false }
    return extent.count > current.count
  }

  /// The quotation under the caret, as an index into the analysis; the shortest one when they nest.
  package var quotationAtCaret: Int? {
    guard let findings, let hit = findings.quotations.shortest(at: caret) else { return nil }
    return findings.analysis.quotations[hit].contains(caret) ? hit : nil
  }

  /// The place under the caret, as an index into `Analysis.locations`.
  package var locationAtCaret: Int? { findings?.locations.shortest(at: caret) }

  /// The links in a span.
  package func links(at span: TextSpan) -> ArraySlice<ArticleStructure.Link> {
    article.structure.links(in: span)
  }

  /// The speaker who is mentioned under the caret or whose words are, as an index into the analysis.
  package var speakerAtCaret: Int? {
    guard let findings else { return nil }
    let named = findings.mentions.shortest(at: caret)
    return named ?? quotationAtCaret.flatMap { findings.analysis.quotations[$0].speaker }
  }

  /// The annotation that keys work on: the selected one of the pane that has the keys, otherwise
  /// the shortest under the caret.
  package var currentAnnotation: Annotation? {
    if let pane = focus.pane, pane.description.listsMarks {
      return cursor(of: pane).flatMap { pane.description.mark(of: $0, in: self) }
    }
    let here = index.entries(at: caret)
    let chosen = here.first { $0.id == chosenMark } ?? here.first
    return chosen.flatMap { annotations[$0.id] }
  }

  /// Annotations in the order of the pane.
  package var annotationEntries: [AnnotationID] { index.order }

  /// How many entries a pane has.
  package func entryCount(of pane: Pane) -> Int { pane.description.count(in: self) }

  /// The selected entry of a pane; nil when it has none.
  package func cursor(of pane: Pane) -> Int? {
    guard let cursor = panes.cursors[pane], cursor < entryCount(of: pane), cursor >= 0 else {
      return nil
    }
    return cursor
  }

  /// The selected row of a pane: an entry, or the heading of a group, counted down from -1.
  func rowCursor(of pane: Pane) -> Int? {
    guard let cursor = panes.cursors[pane] else { return nil }
    if let rows = paneRows[pane] { return rows.row(ofCursor: cursor) == nil ? nil : cursor }
    return cursor >= 0 && cursor < entryCount(of: pane) ? cursor : nil
  }

  /// The row of a pane in which its cursor stands; nil when that is not shown.
  func shownRow(of pane: Pane) -> Int? {
    rowCursor(of: pane).flatMap { paneRows[pane] == nil ? $0 : paneRows[pane]?.row(ofCursor: $0) }
  }

  /// What the keys would mark now: the selection, or the sentence under the caret; nil when it is white space
  /// alone.
  package var markedSpan: TextSpan? {
    let span = selectedSpan ?? sentence(at: caret).map { article.text.trimmed($0) }
    return span.flatMap { article.text.trimmed($0).isEmpty ? nil : $0 }
  }

  /// The bytes that are selected; nil while nothing is.
  package var selectedSpan: TextSpan? {
    guard let selection else { return nil }
    let (first, last) = (min(selection.anchor, caret), max(selection.anchor, caret))
    switch selection.unit {
    case .characters:
      return TextSpan(first, article.text.graphemeEnd(after: last))
    case .sentences:
      let start = sentence(at: first)?.start ?? first
      let end = sentence(at: last)?.end ?? article.text.graphemeEnd(after: last)
      return article.text.trimmed(TextSpan(start, end))
    }
  }
}

extension ReaderState {
  /// Takes in what is known of the article before the first screen.
  package mutating func begin(with findings: Findings) {
    found = findings
    applyCorrections(isNewlyFound: true)
    syncPanes()
  }
}
