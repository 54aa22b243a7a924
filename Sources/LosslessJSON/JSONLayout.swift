// The white space between the parts of a container, so that what is added looks like what is there.

/// How a container of a document is laid out.
struct JSONLayout {
  private let bytes: [UInt8]
  private let firstStart: Int?
  private let firstGap: [UInt8]
  private let otherGap: [UInt8]
  /// The white space before the closing bracket.
  let closingGap: [UInt8]
  private let lastEnd: Int?

  /// Whether the container was not there before.
  let isNew: Bool

  /// The layout of a container of a document.
  init(of node: JSONNode) {
    let bytes = node.source.bytes
    let parts = Self.parts(of: node)
    let first = parts.first.map { Self.whitespace(before: $0.lowerBound, in: bytes) }
    let second = parts.dropFirst().first.map { Self.whitespace(before: $0.lowerBound, in: bytes) }
    let indentation = node.lineIndentation
    firstGap = first ?? Self.lineEnd(indentation: indentation + 2)
    otherGap = second ?? firstGap
    closingGap =
      first == nil
      ? Self.lineEnd(indentation: indentation)
      : Self.whitespace(before: node.range.upperBound - 1, in: bytes)
    firstStart = parts.first?.lowerBound
    lastEnd = parts.last?.upperBound
    isNew = false
    self.bytes = bytes
  }

  /// The layout that we give to containers, one part a line.
  init(indentation: Int) {
    bytes = []
    firstStart = nil
    lastEnd = nil
    firstGap = Self.lineEnd(indentation: indentation + 2)
    otherGap = firstGap
    closingGap = Self.lineEnd(indentation: indentation)
    isNew = true
  }

  /// The white space to write before a part that starts at `start` in the document, or that is new.
  func gap(before start: Int?, isFirst: Bool) -> [UInt8] {
    if isFirst { return firstGap }
    guard let start, start != firstStart else { return otherGap }
    return Self.whitespace(before: start, in: bytes)
  }

  /// The white space between a part and its comma; what follows the last one belongs to the bracket.
  func gap(after end: Int) -> ArraySlice<UInt8> {
    end == lastEnd ? [] : bytes[end...].prefix { $0.isJSONWhitespace }
  }

  /// How far the line is indented that the gap begins; nil when it begins none, or with tabs.
  static func indentation(in gap: [UInt8]) -> Int? {
    guard let lineEnd = gap.lastIndex(of: 0x0A) else { return nil }
    let spaces = gap[(lineEnd + 1)...]
    return spaces.allSatisfy { $0 == 0x20 } ? spaces.count : nil
  }

  /// The bytes of each part, a member from its name on.
  private static func parts(of node: JSONNode) -> [Range<Int>] {
    switch node.kind {
    case .array: node.elements.map(\.range)
    case .object:
      node.members.map { $0.name.range.lowerBound..<$0.value.range.upperBound }
    default: []
    }
  }

  private static func whitespace(before end: Int, in bytes: [UInt8]) -> [UInt8] {
    var start = end
    while start > 0, bytes[start - 1].isJSONWhitespace { start -= 1 }
    return Array(bytes[start..<end])
  }

  private static func lineEnd(indentation: Int) -> [UInt8] {
    [0x0A] + Array(repeating: 0x20, count: indentation)
  }
}
