// Punctuation marks that rules ask for by name; they mean the same in most languages.

/// A mark between words.
enum Mark: String, CaseIterable {
  case comma = ","
  case period = "."
  case colon = ":"
  case semicolon = ";"
  case question = "?"
  case exclamation = "!"
  case hyphen = "-"
  case enDash = "–"
  case emDash = "—"
  case doubleHyphen = "--"
  case ellipsis = "…"
  case threeDots = "..."
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"

  /// Whether it ends a sentence.
  var endsSentence: Bool {
    switch self {
    case .period, .question, .exclamation, .ellipsis, .threeDots: true
    default: false
    }
  }

  /// Whether it is a dash between words.
  var isDash: Bool { self == .enDash || self == .emDash || self == .doubleHyphen }
}
