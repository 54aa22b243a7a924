// The coastlines and borders of the world, read where they lie in the binary.

import EmbeddedData

/// The lines that a map is drawn with.
package struct WorldOutline {
  /// What a line is.
  package enum LineKind: UInt16 { case coast, border, disputedBorder }

  private let bytes: UnsafeRawBufferPointer

  /// The outline that comes with the program.
  package static var embedded: WorldOutline { WorldOutline(EmbeddedWorldMap.outline) }

  /// Reads lines as Sources/EmbeddedData/WorldMap/README.md lays them out.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Calls `body` with each edge of the lines: its kind, its two ends, and whether it begins a line.
  package func forEachEdge(_ body: (LineKind, Place.Coordinate, Place.Coordinate, Bool) -> Void) {
    guard bytes.count >= 8 else { return }
    var at = 8
    while at + 4 <= bytes.count {
      let kind = LineKind(rawValue: word(at))
      let end = at + 4 + Int(word(at + 2)) * 4
      guard let kind, end <= bytes.count else { return }
      at += 4
      let start = at
      while at + 8 <= end {
        body(kind, point(at), point(at + 4), at == start)
        at += 4
      }
      at = end
    }
  }

  private func word(_ at: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self))
  }

  private func point(_ at: Int) -> Place.Coordinate {
    Place.Coordinate(
      latitude: Double(Int16(bitPattern: word(at + 2))) / 100,
      longitude: Double(Int16(bitPattern: word(at))) / 100)
  }
}
