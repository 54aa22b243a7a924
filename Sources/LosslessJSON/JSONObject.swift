// An object whose members keep their order.

/// An ordered object. Two are equal when their members are, in the same order.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Puts the two together.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members in their order; a text that was read may hold a name twice.
  public var members: [Member]

  /// Takes members in their order.
  public init(_ members: [Member] = []) { self.members = members }

  /// Takes members in the order of the literal.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.members = members.map { Member(name: $0.0, value: $0.1) }
  }

  /// The first member of that name. A new name goes last; nil takes the member out.
  public subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.name == name } }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
    }
  }

  /// Adds a member at the end; nil adds none.
  public mutating func append(_ name: String, _ value: JSONValue?) {
    if let value { members.append(Member(name: name, value: value)) }
  }
}
