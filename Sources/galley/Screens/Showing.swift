// Hands over to a session: the stage with keymap, theme and author, the terminal, and how it ends. All
// screens begin here, and differ in the desk that they begin at.

import ArticleModel
import Configuration
import Interface
import Ncurses
import Reader
import Review
import Screen
import Session

/// A sitting at the terminal that is about to begin.
struct Showing {
  /// What all surfaces share.
  var stage: Stage
  /// Where keys come from.
  var keys = Terminal.KeySource.standardInput
  /// What is wrong in the configuration, the keymap or the theme, to be told first.
  private(set) var problem: String?
  private let settings: Settings
  private var services = Session.Services()

  init(_ settings: Settings) {
    self.settings = settings
    problem = settings.problems.first?.description
    stage = Stage(elsewhere: [ReviewState.help])
    stage.ownCommands = settings.configuration.commands
    services.terms = {
      let (shelf, problems) = TaxonomyShelf.load(
        userFolder: settings.folders.taxonomies, checklistFolder: settings.folders.checklists)
      return (shelf, problems.first?.description)
    }
  }

  /// Takes keymap and theme that were named, or else those that the configuration names.
  mutating func choose(keymap: String?, theme: String?) throws {
    if let name = theme ?? settings.configuration.theme {
      let loaded = try settings.theme(named: name)
      stage.theme = loaded.theme
      problem = problem ?? loaded.problems.first?.description
    }
    let chosen = stage.theme
    stage.themes = Theme.shipped.filter { $0.name != chosen.name } + [chosen]
    defer { bindOwnCommands() }
    guard let name = keymap ?? settings.configuration.keymap else { return }
    let loaded = try settings.keymap(named: name)
    stage.keymap = loaded.keymap
    problem = problem ?? loaded.problems.first?.description
    if let file = loaded.file {
      let watch = KeymapWatch(file, now: loaded.keymap) { [settings] in
        try settings.keymap(named: name)
      }
      services.changedKeymap = { [commands = stage.ownCommands] in
        watch.change().map { ($0.keymap.binding(commands), $0.problem) }
      }
    }
  }

  /// Binds the keys of the user's own commands, which must not stand behind shorter ones.
  private mutating func bindOwnCommands() {
    for command in stage.ownCommands where !command.keys.isEmpty {
      let shorter = (1..<command.keys.count).map { Array(command.keys.prefix($0)) }.first {
        if case .action = stage.keymap.match($0, in: .normal) { true } else { false }
      }
      guard let shorter else { continue }
      let keys = Key.notation(of: command.keys)
      problem =
        problem ?? "config.toml: “\(keys)” never runs “\(command.name)”, because "
        + "“\(Key.notation(of: shorter))” is bound"
    }
    stage.keymap = stage.keymap.binding(stage.ownCommands)
  }

  /// Puts the packs of terms on the stage at once, for screens that show terms first.
  mutating func loadTerms() {
    stage.shelf = settings.taxonomies()
    services.terms = nil
  }

  /// Shows the surface of a desk until the user quits. A signal that ends the sitting is thrown, after
  /// everything is saved.
  func show(_ desk: any Desk) throws {
    let terminal: Terminal
    do throws(TerminalError) { terminal = try Terminal(keysFrom: keys) } catch {
      throw CommandFailure(error.description)
    }
    let ending: Session.Ending
    do {
      var session = Session(at: terminal, on: stage, services: services)
      ending = try session.run(from: desk)
    } catch {
      guard let number = Signals.ending else { throw CommandFailure("\(error)") }
      Output.complain("\(error)")
      throw EndingSignal(number: number)
    }
    if case .signal(let number) = ending { throw EndingSignal(number: number) }
  }
}

/// The signal that ended a sitting.
struct EndingSignal: Error {
  let number: Int32
}
