// Writes JSON into a byte buffer as it is called, without a tree: numbers, strings, members.

/// Appends JSON (RFC 8259) to a buffer, in the order in which it is called.
public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes a writer that expects to write about so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

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
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(value.magnitude, atLeast: 1)
    needsComma = true
  }

  /// Writes a finite number with as many decimals as `places`.
  public mutating func number(_ value: Double, places: Int) {
    let scale = (0..<places).reduce(UInt(1)) { factor, _ in factor * 10 }
    let scaled = UInt((value.magnitude * Double(scale)).rounded())
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(scaled / scale, atLeast: 1)
    bytes.append(UInt8(ascii: "."))
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
    json.withUnsafeBufferPointer { JSONString.copy($0, to: &bytes) }
    needsComma = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    JSONString.write(value, to: &bytes)
    needsComma = true
  }

  /// Writes valid UTF-8 as a string.
  public mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
    separate()
    JSONString.write(value, to: &bytes)
    needsComma = true
  }

  // MARK: Pieces

  @usableFromInline
  mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  @usableFromInline
  mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    append(text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func append(_ text: StaticString) {
    // Names of members are too short for copying in one go to pay.
    for offset in 0..<text.utf8CodeUnitCount { bytes.append(text.utf8Start[offset]) }
  }

  /// Writes a number with zeroes before it until it has so many digits, at most 20.
  private mutating func appendDigits(_ value: UInt, atLeast count: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (value, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while start > 0 && (rest > 0 || digits.count - start < count)
      for index in start..<digits.count { bytes.append(digits[index]) }
    }
  }
}
