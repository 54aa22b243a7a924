// The indexes of legacy encodings that are compiled into the binary.

import CEmbeddedData

/// What the bytes of legacy encodings mean, as Encodings/README.md lays it out.
package enum EmbeddedEncodings {
  /// The indexes. They live as long as the program.
  package static var indexes: UnsafeRawBufferPointer {
    var length = 0
    let start = galley_encodings(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
