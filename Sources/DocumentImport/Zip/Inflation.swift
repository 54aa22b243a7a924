// Inflating what was deflated, never into more than was agreed.

import CZip

/// Inflates bytes.
enum Inflation {
  /// How much came out, and how it ended.
  struct Outcome {
    var bytes: [UInt8]
    var ending: czip_ending
    /// How many of the packed bytes belong to it.
    var read: Int
  }

  /// Inflates up to the end of the first stream, into `most` bytes at most.
  static func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, as wrapping: czip_wrapping, most: Int
  ) -> Outcome {
    var (ending, read, room) = (CZIP_CUT_OFF, 0, min(max(packed.count * 4, 1 << 16), most))
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { memory, count in
        ending = czip_inflate(
          wrapping, packed.baseAddress, packed.count, memory.baseAddress, room, &read, &count)
      }
      if ending != CZIP_TOO_LONG || room >= most {
        return Outcome(bytes: bytes, ending: ending, read: read)
      }
      room = min(room * 4, most)
    }
  }

  /// Inflates into so many bytes; nil when more or fewer come out, or the stream is damaged.
  static func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, as wrapping: czip_wrapping, exactly size: Int
  ) -> [UInt8]? {
    var (ending, read) = (CZIP_CUT_OFF, 0)
    // A byte more, so that a stream which has none to give is not taken for one that is too long.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { memory, count in
      ending = czip_inflate(
        wrapping, packed.baseAddress, packed.count, memory.baseAddress, size + 1, &read, &count)
    }
    return ending == CZIP_COMPLETE && bytes.count == size ? bytes : nil
  }

  /// How many bytes the first gzip stream takes; 0 for one that is damaged, or when more comes out than is
  /// left of the allowance. What comes out is dropped.
  static func length(
    of packed: UnsafeBufferPointer<UInt8>, within allowance: inout Int
  ) -> Int {
    czip_length(packed.baseAddress, packed.count, &allowance)
  }
}
