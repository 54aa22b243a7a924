// What can be saved of a sidecar that is no longer JSON.

/// Annotations found whole in a damaged text.
enum Salvage {
  /// The annotations that can still be read, each at its first occurrence.
  static func annotations(in bytes: [UInt8]) -> [Annotation] {
    var found: [Annotation] = []
    var ids: Set<AnnotationID> = []
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "{")) {
      guard let end = bytes.withUnsafeBufferPointer({ JSONScanner.end(ofValueAt: start, in: $0) })
      else {
        at = start + 1
        continue
      }
      if let annotation = Annotation(reading: Array(bytes[start..<end])) {
        if ids.insert(annotation.id).inserted { found.append(annotation) }
        at = end
      } else {
        at = start + 1
      }
    }
    return found
  }
}

extension JSONScanner {
  /// Where the value ends that starts at `start`; nil when none does.
  static func end(ofValueAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var scanner = JSONScanner(bytes: bytes)
    scanner.at = start
    do { try scanner.scanValue(depth: 0) } catch { return nil }
    return scanner.at
  }
}
