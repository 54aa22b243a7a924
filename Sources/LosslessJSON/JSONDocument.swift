// A JSON text that was read: its bytes, untouched, and the values in them. JSONRevision changes it.

/// A JSON text and its values. Nothing of the text is lost: white space, escapes, digits, the order of
/// members and doubled members can all be read from it.
public struct JSONDocument: Sendable {
  /// Arrays and objects may be nested this deep; deeper texts are refused.
  public static let deepestNesting = 512

  let source: JSONSource

  /// Reads a text, which must follow RFC 8259; a byte-order mark is passed over.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    source = try JSONSource(bytes)
  }

  /// The text.
  public var bytes: [UInt8] { source.bytes }

  /// The value that the text is.
  public var root: JSONNode { JSONNode(source: source, index: 0) }
}

/// The text and the records of its values; a class so that nodes share it. `@unchecked Sendable` because
/// the records, whose memory it owns, are not written any more.
@usableFromInline
final class JSONSource: @unchecked Sendable {
  let bytes: [UInt8]
  let records: JSONRecords

  init(_ bytes: [UInt8]) throws(JSONError) {
    self.bytes = bytes
    records = try bytes.withUnsafeBufferPointer { text throws(JSONError) in
      try JSONScanner.records(of: text)
    }
  }

  deinit { records.deallocate() }
}
