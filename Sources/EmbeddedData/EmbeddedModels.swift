// The trained models that are compiled into the binary.

import CEmbeddedData

/// Models as they are stored; mapped with the program and read where they lie.
package enum EmbeddedModels {
  /// All of them.
  package static var all: [UnsafeRawBufferPointer] { [attribution, claims, encoder] }

  /// The sequence model of attributions. Lives as long as the program.
  package static var attribution: UnsafeRawBufferPointer {
    var length = 0
    let start = galley_attribution(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// The model of claims. Lives as long as the program.
  package static var claims: UnsafeRawBufferPointer {
    var length = 0
    let start = galley_claims(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// The encoder of the careful engine. Lives as long as the program.
  package static var encoder: UnsafeRawBufferPointer {
    var length = 0
    let start = galley_encoder(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
