// Members that an object names twice. Where such an object counts it is refused, for nobody can tell which
// of the two is meant; where it is only kept, it is kept as it is.

extension JSONNode {
  /// The name of a member that the object has twice, whatever its escapes; nil when all differ, and for
  /// other kinds.
  package var repeatedMember: String? { repetition?.name.text }

  /// The elements of an array; of other kinds the node itself, since JSON-LD writes a list of one so.
  package var listed: Elements { Elements(listing: self) }

  /// The second member of a name, in this object or in what it holds; nil when there is none.
  var repetitionWithin: Member? {
    if let repetition { return repetition }
    for element in elements { if let found = element.repetitionWithin { return found } }
    for member in members { if let found = member.value.repetitionWithin { return found } }
    return nil
  }

  /// Up to so many names are compared with the earlier ones that look similar; for more, a table is quicker.
  private static let fewMembers = 24

  /// The first member whose name was there before.
  private var repetition: Member? {
    guard kind == .object else { return nil }
    let records = source.records
    let first = self.index + 1
    let end = Int(record.next)
    return source.bytes.withUnsafeBufferPointer { bytes in
      var (index, count, fingerprints) = (first, 0, UInt64(0))
      while index < end {
        let name = records[index]
        count += 1
        // Names with escapes are not compared letter for letter.
        if name.hasEscapes || count > Self.fewMembers { return repetitionInTable }
        let fingerprint = name.fingerprint(in: bytes)
        if fingerprints & fingerprint != 0, repeatsName(at: index, since: first, in: bytes) {
          return Member(source: source, nameIndex: index)
        }
        fingerprints |= fingerprint
        index = Int(records[index + 1].next)
      }
      return nil
    }
  }

  /// Whether a member from the first one on has the name of that record already.
  private func repeatsName(
    at index: Int, since first: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let records = source.records
    var other = first
    while other < index {
      if records[index].hasText(of: records[other], in: bytes) { return true }
      other = Int(records[other + 1].next)
    }
    return false
  }

  private var repetitionInTable: Member? {
    var names: Set<[UInt8]> = []
    return members.first { !names.insert($0.name.unescaped).inserted }
  }

  /// The characters of a string in UTF-8, halves of surrogate pairs as U+FFFD.
  private var unescaped: [UInt8] {
    source.bytes.withUnsafeBufferPointer { bytes in
      JSONString.unescapedBytes(bytes[(range.lowerBound + 1)..<(range.upperBound - 1)])
    }
  }

  /// The characters of a string, halves of surrogate pairs as U+FFFD.
  private var text: String { String(decoding: unescaped, as: UTF8.self) }
}

extension JSONRecord {
  /// One bit that names written alike have in common, told from the length and the last letter.
  fileprivate func fingerprint(in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let letter = end - start > 2 ? UInt32(bytes[Int(end) - 2]) : 0
    return 1 << UInt64((letter &* 5 &+ (end - start)) & 63)
  }

  /// Whether two values are written alike.
  fileprivate func hasText(of other: JSONRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = Int(end - start)
    guard Int(other.end - other.start) == count else { return false }
    // Where names differ, the last letter before the quotation mark mostly does.
    for offset in stride(from: count - 1, through: 0, by: -1)
    where bytes[Int(start) + offset] != bytes[Int(other.start) + offset] {
      return false
    }
    return true
  }
}
