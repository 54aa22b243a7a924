// What a code point is to the words around it.

/// The part that a code point plays.
enum WordSign {
  case letter, digit, ideograph, symbol, question, hyphen, apostrophe, quotation, separator, slash
  case end, invisible, superscript, fraction, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .hyphen
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018...0x201B, 0x2032, 0x2039, 0x203A, 0xFF07:
      self = .apostrophe
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0xFF02, 0x300C...0x300F: self = .quotation
    case 0x2C, 0x2E: self = .separator
    case 0x2F, 0x2044, 0x2215: self = .slash
    case 0x3F, 0x37E, 0x61F, 0xFF1F: self = .question
    case 0x0A, 0x21, 0x2026, 0x3002, 0xFF01, 0xFF0E, 0x203C: self = .end
    case 0x5E, 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: self = .superscript
    case 0xBC...0xBE, 0x2150...0x215F, 0x2189: self = .fraction
    case 0x25, 0x2030, 0xB0, 0x26, 0x23, 0x40: self = .symbol
    case 0x7C, 0xA9, 0xAE, 0x2122: self = .other
    case _ where Self.isInvisible(scalar.value): self = .invisible
    case 0x2E80...0x9FFF where scalar.properties.isIdeographic || scalar.properties.isAlphabetic,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    default: self.init(general: scalar.properties)
    }
  }

  /// Characters that join or part what is drawn, and vowel points and lengthening of Arabic and Hebrew,
  /// which may be written or left out.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xE0100...0xE01EF:
      true
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    case 0x640, 0x64B...0x65F, 0x670: true
    default: false
    }
  }

  private init(general properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .decimalNumber, .otherNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .letter
    case .currencySymbol, .mathSymbol, .otherSymbol: self = .symbol
    case _ where properties.isAlphabetic: self = .letter
    default: self = .other
    }
  }
}
