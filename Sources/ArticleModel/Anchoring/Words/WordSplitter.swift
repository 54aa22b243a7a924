// Takes a text apart into the words, numbers and signs that are compared.

/// One walk through a text.
struct WordSplitter {
  private let text: String
  private let scalars: String.UnicodeScalarView
  private var at: String.Index
  private var startsSentence: Bool
  /// What joins the next word to the last one, if it begins at that place.
  private var joint: (ComparedWord.Joint, next: String.Index)?
  /// Whether a quotation mark opened since the last word.
  private var opensQuotation = false
  /// Quotation marks, double and single, that are open.
  private var open = (double: 0, single: 0)
  private var found: [ComparedWord] = []

  init(_ text: String, startsSentence: Bool) {
    self.text = text
    self.startsSentence = startsSentence
    scalars = text.unicodeScalars
    at = scalars.startIndex
  }

  mutating func words() -> [ComparedWord] {
    while at < scalars.endIndex {
      let start = at
      let sign = WordSign(scalars[at])
      at = scalars.index(after: at)
      switch sign {
      case .letter, .digit: readWord()
      case .superscript: readSuperscript()
      case .ideograph, .symbol, .question, .fraction: break
      case .hyphen:
        guard isMinus(from: start) else {
          noteHyphen()
          continue
        }
        readWord()
      case .end, .separator:
        startsSentence = startsSentence || sign == .end || scalars[start] == "."
        continue
      case .quotation, .apostrophe:
        noteQuotation(at: start, isDouble: sign == .quotation)
        continue
      case .invisible, .slash, .other: continue
      }
      append(from: start, sign)
    }
    return found
  }

  private mutating func append(from start: String.Index, _ sign: WordSign) {
    let part = text[start..<at]
    found.append(
      ComparedWord(
        key: WordKey.key(of: part, sign), range: start..<at, letters: Self.letters(of: part),
        startsSentence: startsSentence, joint: joint?.next == start ? joint?.0 ?? .none : .none,
        opensQuotation: opensQuotation))
    startsSentence = sign == .question
    joint = nil
    opensQuotation = false
  }

  /// A hyphen joins two words when it touches both, or stands at the end of a line.
  private mutating func noteHyphen() {
    var next = at
    var breaksLine = false
    while next < scalars.endIndex, scalars[next].properties.isWhitespace {
      breaksLine = breaksLine || scalars[next] == "\n"
      next = scalars.index(after: next)
    }
    if breaksLine || next == at { joint = (breaksLine ? .brokenLine : .hyphen, next) }
  }

  private static func letters(of part: Substring) -> ComparedWord.Letters {
    guard let first = part.unicodeScalars.first, first.properties.isUppercase else { return .small }
    let rest = part.unicodeScalars.dropFirst()
    return !rest.isEmpty && rest.allSatisfy { !$0.properties.isLowercase }
      ? .capitals : .capitalised
  }

  // MARK: Words and numbers

  /// Goes on to the end of a word or number. Apostrophes belong to it between letters, points and commas
  /// and fraction bars between digits; raised digits only behind letters, as in “m²”.
  private mutating func readWord() {
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      switch WordSign(scalars[at]) {
      case .letter, .digit, .invisible: at = next
      case .superscript where sign(before: at) == .letter && scalars[at] != "^": at = next
      case .apostrophe where next < scalars.endIndex && WordSign(scalars[next]) == .letter:
        at = next
      case .separator where isBetweenDigits(at, next): at = next
      case .slash where isBetweenDigits(at, next): at = next
      default: return
      }
    }
  }

  private mutating func readSuperscript() {
    while at < scalars.endIndex, [.superscript, .digit].contains(WordSign(scalars[at])) {
      at = scalars.index(after: at)
    }
  }

  private func isBetweenDigits(_ place: String.Index, _ next: String.Index) -> Bool {
    next < scalars.endIndex && WordSign(scalars[next]) == .digit && sign(before: place) == .digit
  }

  private func sign(before place: String.Index) -> WordSign? {
    place > scalars.startIndex ? WordSign(scalars[scalars.index(before: place)]) : nil
  }

  /// Whether a hyphen or dash is the sign of a number: it stands before a digit and after no word.
  private func isMinus(from place: String.Index) -> Bool {
    guard at < scalars.endIndex, WordSign(scalars[at]) == .digit else { return false }
    guard place > scalars.startIndex else { return true }
    let before = scalars[scalars.index(before: place)]
    return before.properties.isWhitespace || before == "("
  }

  // MARK: Quotation marks

  /// Which way a quotation mark faces is told by what stands beside it, not by its shape.
  private mutating func noteQuotation(at place: String.Index, isDouble: Bool) {
    if isOpening(place) {
      let isLetter = at < scalars.endIndex && WordSign(scalars[at]) != .digit
      guard isDouble || isLetter else { return }
      if isDouble { open.double += 1 } else { open.single += 1 }
      opensQuotation = true
    } else if isDouble ? open.double > 0 : open.single > 0 {
      if isDouble { open.double -= 1 } else { open.single -= 1 }
      if !found.isEmpty { found[found.count - 1].closesQuotation = true }
    }
  }

  private func isOpening(_ place: String.Index) -> Bool {
    guard at < scalars.endIndex, !scalars[at].properties.isWhitespace else { return false }
    guard place > scalars.startIndex else { return true }
    let before = scalars[scalars.index(before: place)]
    let sign = WordSign(before)
    return before.properties.isWhitespace || ["(", "[", "{"].contains(before) || sign == .hyphen
      || sign == .slash || (opensQuotation && (sign == .quotation || sign == .apostrophe))
  }
}
