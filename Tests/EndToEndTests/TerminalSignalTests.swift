// Signals, from every surface: what ends the program saves first and says so in its exit status, what
// concerns nobody is ignored, and whatever happens the shell finds its terminal as it was.

import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct TerminalSignalTests {
  private static let isLong =
    ProcessInfo.processInfo.environment["GALLEY_LONG_TESTS"] != nil

  /// A surface: the keys that lead to it, and what it shows then.
  struct Place: CustomStringConvertible {
    var keys: [String]
    var shows: String
    var description: String { shows }
  }

  private static let places = [
    Place(keys: [], shows: "? help"), Place(keys: ["r"], shows: "REVIEW"),
    Place(keys: ["?"], shows: "the keys of the default map"),
    Place(keys: ["/", "p", "e"], shows: "/pe"), Place(keys: [":", "s"], shows: ":s"),
    Place(keys: ["V", "a", "n", "h", "a", "l", "f"], shows: "half"),
  ]

  private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

  /// Each surface with each signal; usually each with one, in turn.
  private static var trials: [(place: Place, signal: Int32)] {
    let all = places.indices.flatMap { place in
      endings.indices.map { (place: place, signal: $0) }
    }
    let some = isLong ? all : all.filter { $0.place % endings.count == $0.signal }
    return some.map { (places[$0.place], endings[$0.signal]) }
  }

  /// Opens a window, and keeps how the terminal is set in a file.
  private func window() throws -> TerminalWindow {
    let window = try TerminalWindow()
    try window.home.write("echo editing; exec sleep 60\n", to: "editor")
    try window.run("export EDITOR='sh editor'; stty -a > before")
    return window
  }

  private func open(in window: TerminalWindow) throws {
    try window.run("clear")
    try window.readExample()
  }

  private func expectTerminalIsBack(_ window: TerminalWindow, exit: Int32) throws {
    try window.waitFor("exit=\(exit)")
    #expect(try !window.isAlternateScreen)
    try window.run("stty -a | cmp - before && echo as-it-\"was\"")
    try window.waitFor("as-it-was")
  }

  @Test("A signal that asks for the end ends every surface with 128 and its number")
  func ending() throws {
    let window = try window()
    for (place, signal) in Self.trials {
      try open(in: window)
      for key in place.keys { try window.press(key) }
      try window.waitFor(place.shows)
      try window.signalReader(signal)
      try expectTerminalIsBack(window, exit: 128 + signal)
    }
  }

  @Test("A signal that comes while a note is in the user's own editor ends both; the note is kept")
  func editor() throws {
    for signal in Self.isLong ? Self.endings : [SIGTERM, SIGINT] {
      let window = try window()
      try open(in: window)
      try window.press("V", "a", "n")
      try window.type("half a note")
      try window.press("C-x", "C-e")
      try window.waitFor("editing")
      try window.signalReader(signal)
      try expectTerminalIsBack(window, exit: 128 + signal)
      try window.run("clear; galley article.txt")
      try window.waitFor("unfinished note is open again")
      try window.waitFor("half a note")
    }
  }

  @Test("Signals that concern nobody leave the reader as it is")
  func ignored() throws {
    let window = try window()
    try open(in: window)
    for signal in [
      SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, 40,
    ] {
      try window.signalReader(signal)
    }
    try window.press("?")
    try window.waitFor("the keys of the default map")
    try window.press("q", "q")
    try expectTerminalIsBack(window, exit: 0)
  }

  @Test("A crash gives the terminal back and is told by the exit status")
  func crash() throws {
    let window = try window()
    let all = [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS]
    for signal in Self.isLong ? all : Array(all.prefix(2)) {
      try open(in: window)
      try window.signalReader(signal)
      try expectTerminalIsBack(window, exit: 128 + signal)
    }
  }

  @Test("An article that is cut while it is read is read on", arguments: [0, 4096])
  func cut(length: Int) throws {
    let window = try TerminalWindow()
    try window.home.write(
      String(repeating: "The harbour closed on Monday, officials said.\n\n", count: 20_000),
      to: "long.txt")
    try window.run("galley long.txt; echo exit=$?")
    try window.waitFor("? help")
    #expect(truncate(window.home.path(of: "long.txt"), length) == 0)
    try window.press("G", "C-b", "g", "g", ")")
    try window.waitFor("? help")
    try window.press("q")
    try window.waitFor("exit=0")
  }

  @Test("Closed standard error breaks no keys")
  func closedError() throws {
    let window = try window()
    try open(in: window)
    try window.quit()
    for redirection in ["2>&-", "2>/dev/full"] {
      try window.run("clear; galley article.txt \(redirection); echo exit=$?")
      try window.waitFor("? help")
      try window.press("?")
      try window.waitFor("the keys of the default map")
      try window.press("q", "q")
      try expectTerminalIsBack(window, exit: 0)
    }
  }
}
