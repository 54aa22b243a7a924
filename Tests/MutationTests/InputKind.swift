// The kinds of input that come from outside, each with good examples and with what must be true of whatever
// is read.

import FoundationEssentials
import TestSupport

/// A kind of input.
struct InputKind: Sendable, CustomStringConvertible {
  /// Its name, which failures and kept inputs have.
  let name: String
  /// How many inputs are tried usually.
  let rounds: Int
  /// Makes good inputs.
  let makeCorpus: @Sendable () throws -> [[UInt8]]
  /// Pieces that matter to the format.
  var pieces: [[UInt8]] = []
  /// Reads an input, and says what is wrong with what came of it; nil when nothing is.
  let fault: @Sendable ([UInt8], inout Chance) throws -> String?

  var description: String { name }

  /// All of them.
  static let all: [InputKind] =
    [article, collection, reader, sidecar, journal, ndjson, filter, pattern, keys] + toml + imports
    + addresses

  /// The root of the package, three folders above this file.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files of a folder of the package whose names end in a certain way.
  static func files(in folder: String, ending: String) throws -> [[UInt8]] {
    let folder = root.appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(ending) }.sorted().map {
      Array(try Data(contentsOf: folder.appending(path: $0)))
    }
  }

  /// Texts as bytes.
  static func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
