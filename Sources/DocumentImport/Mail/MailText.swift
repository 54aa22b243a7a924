// The text of parts of mails, decoded by what they say of their encoding and by what their bytes show.

import ArticleModel

/// Makes strings of the bytes of a part.
enum MailText {
  /// The text of bytes. Unicode is told from the bytes; what is not in it is in the encoding that a label
  /// names, or else in the one that its letters look like.
  static func text(of bytes: [UInt8], labelled label: String? = nil) -> ArticleText {
    bytes.withUnsafeBufferPointer { bytes in
      let guess = EncodingGuess(of: bytes)
      let named = label.flatMap { TextEncoding(label: $0) }
      if guess.isGuessed, let named, named != .utf8 { return named.decode(bytes) }
      return guess.encoding.decode(bytes)
    }
  }

  /// The same as a string.
  static func string(of bytes: [UInt8], labelled label: String? = nil) -> String {
    let text = text(of: bytes, labelled: label)
    return text.string(in: text.span)
  }
}
