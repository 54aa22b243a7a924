// The time at which an entry of a live blog was written: "14:32 GMT", "13.05:", "2:15 pm –".

import ArticleModel

/// Tells times before paragraphs.
struct TimeStamp {
  let segment: Segment
  let words: WordTypes

  /// Where the words behind the time start; nil when a paragraph begins otherwise, or is a time alone.
  func end(in paragraph: TokenRange) -> Int? {
    guard let first = paragraph.first, segment.tokens[first].kind == .number, isClock(first) else {
      return nil
    }
    var at = first + 1
    while at < min(first + 4, paragraph.upperBound), isZoneOrMark(at) { at += 1 }
    guard at < paragraph.upperBound else { return nil }
    let type = words[segment.tokens[at]]
    let isNext = type.traits.contains(.capitalised) || segment.tokens[at].kind == .quotationMark
    return isNext ? at : nil
  }

  /// "14:32", "9.05"
  private func isClock(_ index: Int) -> Bool {
    let text = segment.string(of: index..<index + 1)
    let parts = text.split { $0 == ":" || $0 == "." }
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else {
      return false
    }
    return (0..<25).contains(hour) && (0..<60).contains(minute) && parts[1].count == 2
  }

  private func isZoneOrMark(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    let type = words[token]
    if token.kind == .mark {
      return type.mark == .colon || type.mark?.isDash == true || type.mark == .hyphen
    }
    let length = token.end - token.start
    if type.traits.contains(.allCapitals) {
      return length <= 4 && type.traits.isDisjoint(with: .pronoun)
    }
    return type.traits.isDisjoint(with: .capitalised) && length <= 4
      && words.language.layout.hours.contains(type.lowerHash)
  }
}
