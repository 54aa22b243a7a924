// The text of parts of mails, whatever they say of their encoding.

import ArticleModel

/// Makes strings of the bytes of a part.
enum MailText {
  /// The text in Unicode, as far as the bytes are in it or in Windows-1252.
  static func text(of bytes: [UInt8]) -> ArticleText {
    bytes.withUnsafeBufferPointer { bytes in
      TextEncoding.detected(in: bytes).decode(bytes)
    }
  }

  /// The same as a string.
  static func string(of bytes: [UInt8]) -> String {
    let text = text(of: bytes)
    return text.string(in: text.span)
  }
}
