// The keymaps that are compiled in are those of Keymaps/*.toml.

import Configuration
import FoundationEssentials
import Interface
import Testing

@Suite struct BuiltInKeymapTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  private func load(_ name: String) throws -> LoadedKeymap {
    KeymapLoader.load(try text(of: "Keymaps/\(name).toml"), file: "\(name).toml")
  }

  @Test("A built-in keymap binds what its file binds", arguments: Keymap.builtInNames)
  func sameAsFile(name: String) throws {
    let keymap = try load(name).keymap
    #expect(keymap.name == name)
    #expect(keymap.bindings == Keymap.builtIn(name)?.bindings)
  }

  @Test("No key of a built-in keymap collides with another one", arguments: Keymap.builtInNames)
  func sound(name: String) throws {
    let loaded = try load(name)
    #expect(loaded.problems == [])
    #expect(!loaded.description.isEmpty)
  }
}
