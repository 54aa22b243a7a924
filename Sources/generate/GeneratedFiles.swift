// The files of the repository that are made from other ones, as they should be.

import Configuration
import FoundationEssentials
import Interface
import NewsAnalysis

/// Makes files of the repository from others: `make generate` writes them, and a test compares them.
struct GeneratedFiles {
  /// A file as it should be.
  struct File {
    /// Its path from the root of the repository.
    let path: String
    let bytes: [UInt8]

    init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

    init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
  }

  /// The documents that have blocks between markers.
  static let documents = ["README.md", "Documentation/keys.md"]

  private let root: URL

  /// The files of the repository in a folder.
  init(root: URL) { self.root = root }

  /// A file as it is.
  func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// The text of a file as it is.
  func text(of path: String) throws -> String {
    String(decoding: try bytes(of: path), as: UTF8.self)
  }

  /// The built-in keymaps as their files have them. Each is built on the files, not on what is compiled
  /// in, so one run suffices when the default map has changed.
  func keymaps() throws -> [LoadedKeymap] {
    var loaded: [LoadedKeymap] = []
    for name in try keymapNames() {
      let text = try text(of: "Keymaps/\(name).toml")
      loaded.append(
        KeymapLoader.load(text, file: "\(name).toml") { base in
          loaded.first { $0.keymap.name == base }?.keymap
        })
    }
    return loaded
  }

  /// The built-in keymaps in their order, and then those whose files are new.
  private func keymapNames() throws -> [String] {
    let folder = root.appending(path: "Keymaps").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
    return Keymap.builtInNames.filter(names.contains)
      + names.filter { !Keymap.builtInNames.contains($0) }
  }

  /// All of them.
  func all() throws -> [File] {
    let keymaps = try keymaps()
    let source = File(
      path: "Sources/Interface/Keymap/BuiltInKeymaps.swift", text: KeymapSource(keymaps).text)
    let lexicons = LexiconFiles.all.map { tag, bytes in
      File(path: "Sources/EmbeddedData/Lexicons/\(tag).lexicon", bytes: bytes)
    }
    let tables = KeyTables(keymaps: keymaps)
    return try [source] + lexicons
      + Self.documents.map { path in
        let text = try MarkedBlocks(text(of: path)).filled { name in
          try tables.block(name) ?? screen(name)
        }
        return File(path: path, text: text)
      }
  }

  /// A screen that Scripts/draw-screens has drawn, as a block of code; nil for other names.
  private func screen(_ name: String) throws -> String? {
    guard name.hasPrefix("screen ") else { return nil }
    let text = try text(of: "Documentation/Screens/\(name.dropFirst("screen ".count)).txt")
    return "```text\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n```"
  }

  /// Writes those that are not as they should be, and returns their paths.
  func write() throws -> [String] {
    try all().filter { try bytes(of: $0.path) != $0.bytes }.map { file in
      try Data(file.bytes).write(to: root.appending(path: file.path))
      return file.path
    }
  }
}
