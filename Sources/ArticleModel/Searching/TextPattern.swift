// Searching an article: regular expressions with smart case, on the bytes of the text.

import CRegex
import CUnicode

/// Why a pattern cannot be searched for.
public struct TextPatternError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and where, in one line.
  public let description: String
}

/// A regular expression (PCRE2 syntax) with smart case: one without capitals matches capitals too. What
/// stands for itself in it is found as it is shown, however the text writes it (`ShownWords`).
///
/// A class because it owns the compiled expression. Not `Sendable`: matching writes to it.
public final class TextPattern {
  /// The expression as it was typed.
  public let source: String
  /// The expression for text without ligatures and full-width forms, which is several times as fast.
  private let plain: OpaquePointer
  private let expression: String?
  private let ignoresCase: Bool
  /// The expression for text with them, compiled when there is some.
  private var full: OpaquePointer?

  /// Compiles an expression.
  public init(_ source: String) throws(TextPatternError) {
    self.source = source
    let ignoresCase = !Self.names(source, \.isUppercase)
    self.ignoresCase = ignoresCase
    let typed = try Self.compiled(source, ignoresCase)
    let shown = ShownPattern.expression(
      source, ignoringCase: ignoresCase, presentationForms: false)
    guard let shown, let regex = try? Self.compiled(shown, ignoresCase) else {
      (plain, expression) = (typed, nil)
      return
    }
    cregex_free(typed)
    plain = regex
    expression = ShownPattern.expression(source, ignoringCase: ignoresCase)
  }

  /// Takes words that stand for themselves; with `isWord` they stand for whole words.
  public init(words: String, isWord: Bool = false) throws(TextPatternError) {
    source = words
    let ignoresCase = !words.contains(where: \.isUppercase)
    self.ignoresCase = ignoresCase
    let (before, after) = isWord ? (ShownPattern.noWordBefore, ShownPattern.noWordBehind) : ("", "")
    func expression(_ presentationForms: Bool) -> String {
      let words = ShownWords(
        words, ignoringCase: ignoresCase, presentationForms: presentationForms)
      return before + words.expression(isEnd: true) + after
    }
    plain = try Self.compiled(expression(false), ignoresCase)
    self.expression = expression(true)
  }

  /// The expression that finds everything in some bytes.
  private func regex(for bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> OpaquePointer {
    guard let expression, !range.isEmpty, let base = bytes.baseAddress,
      cunicode_find_first(base + range.lowerBound, range.count, 0xEF) >= 0
    else { return plain }
    let regex = full ?? (try? Self.compiled(expression, ignoresCase))
    full = regex
    return regex ?? plain
  }

  private static func compiled(
    _ expression: String, _ ignoresCase: Bool
  ) throws(TextPatternError) -> OpaquePointer {
    var fault = 0
    var message = [CChar](repeating: 0, count: 200)
    let compiled = Array(expression.utf8).withUnsafeBufferPointer { pattern in
      cregex_compile(
        pattern.baseAddress, pattern.count, ignoresCase ? 1 : 0, &fault, &message, message.count)
    }
    if let compiled { return compiled }
    let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let reason = String(decoding: bytes, as: UTF8.self)
    throw TextPatternError(description: "“\(expression)” at character \(fault + 1): \(reason)")
  }

  deinit {
    cregex_free(plain)
    cregex_free(full)
  }

  /// Whether a letter that stands for itself has a property; those behind a backslash are commands.
  private static func names(_ source: String, _ property: (Character) -> Bool) -> Bool {
    var isEscaped = false
    for character in source {
      if property(character), !isEscaped { return true }
      isEscaped = character == "\\" && !isEscaped
    }
    return false
  }

  /// The first match at or after `offset` that is not empty; nil when there is none.
  public func firstMatch(in text: ArticleText, from offset: ByteOffset) -> TextSpan? {
    firstMatch(in: text, within: TextSpan(offset, text.end))
  }

  /// A match may reach so many bytes beyond the stretch that it has to begin in.
  private static let reach = 65_536

  /// The first match that begins in a span and is not empty; nil when there is none. Takes time in
  /// proportion to the span, however long the text is; of what lies behind it 64 KB are looked at.
  public func firstMatch(in text: ArticleText, within span: TextSpan) -> TextSpan? {
    matches(in: text, within: span, limit: 1).first
  }

  /// The matches that begin in a span, in order, at most `limit`.
  public func matches(in text: ArticleText, within span: TextSpan, limit: Int) -> [TextSpan] {
    text.withBytes { bytes in
      let span = text.clamp(span)
      var length = min(span.end.value + Self.reach, bytes.count)
      while length < bytes.count, bytes[length].isUTF8Continuation { length += 1 }
      let regex = regex(for: bytes, span.start.value..<length)
      var matches: [TextSpan] = []
      // PCRE2 takes it on trust that a search begins between code points.
      var from = span.start.value
      while from < bytes.count, bytes[from].isUTF8Continuation { from += 1 }
      var (start, end) = (0, 0)
      while matches.count < limit, from < span.end.value,
        cregex_find(regex, bytes.baseAddress, length, from, &start, &end) == 1,
        start < span.end.value
      {
        if end > start {
          let match = whole(TextSpan(start..<end), in: text, bytes)
          matches.append(match)
          from = match.end.value
        } else {
          from = end + 1
          while from < bytes.count, bytes[from].isUTF8Continuation { from += 1 }
        }
      }
      return matches
    }
  }

  /// A match with the whole of the characters that it begins and ends in.
  private func whole(
    _ match: TextSpan, in text: ArticleText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> TextSpan {
    let (start, end) = (match.start.value, match.end.value)
    let isPlain = bytes[start] < 0x80 && (end == bytes.count || bytes[end] < 0x80)
    return isPlain ? match : text.roundedToGraphemes(match)
  }
}
