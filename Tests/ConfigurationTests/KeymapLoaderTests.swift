// Keymap files: what they bind, what they inherit, and what is said of their mistakes.

import Configuration
import Interface
import Screen
import TestSupport
import Testing

@Suite struct KeymapLoaderTests {
  private func load(_ text: String) -> LoadedKeymap { KeymapLoader.load(text, file: "mine.toml") }

  private func action(_ notation: String, in map: Keymap, _ context: KeyContext = .normal) throws
    -> Keymap.Match
  { map.match(try Key.sequence(notation), in: context) }

  @Test("A file adds to its base, overrides it and unbinds what it does not want")
  func inheritance() throws {
    let loaded = load(
      """
      name = "desk"
      description = "for the desk"
      base = "vim"
      [normal]
      "gl" = "next-location"
      "x" = "delete"
      [unmap]
      normal = ["dd"]
      """)
    #expect(loaded.problems.isEmpty)
    #expect(loaded.keymap.name == "desk")
    #expect(loaded.description == "for the desk")
    #expect(try action("gl", in: loaded.keymap) == .action(.nextLocation))
    #expect(try action("x", in: loaded.keymap) == .action(.delete))
    #expect(try action("dd", in: loaded.keymap) == .none)
    #expect(try action("za", in: loaded.keymap) == .action(.toggleFold))
    #expect(loaded.keymap.keys(for: .delete, in: .normal) == [.character("x")])
  }

  @Test("A file without a base builds on the default map, and on nothing when it says none")
  func bases() throws {
    #expect(try action("]q", in: load("").keymap) == .action(.nextQuotation))
    let bare = load("base = \"none\"\n[normal]\n\"q\" = \"quit\"\n").keymap
    #expect(bare.bindings.count == 1)
  }

  @Test("What is wrong is said on one line, whatever the name is")
  func oneLine() throws {
    let loaded = load("[normal]\n\"gl\" = \"own-comm\\nd\"\n")
    #expect(
      loaded.problems.map(\.description) == [
        "mine.toml:2: there is no action “own-comm d”; did you mean own-command?"
      ])
  }

  @Test("Bad entries are reported with their line and the rest loads")
  func badEntries() throws {
    let loaded = load(
      """
      base = "less-ish"
      colour = "red"
      [normal]
      "gl" = "next-place"
      "<C-ä>" = "down"
      "gz" = 3
      "gy" = "next-location"
      [insert]
      [unmap]
      normal = ["gg", "gj"]
      """)
    #expect(
      loaded.problems.map(\.description) == [
        "mine.toml:1: there is no keymap “less-ish” to build on; there are "
          + "default, vim, less, emacs and none",
        "mine.toml:2: warning: unknown key “colour”; known here: base, checklist, claims, "
          + "description, langmap, letter, map, mark, name, normal, note, pane, picker, prompt, "
          + "quotations, record, review, selection, unmap",
        "mine.toml:4: there is no action “next-place”; did you mean next-word, next-sentence, "
          + "next-paragraph?",
        "mine.toml:5: “<C-ä>”: <C-ä> is not a key that a terminal reports",
        "mine.toml:6: “gz” must be bound to the name of an action",
        "mine.toml:8: warning: unknown key “insert”; known here: base, checklist, claims, "
          + "description, langmap, letter, map, mark, name, normal, note, pane, picker, prompt, "
          + "quotations, record, review, selection, unmap",
        "mine.toml:10: warning: “gj” is not bound in the base",
      ])
    #expect(try action("gy", in: loaded.keymap) == .action(.nextLocation))
    #expect(try action("gg", in: loaded.keymap) == .none)
  }

  @Test(
    "Keys that a terminal cannot tell apart draw a warning",
    arguments: [
      ("<C-i>", "<Tab>"), ("<C-m>", "<Enter>"), ("<C-[>", "<Esc>"),
    ])
  func twins(key: String, twin: String) {
    let loaded = load("[normal]\n\"\(key)\" = \"open\"\n")
    #expect(loaded.problems.map(\.severity) == [.warning])
    #expect(loaded.problems.first?.message.contains("as \(twin)") == true)
  }

  @Test("A sequence behind a key that is bound by itself is an error")
  func unreachable() {
    let loaded = load(
      "[normal]\n\"dw\" = \"delete\"\n\"d\" = \"half-page-down\"\n[unmap]\nnormal=[\"dd\"]")
    #expect(
      loaded.problems.map(\.description) == [
        "mine.toml:2: “dw” can never be typed, since d is bound by itself"
      ])
  }

  @Test("A key that hides sequences of the base draws a warning that says how to agree to it")
  func hidden() {
    let loaded = load("[normal]\n\"d\" = \"half-page-down\"\n")
    #expect(
      loaded.problems.map(\.description) == [
        "mine.toml:2: warning: “d” hides keys of the base; say so: [unmap] normal = [\"dd\", \"dw\"]"
      ])
  }

  @Test("The same keys in two spellings are an error")
  func repeated() {
    let loaded = load("[normal]\n\"<C-t>\" = \"up\"\n\"<c-T>\" = \"down\"\n")
    #expect(loaded.problems.map(\.line) == [3])
    #expect(loaded.problems.first?.severity == .error)
  }

  @Test("A map that nothing leaves is an error, and so is a letter that cannot be typed a warning")
  func traps() {
    #expect(load("base = \"none\"\n").problems.map(\.severity) == [.error])
    #expect(load("[note]\n\"x\" = \"accept\"\n").problems.map(\.severity) == [.warning])
  }

  @Test("A langmap makes commands work on another keyboard, and only commands")
  func langmap() throws {
    let keymap = load("[langmap]\n\"й\" = \"q\"\n\"ъ\" = \"]\"\n").keymap
    #expect(try action("й", in: keymap) == .action(.quit))
    #expect(try action("ъй", in: keymap) == .action(.nextQuotation))
    #expect(keymap.keys(for: .quit, in: .normal) == [.character("q")])
    #expect(keymap.match([.character("й")], in: .note) == .none)
  }

  @Test("A name finds the user's own map before a built-in one")
  func search() throws {
    let folder = try TemporaryFolder()
    try folder.write("[normal]\n\"Q\" = \"quit\"\n", to: "galley/keymaps/less.toml")
    let search = KeymapSearch(in: UserFolders(environment: ["XDG_CONFIG_HOME": folder.path]))
    #expect(try action("Q", in: search.keymap("less").keymap) == .action(.quit))
    #expect(try search.keymap("emacs").keymap.name == "emacs")
    #expect(throws: ConfigurationProblem.self) { try search.keymap("nano") }
    #expect(throws: ConfigurationProblem.self) { try search.keymap("./nano.toml") }
  }
}
