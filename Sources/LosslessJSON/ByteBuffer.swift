// Memory that bytes are appended to, without the checks that an array makes for each of them.

/// What JSON is written to.
protocol ByteOutput: ~Copyable {
  /// Appends a byte.
  mutating func append(_ byte: UInt8)

  /// Appends bytes in their order.
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>)
}

extension [UInt8]: ByteOutput {}

/// Bytes that grow at their end. Has one owner, so nothing has to be asked before a byte is written.
struct ByteBuffer: ByteOutput, ~Copyable {
  /// `capacity` bytes of memory, of which the first `count` have been written.
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// Takes what the memory has no more room for; nil when all is kept.
  private let drain: JSONWriter.Drain?

  /// Makes a buffer with room for so many bytes.
  init(capacity: Int, drain: JSONWriter.Drain? = nil) {
    self.capacity = max(capacity, 64)
    self.drain = drain
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What has been appended and not been given to the drain.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Gives the drain what has been appended since it was last given something.
  mutating func flush() {
    guard let drain, count > 0 else { return }
    drain(UnsafeBufferPointer(start: start, count: count))
    count = 0
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    // `room` made the memory at least one byte longer than `count`.
    room(for: 1)[0] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ one: UInt8, _ other: UInt8) {
    let end = room(for: 2)
    (end[0], end[1]) = (one, other)
    count += 2
  }

  @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    // The source is not this buffer's memory, which nobody else sees.
    room(for: bytes.count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Appends a name of a member and what stands around it; in one step, because half of a record is names.
  @inline(__always)
  mutating func append(name: StaticString, behindComma: Bool) {
    let length = name.utf8CodeUnitCount
    var end = room(for: length + 4)
    if behindComma {
      end[0] = UInt8(ascii: ",")
      end += 1
    }
    end[0] = UInt8(ascii: "\"")
    // The name is not this buffer's memory, which nobody else sees.
    (end + 1).update(from: name.utf8Start, count: length)
    end += 1 + length
    (end[0], end[1]) = (UInt8(ascii: "\""), UInt8(ascii: ":"))
    count += length + (behindComma ? 4 : 3)
  }

  /// Appends so many bytes, all of which `write` writes.
  @inline(__always)
  mutating func append(count added: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    write(UnsafeMutableBufferPointer(start: room(for: added), count: added))
    count += added
  }

  /// The end of what has been written, with memory for so many bytes more behind it.
  @inline(__always)
  private mutating func room(for added: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < added { grow(by: added) }
    return start + count
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    flush()
    if capacity - count >= added { return }
    let longer = max(capacity * 2, count + added)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: longer)
    memory.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (memory, longer)
  }
}
