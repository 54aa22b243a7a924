// Rebuilds paragraphs from the lines of columns, across columns and pages.

import ArticleModel

/// A paragraph of a document as it grows.
struct PDFParagraph {
  var text: String
  var kind: Block.Kind
  /// What stands before it as an item of a list.
  var sign: Block.ItemSign
  /// How high its lines are.
  var height: Double
  var lineCount = 1
  /// Whether its last line is as long as its column is wide, so that it may go on elsewhere.
  var fillsLine: Bool
  /// Where in the text pages begin, in bytes, with the index of the page.
  var pages: [(start: Int, page: Int)]

  /// Whether it ends as sentences do.
  var isFinished: Bool { text.endsSentence }
}

/// Puts lines together.
struct PDFParagraphs {
  private(set) var paragraphs: [PDFParagraph] = []

  private let hyphens: LineEndHyphens
  /// How high the lines of the running text are.
  private let bodyHeight: Double
  /// How far apart the lines of the running text stand.
  private let leading: Double

  /// A gap of so many leadings parts paragraphs; of so many heights, lines of a heading.
  private static let widestLeading = 1.3
  private static let widestHeadingGap = 1.9

  init(_ columns: [[PageColumn]], hyphens: LineEndHyphens) {
    self.hyphens = hyphens
    let all = columns.flatMap { $0 }
    let bodyHeight = Self.commonest(
      all.flatMap { $0.lines.map { ($0.box.height, $0.text.utf8.count) } })
    self.bodyHeight = bodyHeight
    leading = Self.commonest(
      all.flatMap { column in
        zip(column.lines, column.lines.dropFirst()).compactMap { upper, lower in
          let step = lower.box.top - upper.box.top
          let isBody = abs(upper.box.height - bodyHeight) < 1 && step > 0 && step < 3 * bodyHeight
          return isBody ? (step, 1) : nil
        }
      })
    for (page, columns) in columns.enumerated() {
      for column in columns { add(column, page: page) }
    }
  }

  /// The value that comes most, to half a point, each with its weight.
  private static func commonest(_ values: [(Double, Int)]) -> Double {
    var weights: [Int: Int] = [:]
    for (value, weight) in values { weights[Int((value * 2).rounded()), default: 0] += weight }
    let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return best.map { Double($0) / 2 } ?? 0
  }

  private mutating func add(_ column: PageColumn, page: Int) {
    let body = column.lines.filter { abs($0.box.height - bodyHeight) < 1 }
    let left = (body.isEmpty ? column.lines : body).map(\.box.left).min() ?? 0
    let right = (body.isEmpty ? column.lines : body).map(\.box.right).max() ?? 0
    var previous: PageLine?
    for line in column.lines {
      let place = LinePlace(line: line, previous: previous, left: left, right: right)
      if let index = paragraphToContinue(at: place) {
        continueParagraph(index, with: place, page)
      } else {
        begin(with: place, page)
      }
      previous = line
    }
  }

  /// A line in its column.
  private struct LinePlace {
    let line: PageLine
    let previous: PageLine?
    let left: Double
    let right: Double

    /// Whether the line reaches so far that another word would not have fitted.
    var isFull: Bool { line.box.right > right - max(0.12 * (right - left), 2 * line.box.height) }
    /// Whether it begins further in than the column.
    var isIndented: Bool { line.box.left > left + 0.8 * line.box.height }
  }

  private mutating func begin(with place: LinePlace, _ page: Int) {
    let kind = kind(of: place.line)
    let item = kind == .listItem ? ListSign(place.line.text) : nil
    paragraphs.append(
      PDFParagraph(
        text: item?.words ?? place.line.text, kind: kind, sign: item?.sign ?? .none,
        height: place.line.box.height, fillsLine: place.isFull, pages: [(0, page)]))
  }

  private mutating func continueParagraph(_ index: Int, with place: LinePlace, _ page: Int) {
    let before = paragraphs[index].text.utf8.count
    hyphens.join(place.line.text, to: &paragraphs[index].text)
    if paragraphs[index].pages.last?.page != page {
      paragraphs[index].pages.append((before, page))
    }
    paragraphs[index].lineCount += 1
    paragraphs[index].fillsLine = place.isFull
  }

  /// What a line begins that is no continuation.
  private func kind(of line: PageLine) -> Block.Kind {
    if line.text.contains(ColumnOrder.cellSeparator) { return .tableRow }
    if ListSign(line.text) != nil { return .listItem }
    let height = line.box.height
    if height > bodyHeight * 1.13 { return .subheading }
    if height < bodyHeight * 0.93 || CaptionNumber.begins(line.text) { return .caption }
    return .paragraph
  }

