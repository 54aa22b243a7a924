// The form of text that offsets refer to: UTF-8, CR and CRLF as LF, no byte-order mark. One definition for
// every reader, every command and every size of file.

import ArticleModel
import CUnicode

/// The form that the text of every article has.
enum NormalForm {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether bytes are in it already. Two cores check some 20 GB a second, so no file is too long.
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.isEmpty
      || !bytes.starts(with: byteOrderMark) && !EncodingGuess.isHiddenInUTF8(ByteSample(of: bytes))
        && cunicode_is_clean(bytes.baseAddress, bytes.count) == 1
  }

  /// Makes it of bytes that are meant as UTF-8. Each longest beginning of a sequence that does not go on
  /// becomes U+FFFD, as everywhere in Unicode (section 3.9).
  static func text(of bytes: UnsafeBufferPointer<UInt8>) -> ArticleText {
    let hasMark = bytes.starts(with: byteOrderMark)
    let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(hasMark ? byteOrderMark.count : 0))
    let count = cunicode_repair(rest.baseAddress, rest.count, nil)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 1))
    cunicode_repair(rest.baseAddress, rest.count, copy.baseAddress)
    nonisolated(unsafe) let owned = copy
    return ArticleText(adopting: UnsafeBufferPointer(rebasing: copy[..<count])) {
      owned.deallocate()
    }
  }
}
