// Words as a part of a regular expression that finds them as they are shown, however the text writes them.
//
//   typed   the final levy
//   finds   the ﬁnal\nlevy    the fi\u{AD}nal\u{A0}levy    the final  levy

/// A run of characters that stand for themselves.
struct ShownWords {
  private let characters: [Character]
  private let ignoresCase: Bool
  /// Whether ligatures and full-width forms are looked for. Without them a search is several times as
  /// fast, and few texts have any.
  private let hasPresentationForms: Bool

  /// Takes characters; what is invisible among them is not looked for.
  init(_ text: String, ignoringCase: Bool, presentationForms: Bool = true) {
    ignoresCase = ignoringCase
    hasPresentationForms = presentationForms
    let visible = text.unicodeScalars.filter { ShownSign($0) != .invisible }
    let composed = String(String.UnicodeScalarView(visible)).composed
    characters = composed.flatMap { Self.apart[$0] ?? [$0] }
  }

  /// Ligatures in the letters that they are of, and full-width forms as the usual ones.
  private static let apart: [Character: [Character]] = [
    "ﬀ": ["f", "f"], "ﬁ": ["f", "i"], "ﬂ": ["f", "l"], "ﬃ": ["f", "f", "i"],
    "ﬄ": ["f", "f", "l"], "ﬅ": ["s", "t"], "ﬆ": ["s", "t"], "ĳ": ["i", "j"], "…": [".", ".", "."],
  ]

  /// What may stand between two letters: what is invisible, and a hyphen at the end of a line.
  private static let between =
    "[\(ShownSign.members(.invisible))]*+(?:[-\\x{2010}]\\h*+\\n\\h*+)?"
  /// What may stand beside a blank or a sign.
  private static let beside = "[\(ShownSign.members(.invisible))]*+"
  /// Blanks, and one line end; an empty line ends a paragraph.
  private static let blanks =
    "(?:[\\h\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}]|\\n(?!\\h*\\n))(?:[\\h\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}"
    + "\(ShownSign.members(.invisible))]|\\n(?!\\h*\\n))*+"
  /// An accent behind a letter makes another letter of it.
  private static let noAccent =
    "(?![\\x{300}-\\x{34e}\\x{350}-\\x{36f}\\x{1ab0}-\\x{1aff}\\x{1dc0}-\\x{1dff}\\x{20d0}-\\x{20ff}"
    + "\\x{fe20}-\\x{fe2f}])"

  /// The expression; `isEnd` says that nothing of the pattern follows that could be an accent.
  func expression(isEnd: Bool) -> String {
    var parts: [String] = []
    var at = 0
    while at < characters.count {
      let (part, length) = part(at: at)
      if at > 0 { parts.append(separator(before: at)) }
      parts.append(part)
      at += length
    }
    if isEnd, characters.last?.isLetter == true { parts.append(Self.noAccent) }
    return parts.joined()
  }

  private func separator(before at: Int) -> String {
    let isWithin = characters[at - 1].isLetter && characters[at].isLetter
    let isBehindDash = isDash(characters[at - 1]) && characters[at].isLetter
    return isWithin ? Self.between : isBehindDash ? Self.beside + "(?:\\n\\h*+)?" : Self.beside
  }

  private func isDash(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { ShownSign($0) == .dash } ?? false
  }

  // MARK: Parts

  /// The expression of what starts at a place, and how many characters it is of.
  private func part(at start: Int) -> (String, Int) {
    if isBlank(characters[start]) {
      let count = characters[start...].prefix { isBlank($0) }.count
      return ("(?:\(Self.blanks))", count)
    }
    for (letters, signs) in Self.joined where stands(letters, at: start) {
      if !hasPresentationForms, signs.unicodeScalars.contains(where: Self.isPresentationForm) {
        continue
      }
      guard isLower(letters) || signs == "…" || ignoresCase else { continue }
      return ("(?:\(spelled(letters, at: start))|[\(signs)])", letters.count)
    }
    return (single(at: start), 1)
  }

