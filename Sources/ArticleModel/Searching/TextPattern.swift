// Searching an article: regular expressions with smart case, on the bytes of the text.

import CRegex

/// Why a pattern cannot be searched for.
public struct TextPatternError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and where, in one line.
  public let description: String
}

/// A regular expression (PCRE2 syntax) with smart case: one without capitals matches capitals too.
///
/// A class because it owns the compiled expression. Not `Sendable`: matching writes to it.
public final class TextPattern {
  /// The expression as it was typed.
  public let source: String
  private let regex: OpaquePointer

  /// Compiles an expression.
  public init(_ source: String) throws(TextPatternError) {
    var fault = 0
    var message = [CChar](repeating: 0, count: 200)
    let ignoresCase = !Self.names(source, \.isUppercase)
    let compiled = Array(source.utf8).withUnsafeBufferPointer { pattern in
      cregex_compile(
        pattern.baseAddress, pattern.count, ignoresCase ? 1 : 0, &fault, &message, message.count)
    }
    guard let compiled else {
      let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let reason = String(decoding: bytes, as: UTF8.self)
      throw TextPatternError(description: "“\(source)” at character \(fault + 1): \(reason)")
    }
    self.source = source
    regex = compiled
  }

  deinit { cregex_free(regex) }

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
    text.withBytes { bytes in
      let span = text.clamp(span)
      var length = min(span.end.value + Self.reach, bytes.count)
      while length < bytes.count, bytes[length].isUTF8Continuation { length += 1 }
      var from = span.start.value
      var (start, end) = (0, 0)
      while from < span.end.value {
        guard cregex_find(regex, bytes.baseAddress, length, from, &start, &end) == 1,
          start < span.end.value
        else { return nil }
        if end > start { return TextSpan(start..<end) }
        from = end + 1
        while from < bytes.count, bytes[from].isUTF8Continuation { from += 1 }
      }
      return nil
    }
  }

  /// The matches that begin in a span, in order, at most `limit`.
  public func matches(in text: ArticleText, within span: TextSpan, limit: Int) -> [TextSpan] {
    var matches: [TextSpan] = []
    var from = span.start
    while matches.count < limit,
      let match = firstMatch(in: text, within: TextSpan(from, span.end))
    {
      matches.append(match)
      from = match.end
    }
    return matches
  }
}
