// Marking all places alike where some words stand: the list of them, and the marks, as one step.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis

extension ReaderState {
  /// More occurrences are not listed.
  static let mostOccurrences = 5000

  /// Lists where the selected words stand in the article, or else the word under the caret.
  mutating func listOccurrences() -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    let span = selectedSpan ?? WordWalk(text: article.text).word(at: caret)
    let words = article.text.string(in: article.text.trimmed(span))
    guard words.contains(where: { $0.isLetter || $0.isNumber }),
      let pattern = try? TextPattern(words: words, isWord: true)
    else {
      message = .warning("Select the words to mark wherever they stand")
      return []
    }
    let found = pattern.matches(
      in: article.text, within: article.text.span, limit: Self.mostOccurrences)
    guard !found.isEmpty else {
      message = .warning("These words stand nowhere as whole words")
      return []
    }
    open(
      OccurrenceList(
        on: stage, words: words.onOneLine, found.map(occurrence), at: span.start))
    return []
  }

  /// An occurrence with the words around it; one that is marked already is not ticked.
  private func occurrence(at span: TextSpan) -> OccurrenceList.Entry {
    let sentence = sentence(at: span.start) ?? span
    func words(_ start: ByteOffset, _ end: ByteOffset) -> String {
      article.text.string(in: TextSpan(start, max(start, end)))
        .map { $0.isNewline ? " " : String($0) }.joined()
    }
    let marks = index.entries(in: span).filter { $0.span.count <= 4 * span.count }
    let mark = marks.first.flatMap { annotations[$0.id] }.map(title(of:))
    return OccurrenceList.Entry(
      span: span, before: words(sentence.start, span.start),
      words: words(span.start, span.end), after: words(span.end, sentence.end), mark: mark)
  }

  /// Makes a mark of each passage; one undo takes all of them back.
  mutating func addMarks(
    _ kind: AnnotationKind, _ spans: [TextSpan], term: TermReference?,
    _ complete: (inout Annotation) -> Void
  ) -> [Effect] {
    var edits: [Edit] = []
    for span in spans {
      let subject = MarkSubject.passage(span)
      var mark = Annotation(
        id: identifiers.annotationID(), kind: kind, targets: [target(of: subject)],
        creator: author, created: clock())
      mark.terms = term.map { [$0] } ?? []
      if kind.row.namesVoice {
        mark.voice = (findings?.voices.voice(of: [span], asWording: true) ?? .outlet).name
      }
      complete(&mark)
      anchors[mark.id] = [anchor(of: subject)]
      edits.append(.insert(mark))
    }
    lastMark = (kind, term)
    clearSelection()
    let name = term.map(label(of:)) ?? kind.rawValue
    return apply(Change("marked \(counted(spans.count, "place")) \(name)", edits))
  }

  /// Makes marks that are nothing without words, with the same words for all.
  mutating func addShared(
    _ kind: AnnotationKind, _ subject: MarkSubject, note: String
  ) -> [Effect] {
    let note = note[...].trimmed
    if note.isEmpty, kind.row.isNothingWithoutWords {
      message = .warning("A note without words is not made")
      return []
    }
    return addMark(kind, subject, thenNote: false) { $0.note = note }
  }
}
