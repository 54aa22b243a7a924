// The words that rules ask for by name.

/// A word that a rule names; the lexicon finds it, so that no rule compares strings.
enum KnownWord: String, CaseIterable {
  case that, to, of, about, `for`, over, on, with, `as`, by, at, `in`, from, against, than, into
  case according, told, say, said, says, saying, per, like, such, both
  case the, a, an, this, these, those, his, her, their, its, my, our, your
  case he, she, they, it, we, i, you, him, them, me, us, himself, herself, themselves
  case who, whom, whose, which, what, when, `where`, why, how, whether, `if`, because, `while`
  case although, though, since, after, before, until, unless
  case and, or, but, nor, so, not, no, never, however, meanwhile, also, there
  case `is`, are, was, were, be, been, being, am, has, have, had, having, does, `do`, did
  case will, would, can, could, may, might, should, must, shall
  case one, some, others, another, many, several, few, most, all, former, old
  case reported, expressed, express, expresses, expressing, called, calls, call, calling
  case possessive = "'s"
  case possessiveCurly = "’s"
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

  /// Whether it is the mark of the possessive.
  var isPossessive: Bool { self == .possessive || self == .possessiveCurly }
}
