// A window of tmux with a shell, in which the real program runs: keys in, the screen as text out.

import FoundationEssentials
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// A terminal for one test, with a tmux server and a home of its own, away when the value goes.
///
/// A class because the server is stopped exactly once.
final class TerminalWindow {
  /// The home of the user, where the shell starts.
  let home: TemporaryFolder
  private let tmux: Program

  /// What the shell prints when it waits for a command.
  static let prompt = "ready>"

  /// Opens a window; it waits with the shell's prompt.
  init(columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]) throws {
    home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path(of: "bin"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: home.path(of: "bin/galley"), withDestinationPath: Program.galley)
    try home.write(TerminalWindow.settings, to: "tmux.conf")
    // Who marks is known, so that nobody asks.
    try home.write("[author]\nname = \"Ines\"\n", to: ".config/galley/config.toml")
    try home.write("PS1='\(TerminalWindow.prompt) '\n", to: "bashrc")
    var tmux = Program(path: "tmux")
    tmux.arguments = ["-S", home.path(of: "tmux"), "-f", home.path(of: "tmux.conf")]
    tmux.environment["PATH"] = home.path(of: "bin") + ":" + (tmux.environment["PATH"] ?? "")
    tmux.environment["HOME"] = home.path
    tmux.environment.merge(environment) { $1 }
    self.tmux = tmux
    try call(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", home.path,
      "bash --noprofile --rcfile bashrc")
    try waitFor(TerminalWindow.prompt)
  }

  deinit { _ = try? call("kill-server") }

  /// The rows of the screen, without trailing blanks.
  var lines: [String] {
    get throws {
      let text = try call("capture-pane", "-p")
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init)
    }
  }

  /// The screen with its colours and attributes as escape sequences.
  var styledScreen: String {
    get throws { try call("capture-pane", "-p", "-e") }
  }

  /// Column and row of the cursor, from 0.
  var cursor: (column: Int, row: Int) {
    get throws {
      let numbers = try call("display-message", "-p", "#{cursor_x} #{cursor_y}")
        .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      guard numbers.count == 2 else { throw Program.Failure(description: "tmux knows no cursor") }
      return (numbers[0], numbers[1])
    }
  }

  /// Whether a program has the screen that goes when the program does.
  var isAlternateScreen: Bool {
    get throws { try call("display-message", "-p", "#{alternate_on}").hasPrefix("1") }
  }

  /// Sends a signal to whatever runs in the shell's foreground.
  func signalReader(_ signal: Int32) throws {
    let shell = try shellProcess
    let children = try String(
      decoding: Data(contentsOf: URL(filePath: "/proc/\(shell)/task/\(shell)/children")),
      as: UTF8.self)
    for child in children.split(separator: " ").compactMap({ pid_t($0) }) {
      kill(child, signal)
    }
  }

  private var shellProcess: Int {
    get throws {
      let text = try call("display-message", "-p", "#{pane_pid}")
      guard let number = Int(text.filter(\.isNumber)) else {
        throw Program.Failure(description: "tmux knows no process")
      }
      return number
    }
  }

  /// Presses keys, in tmux's names: "j", "Enter", "C-d", "Escape".
  func press(_ keys: String...) throws {
    try call(["send-keys", "--"] + keys)
  }

  /// Types text as it stands.
  func type(_ text: String) throws {
    try call("send-keys", "-l", "--", text)
  }

  /// Sends bytes as a terminal would, control characters included.
  func send(_ bytes: String) throws {
    try call(["send-keys", "-H"] + bytes.utf8.map { String($0, radix: 16) })
  }

  /// Types a command into the shell.
  func run(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try call("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits until the screen has a text somewhere; fails with what it shows instead.
  func waitFor(_ text: String, within limit: Duration = .seconds(15)) throws {
    try wait(for: "“\(text)”", within: limit) { $0.contains { $0.contains(text) } }
  }

  /// Waits until the screen has a text nowhere.
  func waitUntilGone(_ text: String, within limit: Duration = .seconds(15)) throws {
    try wait(for: "no “\(text)”", within: limit) { !$0.contains { $0.contains(text) } }
  }

  /// Waits until the screen is as a condition says.
  func wait(
    for what: String, within limit: Duration = .seconds(15), until holds: ([String]) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + limit
    while true {
      let lines = try lines
      if holds(lines) { return }
      if ContinuousClock.now > deadline {
        let screen = lines.joined(separator: "\n")
        throw Program.Failure(description: "waited for \(what); the screen shows\n\(screen)")
      }
      usleep(20_000)
    }
  }

  private static let settings = """
    set -g default-terminal tmux-256color
    set -g status off
    set -s escape-time 0

    """

  @discardableResult
  private func call(_ arguments: String...) throws -> String { try call(arguments) }

  @discardableResult
  private func call(_ arguments: [String]) throws -> String {
    var program = tmux
    program.arguments += arguments
    let outcome = try program.run()
    if outcome.status != 0 {
      throw Program.Failure(description: "tmux \(arguments.first ?? ""): \(outcome.errors)")
    }
    return outcome.output
  }
}
