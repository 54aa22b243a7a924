// What there is to know of a place in a source: page, moment, speaker, what stands around it.

import ArticleModel

/// Describes stretches of a source.
struct MatchMaker {
  let article: Article
  let source: Int

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
      after: after(span), difference: [], score: 0, parts: [span])
  }

  private func line(of place: ByteOffset) -> Int {
    article.text.withBytes { bytes in
      bytes[..<place.value].reduce(into: 1) { line, byte in
        if byte == UInt8(ascii: "\n") { line += 1 }
      }
    }
  }

  private func page(at place: ByteOffset) -> String? {
    if let page = article.structure.page(at: place) { return page }
    return last(of: article.structure.landmarks, before: place, \.page).map { String($0.value) }
  }

  private func moment(at place: ByteOffset, _ turn: TranscriptTurn?) -> Int? {
    let landmark = last(of: article.structure.landmarks, before: place, \.milliseconds)
    guard let turn, let start = turn.start else { return landmark?.value }
    guard let landmark, landmark.place >= turn.span.start else { return start }
    return landmark.value
  }

  /// What the last landmark before a place says. Of landmarks of one sort, as in a recording, none of another
  /// sort is looked for further back than this many.
  private func last(
    of landmarks: [TextLandmark], before place: ByteOffset, _ fact: KeyPath<TextLandmark, Int?>
  ) -> (value: Int, place: ByteOffset)? {
    let next = landmarks.partitionPoint { $0.place > place }
    for landmark in landmarks[..<next].suffix(Self.nearLandmarks).reversed() {
      if let value = landmark[keyPath: fact] { return (value, landmark.place) }
    }
    return nil
  }

  private static let nearLandmarks = 64

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
