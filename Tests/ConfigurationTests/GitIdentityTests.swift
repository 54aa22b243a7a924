// The name in git's files: which of them counts, and how they are written.

import Configuration
import TestSupport
import Testing

@Suite struct GitIdentityTests {
  let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func name(_ more: [String: String] = [:], in folder: String? = nil) -> String? {
    let environment = ["HOME": home.path].merging(more) { $1 }
    return GitIdentity(environment: environment, folder: folder)?.name
  }

  @Test("Without a file that names anybody there is no name")
  func nobody() throws {
    #expect(name() == nil)
    try home.write("[user]\n\temail = a@example.org\n", to: ".gitconfig")
    #expect(name() == nil)
    #expect(GitIdentity(environment: [:], folder: nil) == nil)
  }

  @Test("The name stands in ~/.gitconfig, else in the folder of configurations")
  func files() throws {
    try home.write("[user]\nname = Elsewhere\n", to: ".config/git/config")
    #expect(name() == "Elsewhere")
    try home.write("[user]\n  name = Ana Lopes\n", to: ".gitconfig")
    #expect(name() == "Ana Lopes")
    let own = try home.write("[user]\nname = Third\n", to: "own/git/config")
    #expect(name(["XDG_CONFIG_HOME": home.path(of: "own")]) == "Ana Lopes")
    #expect(name(["GIT_CONFIG_GLOBAL": own]) == "Third")
    #expect(name(["GIT_CONFIG_GLOBAL": ""]) == nil)
  }

  @Test("A repository's own name wins, from any folder in it and from a further working tree")
  func repository() throws {
    try home.write("[user]\nname = Ana\n", to: ".gitconfig")
    try home.write("[core]\nbare = false\n[user]\nname = Desk\n", to: "work/.git/config")
    try home.write("x", to: "work/a/b/article.txt")
    #expect(name(in: home.path(of: "work/a/b")) == "Desk")
    #expect(name(in: home.path(of: "work")) == "Desk")
    #expect(name(in: home.path) == "Ana")
    try home.write("../..\n", to: "work/.git/worktrees/second/commondir")
    let link = "gitdir: \(home.path(of: "work/.git/worktrees/second"))\n"
    try home.write(link, to: "second/.git")
    #expect(name(in: home.path(of: "second")) == "Desk")
  }

  @Test("A file that is included counts where it is included, and includes nothing further")
  func includes() throws {
    try home.write(
      "[user]\nname = Before\n[include]\npath = more/names\n", to: ".gitconfig")
    try home.write("[user]\nname = Included\n[include]\npath = names\n", to: "more/names")
    #expect(name() == "Included")
    try home.write(
      "[include]\npath = ~/more/names\n[user]\nname = After\n", to: ".gitconfig")
    #expect(name() == "After")
    try home.write("[include]\npath = nowhere\n", to: ".gitconfig")
    #expect(name() == nil)
  }

  @Test(
    "Values are read as git writes them",
    arguments: [
      ("[user]\nname = Ana Lopes ; who\n", "Ana Lopes"), ("[USER] NAME=\tAna # x", "Ana"),
      ("[user]\nname = \"  Ana; Lopes \" \n", "Ana; Lopes"),
      ("[user]\nname = Ana \\\"A.\\\" Lopes\n", "Ana \"A.\" Lopes"),
      ("[user]\nname = Ana \\\n  Lopes\n", "Ana Lopes"),
      ("[user]\r\nname = Ana\r\nemail = x\r\n", "Ana"),
      ("[user]\nname = One\n[user]\nname = Two\n", "Two"),
      ("[user]\nname = Inês de Sá\n", "Inês de Sá"),
    ])
  func values(_ text: String, _ expected: String) throws {
    try home.write(text, to: ".gitconfig")
    #expect(name() == expected)
  }

  @Test(
    "What names nobody is no name",
    arguments: [
      "[user \"work\"]\nname = Ana\n", "[author]\nname = Ana\n", "name = Ana\n",
      "[user]\nname\n", "[user]\nname = \"\"\n", "[user\nname = Ana\n", "[user]\n# name = Ana\n",
    ])
  func noNames(_ text: String) throws {
    try home.write(text, to: ".gitconfig")
    #expect(name() == nil)
  }
}
