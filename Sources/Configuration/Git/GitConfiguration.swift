// The files of git's configuration: which there are, and how they are written (git-config(1), "Syntax").
// They are read as files; git itself is not run.

/// The variables of a file of git's configuration, in its order.
struct GitConfiguration {
  /// A variable: `user.name`, section and name in small letters, and its value.
  struct Variable: Hashable {
    var name: String
    var value: String
  }

  private(set) var variables: [Variable] = []
  /// What the lines belong to: "user"; a subsection makes it another one, `remote "origin"`.
  private var section = ""

  /// Reads a file; lines that make no sense are passed over.
  init(_ text: String) {
    var rest = text[...]
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace }
      switch rest.first {
      case "#", ";": rest = rest.drop { !$0.isNewline }
      case "[": readSection(&rest)
      case nil: break
      default: readVariable(&rest)
      }
    }
  }

  /// Reads `[user]`; what stands behind it on its line is left to be read.
  private mutating func readSection(_ rest: inout Substring) {
    let line = rest.prefix { !$0.isNewline }
    guard let end = line.firstIndex(of: "]") else {
      section = ""
      rest = rest[line.endIndex...]
      return
    }
    section = line[..<end].dropFirst().lowercased()
    rest = rest[line.index(after: end)...]
  }

  /// Reads `name = value` with the lines on which it goes on.
  private mutating func readVariable(_ rest: inout Substring) {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    rest = rest[name.endIndex...].drop { $0 == " " || $0 == "\t" }
    guard !name.isEmpty, rest.first == "=" else {
      rest = rest.drop { !$0.isNewline }
      return
    }
    rest.removeFirst()
    let value = GitValue.read(&rest)
    variables.append(Variable(name: "\(section).\(name.lowercased())", value: value))
  }
}

/// The value of a variable, as it is written.
private enum GitValue {
  /// Reads up to the end of the line, or of the last line that it goes on.
  static func read(_ rest: inout Substring) -> String {
    var (value, blanks, isQuoted) = ("", "", false)
    while let character = rest.popFirst() {
      if character.isNewline { break }
      if !isQuoted, character == "#" || character == ";" {
        rest = rest.drop { !$0.isNewline }
        continue
      }
      if !isQuoted, character.isWhitespace {
        // Blanks around a value are none of it; those within are.
        if !value.isEmpty { blanks.append(character) }
        continue
      }
      (value, blanks) = (value + blanks, "")
      if character == "\"" {
        isQuoted.toggle()
      } else if character != "\\" {
        value.append(character)
      } else if let sign = rest.popFirst(), !sign.isNewline {
        value.append(escaped[sign] ?? sign)
      }
    }
    return value
  }

  private static let escaped: [Character: Character] = ["n": "\n", "t": "\t", "b": "\u{8}"]
}
