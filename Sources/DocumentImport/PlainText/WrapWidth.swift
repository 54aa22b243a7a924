// How long the lines of a text are that was wrapped by hand.

import ArticleModel
import Synchronization

/// The width that a text is wrapped at, worked out when somebody asks: texts with a paragraph a line never do.
final class WrapWidth: Sendable {
  private let text: ArticleText
  private let known = Mutex<Int?>(nil)

  /// What lines have when none of them is followed by another one, in characters.
  private static let usual = 72

  init(of text: ArticleText) { self.text = text }

  /// The width in characters: nine of ten lines at the beginning of the text that another one follows are no
  /// longer.
  var characters: Int {
    known.withLock { width in
      let characters = width ?? measured()
      width = characters
      return characters
    }
  }

  private func measured() -> Int {
    let sample = TextSpan(.zero, min(text.end, ByteOffset(ByteSample.size)))
    var (lengths, length) = ([Int](), 0)
    text.withBytes { bytes in
      for byte in bytes[sample.range] {
        if byte == 0x0A {
          lengths.append(length)
          length = 0
        } else if !byte.isUTF8Continuation {
          length += 1
        }
      }
    }
    let followed = zip(lengths, lengths.dropFirst()).filter { $0 > 0 && $1 > 0 }.map(\.0).sorted()
    return followed.isEmpty ? Self.usual : followed[followed.count * 9 / 10]
  }
}
