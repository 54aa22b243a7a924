// The escapes of TOML strings, in both directions.

/// Escapes of basic strings (TOML 1.0, section String).
enum TOMLEscapes {
  /// The characters that a quoted key stands for.
  static func resolved(_ content: ArraySlice<UInt8>, isLiteral: Bool) -> String {
    let text = String(decoding: content, as: UTF8.self)
    guard !isLiteral, text.contains("\\") else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        result.append(scalar)
        continue
      }
      result.append(unescaped(kind, rest: &rest))
    }
    return String(result)
  }

  /// The text as a basic string, quotation marks included.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func unescaped(
    _ kind: Unicode.Scalar, rest: inout Substring.UnicodeScalarView
  ) -> Unicode.Scalar {
    switch kind {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u", "U":
      let digits = rest.prefix(kind == "u" ? 4 : 8)
      rest = rest.dropFirst(digits.count)
      return UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    default: return kind
    }
  }
}
