// How many words of a quotation stand in quotation marks, and how many are the article's own.

import ArticleModel

/// The words of a quotation, counted.
struct QuotedWords: Hashable {
  /// Those in quotation marks.
  private(set) var verbatim = 0
  /// The others.
  private(set) var paraphrase = 0

  /// All of them.
  var count: Int { verbatim + paraphrase }

  /// What a quotation of these words is.
  var form: Quotation.Form {
    if verbatim == 0 { return .indirect }
    return paraphrase == 0 ? .direct : .mixed
  }

  /// Counts the words of some parts of a text. Marks just outside of a part count as its own.
  init(in parts: [TextSpan], of text: ArticleText) {
    for part in parts {
      let before = TextSpan(text.graphemeStart(before: part.start), part.start)
      var isInside = text.string(in: before).unicodeScalars.contains(where: Self.opens)
      var isInWord = false
      for scalar in text.string(in: part).unicodeScalars {
        let isOfWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if isOfWord, !isInWord {
          if isInside { verbatim += 1 } else { paraphrase += 1 }
        }
        isInWord = isOfWord || (isInWord && "'’-.".unicodeScalars.contains(scalar))
        if scalar == "\"" {
          isInside.toggle()
        } else if Self.opens(scalar) {
          isInside = true
        } else if "”»".unicodeScalars.contains(scalar) {
          isInside = false
        }
      }
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    "“„«\"".unicodeScalars.contains(scalar)
  }
}
