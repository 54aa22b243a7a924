// What is typed, and what terminals send: keys, key notation, filters and regular expressions.

import ArticleModel
import Corpus
import Screen
import TestSupport

extension InputKind {
  static let filter = InputKind(
    name: "filter", rounds: 400,
    makeCorpus: {
      bytes(
        "kind:bias,note -is:private", "date:2026-01 \"two words\" by:ana",
        "since:2026-01-02 verdict:refuted", "-x")
    }, pieces: bytes("kind:", "is:", "-", "\"", ",", "date:", "99999-99-99")
  ) { input, _ in
    _ = try? AnnotationFilter(parsing: String(decoding: input.prefix(4000), as: UTF8.self))
    return nil
  }

  private static let searched = ArticleText(
    String(repeating: "Harbour “closes” at 12:30, said Zoë – 日本 🌊.\n", count: 40))

  static let pattern = InputKind(
    name: "pattern", rounds: 400,
    makeCorpus: {
      bytes(
        "harbour", "(a+)+$", "\\bsaid\\b.*?\\d+", "[^a-z]{3}\\p{L}", "(?<=Z)oë", "^(?:a|b)*?(?1)",
        "x{1,300}")
    },
    pieces: bytes(
      "(?R)", "(?1)", "\\X", "\\C", "\\K", "{0,65535}", "(*ACCEPT)", "(?<n>", "\\Q", "[[:alpha:]]")
  ) { input, chance in
    let source = String(decoding: input.prefix(300), as: UTF8.self)
    guard let pattern = try? TextPattern(source) else { return nil }
    // Long articles are searched in portions, which may begin anywhere.
    let start = ByteOffset(Int.random(in: 0...searched.count, using: &chance))
    let end = ByteOffset(Int.random(in: start.value...searched.count, using: &chance))
    for span in pattern.matches(in: searched, within: TextSpan(start, end), limit: 50) {
      if span.isEmpty || !searched.span.contains(span) { return "match \(span)" }
    }
    return nil
  }

  static let keys = InputKind(
    name: "keys", rounds: 1500,
    makeCorpus: {
      bytes(
        "[13;2u", "[27;5;105~", "]11;rgb:1a/1b/1c\u{07}", "OP", "Ptext\u{1B}\\", "[<0;10;5M",
        "[1;2A", "[I", "_a\u{1B}\\")
    }, pieces: bytes(";", "u", "~", "M", ":", "99999999999999999999", "\u{1B}", "\u{9C}", "[", "]")
  ) { input, _ in
    let text = String(decoding: input.prefix(3000), as: UTF8.self)
    _ = try? Key.sequence(text)
    var begun: ControlSequence?
    for scalar in text.unicodeScalars {
      if begun == nil { begun = ControlSequence(introducer: Character(scalar)) }
      switch begun?.receive(scalar) {
      case .finished, .broken: begun = nil
      case .unfinished, nil: break
      }
    }
    return nil
  }
}
