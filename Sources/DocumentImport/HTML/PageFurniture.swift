// What outlets put between the paragraphs of an article: "Advertisement", "Read more: …", "Share this". Their
// elements have no names that tell, so their words have to.

import ArticleModel

/// Tells blocks that belong to the page from those that belong to its article.
enum PageFurniture {
  /// What a block is to the article around it.
  enum Role {
    /// Part of the article.
    case content
    /// Part of the page.
    case furniture
    /// Part of the page, and the heading of links to other articles.
    case leadIn
    /// Who made the picture beside it.
    case credit
  }

  /// Links to other articles are no longer, in bytes.
  private static let longestLink = 240
  /// A line of rights is no longer, in bytes.
  private static let longestRights = 400
  /// In a line of rights, the sign is among the first characters.
  private static let furthestSign = 3
  /// A picture credit is no longer, in bytes.
  private static let longestCredit = 80
  /// A line with the source of a picture has no more words.
  private static let mostWordsOfSource = 8
  /// The share of a block that has to be a link for an opening such as "Read more" to count.
  private static let mostlyLink = 0.5

  /// What a block is; strings are made of those alone that may be something else than content.
  /// - Parameter linked: how many bytes of the block are words of links.
  static func role(of block: ArraySlice<UInt8>, linked: Int) -> Role {
    let length = block.count
    if length <= longestRights, mayStateRights(block),
      isLineOfRights(String(decoding: block, as: UTF8.self))
    {
      return .furniture
    }
    let isMostlyLink = Double(linked) >= mostlyLink * Double(length)
    guard length <= PageNotice.longest || length <= longestLink && isMostlyLink else {
      return .content
    }
    let text = String(decoding: block, as: UTF8.self)
    let words = plain(text)
    if Phrases.leadIns.contains(words) { return .leadIn }
    if Phrases.whole.contains(words) || PageNotice.isOne(text, words) { return .furniture }
    if isMostlyLink, Phrases.opens(words) { return .furniture }
    return length <= longestCredit && isCredit(text) ? .credit : .content
  }

  /// Whether a block says when the article was written or changed, and nothing else.
  static func isDateline(_ block: ArraySlice<UInt8>) -> Bool {
    guard block.count <= CreditLine.longest, block.contains(where: { $0 &- 0x30 < 10 }) else {
      return false
    }
    let text = String(decoding: block, as: UTF8.self)
    return DateWords.areAll(text.split { $0.isWhitespace })
  }

  /// Whether "©", "(c)" or "Copyright" may be near the beginning.
  private static func mayStateRights(_ block: ArraySlice<UInt8>) -> Bool {
    block.prefix(4).contains { $0 == 0xC2 || $0 | 0x20 == UInt8(ascii: "c") }
  }

  /// A text in small letters, without signs and blanks at its ends.
  private static func plain(_ text: String) -> String {
    let isSign = { (character: Character) in !character.isLetter && !character.isNumber }
    let start = text.drop(while: isSign)
    let end = start.lastIndex { !isSign($0) }
    return end.map { start[...$0].lowercased() } ?? ""
  }

  /// "© 2026 The Harbour Post. All rights reserved.", and the same in other languages.
  private static func isLineOfRights(_ text: String) -> Bool {
    let words = text.lowercased()
    guard let first = words.firstIndex(where: { $0 == "©" || $0 == "c" }),
      words.distance(from: words.startIndex, to: first) <= furthestSign
    else { return false }
    let isClaim =
      words.contains("©") || words.contains("copyright 1") || words.contains("copyright 2")
    return isClaim && Phrases.rights.contains { words.contains($0) }
  }

  /// "© Jane Roe", "Jane Roe/Getty Images": nothing but who made a picture.
  private static func isCredit(_ text: String) -> Bool {
    guard let last = text.last, last.isLetter || last == ")" else { return false }
    if text.hasPrefix("©") || Phrases.agencies.contains(text) { return true }
    if Phrases.sources.contains(where: { text.hasPrefix($0) }) {
      return text.split(separator: " ").count <= mostWordsOfSource
    }
    return text.contains("/") && Phrases.agencies.contains { text.hasSuffix($0) }
  }
}
