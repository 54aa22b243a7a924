// Where the selections of a project stand. Programs count differently: some take the position of the end for that
// of the last character, some count line ends of two characters as one, some count units of UTF-16. Most of them
// name a selection with its words, and so these decide.

import ArticleModel

/// A coded selection as project.qde has it.
struct QDPXSelection {
  /// The positions as they stand there.
  let start: Int, end: Int
  let source: String
  var guid = ""
  /// Its name: its words or the first of them, or whatever somebody called it.
  var name = ""
  var codes: [String] = []
  var notes: [String] = []
  var description = ""
  var creator: Creator?
  var created: Timestamp?

  init(start: Int, end: Int, source: String) {
    (self.start, self.end, self.source) = (start, end, source)
  }

  /// The selection as a labelled span, with the texts of its notes.
  func labelled(at place: Range<Int>, _ texts: [String: String]) -> LabelledSpan {
    let words = ([description] + notes.compactMap { texts[$0] }).filter { !$0.isEmpty }
    return LabelledSpan(
      span: place, labels: codes, id: Self.isUUID(guid) ? "urn:uuid:" + guid : nil,
      note: words.joined(separator: "\n\n"), creator: creator, created: created,
      origin: "qdpx:\(source)\n\(guid)")
  }

  private static func isUUID(_ guid: String) -> Bool {
    let parts = guid.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
  }
}

/// How the positions of one text are to be read.
struct QDPXPositions {
  /// The text that places refer to: with simple line ends, as articles have them.
  let text: String
  /// Whether the text has line ends of two characters, and no words say how they are counted.
  private(set) var isGuessed = false
  private var way = Way()
  private let scalars: [Unicode.Scalar]
  private let offsets: UTF16Offsets
  /// For each position of the text as it is in the file, that in `text`; nil where both are the same.
  private let simplified: [Int]?

  /// A way of counting.
  private struct Way {
    var countsCarriageReturns = false
    var includesEnd = false
    var countsUnits = false
  }

  init(of selections: [QDPXSelection], in raw: String) {
    text = raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    scalars = Array(text.unicodeScalars)
    offsets = UTF16Offsets(text)
    simplified = Self.simplified(raw)
    var best = 0
    for candidate in ways {
      let count = selections.count { selection in
        place(of: selection, candidate).map { says(selection.name, at: $0) } ?? false
      }
      if count > best { (best, way) = (count, candidate) }
    }
    isGuessed = simplified != nil && best == 0 && !selections.isEmpty
  }

  /// The ways, those first that are to be taken when no words decide.
  private var ways: [Way] {
    let all = [false, true].flatMap { returns in
      [false, true].flatMap { end in
        [false, true].map { Way(countsCarriageReturns: returns, includesEnd: end, countsUnits: $0) }
      }
    }
    return all.filter { way in
      !way.countsCarriageReturns || simplified != nil && !way.countsUnits
    }
  }

  private static func simplified(_ raw: String) -> [Int]? {
    let scalars = Array(raw.unicodeScalars)
    guard scalars.contains("\r") else { return nil }
    var (positions, count) = ([0], 0)
    for at in scalars.indices {
      let isPair = scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n"
      if !isPair { count += 1 }
      positions.append(count)
    }
    return positions
  }

  /// Where a selection stands, in code points of `text`; nil when the text is shorter.
  func place(of selection: QDPXSelection) -> Range<Int>? { place(of: selection, way) }

  private func place(of selection: QDPXSelection, _ way: Way) -> Range<Int>? {
    var (start, end) = (selection.start, selection.end + (way.includesEnd ? 1 : 0))
    if way.countsUnits { (start, end) = (offsets.codePoint(at: start), offsets.codePoint(at: end)) }
    if way.countsCarriageReturns, let simplified {
      guard start <= end, end < simplified.count else { return nil }
      (start, end) = (simplified[start], simplified[end])
    }
    return start < end && end <= scalars.count ? start..<end : nil
  }

  /// Whether a name is the words at a place, or the first of them: white space does not count, and a name that
  /// was cut ends with an ellipsis.
  private func says(_ name: String, at place: Range<Int>) -> Bool {
    let words = Self.plain(String(String.UnicodeScalarView(scalars[place])))
    let name = Self.plain(name)
    if name.isEmpty { return false }
    if name == words { return true }
    let cut = ["…", "..."].first { name.hasSuffix($0) }.map { name.dropLast($0.count) }
    return cut.map { $0.count >= 10 && words.hasPrefix($0) } ?? false
  }

  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
