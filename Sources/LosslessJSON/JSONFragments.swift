// The objects that are still whole in a text that is no JSON any more, found in time in its length.
//
//   {"items":[{"id":1},{"id":2},{"id":     the outer object is cut, {"id":1} and {"id":2} are whole

/// A damaged text, and what is whole in it.
package struct JSONFragments {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The members that an object must have to be of interest.
  private let names: [StaticString]
  /// How many more bytes may be handed out: what is nested a hundred times is not read a hundred times.
  private var budget: Int

  /// Looks for objects that have all members of those names.
  package init(of bytes: UnsafeBufferPointer<UInt8>, having names: [StaticString]) {
    self.bytes = bytes
    self.names = names
    budget = 8 * bytes.count
  }

  /// Calls `take` for each object, outer ones before those in them, in the order of the text. What `take`
  /// accepts is not looked into.
  package mutating func visit(_ take: (Range<Int>) -> Bool) {
    guard bytes.count < Int(UInt32.max) else { return }
    var scanner = JSONScanner(bytes)
    scanner.records = JSONRecords(capacity: 1024)
    defer { scanner.records?.deallocate() }
    var at = 0
    while at < bytes.count, let start = bytes[at...].firstIndex(of: UInt8(ascii: "{")) {
      scanner.at = start
      scanner.records?.removeAll()
      let isWhole = scanner.scans()
      guard let records = scanner.records else { return }
      visit(records, take)
      at = isWhole ? scanner.at : max(start + 1, Self.resumption(of: records))
    }
  }

  private mutating func visit(_ records: JSONRecords, _ take: (Range<Int>) -> Bool) {
    var index = 0
    while index < records.count {
      let record = records[index]
      let range = Int(record.start)..<Int(record.end)
      if record.kind == .object, record.isWhole, range.count <= budget, isWanted(index, records) {
        budget -= range.count
        if take(range) {
          index = Int(record.next)
          continue
        }
      }
      index += 1
    }
  }

  /// Whether an object has all the members.
  private func isWanted(_ object: Int, _ records: JSONRecords) -> Bool {
    var missing = names.count
    var index = object + 1
    while index < Int(records[object].next), missing > 0 {
      let name = bytes[(Int(records[index].start) + 1)..<(Int(records[index].end) - 1)]
      if names.contains(where: { name.elementsEqual($0.asBytes) }) { missing -= 1 }
      index = Int(records[index + 1].next)
    }
    return missing == 0
  }

  /// Where to go on after a text that ended too early or was broken: behind what is whole, and within the
  /// last string, since a quotation mark that is missing turns text and names around. Only there can be an
  /// opening brace that was not tried.
  private static func resumption(of records: JSONRecords) -> Int {
    var place = 0
    for index in 0..<records.count {
      let record = records[index]
      switch record.kind {
      case .string: place = max(place, Int(record.start) + 1)
      case .object, .array: if record.isWhole { place = max(place, Int(record.end)) }
      case .null, .false, .true, .number: break
      }
    }
    return place
  }
}

extension JSONRecord {
  /// Whether its end was reached: a container that was left open has none.
  fileprivate var isWhole: Bool { end > start }
}

extension StaticString {
  fileprivate var asBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
