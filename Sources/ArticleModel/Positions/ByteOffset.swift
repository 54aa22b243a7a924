// Positions in memory are UTF-8 byte offsets; their type keeps them apart from code points and columns.

/// A position in an article's text, counted in UTF-8 bytes from its start.
public struct ByteOffset: Hashable, Comparable, Sendable {
  /// The number of bytes before the position.
  public var value: Int

  /// Makes the position after `value` bytes.
  public init(_ value: Int) { self.value = value }

  /// The start of a text.
  public static let zero = ByteOffset(0)

  /// Reading order.
  public static func < (a: ByteOffset, b: ByteOffset) -> Bool { a.value < b.value }

  /// The position `bytes` further on.
  public static func + (offset: ByteOffset, bytes: Int) -> ByteOffset {
    ByteOffset(offset.value + bytes)
  }

  /// The position `bytes` further back.
  public static func - (offset: ByteOffset, bytes: Int) -> ByteOffset {
    ByteOffset(offset.value - bytes)
  }

  /// How many bytes lie between two positions.
  public static func - (a: ByteOffset, b: ByteOffset) -> Int { a.value - b.value }
}
