// Reads and replaces the small text files that a user keeps.

import FoundationEssentials

/// A configuration file on the disk.
enum ConfigurationFile {
  /// The text of a file; bytes that are no UTF-8 become U+FFFD.
  static func read(_ path: String) throws(ConfigurationProblem) -> String {
    do {
      return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    } catch {
      let isMissing = !FileManager.default.fileExists(atPath: path)
      let reason = isMissing ? "there is no such file" : "the file cannot be read"
      throw ConfigurationProblem(in: path, reason)
    }
  }

  /// Replaces a file as a whole, so that no half of it is ever seen; makes the folders on its way.
  static func replace(_ path: String, with text: String) throws(ConfigurationProblem) {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw ConfigurationProblem(in: path, "the file cannot be written")
    }
  }
}
