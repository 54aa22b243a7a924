// A page of a PDF as its words lie on it. Places are in points from the upper left corner.

/// A stretch of the page.
struct PageBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var height: Double { bottom - top }
  var width: Double { right - left }
  var middle: Double { (top + bottom) / 2 }

  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// Words that stand side by side.
struct PageLine: Hashable {
  var box: PageBox
  var text: String
  /// How wide the first word is.
  var firstWord: Double

  /// The line with its row of dots, as tables of contents have it, as the border of two cells.
  var withoutLeaders: PageLine {
    guard let leader = text.firstRange(of: ". . .") ?? text.firstRange(of: ".....") else {
      return self
    }
    let head = text[..<leader.lowerBound]
    let tail = text[leader.upperBound...].drop { $0 == "." || $0 == " " }
    var line = self
    line.text = head + (tail.isEmpty ? "" : ColumnOrder.cellSeparator + tail)
    return line
  }

  /// Whether it stands upright on the page, as what is stamped on the margin does.
  var isRotated: Bool { box.height > 2 * box.width && text.count > 3 }
}

/// A page.
struct PDFPage {
  var width: Double
  var height: Double
  var lines: [PageLine]
}

/// A document as pdftotext gives it.
struct PDFWords {
  private(set) var pages: [PDFPage] = []
  /// What the document says of itself, by the names of its information dictionary.
  private(set) var information: [String: String] = [:]

  /// Lines whose words are further apart, in heights of the line, are several.
  private static let widestGap = 2.5

  private var words: [(box: PageBox, text: String)] = []

  /// Reads the output of `pdftotext -bbox-layout`.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = TagScanner(bytes)
    while let tag = scanner.next() {
      switch tag.kind {
      case .page:
        pages.append(PDFPage(width: tag.numbers.0, height: tag.numbers.1, lines: []))
      case .word:
        words.append((tag.box, scanner.text()))
      case .endOfLine: endLine()
      case .title: information["Title"] = scanner.text()
      case .meta(let name, let content): information[name] = content
      case .other: break
      }
    }
  }

  private mutating func endLine() {
    defer { words.removeAll(keepingCapacity: true) }
    guard !pages.isEmpty else { return }
    var line: PageLine?
    for word in words {
      guard let current = line else {
        line = PageLine(box: word.box, text: word.text, firstWord: word.box.width)
        continue
      }
      let gap = word.box.left - current.box.right
      if gap > Self.widestGap * current.box.height {
        pages[pages.count - 1].lines.append(current)
        line = PageLine(box: word.box, text: word.text, firstWord: word.box.width)
      } else {
        line?.box = current.box.union(word.box)
        line?.text += " " + word.text
      }
    }
    if let line { pages[pages.count - 1].lines.append(line.withoutLeaders) }
  }
}

/// Goes from tag to tag.
private struct TagScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  struct Tag {
    enum Kind {
      case page
      case word
      case endOfLine
      case title
      case meta(String, String)
      case other
    }
    var kind: Kind
    var numbers: (Double, Double, Double, Double) = (0, 0, 0, 0)

    var box: PageBox {
      PageBox(
        left: numbers.0, top: numbers.1, right: max(numbers.0, numbers.2),
        bottom: max(numbers.1, numbers.3))
    }
  }

  mutating func next() -> Tag? {
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    guard at < bytes.count else { return nil }
    let start = at + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
    let tag = bytes[min(start, at)..<at]
    at = min(at + 1, bytes.count)
    if tag.starts(with: "word ".utf8) { return Tag(kind: .word, numbers: numbers(in: tag)) }
    if tag.starts(with: "/line".utf8) { return Tag(kind: .endOfLine) }
    if tag.starts(with: "page ".utf8) { return Tag(kind: .page, numbers: numbers(in: tag)) }
    if tag.elementsEqual("title".utf8) { return Tag(kind: .title) }
    if tag.starts(with: "meta ".utf8) { return meta(String(decoding: tag, as: UTF8.self)) }
    return Tag(kind: .other)
  }

  private func meta(_ tag: String) -> Tag {
    let values = tag.split(separator: "\"", omittingEmptySubsequences: false)
    guard values.count >= 4 else { return Tag(kind: .other) }
    return Tag(kind: .meta(String(values[1]), Self.unescaped(String(values[3]))))
  }

  /// The characters up to the next tag.
  mutating func text() -> String {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return bytes[start..<at].contains { $0 == UInt8(ascii: "&") || $0 >= 0xEF || $0 < 0x20 }
      ? Self.unescaped(text) : text
  }

  /// Up to four numbers between quotation marks. What is beyond any page counts as 0.
  private func numbers(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> (
    Double, Double, Double, Double
  ) {
    var values = [0.0, 0.0, 0.0, 0.0]
    var (place, isInside) = (0, false)
    var (value, scale, sign) = (0.0, 0.0, 1.0)
    for byte in tag {
      switch byte {
      case UInt8(ascii: "\""):
        if isInside, place < 4 {
          let number = sign * value
          values[place] = abs(number) < 1e6 ? number : 0
          place += 1
        }
        isInside.toggle()
        (value, scale, sign) = (0, 0, 1)
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "."): scale = 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isInside:
        let digit = Double(byte - UInt8(ascii: "0"))
        if scale == 0 {
          value = value * 10 + digit
        } else {
          scale /= 10
          value += digit * scale
        }
      default: break
      }
    }
    return (values[0], values[1], values[2], values[3])
  }

  /// The text with character references resolved, ligatures taken apart, and nothing that controls.
  private static func unescaped(_ text: String) -> String {
    var result = text
    for (reference, character) in references where result.contains(reference) {
      result = result.replacing(reference, with: character)
    }
    return result.filter { ($0.unicodeScalars.first?.value ?? 0) >= 0x20 }
  }

  private static let references = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
    ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"),
    ("\u{FB04}", "ffl"), ("\u{FB05}", "st"), ("\u{FB06}", "st"), ("&amp;", "&"),
  ]
}
