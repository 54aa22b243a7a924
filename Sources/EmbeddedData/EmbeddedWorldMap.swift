// The outline of the world that is compiled into the binary.

import CEmbeddedData

/// Coastlines and borders of Natural Earth, as WorldMap/README.md lays them out.
package enum EmbeddedWorldMap {
  /// The lines. They live as long as the program.
  package static var outline: UnsafeRawBufferPointer {
    var length = 0
    let start = galley_world_outline(&length)
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}
