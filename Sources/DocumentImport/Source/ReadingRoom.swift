// Memory that a file or a stream is read into: what is long is never held twice.

#if canImport(Glibc)
  import Glibc
#endif

/// Bytes as they are read, one after the other, in memory that grows.
struct ReadingRoom: ~Copyable {
  /// How many have been read.
  private(set) var count = 0
  private var memory: UnsafeMutableRawPointer?
  private var capacity: Int

  /// Makes room for so many bytes.
  init(capacity: Int) {
    self.capacity = capacity
    memory = malloc(capacity)
  }

  deinit { free(memory) }

  /// What has been read.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(filled) }

  private var filled: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: memory?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Reads as read(2) does, and says what it says: how many bytes there were, 0 at the end, and something negative where
  /// `errno` says why.
  mutating func read(from descriptor: Int32, atMost most: Int) -> Int {
    if count == capacity, !grow() { return -1 }
    guard let memory else {
      errno = ENOMEM
      return -1
    }
    let read = Glibc.read(descriptor, memory + count, min(capacity - count, most))
    count += max(read, 0)
    return read
  }

  /// Long blocks are moved by the system, not copied; malloc(3) sets `errno` when there is no more.
  private mutating func grow() -> Bool {
    guard let larger = realloc(memory, capacity * 2) else { return false }
    (memory, capacity) = (larger, capacity * 2)
    return true
  }

  /// What has been read, for whoever asks to keep and to give to free(3). Memory that nothing was read into goes back.
  consuming func taken() -> UnsafeMutableBufferPointer<UInt8> {
    if let memory = realloc(memory, max(count, 1)) { self.memory = memory }
    let taken = filled
    discard self
    return taken
  }
}
