// Words made safe for HTML, and elements around them.

/// Writes HTML (the HTML syntax of the Living Standard).
enum HTML {
  /// The text with all that HTML would take for markup as character references, and without characters
  /// that no HTML document may hold.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Controls but white space, and noncharacters (Infra standard, section 4.6).
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    // Those that turn the direction of what follows could make a text seem another.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// An element; attributes that are nil are left out, those that are empty stand alone.
  static func element(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: String = ""
  ) -> String {
    let written = attributes.compactMap { name, value in
      value.map { $0.isEmpty ? " \(name)" : " \(name)=\"\(escaped($0))\"" }
    }
    return "<\(name)\(written.joined())>\(content)</\(name)>"
  }

  /// A link when the address is one of the web, which cannot run anything; else just the words.
  static func link(_ address: String, _ words: String) -> String {
    let start = address.lowercased()
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return escaped(words) }
    let encoded = address.unicodeScalars.reduce(into: "") { result, scalar in
      let isUnsafe = scalar.value <= 0x20 || "\"<>\\^`{|}".unicodeScalars.contains(scalar)
      result += isUnsafe ? String(Character(scalar)).percentEncoded : String(Character(scalar))
    }
    return element("a", [("href", encoded), ("rel", "noreferrer")], escaped(words))
  }
}
