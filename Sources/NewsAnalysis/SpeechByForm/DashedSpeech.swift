// Speech between dashes, as French and Spanish set dialogues: "—No vamos a parar —dijo Ana Ruiz—. El plan sigue."

import ArticleModel

/// Reads paragraphs that begin with a dash.
struct DashedSpeech {
  let segment: Segment
  let words: WordTypes
  let phrases: NounPhrases

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// The attribution that a whole paragraph is; nil when it does not begin with a dash.
  func attribution(of paragraph: TokenRange) -> Attribution? {
    guard words.language.opensSpeechWithDash, paragraph.count > 3,
      let first = opening(in: paragraph)
    else { return nil }
    var attribution = Attribution(contents: [], confidence: 0.8)
    attribution.isTurn = true
    var start = first + 1
    for end in first + 2..<paragraph.upperBound + 1 {
      let isEnd = end == paragraph.upperBound
      guard isEnd || breaks(at: end, from: start) else { continue }
      add(start..<end, to: &attribution)
      start = isEnd ? end : end + 1
    }
    if attribution.source == nil { attribution.voice = .nobody }
    return attribution.contents.isEmpty ? nil : attribution
  }

  /// The dash that opens speech: at the beginning of a paragraph, or right before a word behind a sentence.
  private func opening(in paragraph: TokenRange) -> Int? {
    if let first = paragraph.first, type(first).mark?.isDash == true { return first }
    return paragraph.dropFirst().dropLast(3).first { index in
      type(index).mark == .emDash && segment.tokens[index].isSpaced
        && !segment.tokens[index + 1].isSpaced
        && type(index - 1).mark?.endsSentence == true
    }
  }

  /// A dash, or the comma before "a déclaré NAME".
  private func breaks(at index: Int, from start: Int) -> Bool {
    guard let mark = type(index).mark else { return false }
    if mark.isDash { return true }
    return mark == .comma && index > start && cue(at: index + 1) != nil
  }

  private func add(_ piece: TokenRange, to attribution: inout Attribution) {
    if !attribution.contents.isEmpty, attribution.source == nil, let cue = cue(at: piece.lowerBound)
    {
      attribution.cue = cue
      attribution.source = source(behind: cue, before: piece.upperBound)
      return rest(of: piece, behind: attribution.source ?? cue, to: &attribution)
    }
    let spoken = trimmed(piece)
    if !spoken.isEmpty { attribution.contents.append(spoken) }
  }

  /// What follows the introduction in its piece, behind the end of the sentence.
  private func rest(
    of piece: TokenRange, behind source: TokenRange, to attribution: inout Attribution
  ) {
    let end = (source.upperBound..<max(piece.upperBound, source.upperBound)).first {
      type($0).mark?.endsSentence == true
    }
    guard let end, end + 2 < piece.upperBound else { return }
    attribution.contents.append(end + 1..<piece.upperBound)
  }

  private func trimmed(_ piece: TokenRange) -> TokenRange {
    let first = piece.first { segment.tokens[$0].kind != .mark } ?? piece.upperBound
    return first..<piece.upperBound
  }

  /// A verb of saying at the beginning of a piece, with its auxiliary.
  private func cue(at start: Int) -> TokenRange? {
    for index in start..<min(start + 4, segment.tokens.count) {
      let type = type(index)
      if type.traits.contains(.speechVerb) { return start..<index + 1 }
      if isAttachedToDash(start), type.traits.isEmpty, type.roles.isEmpty, type.mark == nil {
        return start..<index + 1
      }
      guard !type.traits.isDisjoint(with: [.auxiliary, .pronoun, .adverb]) || type.mark == .hyphen
      else { return nil }
    }
    return nil
  }

  /// "—se queja Ibarra—": a dash with a blank before it and none behind it.
  private func isAttachedToDash(_ index: Int) -> Bool {
    index > 0 && type(index - 1).mark == .emDash && segment.tokens[index - 1].isSpaced
      && !segment.tokens[index].isSpaced
  }

  private func source(behind cue: TokenRange, before limit: Int) -> TokenRange? {
    var at = cue.upperBound
    while at < min(limit, cue.upperBound + 4) {
      if phrases.isPronoun(type(at)) { return at..<at + 1 }
      guard type(at).mark == .hyphen || type(at).traits.contains(.adverb) else { break }
      at += 1
    }
    return cue.first { phrases.isPronoun(type($0)) }.map { $0..<$0 + 1 }
      ?? phrases.source(at: at, before: limit)
  }
}
