// One value of a JSON text, read where it stands.

/// A value of a document, with its place in the text.
public struct JSONNode: Sendable {
  @usableFromInline let source: JSONSource
  @usableFromInline let index: Int

  @usableFromInline
  init(source: JSONSource, index: Int) { (self.source, self.index) = (source, index) }

  /// What kind of value it is.
  public var kind: JSONKind { record.kind }

  /// Its bytes in the document.
  public var range: Range<Int> { Int(record.start)..<Int(record.end) }

  /// Its text, as it stands in the document.
  public var lexeme: ArraySlice<UInt8> { source.bytes[range] }

  var record: JSONRecord { source.records[index] }

  // MARK: Simple values

  /// The characters of a string; nil for other kinds, and when it holds half of a surrogate pair.
  public var string: String? {
    guard kind == .string else { return nil }
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    // The scanner has seen that the bytes are UTF-8.
    return source.bytes.withUnsafeBufferPointer { bytes in
      record.hasEscapes
        ? JSONString.unescaped(bytes[inner])
        : String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: bytes[inner]).span))
    }
  }

  /// Whether it is a string of these characters.
  package func isString(_ text: StaticString) -> Bool {
    kind == .string && source.isName(index, text)
  }

  /// Lets `body` see the characters of a string in UTF-8 without making a String of them; nil for other
  /// kinds, and when it holds half of a surrogate pair.
  package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard kind == .string else { return nil }
    if record.hasEscapes {
      var text = string
      return text?.withUTF8(body)
    }
    let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
    return source.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[inner]))
    }
  }

  /// A number as it is written; nil for other kinds.
  public var number: JSONNumber? {
    kind == .number ? JSONNumber(lexeme: String(decoding: lexeme, as: UTF8.self)) : nil
  }

  /// A whole number that fits; nil for all else.
  public var int: Int? { kind == .number ? shortInt ?? number?.int : nil }

  /// A number of a few digits and nothing else, as offsets are; nil for others.
  private var shortInt: Int? {
    guard range.count <= 18 else { return nil }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var value = 0
      for byte in bytes[range] {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
  }

  /// A finite number; nil for all else.
  public var double: Double? { number?.double }

  /// true or false; nil for other kinds.
  public var bool: Bool? { kind == .true ? true : kind == .false ? false : nil }

  // MARK: Containers

  /// The values of an array; nothing for other kinds.
  public var elements: Elements { Elements(of: self) }

  /// The members of an object, doubled ones included; nothing for other kinds.
  public var members: Members { Members(of: self) }

  /// The first member of that name; nil when there is none.
  public subscript(name: StaticString) -> JSONNode? {
    guard kind == .object else { return nil }
    return source.member(name, of: index).map { JSONNode(source: source, index: $0) }
  }

  /// The values of an array one after another.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    private let source: JSONSource
    private var position: Int
    private let end: Int

    init(of node: JSONNode) {
      source = node.source
      position = node.index + 1
      end = node.kind == .array ? Int(node.record.next) : position
    }

    /// The values of an array; of other kinds the node itself.
    package init(listing node: JSONNode) {
      source = node.source
      position = node.kind == .array ? node.index + 1 : node.index
      end = Int(node.record.next)
    }

    /// The first value; nil when there is none.
    package var first: JSONNode? {
      position < end ? JSONNode(source: source, index: position) : nil
    }

    /// The value that comes next.
    public mutating func next() -> JSONNode? {
      guard position < end else { return nil }
      defer { position = Int(source.records[position].next) }
      return JSONNode(source: source, index: position)
    }
  }

  /// The members of an object one after another.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    private let source: JSONSource
    private var position: Int
    private let end: Int

    init(of node: JSONNode) {
      source = node.source
      position = node.index + 1
      end = node.kind == .object ? Int(node.record.next) : position
    }

    /// The member that comes next.
    public mutating func next() -> Member? {
      guard position < end else { return nil }
      defer { position = Int(source.records[position + 1].next) }
      return Member(source: source, nameIndex: position)
    }
  }

  /// A name and its value.
  public struct Member: Sendable {
    let source: JSONSource
    let nameIndex: Int

    /// The name as a string value.
    public var name: JSONNode { JSONNode(source: source, index: nameIndex) }

    /// The value.
    public var value: JSONNode { JSONNode(source: source, index: nameIndex + 1) }

    /// Whether the name, its escapes resolved, is `text`.
    public func isNamed(_ text: StaticString) -> Bool { source.isName(nameIndex, text) }
  }
}

extension JSONSource {
  /// The record of the first member of that name; nil when the object has none.
  func member(_ name: StaticString, of object: Int) -> Int? {
    let records = self.records
    let end = Int(records[object].next)
    let length = UInt32(truncatingIfNeeded: name.utf8CodeUnitCount + 2)
    var index = object + 1
    while index < end {
      let record = records[index]
      if record.end - record.start == length || record.hasEscapes, isName(index, name) {
        return index + 1
      }
      index = Int(records[index + 1].next)
    }
    return nil
  }

  /// Whether the string of that record, its escapes resolved, is `text`.
  func isName(_ index: Int, _ text: StaticString) -> Bool {
    let record = records[index]
    if record.hasEscapes { return JSONNode(source: self, index: index).string == "\(text)" }
    let count = text.utf8CodeUnitCount
    guard Int(record.end - record.start) == count + 2 else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      let start = Int(record.start) + 1
      for place in 0..<count where bytes[start + place] != text.utf8Start[place] { return false }
      return true
    }
  }
}
