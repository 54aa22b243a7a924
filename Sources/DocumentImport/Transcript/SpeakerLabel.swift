// What begins a turn in plain text: "MS. REYES:", "[00:12:34] Ana Reyes:", "Ana Reyes  0:12", ">> Reyes:", "Q.".

import ArticleModel

/// The beginning of a line that says who speaks, or when.
struct SpeakerLabel {
  /// Whom it names; nil when it only says when, or that somebody else speaks.
  private(set) var speaker: String?
  /// The moment, in milliseconds.
  private(set) var start: Int?
  /// Whether it says that somebody else speaks, without saying who: ">>".
  private(set) var isChange = false
  /// Whether the moment may be one of the day, as in 14:05.
  private(set) var mayBeTimeOfDay = false
  /// Where the words after it begin.
  private(set) var wordsStart: Int

  /// A name is no longer than this many bytes.
  private static let longestName = 64
  private static let mostWords = 8
  /// Words in small letters within names are no longer than this: of, the, van.
  private static let longestParticle = 3

  private let line: Range<Int>
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Reads the beginning of a line; nil when it has neither a label nor a time code.
  init?(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    (self.line, self.bytes, wordsStart) = (line, bytes, line.lowerBound)
    skipBlanks()
    readChange()
    readTime()
    readName()
    guard speaker != nil || start != nil || isChange else { return nil }
  }

  /// A name without marks around it and with single blanks; nil when nothing is left.
  static func tidied(_ name: String) -> String? {
    let marks: Set<Character> = ["*", "_", "#", "[", "]", "<", ">", ":", "|"]
    let words = name.filter { !marks.contains($0) }.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  // MARK: Parts of a label

  private func byte(at index: Int) -> UInt8? { line.contains(index) ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = byte(at: wordsStart), byte == 0x20 || byte == 0x09 || byte == 0x0D {
      wordsStart += 1
    }
  }

  private mutating func readChange() {
    guard bytes.has(">>", at: wordsStart) else { return }
    isChange = true
    while byte(at: wordsStart) == UInt8(ascii: ">") { wordsStart += 1 }
    skipBlanks()
  }

  /// A time code at the beginning, bare or in brackets, or from one to another.
  private mutating func readTime() {
    guard let time = time(at: wordsStart) else { return }
    (start, mayBeTimeOfDay, wordsStart) = (time.milliseconds, time.mayBeTimeOfDay, time.end)
    skipBlanks()
    if bytes.has("-->", at: wordsStart), let end = timeAfterArrow {
      wordsStart = end
      skipBlanks()
    }
    if let sign = byte(at: wordsStart), sign == UInt8(ascii: "-") || sign == UInt8(ascii: ":") {
      wordsStart += 1
      skipBlanks()
    }
  }

  private var timeAfterArrow: Int? {
    var at = wordsStart + 3
    while byte(at: at) == 0x20 { at += 1 }
    return TimeCode(in: bytes, at: at, upTo: line.upperBound)?.end
  }

  private typealias Moment = (milliseconds: Int, end: Int, mayBeTimeOfDay: Bool)

  private func time(at index: Int) -> Moment? {
    guard let first = byte(at: index) else { return nil }
    let opens = first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
    guard opens || first.isASCIIDigit,
      let code = TimeCode(in: bytes, at: opens ? index + 1 : index, upTo: line.upperBound)
    else { return nil }
    guard opens else {
      let isApart = byte(at: code.end).map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ?? true
      return isApart ? (code.milliseconds, code.end, code.hasTwoParts) : nil
    }
    let closes = byte(at: code.end) == (first == UInt8(ascii: "[") ? 0x5D : 0x29)
    return closes ? (code.milliseconds, code.end + 1, false) : nil
  }

  /// A name before a colon, before a time code at the end of the line, or the Q and A of a hearing.
  private mutating func readName() {
    let head = wordsStart..<min(line.upperBound, wordsStart + Self.longestName + 16)
    if readQuestionSign(head) { return }
    for index in head {
      let byte = bytes[index]
      if let time = time(at: index), index > head.lowerBound, isNameEnd(index - 1) {
        return readName(before: index, time)
      }
      if byte == UInt8(ascii: ":") {
        if isFollowedByBlank(index) { take(head.lowerBound..<index, wordsAt: index + 1) }
        return
      }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: ";") {
        return
      }
    }
  }

  private func isNameEnd(_ index: Int) -> Bool { bytes[index] == 0x20 || bytes[index] == 0x09 }

