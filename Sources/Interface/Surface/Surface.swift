// A surface: the article, a list of marks, a picker, a prompt, help – whatever has the keys or lies beneath
// what has them. The application keeps them on one stack, draws them from the bottom to the top, and gives
// what is typed to the one on top.

import ArticleModel
import Screen

/// Something that lies on the screen and can have the keys. A value: it changes itself alone, asks for
/// others to be opened, and tells the one beneath what came of it.
package protocol Surface {
  /// What all surfaces share.
  var stage: Stage { get set }

  /// What the keys mean here.
  var context: KeyContext { get }
  /// All that can be done here, and nothing else: footer, help and command line read it, and an action
  /// that is not in it is answered with a message.
  var bindings: [Binding] { get }
  /// Those of them that the footer names; made at every draw.
  var footerBindings: [Binding] { get }
  /// Whether an action is among them; asked at every key.
  func offers(_ action: Action) -> Bool
  /// Where one is, for messages: "here", "in a note".
  var whereabouts: String { get }
  /// Why an action of the table cannot be performed now; nil when it can.
  func reason(against action: Action) -> String?
  /// What the footer says of a sign on the screen; nil where nothing needs to be said.
  var legend: Legend? { get }
  /// What help shows first.
  var helpHere: [HelpSection] { get }
  /// What help shows after the table: what can be done on the surfaces that open from here.
  var furtherHelp: [HelpSection] { get }
  /// What the command line offers besides the actions of the table.
  var proposals: [Proposal] { get }

  /// Performs an action of the table.
  mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect]
  /// Takes in what is typed or pasted, where characters mean something.
  mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect]
  /// Takes in what the mouse does.
  mutating func point(_ event: MouseEvent, among neighbours: Neighbours) -> [Effect]
  /// Takes in what came of a surface above or of a request to the world; nil when it is not for this
  /// surface, but for one beneath.
  mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]?
  /// Follows a change of the screen's size, or of the rows that are taken at the foot.
  mutating func makeRoom(isNewSize: Bool)

  /// Whether there is work for moments in which no key waits.
  var hasWork: Bool { get }
  /// Does a portion of that work.
  mutating func work()

  /// Draws the surface over what is on the frame already.
  func draw(into frame: inout Frame, among neighbours: Neighbours)
  /// The first row below what is read, of surfaces that fill the screen; nil for those that lie over one.
  var bodyEnd: Row? { get }
  /// How many rows it takes at the foot of the surface beneath; nil for none.
  var rowsTaken: Int? { get }
  /// What the line that is typed over this surface says at its right; nil for what it says by itself.
  func remark(on prompt: Prompt) -> String?
  /// The line that is typed over this surface with its last word completed; nil when nothing completes it.
  func completion(of prompt: Prompt) -> String?
  /// Whether it waits, unseen, for a key, and shows itself to whoever hesitates.
  var waitsUnseen: Bool { get }
}

extension Surface {
  package var whereabouts: String { "here" }
  package func reason(against action: Action) -> String? { nil }
  package var legend: Legend? { nil }
  package var helpHere: [HelpSection] { [] }
  package var furtherHelp: [HelpSection] { [] }
  package var proposals: [Proposal] { [] }
  package var hasWork: Bool { false }
  package var bodyEnd: Row? { nil }
  package var rowsTaken: Int? { nil }
  package var waitsUnseen: Bool { false }
  package func remark(on prompt: Prompt) -> String? { nil }
  package func completion(of prompt: Prompt) -> String? { nil }
  package var footerBindings: [Binding] { bindings.filter { !$0.label.isEmpty } }
  package func offers(_ action: Action) -> Bool { bindings.contains(action) }
  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] { [] }
  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? { nil }
  package mutating func makeRoom(isNewSize: Bool) {}
  package mutating func work() {}
  package func draw(into frame: inout Frame, among neighbours: Neighbours) {}

  /// A list goes with the wheel.
  package mutating func point(_ event: MouseEvent, among neighbours: Neighbours) -> [Effect] {
    let action: Action
    switch event.kind {
    case .wheelUp: action = .up
    case .wheelDown: action = .down
    default: return []
    }
    guard bindings.contains(action) else { return [] }
    return perform(action, count: nil, among: neighbours)
  }
}

// MARK: What surfaces ask of the application

extension Surface {
  /// Lays another surface over this one, or over what lies over it.
  package mutating func open(_ surface: any Surface) { stage.requests.append(.open(surface)) }

  /// Takes this surface away; the one beneath learns what came of it.
  package mutating func close(_ answer: Answer? = nil) { stage.requests.append(.close(answer)) }

  /// Tells the surface beneath something while this one stays.
  package mutating func tell(_ answer: Answer) { stage.requests.append(.tell(answer)) }
}

// MARK: What the stage says. Inlined, so that one member is read and not the whole stage copied.

extension Surface {
  /// The size of the screen.
  @inlinable package var size: Size { stage.size }
  /// How things look.
  @inlinable package var theme: Theme { stage.theme }
  /// The keys.
  @inlinable package var keymap: Keymap { stage.keymap }
  /// Who works.
  @inlinable package var author: Creator? { stage.author }
  /// What the user is told.
  package var message: Message? {
    get { stage.message }
    set { stage.message = newValue }
  }
  /// Where the moment comes from.
  @inlinable package var clock: @Sendable () -> Timestamp { stage.clock }
  /// Where the names of new marks come from.
  @inlinable package var identifiers: IdentifierSource { stage.identifiers }

  /// The keys that messages name for an action here.
  package func hint(for action: Action) -> String { stage.hint(for: action, in: context) }
}

/// The surfaces around one.
package struct Neighbours {
  private let stack: [any Surface]
  private let place: Int

  init(_ stack: [any Surface], of place: Int) {
    self.stack = stack
    self.place = place
  }

  /// No surface around.
  package static var none: Neighbours { Neighbours([], of: 0) }

  /// The nearest surface beneath that is of a type; nil when none is.
  package func beneath<Wanted: Surface>(_ type: Wanted.Type) -> Wanted? {
    for surface in stack.prefix(place).reversed() {
      if let wanted = surface as? Wanted { return wanted }
    }
    return nil
  }

  /// What the nearest surface beneath says that says anything.
  package func nearest<Word>(_ word: (any Surface) -> Word?) -> Word? {
    stack.prefix(place).reversed().lazy.compactMap(word).first
  }

  /// The surface directly beneath.
  package var beneath: (any Surface)? { place > 0 && place <= stack.count ? stack[place - 1] : nil }

  /// The surface directly above.
  package var above: (any Surface)? { place + 1 < stack.count ? stack[place + 1] : nil }
}
