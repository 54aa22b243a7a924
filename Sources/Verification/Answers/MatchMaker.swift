// What there is to know of a place in a source: page, moment, speaker, what stands around it.

import ArticleModel

/// Describes stretches of a source.
struct MatchMaker {
  let article: Article
  let source: Int
  let landmarks: SourceLandmarks

  /// So many bytes are shown on either side of a stretch.
  private static let context = 160

  /// A stretch as a match; how it differs is still to be said.
  func match(
    _ span: TextSpan, _ outcome: QuotationOutcome, _ changes: [MeaningChange]
  ) -> SourceMatch {
    let text = article.text
    let turn = article.structure.turn(at: span.start).map { article.structure.turns[$0] }
    return SourceMatch(
      outcome: outcome, meaningChanges: changes, source: source, span: span,
      codePoints: text.codePointSpan(of: span), line: line(of: span.start),
      page: page(at: span.start), milliseconds: moment(at: span.start, turn),
      speaker: turn?.speaker, text: text.string(in: span), before: before(span),
      after: after(span), compared: [], score: 0, parts: [span])
  }

  private func line(of place: ByteOffset) -> Int {
    article.text.withBytes { landmarks.line(of: place.value, in: $0) }
  }

  private func page(at place: ByteOffset) -> String? {
    article.structure.page(at: place) ?? landmarks.page(before: place).map(String.init)
  }

  private func moment(at place: ByteOffset, _ turn: TranscriptTurn?) -> Int? {
    let landmark = landmarks.moment(before: place)
    guard let turn, let start = turn.start else { return landmark?.milliseconds }
    guard let landmark, landmark.place >= turn.span.start else { return start }
    return landmark.milliseconds
  }

  private func before(_ span: TextSpan) -> String {
    let start = span.start - Self.context
    let words = article.text.string(in: TextSpan(start, span.start))
    return (start > .zero ? String(words.drop { !$0.isWhitespace }) : words).joinedLines
  }

  private func after(_ span: TextSpan) -> String {
    let end = span.end + Self.context
    let words = article.text.string(in: TextSpan(span.end, end))
    guard end < article.text.end else { return words.joinedLines }
    return words.lastIndex(where: \.isWhitespace).map { String(words[..<$0]) }?.joinedLines ?? ""
  }
}
