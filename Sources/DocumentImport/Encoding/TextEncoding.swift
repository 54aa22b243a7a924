// The encodings that text comes in: Unicode, and those of the WHATWG Encoding Standard.

import ArticleModel

/// An encoding of text.
public struct TextEncoding: Hashable, Sendable {
  /// Its name in the Encoding Standard, such as "windows-1251" or "Shift_JIS".
  public let name: String
  let decoder: Decoder

  /// How bytes in it are decoded.
  enum Decoder: Hashable, Sendable {
    case utf8
    case utf16(isBigEndian: Bool)
    case utf32(isBigEndian: Bool)
    /// By its place among the names of `LegacyTables`.
    case singleByte(Int)
    case gb18030
    case big5
    case eucJP
    case iso2022JP
    case shiftJIS
    case eucKR
  }

  /// The encoding that a label means, such as "cp1251" or "latin1"; nil when it means none that Galley
  /// reads.
  public init?(label: String) {
    guard let name = EncodingLabels.name(labelled: label), let decoder = Decoder(name) else {
      return nil
    }
    self.init(name: name, decoder: decoder)
  }

  /// The names of all encodings.
  public static var names: [String] { EncodingLabels.names }

  private init(name: String, decoder: Decoder) {
    self.name = name
    self.decoder = decoder
  }

  static let utf8 = TextEncoding(name: "UTF-8", decoder: .utf8)
  static let utf16LittleEndian = TextEncoding(
    name: "UTF-16LE", decoder: .utf16(isBigEndian: false))
  static let utf16BigEndian = TextEncoding(name: "UTF-16BE", decoder: .utf16(isBigEndian: true))
  static let utf32LittleEndian = TextEncoding(
    name: "UTF-32LE", decoder: .utf32(isBigEndian: false))
  static let utf32BigEndian = TextEncoding(name: "UTF-32BE", decoder: .utf32(isBigEndian: true))
  static let iso2022JP = TextEncoding(name: "ISO-2022-JP", decoder: .iso2022JP)
  static let windows1252 = TextEncoding(
    name: "windows-1252",
    decoder: .singleByte(LegacyTables.singleByteNames.firstIndex(of: "windows-1252") ?? 0))

  /// Whether its units are wider than a byte, so that text in it is full of zero bytes.
  var isWide: Bool {
    switch decoder {
    case .utf16, .utf32: true
    default: false
    }
  }
}

extension TextEncoding.Decoder {
  fileprivate init?(_ name: String) {
    switch name {
    case "UTF-8": self = .utf8
    case "UTF-16LE", "UTF-16BE": self = .utf16(isBigEndian: name.hasSuffix("BE"))
    case "UTF-32LE", "UTF-32BE": self = .utf32(isBigEndian: name.hasSuffix("BE"))
    case "GBK", "gb18030": self = .gb18030
    case "Big5": self = .big5
    case "EUC-JP": self = .eucJP
    case "ISO-2022-JP": self = .iso2022JP
    case "Shift_JIS": self = .shiftJIS
    case "EUC-KR": self = .eucKR
    default:
      // Hebrew that is stored in the order in which it is read has the same bytes.
      let table = name == "ISO-8859-8-I" ? "ISO-8859-8" : name
      guard let place = LegacyTables.singleByteNames.firstIndex(of: table) else { return nil }
      self = .singleByte(place)
    }
  }
}
