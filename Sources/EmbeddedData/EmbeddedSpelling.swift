// The list of English words that is compiled into the binary.

import CEmbeddedData

/// English words as a Bloom filter, which Spelling/README.md describes.
package enum EmbeddedSpelling {
  /// The bits of the filter. They live as long as the program.
  package static var english: UnsafeRawBufferPointer {
    var length = 0
    let start = cembedded_english_words(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
