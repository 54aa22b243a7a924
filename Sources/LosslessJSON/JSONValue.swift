// JSON values to build and to compare; the forms in which they are written are in JSONValue+Writing.

/// A JSON value. The order of members and the digits of numbers are kept.
public enum JSONValue: Hashable, Sendable {
  /// null
  case null
  /// true or false
  case bool(Bool)
  /// a number, as it is written
  case number(JSONNumber)
  /// a string
  case string(String)
  /// an array
  case array([JSONValue])
  /// an object
  case object(JSONObject)

  /// A whole number.
  public static func integer(_ number: Int) -> JSONValue {
    .number(JSONNumber(lexeme: String(number)))
  }

  /// A number; null when it is not finite, since JSON knows no such numbers.
  public static func double(_ number: Double) -> JSONValue {
    JSONNumber(number).map(JSONValue.number) ?? .null
  }

  /// Reads a text that follows RFC 8259. Halves of surrogate pairs are refused, for no string can hold
  /// them, and objects that name a member twice, for nobody can tell which one counts.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    let root = try JSONDocument(parsing: bytes).root
    if let member = root.repetitionWithin {
      throw member.name.error(.repeatedMember(member.name.string ?? ""))
    }
    self = try root.value()
  }

  /// Reads a text as `init(parsing:)` reads its bytes.
  public init(parsing text: String) throws(JSONError) {
    self = try JSONValue(parsing: Array(text.utf8))
  }

  /// The first member of that name; nil when there is none, and for other kinds.
  public subscript(name: String) -> JSONValue? {
    if case .object(let object) = self { object[name] } else { nil }
  }

  /// The value at that place of an array; nil when there is none, and for other kinds.
  public subscript(index: Int) -> JSONValue? {
    elements.indices.contains(index) ? elements[index] : nil
  }

  /// The values of an array; nothing for other kinds.
  public var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The members of an object; nothing for other kinds.
  public var members: [JSONObject.Member] {
    if case .object(let object) = self { object.members } else { [] }
  }

  /// The characters of a string; nil for other kinds.
  public var string: String? { if case .string(let string) = self { string } else { nil } }

  /// A whole number that fits; nil for all else.
  public var int: Int? { if case .number(let number) = self { number.int } else { nil } }

  /// A finite number; nil for all else.
  public var double: Double? { if case .number(let number) = self { number.double } else { nil } }

  /// true or false; nil for other kinds.
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
}

/// A number as JSON writes it; its digits are never rounded.
public struct JSONNumber: Hashable, Sendable {
  /// The number as it is written.
  public let lexeme: String

  /// Takes a number whose grammar has been checked.
  init(lexeme: String) { self.lexeme = lexeme }

  /// Writes a number, in the fewest digits that give it back; nil when it is not finite.
  public init?(_ number: Double) {
    guard number.isFinite else { return nil }
    let whole = Int(exactly: number)
    lexeme = whole.map { String($0) } ?? "\(number)"
  }

  /// The number when it is whole and fits; nil otherwise.
  public var int: Int? { Int(lexeme) ?? double.flatMap { Int(exactly: $0) } }

  /// The nearest number of double precision; nil when it is too large for that.
  public var double: Double? { Double(lexeme).flatMap { $0.isFinite ? $0 : nil } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .integer(number) }
  /// A number.
  public init(floatLiteral number: Double) { self = .double(number) }
  /// true or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its members in the order of the literal.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(JSONObject(members.map { JSONObject.Member(name: $0.0, value: $0.1) }))
  }
}

extension JSONNode {
  /// The node as a value of its own; fails when a string holds half of a surrogate pair.
  public func value() throws(JSONError) -> JSONValue {
    switch kind {
    case .null: return .null
    case .false, .true: return .bool(kind == .true)
    case .number: return .number(JSONNumber(lexeme: String(decoding: lexeme, as: UTF8.self)))
    case .string: return .string(try text())
    case .array:
      var values: [JSONValue] = []
      for element in elements { values.append(try element.value()) }
      return .array(values)
    case .object:
      var object = JSONObject()
      for member in members { object.append(try member.name.text(), try member.value.value()) }
      return .object(object)
    }
  }

  /// An object as a value, without the members of those names.
  package func value(without names: Set<String>) throws(JSONError) -> JSONValue {
    var object = JSONObject()
    for member in members {
      let name = try member.name.text()
      if !names.contains(name) { object.append(name, try member.value.value()) }
    }
    return .object(object)
  }

  private func text() throws(JSONError) -> String {
    if let string { return string }
    throw error(.loneSurrogate)
  }

  /// The error for what is wrong with the value.
  fileprivate func error(_ reason: JSONError.Reason) -> JSONError {
    source.bytes.withUnsafeBufferPointer { JSONError(reason, at: range.lowerBound, in: $0) }
  }
}
