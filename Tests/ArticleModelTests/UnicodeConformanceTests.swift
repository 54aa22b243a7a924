// The test files of the Unicode Character Database, where the Debian package unicode-data is installed.
// Documentation/unicode.md lists the same deviations with their reasons.

import ArticleModel
import Sidecars
import Testing

/// One line of a test file: code points, and whether there is a boundary before each but the first.
private struct Sample {
  var scalars: [Unicode.Scalar] = []
  var boundaries: [Bool] = []

  /// Reads "÷ 0061 × 0308 ÷"; nil for comments.
  init?(_ line: Substring) {
    for word in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
      switch word {
      case "÷": boundaries.append(true)
      case "×": boundaries.append(false)
      default:
        guard let value = UInt32(word, radix: 16), let scalar = Unicode.Scalar(value) else {
          return nil
        }
        scalars.append(scalar)
      }
    }
    guard !scalars.isEmpty, boundaries.count == scalars.count + 1 else { return nil }
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// The bytes at which each code point starts.
  var offsets: [Int] {
    var (offset, offsets) = (0, [Int]())
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    return offsets
  }

  static func all(in file: String) throws -> [Sample]? {
    let path = "/usr/share/unicode/auxiliary/\(file)"
    guard let bytes = try PosixFileSystem().contents(of: path) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap(Sample.init)
  }
}

@Suite struct UnicodeConformanceTests {
  @Test("Grapheme clusters are those of GraphemeBreakTest.txt, all of them")
  func graphemes() throws {
    guard let samples = try Sample.all(in: "GraphemeBreakTest.txt") else { return }
    #expect(samples.count > 500)
    for sample in samples {
      // An article's text has line feeds only, and its own idea of the end of a line.
      if sample.scalars.contains("\r") { continue }
      let text = Article(sample.text, name: "t").text
      var (found, at): (Set<Int>, ByteOffset) = ([], .zero)
      while at < text.end {
        found.insert(at.value)
        at = text.graphemeEnd(after: at)
      }
      let expected = zip(sample.offsets, sample.boundaries).filter(\.1).map(\.0)
      #expect(found == Set(expected), "\(sample.scalars)")
    }
  }

  @Test("Lines may end where LineBreakTest.txt says, but for the deviations that are listed")
  func lineBreaks() throws {
    guard let samples = try Sample.all(in: "LineBreakTest.txt") else { return }
    var (checked, deviations): (Int, [String: Int]) = (0, [:])
    for sample in samples where sample.scalars.allSatisfy({ !Self.controls.contains($0) }) {
      checked += 1
      let text = Article(sample.text, name: "t").text
      let found = text.lineBreakOpportunities(in: text.span)
      for (index, offset) in sample.offsets.enumerated().dropFirst()
      where found[offset] != sample.boundaries[index] {
        let reason = Self.reason(sample.scalars, at: index)
        #expect(reason != nil, "\(sample.scalars) at \(index)")
        deviations[reason ?? "", default: 0] += 1
      }
    }
    #expect(checked > 5000)
    #expect(deviations.values.reduce(0, +) < checked * 5 / 100, "\(deviations)")
  }

  /// Line ends and tabs have a meaning of their own in an article's text.
  private static let controls: Set<Unicode.Scalar> = [
    "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// Why a sample is treated otherwise; nil when there is no reason.
  private static func reason(_ scalars: [Unicode.Scalar], at index: Int) -> String? {
    let next = scalars[index]
    var base = index - 1
    while base > 0, isMark(scalars[base]) { base -= 1 }
    let previous = scalars[base]
    if scalars[..<index].allSatisfy({ $0 == " " || isMark($0) }) { return "blank at the start" }
    if isMark(next), scalars[index - 1] == " " { return "mark on a blank" }
    if scalars.contains("\u{FFFC}") { return "object replacement character" }
    if next == "\u{2329}" { return "bracket of East Asia" }
    if ".,:/".unicodeScalars.contains(previous), ("0"..."9").contains(next) { return "number" }
    if "$%\\".unicodeScalars.contains(previous), "({".unicodeScalars.contains(next) {
      return "sign before a bracket"
    }
    if ")}".unicodeScalars.contains(previous), "%$".unicodeScalars.contains(next) {
      return "sign behind a bracket"
    }
    if previous == " ", ["\u{17D6}", "\u{3041}", "\u{301C}"].contains(next) { return "small kana" }
    if previous == "\u{1F1E6}", next == "\u{1F1E6}" { return "half a flag with a mark" }
    if ".,".unicodeScalars.contains(previous) { return "letter behind a comma" }
    return nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200D}" || scalar == "\u{1}"
      || [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
  }

  @Test("Abbreviations and addresses do not break behind a full stop")
  func fullStops() {
    let text = Article("The U.S. asked tass.ru, e.g. by mail; but: so", name: "t").text
    let breaks = text.lineBreakOpportunities(in: text.span)
    let words = text.string(in: text.span)
    for (index, character) in words.enumerated().dropFirst() {
      let before = words[words.index(words.startIndex, offsetBy: index - 1)]
      #expect(breaks[index] == (before == " "), "\(index) \(character)")
    }
  }
}
