// What is wrong with a JSON text, and where.

/// Why a text is not JSON, or not JSON that can be used.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Something else was expected at this place.
    case expected(String)
    /// The text ends within a value.
    case unexpectedEnd
    /// The value is followed by something else than white space.
    case textAfterValue
    /// A string holds a control character that should be escaped.
    case controlCharacter
    /// A backslash is followed by something that is no escape.
    case invalidEscape
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// Arrays and objects are nested deeper than `JSONDocument.deepestNesting`.
    case tooDeep
    /// The text is longer than four gigabytes.
    case tooLong
    /// A string holds half of a surrogate pair, which no Unicode text can.
    case loneSurrogate
    /// An object names a member twice, and nobody can tell which one counts.
    case repeatedMember(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The byte, counted from 0.
  public let offset: Int
  /// The line, counted from 1.
  public let line: Int
  /// The column in code points, counted from 1.
  public let column: Int

  /// Describes the error at a byte of a text.
  init(_ reason: Reason, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.reason = reason
    self.offset = min(max(offset, 0), bytes.count)
    let before = bytes.prefix(self.offset)
    line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    column = before[lineStart...].count { !$0.continuesCodePoint } + 1
  }

  /// `line 3, column 7: a comma or "}" was expected`.
  public var description: String { "line \(line), column \(column): \(explanation)" }

  private var explanation: String {
    switch reason {
    case .expected(let what): "\(what) was expected"
    case .unexpectedEnd: "the text ends too early"
    case .textAfterValue: "there is text after the end of the value"
    case .controlCharacter: "a string contains a control character that is not escaped"
    case .invalidEscape: "the backslash is not followed by an escape that JSON knows"
    case .invalidUTF8: "the bytes are not UTF-8"
    case .tooDeep: "more than \(JSONDocument.deepestNesting) levels of nesting"
    case .tooLong: "the text is longer than 4 GB"
    case .loneSurrogate: "a string contains half of a surrogate pair"
    case .repeatedMember(let name): "\"\(name)\" is there twice"
    }
  }
}
