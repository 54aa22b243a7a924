// The list of the files of a bundle, the first file in it: what each is there for, and its digest.

import ArticleModel
import LosslessJSON

/// What a bundle says of itself.
package struct BundleList: Hashable, Sendable {
  /// The name of the list within the bundle, and in the folder that it is unpacked to.
  package static let name = "galley-bundle.json"
  /// The name of the readable report.
  package static let reportName = "galley-report.html"
  /// The version of the format that is written.
  static let version = "1.0"

  /// A line of the list.
  struct Entry: Hashable, Sendable {
    var path: String
    var role: BundleFile.Role
    var size: Int
    var digest: Digest
  }

  /// When it was made.
  package let made: Timestamp
  /// The files, in their order.
  let entries: [Entry]

  /// Lists files.
  init(of files: [BundleFile], made: Timestamp) {
    self.made = made
    entries = files.map {
      Entry(path: $0.path, role: $0.role, size: $0.bytes.count, digest: $0.digest)
    }
  }

  /// Reads a list.
  /// - Parameter path: the bundle, for errors.
  init(parsing bytes: [UInt8], of path: String) throws(BundleError) {
    guard let root = try? JSONDocument(parsing: bytes).root,
      let version = root["galley:bundleVersion"]?.string, let files = root["files"]
    else { throw .notABundle(path, reason: "its list cannot be read") }
    guard version.prefix(while: { $0 != "." }) == Self.version.prefix(while: { $0 != "." }) else {
      throw .laterVersion(path, version: String(version.prefix(20)))
    }
    made = Timestamp(root["generated"]?.string ?? "")
    var entries: [Entry] = []
    for node in files.elements {
      guard let entry = Entry(node) else {
        throw .notABundle(path, reason: "file \(entries.count + 1) of its list cannot be read")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The list as a file.
  var bytes: [UInt8] {
    let json: JSONValue = [
      "galley:bundleVersion": .string(Self.version), "generated": .string(made.description),
      "files": .array(
        entries.map { entry in
          [
            "path": .string(entry.path), "role": .string(entry.role.rawValue),
            "size": .integer(entry.size), "sha256": .string(entry.digest.description),
          ]
        }),
    ]
    return Array(json.prettyPrinted().utf8)
  }
}

extension BundleList.Entry {
  fileprivate init?(_ node: JSONNode) {
    guard let path = node["path"]?.string, let size = node["size"]?.int, size >= 0,
      let role = node["role"]?.string.flatMap(BundleFile.Role.init),
      let digest = node["sha256"]?.string.flatMap({ Digest(hexadecimal: $0) })
    else { return nil }
    self.init(path: path, role: role, size: size, digest: digest)
  }
}
