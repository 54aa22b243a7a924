// Normal forms of strings (UAX #15), and the form in which filters compare words.

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

extension String {
  /// Accents in one with their letters, as far as Unicode has such characters (NFC).
  var composed: String { canonical(compose: true) }

  /// Accents apart from their letters (NFD).
  package var decomposed: String { canonical(compose: false) }

  /// The words as they are spelled: accents in one with their letters (NFC), without soft hyphens and
  /// other signs that nobody sees.
  package var asSpelled: String {
    if unicodeScalars.allSatisfy(\.isSpelledAsItIs) { return self }
    let visible = unicodeScalars.filter { ShownSign($0) != .invisible }
    return String(String.UnicodeScalarView(visible)).composed
  }

  private func canonical(compose: Bool) -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return transformed { cunicode_canonical($0, $1, compose ? 1 : 0, $2) }
  }

  private func transformed(
    _ body: (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<UInt8>?
  ) -> String {
    var text = self
    return text.withUTF8 { bytes in
      var count = 0
      guard let base = bytes.baseAddress, let form = body(base, bytes.count, &count) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      defer { free(form) }
      return String(decoding: UnsafeBufferPointer(start: form, count: count), as: UTF8.self)
    }
  }

  /// The words as a reader sees them, for filters: in small letters, with one shape for blanks and line
  /// ends, quotation marks and dashes, ligatures apart, and without what is invisible. Accents stay.
  package var asSearched: String {
    let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain { return lowercased() }
    let folded = transformed { cunicode_nfkc($0, $1, 1, $2) }
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      switch ShownSign(scalar) {
      case .blank: if result.last != " " { result.append(" ") }
      case .invisible: break
      case .dash: result.append("-")
      case .double: result.append("\"")
      case .single: result.append("'")
      case .other: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it is visible and never changes in NFC: what comes before the combining accents, and the dashes, quotation
  /// marks and dots of general punctuation (UAX #15, quick check). Others may be so, too.
  fileprivate var isSpelledAsItIs: Bool {
    value < 0x300 ? value != 0xAD : (0x2010...0x2027).contains(value)
  }
}

/// What a code point looks like, where several look the same.
enum ShownSign {
  case blank, invisible, dash, double, single, other

  init(_ scalar: Unicode.Scalar) {
    self = Self.groups.first { $0.ranges.contains { $0.contains(scalar.value) } }?.sign ?? .other
  }

  /// The code points that look like each of them.
  static let groups: [(sign: ShownSign, ranges: [ClosedRange<UInt32>])] = [
    (
      .blank,
      [
        0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A,
        0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
      ]
    ),
    (
      .invisible,
      [
        0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x180B...0x180E, 0x200B...0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF...0xFEFF,
      ]
    ),
    (
      .dash,
      [
        0x2D...0x2D, 0x2010...0x2015, 0x2212...0x2212, 0xFE58...0xFE58, 0xFE63...0xFE63,
        0xFF0D...0xFF0D,
      ]
    ),
    (
      .double,
      [
        0x22...0x22, 0xAB...0xAB, 0xBB...0xBB, 0x201C...0x201F, 0x2033...0x2033, 0x300C...0x300F,
        0xFF02...0xFF02,
      ]
    ),
    (
      .single,
      [
        0x27...0x27, 0x60...0x60, 0xB4...0xB4, 0x2BC...0x2BC, 0x2018...0x201B, 0x2032...0x2032,
        0x2039...0x203A, 0xFF07...0xFF07,
      ]
    ),
  ]

  /// The code points of a sign as the inside of a class of a regular expression.
  static func members(_ sign: ShownSign) -> String {
    let ranges = groups.first { $0.sign == sign }?.ranges ?? []
    return ranges.map { range in
      range.count == 1 ? hex(range.lowerBound) : "\(hex(range.lowerBound))-\(hex(range.upperBound))"
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String { "\\x{\(String(value, radix: 16))}" }
}
