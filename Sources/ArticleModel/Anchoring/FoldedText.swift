// A text without what typesetters change: capitals, runs of white space, the shape of quotation marks and
// dashes, soft hyphens, compatibility forms. Offsets lead back to the text as it is.
//
//   original   “Ferries  sail” — officials     11 bytes fewer when folded, and the words the same
//   folded     "ferries sail" - officials

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// A text folded for comparison.
struct FoldedText {
  /// The folded bytes.
  private(set) var bytes: [UInt8] = []
  /// Where folded and original bytes stop running side by side: from `folded` on, the original bytes
  /// are those from `original` on.
  private var breaks: [(folded: Int, original: Int)] = []

  /// Folds a text.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(text.count)
    var at = 0
    while at < text.count { at = fold(text, at: at) }
    note(original: text.count)
  }

  /// Folds some words.
  init(_ words: String) {
    var words = words
    self = words.withUTF8 { FoldedText($0) }
  }

  /// The place in the original of a place in the folded text.
  func original(of folded: Int) -> Int {
    let next = breaks.partitionPoint { $0.folded > folded }
    guard next > 0 else { return folded }
    let (start, original) = breaks[next - 1]
    return next < breaks.count
      ? min(original + folded - start, breaks[next].original) : original + folded - start
  }

  // MARK: Folding

  /// Notes that the next folded byte stands for the original byte at `original`.
  private mutating func note(original: Int) {
    let expected = breaks.last.map { $0.original + bytes.count - $0.folded } ?? bytes.count
    if expected != original { breaks.append((bytes.count, original)) }
  }

  /// Folds what starts at a place; returns where it ends.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    note(original: start)
    let byte = text[start]
    let isAlone = start + 1 == text.count || text[start + 1] < 0x80
    if byte < 0x80, !byte.isASCIIWhitespace, isAlone || byte < 0x41 {
      guard byte == UInt8(ascii: "-") else {
        bytes.append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte.lowercasedASCII)
        return start + 1
      }
    }
    let (scalar, length) = Self.scalar(in: text, at: start)
    switch FoldedClass(scalar) {
    case .space: return foldRun(" ", .space, text, from: start)
    case .dash: return foldRun("-", .dash, text, from: start)
    case .single: bytes.append(UInt8(ascii: "'"))
    case .double: bytes.append(UInt8(ascii: "\""))
    case .nothing: break
    case .other: return foldCluster(text, at: start)
    }
    return start + length
  }

  private mutating func foldRun(
    _ sign: Unicode.Scalar, _ kind: FoldedClass, _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    bytes.append(UInt8(ascii: sign))
    var at = start
    while at < text.count {
      let (scalar, length) = Self.scalar(in: text, at: at)
      guard FoldedClass(scalar) == kind else { break }
      at += length
    }
    return at
  }

  private mutating func foldCluster(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    guard let base = text.baseAddress else { return text.count }
    let window = min(text.count - start, 128)
    let length = cunicode_grapheme_end(base + start, window, 0)
    var count = 0
    guard length > 1, let folded = cunicode_nfkc(base + start, length, 1, &count) else {
      bytes.append(contentsOf: text[start..<start + length].lazy.map(\.lowercasedASCII))
      return start + length
    }
    defer { free(folded) }
    for index in 0..<count {
      if count != length { note(original: start) }
      bytes.append(folded[index])
    }
    return start + length
  }

  /// The code point at a place, and its length in bytes.
  private static func scalar(
    in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (UInt32, Int) {
    let lead = text[start]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, start + length <= text.count else { return (UInt32(lead), 1) }
    let first = UInt32(lead) & (0xFF >> UInt32(length + 1))
    return (text[start + 1..<start + length].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }, length)
  }
}

extension UInt8 {
  fileprivate var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

/// What becomes of a code point.
private enum FoldedClass: Equatable {
  case space, dash, single, double, nothing, other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .dash
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018...0x201B, 0x2032, 0x2039, 0x203A, 0xFF07: self = .single
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0xFF02: self = .double
    case 0xAD, 0x200B, 0x2060, 0xFEFF: self = .nothing
    default: self = .other
    }
  }
}