  // MARK: Continuations

  /// The paragraph that a line belongs to; nil when it begins one.
  private func paragraphToContinue(at place: LinePlace) -> Int? {
    guard let last = paragraphs.indices.last else { return nil }
    guard let previous = place.previous else { return paragraphAcross(at: place) }
    return continues(paragraphs[last], place, after: previous) ? last : nil
  }

  private func continues(
    _ paragraph: PDFParagraph, _ place: LinePlace, after previous: PageLine
  ) -> Bool {
    let line = place.line
    let step = line.box.top - previous.box.top
    let isSameSize = abs(line.box.height - paragraph.height) <= 0.13 * paragraph.height
    guard isSameSize, step > 0, paragraph.kind != .tableRow,
      !line.text.contains(ColumnOrder.cellSeparator), ListSign(line.text) == nil
    else { return false }
    let isBody = abs(paragraph.height - bodyHeight) < 1
    let limit =
      isBody
      ? max(leading, paragraph.height) * Self.widestLeading
      : paragraph.height * Self.widestHeadingGap
    guard step <= limit else { return false }
    guard paragraph.isFinished else { return true }
    let wouldHaveFitted =
      previous.box.right + line.firstWord + 0.5 * line.box.height < place.right
    let isFirstIndented =
      place.isIndented && previous.box.left < line.box.left - 0.5 * line.box.height
    return !wouldHaveFitted && (!isFirstIndented || paragraph.kind == .listItem)
  }

  /// The paragraph of another column or page that goes on in the first line of this one: the last one of
  /// running text, captions and footnotes passed over.
  private func paragraphAcross(at place: LinePlace) -> Int? {
    let line = place.line
    let index = paragraphs.lastIndex { $0.kind != .caption }
    guard let index, paragraphs.count - index <= Self.mostBetween else { return nil }
    let paragraph = paragraphs[index]
    guard paragraph.kind == .paragraph || paragraph.kind == .listItem, !paragraph.isFinished,
      abs(line.box.height - paragraph.height) <= 0.13 * paragraph.height,
      kind(of: line) == .paragraph, !(place.isIndented && line.text.first?.isUppercase == true)
    else { return nil }
    let startsLow = line.text.first.map { $0.isLowercase || $0.isNumber } ?? false
    return startsLow || paragraph.fillsLine ? index : nil
  }

  private static let mostBetween = 12
}

/// The sign before an item of a list: a bullet, or a number with a full stop or a parenthesis.
struct ListSign {
  let sign: Block.ItemSign
  /// The item without it.
  let words: String

  private static let bullets: Set<Character> = ["•", "‣", "▪", "●", "◦", "–", "■", "\u{F0B7}", "*"]

  /// Reads the sign at the beginning of a line; nil when there is none.
  init?(_ line: String) {
    guard let first = line.first else { return nil }
    if Self.bullets.contains(first), line.dropFirst().first == " " {
      (sign, words) = (.bullet, String(line.dropFirst(2)))
      return
    }
    let digits = line.prefix { $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard digits.count <= 2, let number = Int(digits), rest.first == "." || rest.first == ")",
      rest.dropFirst().first == " "
    else { return nil }
    (sign, words) = (.number(number), String(rest.dropFirst(2)))
  }
}

/// The beginnings of captions with a number: "Figure 3".
enum CaptionNumber {
  private static let labels: Set<String> = [
    "figure", "fig", "table", "photo", "chart", "map", "abbildung", "abb", "tabelle", "foto",
    "tableau", "gráfico", "figura",
  ]

  static func begins(_ line: String) -> Bool {
    let words = line.prefix(40).split { !($0.isLetter || $0.isNumber) }
    guard let first = words.first, labels.contains(first.lowercased()), words.count > 1 else {
      return false
    }
    return words[1].allSatisfy(\.isNumber) || line.dropFirst(first.count).first == ":"
  }
}

extension String {
  /// Whether it ends as sentences do, quotation marks and parentheses aside.
  var endsSentence: Bool {
    let closers: Set<Character> = [")", "]", "\u{201D}", "\u{2019}", "\"", "'", "»", "“"]
    guard let last = last(where: { !closers.contains($0) && !$0.isWhitespace }) else { return true }
    return ".!?:…".contains(last)
  }
}
