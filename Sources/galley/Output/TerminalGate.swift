// The one gate to the terminal for what commands print: of what others wrote, nothing comes through that
// a terminal would act on. Files and pipes get bytes as they are.

import Screen

/// How bytes are made safe for a terminal.
enum TerminalGate {
  /// What is in the bytes.
  enum Content {
    /// Text: what is unsafe becomes a picture.
    case text
    /// JSON: what is unsafe is escaped, so that it stays the same JSON.
    case json
  }

  /// The bytes as a terminal may have them. What is no UTF-8 becomes U+FFFD.
  static func safe(_ bytes: UnsafeBufferPointer<UInt8>, as content: Content) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return Array((content == .text ? text.printable : text.escapedJSON).utf8)
  }
}

extension StringProtocol {
  /// The text with pictures in place of what a terminal would act on. Line feeds and tabs stay.
  var printable: String { replacingUnsafe { _, picture in String(picture) } }

  /// The text on one line: line ends and tabs become spaces.
  var onOneLine: String {
    isOnOneLine
      ? printable : split { $0.isNewline || $0 == "\t" }.joined(separator: " ").printable
  }

  /// Whether it certainly has no line ends and tabs: none of the bytes that they end in.
  private var isOnOneLine: Bool {
    !utf8.contains { $0 < 0x20 || $0 == 0x85 || $0 == 0xA8 || $0 == 0xA9 }
  }

  /// JSON with escapes in place of what a terminal would act on (RFC 8259, section 7). Of the control
  /// characters of ASCII it can hold a carriage return between its values, which says nothing.
  fileprivate var escapedJSON: String {
    replacingUnsafe { scalar, _ in
      if scalar == "\r" { return "" }
      return String(Character(scalar)).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
      .joined()
    }
  }

  private func replacingUnsafe(
    with replacement: (Unicode.Scalar, _ picture: Unicode.Scalar) -> String
  ) -> String {
    let isSafe = unicodeScalars.allSatisfy { $0.isLayout || $0.terminalStandIn == nil }
    if isSafe { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      if !scalar.isLayout, let picture = scalar.terminalStandIn {
        result += replacement(scalar, picture)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character that lines and columns are made with.
  fileprivate var isLayout: Bool { self == "\n" || self == "\t" }
}
