// How values are written: one member a line for files that people compare, one line for streams.

extension JSONValue {
  /// The value with one member a line, indented by two spaces, and a line end at its end.
  public func prettyPrinted() -> String {
    var output: [UInt8] = []
    write(to: &output, indentation: 0)
    output.append(0x0A)
    return String(decoding: output, as: UTF8.self)
  }

  /// The value in one line, without a line end.
  public func compact() -> String {
    var output: [UInt8] = []
    write(to: &output, indentation: nil)
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes the value. `indentation` is the number of spaces before the line that it starts in; nil
  /// writes it in one line.
  func write(to output: inout [UInt8], indentation: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .bool(let bool): output += (bool ? "true" : "false").utf8
    case .number(let number): output += number.lexeme.utf8
    case .string(let string): JSONString.write(string, to: &output)
    case .array(let elements):
      Self.writeContainer("[", elements, "]", to: &output, indentation) { element, output, inner in
        element.write(to: &output, indentation: inner)
      }
    case .object(let object):
      Self.writeContainer("{", object.members, "}", to: &output, indentation) {
        member, output, inner in
        JSONString.write(member.name, to: &output)
        output += (inner == nil ? ":" : ": ").utf8
        member.value.write(to: &output, indentation: inner)
      }
    }
  }

  private static func writeContainer<Part>(
    _ opening: String, _ parts: [Part], _ closing: String, to output: inout [UInt8],
    _ indentation: Int?, _ writePart: (Part, inout [UInt8], Int?) -> Void
  ) {
    output += opening.utf8
    for (index, part) in parts.enumerated() {
      if index > 0 { output += ",".utf8 }
      if let indentation { writeLineEnd(to: &output, indentation: indentation + 2) }
      writePart(part, &output, indentation.map { $0 + 2 })
    }
    if let indentation, !parts.isEmpty { writeLineEnd(to: &output, indentation: indentation) }
    output += closing.utf8
  }

  private static func writeLineEnd(to output: inout [UInt8], indentation: Int) {
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: indentation))
  }
}