  private func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { ShownSign($0) == .blank } ?? false
  }

  private func isLower(_ letters: [Character]) -> Bool { letters.allSatisfy(\.isLowercase) }

  /// Letters that may be written as one sign, the longest first.
  private static let joined: [([Character], signs: String)] = [
    (["f", "f", "i"], "ﬃ"), (["f", "f", "l"], "ﬄ"), (["f", "f"], "ﬀ"), (["f", "i"], "ﬁ"),
    (["f", "l"], "ﬂ"), (["s", "t"], "ﬅﬆ"), (["s", "s"], "ßẞ"), (["i", "j"], "ĳĲ"),
    ([".", ".", "."], "…"),
  ]

  private func stands(_ letters: [Character], at start: Int) -> Bool {
    guard start + letters.count <= characters.count else { return false }
    let found = characters[start..<start + letters.count]
    guard ignoresCase else { return Array(found) == letters && letters != ["s", "s"] }
    return found.map { Character($0.lowercased().prefix(1).description) } == letters
  }

  /// Letters one by one, or the first two of three in one sign, or the last two.
  private func spelled(_ letters: [Character], at start: Int) -> String {
    let each = letters.indices.map { single(at: start + $0) }
    let plain = each.joined(separator: Self.between)
    guard letters.count == 3, letters[0] == "f" else { return plain }
    let last = letters[2] == "i" ? "ﬁ" : "ﬂ"
    return "\(plain)|ﬀ\(Self.between)\(each[2])|\(each[0])\(Self.between)\(last)"
  }

  /// The expression of one character in all its forms.
  private func single(at place: Int) -> String {
    let character = characters[place]
    guard let scalar = character.unicodeScalars.first else { return "" }
    let sign = ShownSign(scalar)
    if [.dash, .double, .single].contains(sign) { return "[\(ShownSign.members(sign))]" }
    var forms = Self.forms(of: character, scalar) + edges(at: place)
    if !hasPresentationForms {
      forms.removeAll { $0.unicodeScalars.first.map(Self.isPresentationForm) ?? false }
      if forms.isEmpty { forms = [String(character)] }
    }
    if ignoresCase, character == "i" || character == "I" { forms += ["\u{130}", "I\u{307}"] }
    if ignoresCase, character == "ß" || character == "ẞ" { forms += ["ss"] }
    if ignoresCase, character == "\u{130}" { forms += ["i\u{307}"] }
    let escaped = forms.map(Self.escaped)
    if forms.count == 1 {
      return forms[0].unicodeScalars.count == 1 ? escaped[0] : "(?:\(escaped[0]))"
    }
    if forms.allSatisfy({ $0.unicodeScalars.count == 1 }) { return "[\(escaped.joined())]" }
    return "(?:\(escaped.joined(separator: "|")))"
  }

  /// Whether a code point is of the block whose UTF-8 begins with the byte 0xEF, where ligatures and
  /// full-width forms are.
  private static func isPresentationForm(_ scalar: Unicode.Scalar) -> Bool {
    (0xF000...0xFFFF).contains(scalar.value)
  }

  /// A character composed, decomposed, and at full width.
  private static func forms(of character: Character, _ scalar: Unicode.Scalar) -> [String] {
    let text = String(character)
    if (0x21...0x7E).contains(scalar.value), character.unicodeScalars.count == 1 {
      return [text, Unicode.Scalar(scalar.value + 0xFEE0).map { String(Character($0)) } ?? text]
    }
    let forms = [text.composed, text.decomposed]
    return forms[0].utf8.elementsEqual(forms[1].utf8) ? [forms[0]] : forms
  }

  /// Ligatures of which the first or the last character of all may be a part.
  private func edges(at place: Int) -> [String] {
    guard characters.count > 1 || characters[place].isLetter else { return [] }
    var signs: [String] = []
    if place == 0 {
      switch characters[place] {
      case "i": signs += ["ﬁ", "ﬃ"]
      case "l": signs += ["ﬂ", "ﬄ"]
      case "t": signs += ["ﬅ", "ﬆ"]
      case "f": signs += ["ﬀ", "ﬃ", "ﬄ"]
      default: break
      }
    }
    if place == characters.count - 1 {
      switch characters[place] {
      case "f": signs += ["ﬀ", "ﬁ", "ﬂ", "ﬃ", "ﬄ"].filter { !signs.contains($0) }
      case "s": signs += ["ﬅ", "ﬆ"]
      default: break
      }
    }
    return signs
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x80 && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
        ? "\\x{\(String(scalar.value, radix: 16))}" : String(Character(scalar))
    }.joined()
  }
}
