// A text that is being typed: the note, a search, a command. Pure editing, without a screen.

/// A text with a cursor. The cursor stands between characters (grapheme clusters).
package struct EditableText: Hashable, Sendable {
  /// The characters.
  package private(set) var characters: [Character]
  /// How many characters lie before the cursor.
  package private(set) var cursor: Int
  /// What was deleted last by words or lines, for putting it back.
  private var killed: [Character] = []
  /// What undoing goes back to, the latest last.
  private var past: [Moment] = []
  /// Whether the last change was a typed character, so that the next one belongs to it.
  private var isTyping = false

  private struct Moment: Hashable, Sendable {
    var characters: [Character]
    var cursor: Int
  }

  private static let longestPast = 200

  /// A text with the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// Whether nothing is typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Types text at the cursor; tabs become blanks, other control characters but line feeds are left out.
  package mutating func insert(_ text: String) {
    let goesOn = isTyping && text.count == 1 && text.first?.isWhitespace == false
    if !goesOn { remember() }
    isTyping = text.count == 1
    let clean = text.map { $0 == "\t" ? " " : $0 }.filter {
      $0.isNewline || !$0.unicodeScalars.contains { $0.value < 0x20 }
    }
    let typed = clean.map { $0.isNewline ? "\n" : $0 }
    // A combining mark joins the character before it, so the text is cut into characters anew.
    let before = String(characters[..<cursor]) + String(typed)
    let after = characters[cursor...]
    let head = Array(before)
    characters = head + after
    cursor = head.count
  }

  /// Puts another text in place of this one; undoing brings this one back.
  package mutating func replace(with text: String) {
    remember()
    isTyping = false
    characters = []
    cursor = 0
    let moments = past
    insert(text)
    past = moments
  }

  /// What edits a text: all that `perform` does.
  package static let actions: [Action] = [
    .left, .right, .lineStart, .lineEnd, .up, .down, .nextWord, .previousWord, .articleStart,
    .articleEnd, .newLine, .deleteBackward, .deleteForward, .deleteWordBackward,
    .deleteWordForward, .deleteToLineStart, .deleteToLineEnd, .yank, .undoTyping,
  ]

  /// Performs an editing action; false when the action is not one of editing.
  package mutating func perform(_ action: Action) -> Bool {
    isTyping = false
    switch action {
    case .left: cursor = max(cursor - 1, 0)
    case .right: cursor = min(cursor + 1, characters.count)
    case .lineStart: cursor = lineStart
    case .lineEnd: cursor = lineEnd
    case .up: moveLine(-1)
    case .down: moveLine(1)
    case .nextWord: cursor = wordEnd
    case .previousWord: cursor = wordStart
    case .articleStart: cursor = 0
    case .articleEnd: cursor = characters.count
    case .newLine: insert("\n")
    case .deleteBackward: delete(max(cursor - 1, 0)..<cursor)
    case .deleteForward: delete(cursor..<min(cursor + 1, characters.count))
    case .deleteWordBackward: kill(wordStart..<cursor)
    case .deleteWordForward: kill(cursor..<wordEnd)
    case .deleteToLineStart: kill(lineStart..<cursor)
    // At the end of a line, as in readline's model, the line end itself.
    case .deleteToLineEnd: kill(cursor..<(cursor == lineEnd ? lineBreakEnd : lineEnd))
    case .yank: insert(String(killed))
    case .undoTyping: undo()
    default: return false
    }
    return true
  }

  private mutating func kill(_ range: Range<Int>) {
    if !range.isEmpty { killed = Array(characters[range]) }
    delete(range)
  }

  private mutating func undo() {
    guard let moment = past.popLast() else { return }
    (characters, cursor) = (moment.characters, moment.cursor)
  }

  private mutating func remember() {
    past.append(Moment(characters: characters, cursor: cursor))
    if past.count > Self.longestPast { past.removeFirst() }
  }

  private mutating func delete(_ range: Range<Int>) {
    if range.isEmpty { return }
    remember()
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var lineStart: Int {
    (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  /// Behind the line end that the cursor stands at.
  private var lineBreakEnd: Int { min(lineEnd + 1, characters.count) }

  private var wordStart: Int {
    var at = cursor
    while at > 0, !characters[at - 1].isWordCharacter { at -= 1 }
    while at > 0, characters[at - 1].isWordCharacter { at -= 1 }
    return at
  }

  private var wordEnd: Int {
    var at = cursor
    while at < characters.count, !characters[at].isWordCharacter { at += 1 }
    while at < characters.count, characters[at].isWordCharacter { at += 1 }
    return at
  }

  /// Moves the cursor to the line above or below, into the same column when there is one.
  private mutating func moveLine(_ direction: Int) {
    let column = cursor - lineStart
    if direction < 0 {
      guard lineStart > 0 else { return }
      cursor = lineStart - 1
      cursor = min(lineStart + column, cursor)
    } else {
      guard lineEnd < characters.count else { return }
      cursor = lineEnd + 1
      cursor = min(cursor + column, lineEnd)
    }
  }
}

extension Character {
  /// Whether the character belongs to a word, for moving and deleting by words.
  package var isWordCharacter: Bool {
    isLetter || isNumber || self == "_" || self == "'" || self == "’"
  }
}
