// A keymap that is changed while the reader runs: keys follow the file, and a broken file harms nothing.

import TestSupport
import Testing

@Suite(.serialized) struct TerminalKeymapTests {
  @Test("A keymap that is broken while it is in use is named with its line, and the keys stay")
  func broken() throws {
    let window = try TerminalWindow()
    try window.home.write("[normal]\nZ = \"quit\"\n", to: "mine.toml")
    try window.home.write(try ExampleArticle.text, to: "article.txt")
    try window.run("galley read --keymap ./mine.toml article.txt; echo exit=$?")
    try window.waitFor("? help")
    let broken = [
      "[normal]\n[\n", "a = [[[[", "\u{0}", "x = " + String(repeating: "{a=", count: 50_000),
    ]
    for text in broken {
      try window.home.write(text, to: "mine.toml")
      try window.press("j")
      try window.waitFor("the keys stay")
      try window.press("k")
      try window.waitUntilGone("the keys stay")
    }
    try window.press("Z")
    try window.waitFor("exit=0")
  }

  @Test("A keymap that is changed while it is in use takes effect")
  func changed() throws {
    let window = try TerminalWindow()
    try window.home.write("[normal]\n", to: "mine.toml")
    try window.home.write(try ExampleArticle.text, to: "article.txt")
    try window.run("galley read --keymap ./mine.toml article.txt; echo exit=$?")
    try window.waitFor("? help")
    try window.home.write("[normal]\nZ = \"quit\"\n", to: "mine.toml")
    // The file is looked at when no key has come for a moment.
    try window.wait(for: "the new key") { lines in
      let hasEnded = lines.contains { $0.contains("exit=0") }
      if !hasEnded { try? window.press("Z") }
      return hasEnded
    }
  }
}
