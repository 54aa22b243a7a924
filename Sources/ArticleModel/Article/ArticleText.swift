// The text of an article: one immutable UTF-8 buffer, mapped from a file or held in memory.

#if canImport(Glibc)
  import Glibc
#endif
import Synchronization

/// The text that all offsets of an article refer to: valid UTF-8, LF line ends, no byte-order mark.
///
/// A class because it owns memory that spans, views and background work share; `@unchecked Sendable`
/// because that memory is never written after `init`.
public final class ArticleText: @unchecked Sendable {
  @usableFromInline let buffer: UnsafeBufferPointer<UInt8>
  private let release: (@Sendable () -> Void)?
  private let detaching: (@Sendable () -> Void)?
  private let check: Mutex<(@Sendable () -> Bool)?>
  private let codePointIndex = Mutex<CodePointIndex?>(nil)
  private let knownDigest = Mutex<Digest?>(nil)

  /// Copies `bytes`, which must be valid UTF-8.
  public init<Bytes: Collection>(utf8 bytes: Bytes) where Bytes.Element == UInt8 {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = copy.initialize(from: bytes)
    buffer = UnsafeBufferPointer(start: copy.baseAddress, count: bytes.count)
    nonisolated(unsafe) let owned = copy
    release = { owned.deallocate() }
    detaching = nil
    check = Mutex(nil)
  }

  /// Copies a string.
  public convenience init(_ string: String) { self.init(utf8: string.utf8) }

  /// Takes over memory of somebody else's, such as a mapped file; `release` gives it back, and `detach`
  /// makes it independent of the file. `check` says whether it is what a text has to be, where only its
  /// beginning is known to be that.
  public init(
    adopting memory: UnsafeBufferPointer<UInt8>, detach: (@Sendable () -> Void)? = nil,
    check: (@Sendable () -> Bool)? = nil, release: @escaping @Sendable () -> Void
  ) {
    buffer = memory
    detaching = detach
    self.check = Mutex(check)
    self.release = release
  }

  deinit { release?() }

  /// Makes the text independent of the file that it was mapped from. To be called once, beside the
  /// reading.
  package func detachFromFile() { detaching?() }

  /// Whether the bytes stand in a file that others may cut or write over until it is detached.
  package var mayBeCut: Bool { detaching != nil }

  /// Whether no more than its beginning is known to be UTF-8 with LF line ends. Nothing may be kept about such a
  /// text before it has passed its check.
  package var awaitsCheck: Bool { check.withLock { $0 != nil } }

  /// Checks what has not been checked; false for a file that has to be decoded, and opened anew for that.
  package func passesCheck() -> Bool {
    check.withLock { check in
      guard let isClean = check, isClean() else { return check == nil }
      check = nil
      return true
    }
  }

  /// Its length in bytes.
  @inlinable public var count: Int { buffer.count }

  /// The position after the last byte.
  public var end: ByteOffset { ByteOffset(buffer.count) }

  /// All of it.
  public var span: TextSpan { TextSpan(.zero, end) }

  /// Gives `body` the bytes; the pointer must not outlive the call.
  @inlinable
  public func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try body(buffer) }
  }

  /// The byte at `offset`; nil outside the text.
  public subscript(offset: ByteOffset) -> UInt8? {
    offset.value >= 0 && offset.value < buffer.count ? buffer[offset.value] : nil
  }

  /// The characters of a span as a string; the span is cut to the text.
  public func string(in span: TextSpan) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: buffer[clamp(span).range]), as: UTF8.self)
  }

  /// The span without what lies outside the text.
  public func clamp(_ span: TextSpan) -> TextSpan {
    TextSpan(clamp(span.start), clamp(span.end))
  }

  /// The offset, moved into the text when it lies outside.
  @inlinable
  public func clamp(_ offset: ByteOffset) -> ByteOffset {
    ByteOffset(min(max(offset.value, 0), buffer.count))
  }

  /// The span without the white space (space, tab, line end) at its ends.
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var (start, end) = (clamp(span).range.lowerBound, clamp(span).range.upperBound)
    let first = start
    while start < end, buffer[start].isASCIIWhitespace { start += 1 }
    if start > first, Self.joinsBlank(at: start, of: buffer) { start -= 1 }
    while end > start, buffer[end - 1].isASCIIWhitespace { end -= 1 }
    return TextSpan(start..<end)
  }

  /// The lines of a span, without their line ends and the indent that all have; blank ones are left out.
  package func lines(of span: TextSpan) -> [TextSpan] {
    let span = clamp(span)
    var (lines, at) = ([TextSpan](), lineStart(at: span.start))
    while at < span.end {
      let line = TextSpan(at, min(lineEnd(from: at), span.end))
      if !trimmed(line).isEmpty { lines.append(line) }
      at = line.end + 1
    }
    let indent = lines.map { trimmed($0).start - $0.start }.min() ?? 0
    return lines.map { TextSpan(max($0.start + indent, span.start), $0.end) }
  }

  /// The digest of its bytes, worked out on first use; each time while the text may change with its file.
  var digest: Digest {
    guard detaching == nil else { return withBytes { Digest(of: $0) } }
    return knownDigest.withLock { known in
      let digest = known ?? withBytes { Digest(of: $0) }
      known = digest
      return digest
    }
  }

  /// Runs `body` on the table of code-point counts, which is made on first use.
  func withCodePointIndex<Result: Sendable>(_ body: (CodePointIndex) -> Result) -> Result {
    codePointIndex.withLock { index in
      let ready = index ?? CodePointIndex(of: buffer)
      index = ready
      return body(ready)
    }
  }
}

extension UInt8 {
  /// Space, tab, line feed, carriage return, vertical tab or form feed.
  @inlinable public var isASCIIWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Whether the byte continues a code point (10xxxxxx) rather than starting one.
  @inlinable public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
