// The words of a passage as they are compared: what typesetters change is left out of them.
//
//   text    “The ministry’s 12,400 work-\u{AD}ers can’t wait?”
//   keys    the  ministry's  12400  work  ers  can't  wait  ?

/// One word, number or sign of a text, with where it stands.
struct ComparedWord {
  /// What is compared: in small letters, in compatibility form (NFKC), without invisible characters.
  let key: String
  /// Where it stands in the text.
  let range: Range<String.Index>
  /// How its letters are written.
  let letters: Letters
  /// Whether it opens the text or a sentence, where every word has a capital letter.
  let startsSentence: Bool
  /// What joins it to the word before.
  let joint: Joint
  /// Whether a quotation mark opens before it.
  let opensQuotation: Bool
  /// Whether a quotation mark that was opened in the text closes behind it.
  var closesQuotation = false

  /// What stands between two parts of a word: nothing of the kind, a hyphen, or one at the end of a line.
  enum Joint { case none, hyphen, brokenLine }

  /// How a word is written.
  enum Letters { case small, capitalised, capitals }

  /// Whether it begins with a capital letter.
  var isCapitalised: Bool { letters != .small }

  /// Whether it is a number, or has one in it.
  var hasDigit: Bool { key.utf8.contains { (0x30...0x39).contains($0) } }

  /// The words of a text, in order.
  static func words(of text: String, startsSentence: Bool = true) -> [ComparedWord] {
    var splitter = WordSplitter(text, startsSentence: startsSentence)
    return splitter.words()
  }
}
