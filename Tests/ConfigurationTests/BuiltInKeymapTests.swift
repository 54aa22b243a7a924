// The keymaps that are compiled in are those of Keymaps/*.toml.

import Configuration
import FoundationEssentials
import Reader
import Testing

@Suite struct BuiltInKeymapTests {
  private func source(_ name: String) throws -> String {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Keymaps/\(name).toml")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test("A built-in keymap binds what its file binds", arguments: Keymap.builtInNames)
  func sameAsFile(name: String) throws {
    let loaded = KeymapLoader.load(try source(name), file: "\(name).toml")
    #expect(loaded.keymap.name == name)
    #expect(loaded.keymap.bindings == Keymap.builtIn(name)?.bindings)
  }

  @Test("No key of a built-in keymap collides with another one", arguments: Keymap.builtInNames)
  func sound(name: String) throws {
    let loaded = KeymapLoader.load(try source(name), file: "\(name).toml")
    #expect(loaded.problems == [])
    #expect(!loaded.description.isEmpty)
  }
}
