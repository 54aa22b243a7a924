// A regular expression that finds what the screen shows: what stands for itself in it is replaced by an
// expression of all ways to write it. Everything else stays as it was typed.

/// The rewriting of an expression.
struct ShownPattern {
  private let scalars: [Unicode.Scalar]
  private let ignoresCase: Bool
  private let hasPresentationForms: Bool
  private var at = 0
  private var words = ""
  private var result = ""

  /// The expression; nil when it is of a kind that is better left alone.
  static func expression(
    _ source: String, ignoringCase: Bool, presentationForms: Bool = true
  ) -> String? {
    var pattern = ShownPattern(source, ignoringCase, presentationForms)
    return pattern.rewritten()
  }

  private init(_ source: String, _ ignoresCase: Bool, _ hasPresentationForms: Bool) {
    self.hasPresentationForms = hasPresentationForms
    scalars = Array(source.composed.unicodeScalars)
    self.ignoresCase = ignoresCase
  }

  private mutating func rewritten() -> String? {
    while let scalar = next {
      switch scalar {
      case "\\": takeEscape()
      case "[": takeClass()
      case "(": guard takeGroup() else { return nil }
      case "|", ")": endWords(isEnd: true); take(1)
      case "*", "+", "?": quantify(1)
      case "{": takeBrace()
      case "^", "$": endWords(isEnd: true); take(1)
      case ".":
        if scalars[at...].starts(with: [".", ".", "."]) {
          endWords(isEnd: true)
          at += 3
          let isQuantified = next.map { ["*", "+", "?", "{"].contains($0) } ?? false
          result += isQuantified ? "..." : "(?:\\x{2026}|...)"
        } else {
          endWords(isEnd: true)
          take(1)
        }
      default:
        words.unicodeScalars.append(scalar)
        at += 1
      }
    }
    endWords(isEnd: true)
    return result
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// Copies what stands there.
  private mutating func take(_ count: Int) {
    let end = min(at + count, scalars.count)
    result.unicodeScalars.append(contentsOf: scalars[at..<end])
    at = end
  }

  /// Copies on to a scalar and with it; to the end when there is none.
  private mutating func takeThrough(_ end: Unicode.Scalar) {
    let place = scalars[at...].firstIndex(of: end) ?? scalars.count - 1
    take(place + 1 - at)
  }

  private mutating func endWords(isEnd: Bool) {
    if !words.isEmpty {
      result += expression(of: words, isEnd: isEnd)
    }
    words = ""
  }

  private func expression(of words: String, isEnd: Bool) -> String {
    ShownWords(words, ignoringCase: ignoresCase, presentationForms: hasPresentationForms)
      .expression(isEnd: isEnd)
  }

  /// A quantifier is about the last character alone.
  private mutating func quantify(_ length: Int) {
    if let last = words.popLast() {
      endWords(isEnd: false)
      result += "(?:\(expression(of: String(last), isEnd: false)))"
    }
    take(length)
  }

  private mutating func takeBrace() {
    let end = scalars[at...].firstIndex(of: "}")
    let inside = end.map { scalars[(at + 1)..<$0] } ?? []
    let isQuantifier =
      inside.first.map { ("0"..."9").contains($0) } ?? false
      && inside.allSatisfy { ("0"..."9").contains($0) || $0 == "," }
    guard isQuantifier, let end else {
      words.unicodeScalars.append("{")
      at += 1
      return
    }
    quantify(end + 1 - at)
  }

  // MARK: Escapes

  private mutating func takeEscape() {
    guard at + 1 < scalars.count else {
      endWords(isEnd: true)
      return take(1)
    }
    let command = scalars[at + 1]
    switch command {
    case "Q":
      let rest = scalars[(at + 2)...]
      let end = rest.indices.first { rest[$0...].starts(with: ["\\", "E"]) } ?? scalars.count
      words.unicodeScalars.append(contentsOf: scalars[(at + 2)..<end])
      at = min(end + 2, scalars.count)
    case "E": at += 2
    case _
    where command.value >= 0x80
      || !command.properties.isAlphabetic
        && !("0"..."9").contains(command):
      words.unicodeScalars.append(command)
      at += 2
    case "b":
      takeBoundary("(?:(?<=\(Self.word))(?!\(Self.word))|(?<!\(Self.word))(?=\(Self.word)))")
    default: takeCommand()
    }
  }

  /// What belongs to a word: accents too, and what is invisible within it.
  private static let word = "[\\p{L}\\p{N}\\p{M}_\\x{ad}\\x{200b}-\\x{200d}\\x{2060}]"

  /// Where a word begins, and where it ends.
  static let (noWordBefore, noWordBehind) = ("(?<!\(word))", "(?!\(word))")

  private mutating func takeBoundary(_ expression: String) {
    endWords(isEnd: true)
    result += expression
    at += 2
  }

  /// Copies an escape with what belongs to it: a number, a property, a name.
  private mutating func takeCommand() {
    endWords(isEnd: false)
    let command = scalars[at + 1]
    take(2)
    if ["x", "o", "p", "P", "N", "g", "k"].contains(command), let open = next {
      let closers: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "<": ">", "'": "'"]
      if let close = closers[open] {
        take(1)
        return takeThrough(close)
      }
    }
    switch command {
    case "x": takeWhile(atMost: 2) { $0.properties.isASCIIHexDigit }
    case "p", "P", "c": take(1)
    case "0"..."9", "g": takeWhile(atMost: 3) { ("0"..."9").contains($0) || $0 == "-" }
    default: break
    }
  }

  private mutating func takeWhile(atMost count: Int, _ test: (Unicode.Scalar) -> Bool) {
    var left = count
    while left > 0, let scalar = next, test(scalar) {
      take(1)
      left -= 1
    }
  }

  // MARK: Classes and groups

  private mutating func takeClass() {
    endWords(isEnd: false)
    take(1)
    if next == "^" { take(1) }
    if next == "]" { take(1) }
    while let scalar = next, scalar != "]" {
      if scalar == "\\" {
        take(2)
      } else if scalar == "[", at + 1 < scalars.count, [":", ".", "="].contains(scalars[at + 1]) {
        takeThrough("]")
      } else {
        take(1)
      }
    }
    take(1)
  }

  /// Copies the beginning of a group; false for one that would change how the rest is read.
  private mutating func takeGroup() -> Bool {
    endWords(isEnd: false)
    take(1)
    if next == "*" {
      takeThrough(")")
      return true
    }
    guard next == "?" else { return true }
    take(1)
    switch next {
    case "#":
      takeThrough(")")
    case "<" where at + 1 < scalars.count && ["=", "!"].contains(scalars[at + 1]):
      // What is behind must be of a length that is known.
      return false
    case "<": takeThrough(">")
    case "'":
      take(1)
      takeThrough("'")
    case "P": takeThrough(at + 1 < scalars.count && scalars[at + 1] == "<" ? ">" : ")")
    case ":", "=", "!", ">", "|": take(1)
    default:
      let flags = scalars[at...].prefix { $0 != ")" && $0 != ":" }
      guard flags.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" || $0 == "^" }),
        !flags.contains("x")
      else { return false }
      take(flags.count + 1)
    }
    return true
  }
}
