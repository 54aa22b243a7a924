// Tab in real shells: what bash, zsh and fish put on the line for galley.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A shell that completes, as `make install` sets it up for it.
enum CompletingShell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  static var installed: [CompletingShell] {
    allCases.filter { shell in
      ["/bin/", "/usr/bin/"].contains { access($0 + shell.rawValue, X_OK) == 0 }
    }
  }

  /// A command that starts it with nothing of the user's own.
  var start: String {
    switch self {
    case .bash: "PS1='in-bash> ' exec bash --noprofile --norc"
    case .zsh: "PS1='in-zsh> ' exec zsh -f"
    case .fish: "exec fish --no-config -C 'function fish_prompt; echo \"in-fish> \"; end'"
    }
  }

  /// What makes it complete galley.
  var setUp: String {
    switch self {
    case .bash: "source <(galley --generate-completion-script bash)"
    case .zsh:
      "autoload -Uz compinit; compinit -u -d zdump; "
        + "galley --generate-completion-script zsh > _g; source ./_g"
    case .fish: "galley --generate-completion-script fish | source"
    }
  }
}

@Suite struct ShellCompletionTests {
  /// What is typed, and what stands there after Tab.
  private static let completions = [
    ("galley sto", "galley story.txt"),
    ("galley ann", "galley annotate"),
    ("galley story.txt --the", "galley story.txt --theme"),
    ("galley --theme hi", "galley --theme high-contrast"),
    ("galley story.txt --keymap own", "galley story.txt --keymap ownkeys"),
    ("galley story.txt oth", "galley story.txt other.txt"),
    ("galley annotate story.txt --kind ques", "galley annotate story.txt --kind question"),
    (
      "galley annotate story.txt --kind bias --term loaded-t",
      "galley annotate story.txt --kind bias --term loaded-term"
    ),
    (
      "galley annotate story.txt --verdict refu",
      "galley annotate story.txt --verdict refuted"
    ),
    ("galley read sto", "galley read story.txt"),
  ]

  @Test(
    "Articles, options and their values are completed at Tab",
    arguments: CompletingShell.installed)
  func completes(shell: CompletingShell) throws {
    let window = try TerminalWindow(columns: 100, rows: 40)
    try window.home.write("Words.\n", to: "story.txt")
    try window.home.write("Words.\n", to: "other.txt")
    try window.home.write("base = \"default\"\n", to: ".config/galley/keymaps/ownkeys.toml")
    try window.run(shell.start)
    try window.waitFor("in-\(shell.rawValue)>")
    try window.run(shell.setUp + "; clear; echo set-up")
    try window.wait(for: "the set-up") { $0.contains("set-up") }
    for (typed, wanted) in Self.completions {
      try window.type(typed)
      try window.press("Tab")
      try window.wait(for: "\(shell.rawValue): \(wanted)") { lines in
        lines.contains { $0.hasSuffix("> " + wanted) }
      }
      try window.press("C-u")
      try window.waitUntilGone(wanted)
    }
  }

  @Test("mandoc finds nothing to say about the manual page")
  func manual() throws {
    guard access("/usr/bin/mandoc", X_OK) == 0 else { return }
    let desk = try Desk()
    try desk.folder.write(try desk.galley("manual").output, to: "galley.1")
    let outcome = try Program(
      path: "/usr/bin/mandoc", arguments: ["-T", "lint", desk.folder.path(of: "galley.1")]
    ).run()
    #expect(outcome.output == "" && outcome.status == 0)
  }
}
