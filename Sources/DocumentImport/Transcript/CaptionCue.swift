// The cues of captions: what stands on the screen from one moment to another (SubRip; WebVTT, section 4).

import ArticleModel

/// A cue of captions.
struct CaptionCue {
  /// When it appears, in milliseconds; nil when its time code is broken.
  var start: Int?
  /// When it disappears, in milliseconds.
  var end: Int?
  /// The lines of its text, with their markup.
  var lines: [TextSpan]
}

/// Finds the cues of a file of captions.
struct CaptionScan {
  /// Whether the file is WebVTT, where a blank line ends a cue; in SubRip the next number does.
  let isWebVTT: Bool
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var cues: [CaptionCue] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isWebVTT = Self.isWebVTT(bytes)
    scan()
  }

  /// Whether the first line is the signature of WebVTT (section 4.1).
  static func isWebVTT(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.has("WEBVTT", at: 0) else { return false }
    return bytes.count == 6 || bytes[6].isASCIIWhitespace
  }

  /// Whether a file begins as SubRip does: a number on a line of its own, and two time codes below it.
  static func isSubRip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start].isASCIIWhitespace { start += 1 }
    let number = TextSpan(start..<bytes.line(at: start).endIndex)
    guard isNumber(number, bytes) else { return false }
    let next = bytes.lineAfter(start)
    guard next < bytes.count else { return false }
    return times(TextSpan(next..<bytes.line(at: next).endIndex), bytes)?.start != nil
  }

  private mutating func scan() {
    var (at, isInCue) = (isWebVTT ? bytes.lineAfter(0) : 0, false)
    while at < bytes.count {
      let line = TextSpan(at..<bytes.line(at: at).endIndex)
      at = bytes.lineAfter(at)
      if let times = Self.times(line, bytes) {
        endCue()
        cues.append(CaptionCue(start: times.start, end: times.end, lines: []))
        isInCue = true
      } else if isBlank(line) {
        isInCue = isInCue && !isWebVTT
      } else if isInCue {
        cues[cues.count - 1].lines.append(line)
      }
    }
  }

  /// The number of the next cue of SubRip is no text of the one before.
  private mutating func endCue() {
    guard !isWebVTT, let last = cues.last?.lines.last, Self.isNumber(last, bytes),
      last.start == .zero || isBlank(lineBefore(last))
    else { return }
    cues[cues.count - 1].lines.removeLast()
  }

  private func lineBefore(_ line: TextSpan) -> TextSpan {
    let end = line.start.value - 1
    var start = end
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return TextSpan(start..<max(start, end))
  }

  private func isBlank(_ line: TextSpan) -> Bool {
    bytes[line.range].allSatisfy(\.isASCIIWhitespace)
  }

  private static func isNumber(_ line: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = bytes[line.range].filter { !$0.isASCIIWhitespace }
    return !words.isEmpty && words.count <= 9 && words.allSatisfy(\.isASCIIDigit)
  }

  /// The moments of a line of time codes, as far as they can be read; nil for any other line.
  private static func times(
    _ line: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (start: Int?, end: Int?)? {
    guard line.count <= 1024, let arrow = arrow(line, bytes) else { return nil }
    func code(from start: Int) -> TimeCode? {
      var at = start
      while at < line.end.value, bytes[at].isASCIIWhitespace { at += 1 }
      return TimeCode(in: bytes, at: at, upTo: line.end.value)
    }
    let (start, end) = (code(from: line.start.value), code(from: arrow + 3))
    let startsWithDigit = bytes[line.range].first { !$0.isASCIIWhitespace }?.isASCIIDigit ?? false
    guard start != nil || end != nil || startsWithDigit else { return nil }
    return (start?.milliseconds, end?.milliseconds)
  }

  private static func arrow(_ line: TextSpan, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    line.range.dropLast(2).first { bytes[$0] == UInt8(ascii: "-") && bytes.has("-->", at: $0) }
  }
}
