// Passages that were marked on the source of a page or a Markdown file, as the text made of it has them.
//
//   before  <p>The <a href="/p">port</a> said &ldquo;no&rdquo;.</p>      *The* [port](/p) said “no”.
//   after   The port said “no”.                                     The port said “no”.

/// Takes the markup out of words that stand beside each other, and knows which of them are left of each.
struct MarkupStripping {
  /// How a document marks up its text.
  enum Notation: CaseIterable {
    case tags, asterisks
  }

  private let bytes: [UInt8]
  private let notation: Notation
  /// Where the words of the passage begin and end in the bytes.
  private let exact: Range<Int>
  private var kept: (before: [UInt8], exact: [UInt8], after: [UInt8]) = ([], [], [])

  /// The passage without markup; nil when there is none in it, or nothing else.
  static func stripped(_ passage: Passage, of notation: Notation) -> Passage? {
    var stripping = MarkupStripping(passage, notation)
    guard stripping.run(), !stripping.kept.exact.allSatisfy(\.isASCIIWhitespace) else { return nil }
    return stripping.passage(like: passage)
  }

  private init(_ passage: Passage, _ notation: Notation) {
    let (before, words) = (Array(passage.prefix.utf8), Array(passage.exact.utf8))
    bytes = before + words + Array(passage.suffix.utf8)
    exact = before.count..<before.count + words.count
    self.notation = notation
  }

  /// Goes through the bytes; false when none of them is markup.
  private mutating func run() -> Bool {
    var at = notation == .tags ? cutTagEnd : 0
    var hasMarkup = at > 0
    while at < bytes.count {
      let (end, stand) = notation == .tags ? tag(at) : sign(at)
      if end > at {
        hasMarkup = true
        for byte in stand { keep(byte, at: at) }
        at = end
      } else {
        keep(bytes[at], at: at)
        at += 1
      }
    }
    return hasMarkup
  }

  private mutating func keep(_ byte: UInt8, at place: Int) {
    if place < exact.lowerBound {
      kept.before.append(byte)
    } else if place < exact.upperBound {
      kept.exact.append(byte)
    } else {
      kept.after.append(byte)
    }
  }

  private func passage(like passage: Passage) -> Passage {
    func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    // Blanks at the edges of the words belong to what stands beside them.
    let words = kept.exact
    let first = words.firstIndex { !$0.isASCIIWhitespace } ?? 0
    let last = (words.lastIndex { !$0.isASCIIWhitespace } ?? 0) + 1
    return Passage(
      exact: string(Array(words[first..<last])), prefix: string(kept.before + words[..<first]),
      suffix: string(words[last...] + kept.after), position: passage.position)
  }

  // MARK: Tags

  /// The end of a tag whose beginning was cut off.
  private var cutTagEnd: Int {
    guard let end = bytes[..<exact.lowerBound].firstIndex(of: UInt8(ascii: ">")),
      !bytes[..<end].contains(UInt8(ascii: "<")), end > 0,
      bytes[end - 1] == UInt8(ascii: "\"") || bytes[..<end].contains(UInt8(ascii: "="))
    else { return 0 }
    return end + 1
  }

  /// The end of a tag, a comment or a character reference that begins at a place, and what it stands for;
  /// the place itself when none does.
  private func tag(_ start: Int) -> (end: Int, stand: [UInt8]) {
    if bytes[start] == UInt8(ascii: "&") { return reference(start) }
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else { return (start, []) }
    let next = bytes[start + 1]
    guard next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || isLetter(next) else {
      return (start, [])
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    let name = bytes[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix { isLetter($0) }
    return (
      end, Self.inline.contains(String(decoding: name, as: UTF8.self).lowercased()) ? [] : [0x0A]
    )
  }

  /// Elements that stand within a line of text; others end it.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
    "strong",
    "sub", "sup", "time", "u",
  ]

  private static let references: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lsquo": "‘",
    "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
  ]

  private func reference(_ start: Int) -> (end: Int, stand: [UInt8]) {
    let name = bytes[(start + 1)...].prefix(10).prefix {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#")
    }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
    else { return (start, []) }
    let text = String(decoding: name, as: UTF8.self)
    guard let character = Self.references[text] ?? Self.numbered(text) else { return (start, []) }
    return (name.endIndex + 1, Array(character.utf8))
  }

  private static func numbered(_ name: String) -> String? {
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first?.lowercased() == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  // MARK: Signs

  /// The end of a sign of Markdown that begins at a place: of emphasis, at the beginning of a line, of a
  /// link. Such signs stand for nothing.
  private func sign(_ start: Int) -> (end: Int, stand: [UInt8]) {
    switch bytes[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "`"): return (start + 1, [])
    case UInt8(ascii: "_"):
      let isInWord =
        start > 0 && isLetter(bytes[start - 1]) && start + 1 < bytes.count
        && isLetter(bytes[start + 1])
      return (isInWord ? start : start + 1, [])
    case UInt8(ascii: "["): return (start + 1, [])
    case UInt8(ascii: "]"):
      guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "(") else {
        return (start + 1, [])
      }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? bytes.count
      return (end, [])
    default: return (isAtLineStart(start) ? lineSignEnd(start) : start, [])
    }
  }

  private func isAtLineStart(_ index: Int) -> Bool { index == 0 || bytes[index - 1] == 0x0A }

  /// The end of "## ", "> ", "- " or "12. " at the beginning of a line.
  private func lineSignEnd(_ start: Int) -> Int {
    let line = bytes[start...].prefix(8)
    let digits = line.prefix { (0x30...0x39).contains($0) }
    var end = digits.endIndex
    if digits.isEmpty {
      let marks = line.prefix {
        $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "|")
      }
      if marks.isEmpty { return start }
      end = marks.endIndex
    } else if end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
    {
      end += 1
    } else {
      return start
    }
    return end < bytes.count && bytes[end] == 0x20 ? end + 1 : start
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }
}
