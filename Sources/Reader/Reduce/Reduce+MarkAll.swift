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
    guard span.count <= Self.longestWords else {
      message = .warning("These words are too long to search for")
      return []
    }
    let words = article.text.string(in: article.text.trimmed(span))
    guard words.contains(where: { $0.isLetter || $0.isNumber }),
      let pattern = try? TextPattern(words: words, isWord: true)
    else {
      message = .warning("Select the words to mark wherever they occur")
      return []
    }
    let found = pattern.matches(
      in: article.text, within: article.text.span, limit: Self.mostOccurrences)
    guard !found.isEmpty else {
      message = .warning("These words occur nowhere as whole words")
      return []
    }
    open(OccurrenceList(on: stage, words: words, found.map(occurrence), at: span.start))
    return queue.isPlural ? [.desk(.findElsewhere(words))] : []
  }

  /// An occurrence with the words around it; one that is marked already is not ticked.
  private func occurrence(at span: TextSpan) -> Occurrence {
    let marks = index.entries(in: span).filter { $0.span.count <= 4 * span.count }
    let mark = marks.first.flatMap { annotations[$0.id] }.map(title(of:))
    return Occurrence(
      at: span, in: article.text, sentence: sentence(at: span.start) ?? span, mark: mark)
  }

  /// Makes a mark of each passage; one undo takes all of them back.
  mutating func addMarks(
    _ kind: AnnotationKind, _ spans: [TextSpan], elsewhere: [PlaceElsewhere],
    term: TermReference?, _ complete: (inout Annotation) -> Void
  ) -> [Effect] {
    var marks: [Annotation] = []
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
      marks.append(mark)
    }
    lastMark = (kind, term)
    clearSelection()
    let name = term.map(label(of:)) ?? kind.rawValue
    let effects = apply(
      Change("marked \(counted(spans.count, "place")): \(name)", marks.map(Edit.insert)))
    guard let first = marks.first, !elsewhere.isEmpty else { return effects }
    return effects + [.desk(.markElsewhere(first, elsewhere))]
  }

  /// Makes marks that are nothing without words, with the same words for all.
  mutating func addShared(
    _ kind: AnnotationKind, _ subject: MarkSubject, note: String
  ) -> [Effect] {
    let note = note[...].trimmed
    if note.isEmpty, kind.row.isNothingWithoutWords {
      message = .warning("An empty note is not kept")
      return []
    }
    return addMark(kind, subject, thenNote: false) { $0.note = note }
  }
}
