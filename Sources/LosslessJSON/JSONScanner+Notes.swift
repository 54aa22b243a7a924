// The notes that the scanner takes for a document: where each value of a text starts and ends.

/// Where a value stands in its text. Records lie in the order of the text: a container before what it
/// holds, a member's name before its value.
struct JSONRecord {
  let kind: JSONKind
  /// Whether a string holds a backslash.
  let hasEscapes: Bool
  let start: UInt32
  var end: UInt32
  /// The index of the first record after this value and all that it holds.
  var next: UInt32
}

extension JSONScanner {
  /// Few texts have more than one value or name in so many bytes. A list that grows is copied, while pages of a
  /// large one that nothing is written to take no memory.
  private static let bytesPerValue = 8

  /// Scans a whole text; the caller gives the records back.
  static func records(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONRecords {
    var scanner = JSONScanner(bytes)
    scanner.records = JSONRecords(capacity: bytes.count / bytesPerValue)
    do throws(JSONError) {
      guard bytes.count < Int(UInt32.max) else { throw scanner.error(.tooLong) }
      _ = try scanner.skipValue()
      try scanner.finish()
    } catch {
      scanner.records?.deallocate()
      throw error
    }
    return scanner.records ?? JSONRecords(capacity: 0)
  }

  /// Notes a value that holds no other and ends at the cursor.
  @inline(__always)
  mutating func note(_ kind: JSONKind, from start: Int, hasEscapes: Bool = false) {
    guard let count = records?.count else { return }
    records?.append(
      JSONRecord(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: at), next: UInt32(truncatingIfNeeded: count + 1)))
  }

  /// Notes that a container begins at the cursor, within so many others; returns its record's number.
  @inline(__always)
  mutating func noteContainer(_ kind: JSONKind, depth: Int) throws(JSONError) -> Int {
    guard depth < JSONDocument.deepestNesting else { throw error(.tooDeep) }
    note(kind, from: at)
    return (records?.count ?? 1) - 1
  }

  /// Notes that the container of that record ends at the cursor.
  @inline(__always)
  mutating func noteEnd(of container: Int) {
    guard let records else { return }
    var record = records[container]
    record.end = UInt32(truncatingIfNeeded: at)
    record.next = UInt32(truncatingIfNeeded: records.count)
    records[container] = record
  }
}
