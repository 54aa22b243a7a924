// The text of a file of plain text, or of one whose markup is plain text: UTF-8 as it is, everything else
// decoded.

import ArticleModel

/// A text and the encoding that it was in.
struct DecodedText {
  let text: ArticleText
  /// The encoding, as far as it is worth saying: nil for UTF-8.
  let encoding: ArticleMetadata.Encoding?

  /// Decodes a document by the encoding that somebody names, else by what its bytes look like. What is
  /// UTF-8 already becomes the text byte for byte.
  /// - Parameter mayWait: whether a long text may be shown before all of it is checked.
  init(of document: SourceDocument, checkedLater mayWait: Bool = false) {
    let bytes = document.source.bytes
    if let named = document.encoding, named != .utf8 {
      text = named.decode(bytes)
      encoding = ArticleMetadata.Encoding(name: named.name, isGuessed: false)
    } else if let clean = document.source.asText(checkedLater: mayWait) {
      (text, encoding) = (clean, nil)
    } else if let named = document.encoding {
      (text, encoding) = (named.decode(bytes), nil)
    } else {
      let guess = EncodingGuess(of: bytes)
      text = guess.encoding.decode(bytes)
      encoding =
        guess.encoding == .utf8
        ? nil : ArticleMetadata.Encoding(name: guess.encoding.name, isGuessed: guess.isGuessed)
    }
  }
}
