// The notes that a scan takes of a text, in memory of their own.

/// A growing list of records. Not an array, because every access to one of a shared object counts
/// references, and a sidecar is read in millions of accesses. Whoever holds it gives the memory back.
struct JSONRecords {
  /// How many records there are.
  private(set) var count = 0
  private var memory: UnsafeMutableBufferPointer<JSONRecord>

  /// Makes an empty list with room for so many records.
  init(capacity: Int) {
    memory = .allocate(capacity: max(capacity, 8))
  }

  /// The record of that number.
  subscript(index: Int) -> JSONRecord {
    get {
      assert(index < count, "a record that the scan did not note")
      return memory[index]
    }
    nonmutating set { memory[index] = newValue }
  }

  /// Adds a record.
  mutating func append(_ record: JSONRecord) {
    if count == memory.count { grow() }
    memory.initializeElement(at: count, to: record)
    count += 1
  }

  /// Forgets all records and keeps the room.
  mutating func removeAll() { count = 0 }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<JSONRecord>.allocate(capacity: 2 * memory.count)
    _ = larger.moveInitialize(fromContentsOf: memory)
    memory.deallocate()
    memory = larger
  }

  /// Gives the memory back; records need no more.
  func deallocate() { memory.deallocate() }
}
