// config.toml: what it says, and how the author's name gets into it.

import ArticleModel
import Configuration
import TestSupport
import Testing

@Suite struct UserConfigurationTests {
  let folder: TemporaryFolder
  let folders: UserFolders

  init() throws {
    folder = try TemporaryFolder()
    folders = UserFolders(environment: ["XDG_CONFIG_HOME": folder.path])
  }

  @Test("Options are read, and what makes no sense is named and left out")
  func options() {
    let (configuration, problems) = UserConfiguration.parse(
      "measure = 7\nkeymap = 3\ncolor = 1\n[author]\nname = \"Ana\"\n",
      file: "config.toml")
    #expect(configuration.author == Creator(name: "Ana"))
    #expect(configuration.measure == nil)
    #expect(
      problems.map(\.description) == [
        "config.toml:1: “measure” must be a whole number from 20 to 200",
        "config.toml:2: “keymap” must be a string, not a whole number",
        "config.toml:3: warning: unknown key “color”; known here: author, command, keymap, "
          + "line-numbers, measure, mouse, theme",
      ])
  }

  @Test("A configuration that is not there says nothing")
  func missing() {
    let (configuration, problems) = UserConfiguration.load(from: folders)
    #expect(configuration == UserConfiguration())
    #expect(problems.isEmpty)
  }

  @Test("The author is kept with an id that outlives a change of name")
  func author() throws {
    let first = try UserConfiguration.keepAuthor(named: "Ana \"A.\" Lopes", in: folders)
    #expect(UserConfiguration.load(from: folders).configuration.author == first)
    let second = try UserConfiguration.keepAuthor(named: "Ana Lopes", in: folders)
    #expect(second.id == first.id)
    #expect(UserConfiguration.load(from: folders).configuration.author == second)
  }

  @Test("Keeping the author changes nothing else in the file")
  func otherLines() throws {
    try folder.write(
      "# mine\nmeasure = 60 # narrow\n[author]\nid = \"urn:x\" \n# who\n", to: "galley/config.toml")
    _ = try UserConfiguration.keepAuthor(named: "Ana", in: folders)
    #expect(
      try folder.read("galley/config.toml")
        == "# mine\nmeasure = 60 # narrow\n[author]\nname = \"Ana\"\nid = \"urn:x\"\n# who\n")
  }

  @Test(
    "An author who is written in another way stays as they are, and that is said",
    arguments: [
      "author = {name = \"A\", id = \"urn:x\"}\n", "author.name = \"A\"\n",
      "[author]\nname = \"\"\"\nA\n\"\"\"\nid = \"x\"\n", "author = \"A\"\n",
    ])
  func otherForms(text: String) throws {
    try folder.write(text, to: "galley/config.toml")
    #expect(throws: ConfigurationProblem.self) {
      try UserConfiguration.keepAuthor(named: "B", in: folders)
    }
    #expect(try folder.read("galley/config.toml") == text)
  }

  @Test("A file that is too long is not read")
  func tooLong() throws {
    try folder.write(String(repeating: "# x\n", count: 300_000), to: "galley/config.toml")
    #expect(
      UserConfiguration.load(from: folders).problems.first?.message.contains("longer than 1 MB")
        == true)
  }

  @Test("A file that is no TOML is left to its owner")
  func brokenFile() throws {
    try folder.write("[author\nname = 1\n", to: "galley/config.toml")
    #expect(throws: ConfigurationProblem.self) {
      try UserConfiguration.keepAuthor(named: "Ana", in: folders)
    }
    #expect(try folder.read("galley/config.toml") == "[author\nname = 1\n")
  }

  @Test("A folder in the environment counts when its path is absolute")
  func environment() {
    #expect(UserFolders(environment: ["HOME": "/h"]).configuration == "/h/.config/galley")
    let relative = UserFolders(environment: ["HOME": "/h", "XDG_CONFIG_HOME": "x"])
    #expect(relative.configuration == "/h/.config/galley")
    #expect(UserFolders(environment: [:]).configuration == nil)
  }
}
