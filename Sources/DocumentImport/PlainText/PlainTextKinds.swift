// What tells a headline, a subheading and a caption from a paragraph in plain text.

import ArticleModel

/// Reads the kind of a paragraph off its own words and its place.
struct PlainTextKinds {
  let text: ArticleText
  let span: TextSpan

  /// A headline or subheading is no longer than this many bytes.
  private static let longestHeading = 200
  private static let longestSubheading = 90
  /// A caption is no longer than this many bytes.
  private static let longestCaption = 1024
  /// Whether anything follows is looked for no further than this many bytes on.
  private static let outlook = 4096

  /// What the paragraph is.
  var kind: Block.Kind {
    if isCaption { return .caption }
    if let credit { return credit }
    guard span.count <= Self.longestHeading, isOneLine, !endsLikeSentence else { return .paragraph }
    if isFirst { return hasMore ? .headline : .paragraph }
    return span.count <= Self.longestSubheading && hasMore && startsLikeHeading
      ? .subheading : .paragraph
  }

  /// A byline or a line with a date, which stand near the beginning; the names of those who reported and
  /// edited also at the end.
  private var credit: Block.Kind? {
    guard span.start.value < Self.top || text.count - span.end.value < Self.bottom,
      span.start != .zero, span.count <= CreditLine.longest, isOneLine,
      text.withBytes({ CreditLine.mayBeOne($0[span.range]) })
    else { return nil }
    return CreditLine.kind(of: text.string(in: span))
  }

  /// Credits stand within so many bytes of the beginning, or of the end.
  private static let top = 3072
  private static let bottom = 512

  private var isFirst: Bool { text.trimmed(TextSpan(.zero, span.start)).isEmpty }

  private var hasMore: Bool {
    !text.trimmed(TextSpan(span.end, min(span.end + Self.outlook, text.end))).isEmpty
  }

  private var isCaption: Bool {
    if hasPictureCredit { return true }
    guard span.count <= Self.longestCaption,
      text.withBytes({ CaptionLabels.mayBegin($0[span.range].prefix(40)) })
    else {
      return false
    }
    let head = text.string(in: TextSpan(span.start, min(span.start + 40, span.end)))
    guard let colon = head.firstIndex(of: ":") else { return false }
    return CaptionLabels.all.contains(head[..<colon].lowercased())
  }

  /// Whether it ends with whom a picture is from: "(AP Photo/Ana Reyes)", "… via Getty Images".
  private var hasPictureCredit: Bool {
    guard span.count <= Self.longestCaption, span.count > 12 else { return false }
    guard text.withBytes({ CaptionLabels.mayEndWithCredit($0[span.range].suffix(60)) }) else {
      return false
    }
    return CaptionLabels.endsWithCredit(
      text.string(in: TextSpan(max(span.start, span.end - 60), span.end)))
  }

  private var isOneLine: Bool { text.withBytes { !$0[span.range].contains(0x0A) } }

  /// Whether the last character is one that ends a sentence, a list item's lead-in or a quotation.
  private var endsLikeSentence: Bool {
    // Most blocks end with a letter or a period, which needs no string.
    switch text[span.end - 1] ?? 0 {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return false
    default: break
    }
    let tail = text.string(in: TextSpan(max(span.start, span.end - 12), span.end))
    guard let last = tail.last(where: { !Self.closers.contains($0) }) else { return true }
    if last == "?" || last == "!" { return tail.last != last }
    return Self.ends.contains(last)
  }

  /// What may stand behind the end of a sentence, and what ends one or leads on.
  private static let closers: Set<Character> = [
    ")", "]", "\u{201D}", "\u{2019}", "\"", "'", "»", "*",
  ]
  private static let ends: Set<Character> = [".", "…", ":", ";", ",", "—"]

  private var startsLikeHeading: Bool {
    let head = text.string(in: TextSpan(span.start, min(span.start + 8, span.end)))
    guard let first = head.first else { return false }
    return first.isUppercase || first.isNumber
      || ["\u{201C}", "\u{2018}", "\"", "'"].contains(first)
  }
}
