// What the filter has read of its input and not answered yet, cut into lines.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Collects bytes and gives them back as lines. Holds one line and what a read brings; of a line that
/// is too long, nothing.
struct LineBuffer {
  /// A line of the input.
  enum Line {
    case whole(ArraySlice<UInt8>)
    /// Its bytes were thrown away.
    case tooLong
  }

  /// A longer line, in bytes, is no article.
  static let longestLine = 64 << 20
  private let limit: Int
  private var chunk: [UInt8]
  /// The beginning of a line whose end has not been read yet.
  private var pending: [UInt8] = []
  /// Whether the line that is being read is already too long.
  private var isSkipping = false
  private var lines: [Line] = []

  /// Makes a buffer for lines of up to `longestLine` bytes that reads up to `readSize` bytes at a time.
  init(longestLine: Int = Self.longestLine, readSize: Int = 1 << 20) {
    limit = longestLine
    chunk = [UInt8](repeating: 0, count: readSize)
  }

  /// Lets `read` fill a buffer and takes in as many bytes as it says; returns their number.
  mutating func append(_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    let count = chunk.withUnsafeMutableBytes { read($0) }
    var start = 0
    while let end = endOfLine(from: start, to: count) {
      finishLine(start..<end)
      start = end + 1
    }
    keep(start..<count)
    return count
  }

  /// The whole lines that have come since the last call, without those that are blank.
  mutating func consumeLines() -> [Line] {
    defer { lines = [] }
    return lines
  }

  /// The last line, when the input does not end with a line end.
  mutating func consumeRest() -> [Line] {
    finishLine(0..<0)
    return consumeLines()
  }

  private func endOfLine(from start: Int, to end: Int) -> Int? {
    chunk.withUnsafeBytes {
      UnsafeRawBufferPointer(rebasing: $0[start..<end]).endOfLine.map { start + $0 }
    }
  }

  private mutating func finishLine(_ range: Range<Int>) {
    keep(range)
    if isSkipping {
      lines.append(.tooLong)
    } else if !pending.allSatisfy(\.isASCIIWhitespace) {
      lines.append(.whole(pending[...]))
    }
    pending = []
    isSkipping = false
  }

  private mutating func keep(_ range: Range<Int>) {
    if isSkipping || pending.count + range.count > limit {
      isSkipping = true
      pending = []
    } else {
      pending.append(contentsOf: chunk[range])
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first line feed stands; nil when there is none.
  var endOfLine: Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(UInt8(ascii: "\n")), count) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }
}
