// Where two elements of a line meet without a blank: "<span>Ana Reis</span><span>Rome editor</span>".

import CHTML

/// The seam between what was read of a line and what comes next.
struct WordSeam {
  /// Elements that pages set side by side, and whose distance their styles make.
  static let tags = TagSet(
    GUMBO_TAG_SPAN, GUMBO_TAG_A, GUMBO_TAG_TIME, GUMBO_TAG_SMALL, GUMBO_TAG_CITE, GUMBO_TAG_LABEL)

  /// Whether one of them ended here, and whether one began.
  var closes = false
  var opens = false

  /// So many bytes before the seam say whether a single letter stands there.
  private static let outlook = 16

  /// Whether what stands before the seam and behind it are words of their own. A single letter is the
  /// initial of a word, and small letters go on with one.
  func parts(_ before: ArraySlice<UInt8>, _ after: UnsafeBufferPointer<UInt8>) -> Bool {
    guard closes, opens, let last = before.last, !InlineText.isBlank(last),
      let first = after.first, !InlineText.isBlank(first)
    else { return false }
    let head = String(decoding: after.prefix(Self.outlook), as: UTF8.self)
    let word =
      String(decoding: before.suffix(Self.outlook), as: UTF8.self)
      .split(separator: " ").last ?? ""
    return Self.part(word, head)
  }

  private static func part(_ word: Substring, _ head: String) -> Bool {
    guard let last = word.last, let next = head.first,
      word.count(where: { $0.isLetter || $0.isNumber }) > 1
    else { return false }
    if last.isNumber { return next.isUppercase || isUnjoined(next) }
    guard last.isLetter else { return false }
    if next.isNumber { return true }
    let isInCapitals = last.isUppercase && head.dropFirst().first?.isLowercase != true
    return next.isUppercase && !isInCapitals
  }

  /// Whether a letter is one of Hebrew or Arabic, which have no capitals.
  private static func isUnjoined(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x0590...0x08FF).contains($0.value) } == true
      && character.isLetter
  }
}
