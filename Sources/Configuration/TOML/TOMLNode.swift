// A TOML document as plain values in the order of the file, each with its line.

/// A value of a TOML document.
indirect enum TOMLNode: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  /// A date or a time, which nothing here asks for.
  case moment
  case array([TOMLItem])
  case table([TOMLEntry])

  /// What kind of value it is, in words.
  var kindName: String {
    switch self {
    case .string: "a string"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .moment: "a date"
    case .array: "a list"
    case .table: "a table"
    }
  }
}

/// An element of a list.
struct TOMLItem: Hashable, Sendable {
  let line: Int
  let value: TOMLNode
}

/// A key with its value.
struct TOMLEntry: Hashable, Sendable {
  let key: String
  /// The line of the key, from 1.
  let line: Int
  let value: TOMLNode
}
