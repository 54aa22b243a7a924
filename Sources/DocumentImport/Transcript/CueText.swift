// The words of a cue without its markup, and who says them: <v Ana Reyes>, <i>, <c.yellow>, {\an8}, &amp;.

import ArticleModel

/// Words of a cue that one person says.
struct CueWords {
  /// Whom a voice span names (WebVTT, section 4.2.2); nil when none does.
  var speaker: String?
  /// The words, as UTF-8.
  var bytes: [UInt8] = []
}

/// Takes the markup out of the lines of cues.
struct CueText {
  private(set) var parts: [CueWords]
  /// Whose voice goes on in the next line.
  let voice: String?

  /// Reads a line of a cue, in which a voice of the line before goes on.
  init(_ line: TextSpan, in bytes: UnsafeBufferPointer<UInt8>, goingOn voice: String?) {
    var reader = CueMarkup(parts: [CueWords(speaker: voice)])
    reader.read(line, in: bytes)
    self.voice = reader.parts.last?.speaker
    parts = reader.parts.filter { !$0.bytes.allSatisfy(\.isASCIIWhitespace) }
  }
}

/// Reads the markup of cues.
private struct CueMarkup {
  var parts: [CueWords]

  /// Tags longer than this many bytes are text.
  private static let longestTag = 256

  mutating func read(_ line: TextSpan, in bytes: UnsafeBufferPointer<UInt8>) {
    var at = line.start.value
    while at < line.end.value {
      if let next = markupEnd(at, line.end.value, bytes) {
        at = next
      } else {
        parts[parts.count - 1].bytes.append(bytes[at])
        at += 1
      }
    }
    for index in parts.indices { Self.decodeReferences(&parts[index].bytes) }
  }

  /// Where the markup that begins at an index ends; nil where text stands.
  private mutating func markupEnd(
    _ start: Int, _ limit: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let isStyle = bytes.has("{\\", at: start)
    guard start + 1 < limit,
      isStyle || bytes[start] == UInt8(ascii: "<") && Self.isTag(bytes[start + 1])
    else { return nil }
    let close = UInt8(ascii: isStyle ? "}" : ">")
    let room = start..<min(limit, start + Self.longestTag)
    guard let end = bytes[room].firstIndex(of: close) else { return nil }
    if isStyle { return end + 1 }
    readVoice(String(decoding: bytes[start + 1..<end], as: UTF8.self))
    return end + 1
  }

  private static func isTag(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte.isASCIIDigit || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The name of a voice: what stands behind `v` and its classes.
  private mutating func readVoice(_ tag: String) {
    guard tag.first == "v", let next = tag.dropFirst().first, next == "." || next.isWhitespace
    else {
      if tag == "/v" { parts.append(CueWords()) }
      return
    }
    let words = tag.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = words.count > 1 ? CharacterReferences.decoded(String(words[1])) : ""
    parts.append(CueWords(speaker: SpeakerLabel.tidied(name)))
  }

  private static func decodeReferences(_ bytes: inout [UInt8]) {
    guard bytes.contains(UInt8(ascii: "&")) else { return }
    let text = CharacterReferences.decoded(String(decoding: bytes, as: UTF8.self))
    let marks = ["&lrm;", "&rlm;"]
    bytes = Array(marks.reduce(text) { $0.split(separator: $1).joined() }.utf8)
  }
}
