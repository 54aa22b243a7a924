// Text as a page shows it: white space collapsed to one blank (CSS Text, section 4.1.1).

/// Text that grows piece by piece.
struct InlineText {
  /// The bytes so far, with no blank at the beginning.
  private(set) var bytes: [UInt8] = []
  private var owesBlank = false

  /// Adds text of a page.
  mutating func append(_ text: some Collection<UInt8>) {
    var at = text.startIndex
    while at != text.endIndex {
      let unseen = Self.unseenLength(at: at, of: text)
      if unseen > 0 {
        at = text.index(at, offsetBy: unseen)
        continue
      }
      let byte = text[at]
      at = text.index(after: at)
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
  static func collapsed(_ text: some Collection<UInt8>) -> String {
    var collapsed = InlineText()
    collapsed.append(text)
    return collapsed.string
  }

  /// Characters that only say where a line may end: soft hyphen, zero width space, word joiner, and the
  /// zero width no-break space.
  private static let unseen: [[UInt8]] = [
    [0xC2, 0xAD], [0xE2, 0x80, 0x8B], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF],
  ]

  /// How many bytes from one on are a character that nobody sees and that would break a word; mostly none.
  static func unseenLength<Text: Collection<UInt8>>(at index: Text.Index, of text: Text) -> Int {
    let first = text[index]
    guard first == 0xE2 || first == 0xC2 || first == 0xEF else { return 0 }
    return unseen.first { text[index...].starts(with: $0) }?.count ?? 0
  }

  /// Adds a blank, unless one is there.
  mutating func separate() { owesBlank = true }

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
