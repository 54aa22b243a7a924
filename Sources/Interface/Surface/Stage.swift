// What all surfaces share: the application hands it to a surface with each event and takes it back.

import ArticleModel
import Screen

/// What all surfaces share.
package struct Stage {
  // The screen
  /// The size of the screen.
  package internal(set) var size = Size(rows: 24, columns: 80)
  /// How things look.
  package var theme: Theme { didSet { edition = Edition() } }
  /// The themes that a key goes round.
  package var themes: [Theme]
  /// The first row below what is read, for what lies over it: the rule, or the status line.
  package internal(set) var bodyEnd: Row = 22
  /// How many rows at the foot of the surface are taken by what is written over it; nil for none.
  package internal(set) var rowsTaken: Int?
  /// Whether another surface lies over this one.
  package internal(set) var isCovered = false
  /// What the user is told.
  package var message: Message?

  /// Another one whenever the theme, the keys, the packs or the author are others.
  package private(set) var edition = Edition()

  // Keys
  /// Which keys do what.
  package var keymap: Keymap { didSet { edition = Edition() } }
  /// Programs of the user's own, in the order of their numbers.
  package var ownCommands: [OwnCommand] = []
  /// How far a sequence of keys and the count before it have come.
  package internal(set) var keys = KeyReading()
  /// Whether the user has waited since the last key, so that menus show what may follow.
  package internal(set) var hesitates = false
  /// Presses of Ctrl-C in a row.
  package var interrupts = 0

  // Who works with what
  /// The packs of terms.
  package var shelf: TaxonomyShelf { didSet { edition = Edition() } }
  /// In whose name marks are made.
  package var author: Creator? { didSet { edition = Edition() } }
  /// Where the moment comes from; tests hold it still.
  package var clock: @Sendable () -> Timestamp
  /// Where the names of new marks come from; tests hold them still.
  package var identifiers: IdentifierSource
  /// What help says of the screens that are not here: those of other modules. Asked for when help is.
  package let elsewhere: @Sendable () -> [HelpSection]

  /// What the surface that has the stage asks of the application.
  var requests: [Request] = []

  /// Something that the application does with its stack.
  enum Request {
    /// Lays a surface on top.
    case open(any Surface)
    /// Takes the surface away, and tells the one beneath why.
    case close(Answer?)
    /// Tells the surface beneath something.
    case tell(Answer)
  }

  /// A stage that nothing stands on yet.
  package init(
    keymap: Keymap = .standard, theme: Theme = .terminal, themes: [Theme] = Theme.shipped,
    shelf: TaxonomyShelf = TaxonomyShelf([]), author: Creator? = nil,
    elsewhere: @autoclosure @escaping @Sendable () -> [HelpSection] = [],
    clock: @escaping @Sendable () -> Timestamp = { .now() },
    identifiers: IdentifierSource = .random
  ) {
    self.keymap = keymap
    self.theme = theme
    self.themes = themes
    self.shelf = shelf
    self.author = author
    self.elsewhere = elsewhere
    self.clock = clock
    self.identifiers = identifiers
  }

  /// The keys that messages name for an action: "u", or ":undo" when none is bound.
  package func hint(for action: Action, in context: KeyContext) -> String {
    keymap.keys(for: action, in: context).map { Key.hint(for: $0) } ?? ":\(action.rawValue)"
  }
}
