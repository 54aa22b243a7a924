// How much a bundle may hold. What is packed keeps to the same bounds as what is unpacked, so that every
// bundle that was made can be opened.

/// Bounds of a bundle.
enum BundleLimits {
  /// No file may be longer, in bytes.
  static let longestFile = 64 << 20
  /// All files together may not be longer, in bytes.
  static let longestContents = 512 << 20
  /// There may not be more files.
  static let mostFiles = 20_000
  /// Nothing that anybody wrote gets so many times shorter; what does is made to fill a disk. The writer
  /// stores such files as they are.
  static let steepest = 100
  /// Files up to this length are harmless however well they are packed, in bytes.
  static let harmless = 1 << 20
  /// No name may be longer, in bytes.
  static let longestName = 1024

  /// Whether a packed file would swell beyond what texts do.
  static func isBomb(size: Int, packedSize: Int) -> Bool {
    size > harmless && size / steepest > packedSize
  }
}
