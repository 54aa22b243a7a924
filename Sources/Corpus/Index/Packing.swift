// Values as bytes, for the index: whole numbers in groups of seven bits, lists behind their lengths. What
// is read may be damaged, so nothing is taken for granted.

/// A value that the index keeps.
protocol Packable {
  /// Reads what `pack` wrote.
  init(from bytes: inout PackedReader) throws(PackingFault)
  /// Appends the value.
  func pack(into bytes: inout PackedWriter)
}

/// Bytes that were not written by `Packable`, or not all of them.
struct PackingFault: Error {}

/// Appends values to bytes.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(contentsOf others: some Collection<UInt8>) {
    bytes.append(contentsOf: others)
  }

  mutating func append(fixed number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}

/// Takes values off the beginning of bytes.
struct PackedReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Whether all was read.
  var isAtEnd: Bool { rest.isEmpty }

  /// How many bytes are left.
  var count: Int { rest.count }

  mutating func byte() throws(PackingFault) -> UInt8 {
    guard let byte = rest.popFirst() else { throw PackingFault() }
    return byte
  }

  mutating func number() throws(PackingFault) -> UInt64 {
    var (number, shift) = (UInt64(0), UInt64(0))
    while shift < 64 {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw PackingFault()
  }

  mutating func fixed() throws(PackingFault) -> UInt64 {
    var number = UInt64(0)
    for (place, byte) in try bytes(8).enumerated() { number |= UInt64(byte) << UInt64(8 * place) }
    return number
  }

  mutating func bytes(_ count: Int) throws(PackingFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw PackingFault() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// Reads a value whose type the place tells.
  mutating func value<Value: Packable>(
    _ type: Value.Type = Value.self
  ) throws(PackingFault) -> Value {
    try Value(from: &self)
  }
}

extension Int: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self = Int(truncatingIfNeeded: try bytes.number())
  }

  func pack(into bytes: inout PackedWriter) { bytes.append(UInt64(bitPattern: Int64(self))) }
}

extension Bool: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) { self = try bytes.byte() != 0 }

  func pack(into bytes: inout PackedWriter) { bytes.append(self ? 1 : 0) }
}

extension Double: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self.init(bitPattern: try bytes.fixed())
  }

  func pack(into bytes: inout PackedWriter) { bytes.append(fixed: bitPattern) }
}

extension String: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    let length = try bytes.value(Int.self)
    self.init(decoding: try bytes.bytes(length), as: UTF8.self)
  }

  func pack(into bytes: inout PackedWriter) {
    utf8.count.pack(into: &bytes)
    bytes.append(contentsOf: utf8)
  }
}

extension Optional: Packable where Wrapped: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    self = try bytes.value(Bool.self) ? .some(try bytes.value()) : .none
  }

  func pack(into bytes: inout PackedWriter) {
    (self != nil).pack(into: &bytes)
    self?.pack(into: &bytes)
  }
}

extension Array: Packable where Element: Packable {
  init(from bytes: inout PackedReader) throws(PackingFault) {
    let count = try bytes.value(Int.self)
    // No value takes less than a byte.
    guard count >= 0, count <= bytes.count else { throw PackingFault() }
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try bytes.value()) }
  }

  func pack(into bytes: inout PackedWriter) {
    count.pack(into: &bytes)
    for element in self { element.pack(into: &bytes) }
  }
}
