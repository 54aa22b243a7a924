// Words as readers see them: soft hyphens, joiners and accents that stand apart make no other word.

import ArticleModel

/// The spelling by which words are compared; positions stay those of the text.
enum PlainSpelling {
  /// Calls `body` with a word in UTF-8 as it is spelled; the bytes must not outlive the call.
  static func of<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard isDisguised(word) else { return body(word) }
    var plain = String(decoding: word, as: UTF8.self).asSpelled
    return plain.withUTF8(body)
  }

  /// Whether a word may hold a combining accent (U+0300 to U+036F), a soft hyphen or an invisible sign of
  /// the block of general punctuation; its apostrophe alone is none.
  private static func isDisguised(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in word.indices where word[at] >= 0x80 {
      let next = at + 1 < word.count ? word[at + 1] : 0
      switch word[at] {
      case 0xCC, 0xCD: return true
      case 0xC2 where next == 0xAD: return true
      case 0xE2 where next == 0x80 || next == 0x81:
        if at + 2 >= word.count || word[at + 2] != 0x99 { return true }
      default: continue
      }
    }
    return false
  }
}