  private func isFollowedByBlank(_ index: Int) -> Bool {
    guard let next = byte(at: index + 1) else { return true }
    return next.isASCIIWhitespace || next == UInt8(ascii: "*") || next == 0xC2
  }

  /// "Ana Reyes  0:12" on a line of its own, "Ana Reyes (0:12): words".
  private mutating func readName(before index: Int, _ time: Moment) {
    var end = time.end
    if byte(at: end) == UInt8(ascii: ":") {
      end += 1
    } else if bytes[end..<line.upperBound].contains(where: { !$0.isASCIIWhitespace }) {
      return
    }
    guard take(wordsStart..<index, wordsAt: end) else { return }
    (start, mayBeTimeOfDay) = (time.milliseconds, time.mayBeTimeOfDay)
  }

  /// The same label without a moment.
  var untimed: SpeakerLabel {
    var label = self
    label.start = nil
    return label
  }

  /// The Q and A of hearings and briefings: "Q.", or "Q" and a wide blank.
  private mutating func readQuestionSign(_ head: Range<Int>) -> Bool {
    guard let sign = byte(at: head.lowerBound), sign == 0x51 || sign == 0x41,
      let next = byte(at: head.lowerBound + 1)
    else { return false }
    let second = byte(at: head.lowerBound + 2) ?? 0x20
    let isSign =
      next == UInt8(ascii: ".") && second.isASCIIWhitespace || next == 0x09 || next == 0xC2
      || next == 0x20 && (second == 0x20 || second == 0xC2 || second == 0x09)
    guard isSign else { return false }
    speaker = sign == 0x51 ? "Q" : "A"
    wordsStart = head.lowerBound + (next == UInt8(ascii: ".") ? 2 : 1)
    skipWideBlanks()
    return true
  }

  /// Blanks and no-break blanks.
  private mutating func skipWideBlanks() {
    while true {
      skipBlanks()
      guard bytes.has("\u{A0}", at: wordsStart), wordsStart + 1 < line.upperBound else { return }
      wordsStart += 2
    }
  }

  @discardableResult
  private mutating func take(_ name: Range<Int>, wordsAt start: Int) -> Bool {
    guard name.count <= Self.longestName, let name = read(name) else { return false }
    speaker = name
    wordsStart = start
    while byte(at: wordsStart) == UInt8(ascii: "*") { wordsStart += 1 }
    skipWideBlanks()
    return true
  }

  /// A name without marks; nil when the words look like none. Most labels are of letters and single blanks alone.
  private func read(_ name: Range<Int>) -> String? {
    let words = String(decoding: bytes[name], as: UTF8.self)
    guard let isName = Self.isPlainName(bytes[name]) else {
      return Self.tidied(words).flatMap { Self.isName($0) ? $0 : nil }
    }
    return isName ? words : nil
  }

  /// What `isName` says of letters and digits of ASCII, periods, hyphens and single blanks between them; nil when
  /// there is anything else.
  private static func isPlainName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool? {
    guard let first = bytes.first, first.isLetterOfASCII else { return nil }
    var (count, isName, start) = (1, first & 0x20 == 0, bytes.startIndex)
    for place in bytes.indices.dropFirst() {
      let byte = bytes[place]
      if byte == 0x20 {
        isName = isName && isNameWord(bytes[start..<place])
        (count, start) = (count + 1, place + 1)
        guard start < bytes.endIndex, bytes[start] != 0x20 else { return nil }
      } else if !byte.isLetterOfASCII, !byte.isASCIIDigit, byte != 0x2E, byte != 0x2D {
        return nil
      }
    }
    return isName && count <= mostWords && isNameWord(bytes[start...])
  }

  /// Whether a word begins with anything but a small letter, or is short enough for one between names.
  private static func isNameWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first else { return false }
    return !(first.isLetterOfASCII && first & 0x20 != 0) || word.count <= longestParticle
  }

  /// Whether words look like a name with titles and what stands in brackets behind it, and not like the
  /// beginning of a sentence.
  static func isName(_ words: String) -> Bool {
    guard let first = words.first, first.isUppercase || first.isLetter && !first.isLowercase,
      !words.contains(where: { "“”\"„«»=/".contains($0) })
    else { return false }
    let bare = words.prefix { $0 != "(" }.split(separator: " ")
    guard !bare.isEmpty, bare.count <= mostWords else { return false }
    return bare.allSatisfy { word in
      word.first.map { !$0.isLowercase } ?? false || word.count <= longestParticle
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOfASCII: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
