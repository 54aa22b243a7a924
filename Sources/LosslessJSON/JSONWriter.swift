// Writes JSON into a byte buffer as it is called, without a tree: numbers, strings, members.

/// Appends JSON (RFC 8259) to a buffer, in the order in which it is called.
public struct JSONWriter: ~Copyable {
  private var output: ByteBuffer
  private var needsComma = false

  /// Makes a writer that expects to write about so many bytes.
  public init(capacity: Int = 0) { output = ByteBuffer(capacity: capacity) }

  /// Takes bytes, which must not outlive the call.
  public typealias Drain = (UnsafeBufferPointer<UInt8>) -> Void

  /// Makes a writer that holds no more than `capacity` bytes and the longest string: `drain` is given the others,
  /// in their order, the last ones at the end of a line.
  public init(capacity: Int, drain: @escaping Drain) {
    output = ByteBuffer(capacity: capacity, drain: drain)
  }

  /// What has been written, as far as no drain has been given it.
  public var bytes: [UInt8] { output.bytes }

  /// Writes a line end, and gives the drain what has been written since it was last given something.
  public mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
    output.flush()
    needsComma = false
  }

  /// Writes an object; `body` writes its members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array; `body` writes its elements.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes an array with an element for each item.
  @inlinable
  public mutating func array<Items: Sequence>(
    of items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { body(&self, item) }
    close(UInt8(ascii: "]"))
  }

  /// Writes the name of a member, which must need no escape.
  public mutating func key(_ name: StaticString) {
    output.append(name: name, behindComma: needsComma)
    needsComma = false
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    if value < 0 { output.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, atLeast: 1)
    needsComma = true
  }

  /// Writes a finite number with as many decimals as `places`.
  public mutating func number(_ value: Double, places: Int) {
    let scale = (0..<places).reduce(UInt(1)) { factor, _ in factor * 10 }
    let scaled = UInt((value.magnitude * Double(scale)).rounded())
    separate()
    if value < 0 { output.append(UInt8(ascii: "-")) }
    appendDigits(scaled / scale, atLeast: 1)
    output.append(UInt8(ascii: "."))
    appendDigits(scaled % scale, atLeast: places)
    needsComma = true
  }

  /// Writes true or false.
  public mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes null.
  public mutating func null() { literal("null") }

  /// Writes JSON that was made or checked before, as it is but for characters that a string would be
  /// written with escapes for.
  public mutating func verbatim(_ json: [UInt8]) {
    separate()
    json.withUnsafeBufferPointer { JSONString.copy($0, to: &output) }
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    JSONString.write(value, to: &output)
    needsComma = true
  }

  /// Writes valid UTF-8 as a string.
  public mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
    separate()
    JSONString.write(value, to: &output)
    needsComma = true
  }

  // MARK: Pieces

  @usableFromInline
  mutating func open(_ bracket: UInt8) {
    separate()
    output.append(bracket)
    needsComma = false
  }

  @usableFromInline
  mutating func close(_ bracket: UInt8) {
    output.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    append(text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { output.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(_ text: StaticString) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a number with zeroes before it until it has so many digits.
  private mutating func appendDigits(_ value: UInt, atLeast count: Int) {
    var (length, power) = (1, UInt(10))
    while length < 19, value >= power {
      length &+= 1
      power &*= 10
    }
    if value >= power { length += 1 }
    output.append(count: max(length, count)) { digits in
      var rest = value
      for at in digits.indices.reversed() {
        digits[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
  }
}
