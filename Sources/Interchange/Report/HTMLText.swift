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
      default: result.append(scalar.isForbiddenOnPages ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
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
    guard let address = WebAddress(address) else { return escaped(words) }
    return element("a", [("href", address.encoded), ("rel", "noreferrer")], escaped(words))
  }
}

extension Unicode.Scalar {
  /// Controls but white space, noncharacters (Infra standard, section 4.6), and what could make a text
  /// seem another: controls that turn the direction of what follows, and tags.
  var isForbiddenOnPages: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    case 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
