// Text as a page shows it: white space collapsed to one blank (CSS Text, section 4.1.1).

/// Text that grows piece by piece.
struct InlineText {
  /// The bytes so far, with no blank at the beginning.
  private(set) var bytes: [UInt8] = []
  private var owesBlank = false

  /// Adds text of a page.
  mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text {
      if Self.isBlank(byte) {
        owesBlank = true
      } else {
        if owesBlank, !bytes.isEmpty { bytes.append(0x20) }
        owesBlank = false
        bytes.append(byte)
      }
    }
  }

  /// The text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// A text with its white space collapsed, and none at its ends.
  static func collapsed(_ text: some Sequence<UInt8>) -> String {
    var collapsed = InlineText()
    collapsed.append(text)
    return collapsed.string
  }

  /// Whether a byte is white space to HTML.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// Whether nothing of a text can be seen: blanks of all kinds, and characters without width.
  static func isInvisible(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.allSatisfy({ $0 >= 0x80 || isBlank($0) }) else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}
