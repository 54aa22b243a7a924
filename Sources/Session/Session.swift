// The loop: draws the application, waits for events, gives them to it, and performs the effects that come
// back or has a desk perform them. The only place where surfaces, the terminal and the world meet.

import ArticleModel
import Interface
import Ncurses
import Screen

/// A sitting at a terminal, from the first surface to the last.
package struct Session {
  /// What a sitting reads beside.
  package struct Services {
    /// Reads the packs of terms, and says what is wrong in them; called after the first screen is shown.
    /// nil when the stage has them already.
    package var terms: (() -> (shelf: TaxonomyShelf, problem: String?))?
    /// The keymap once more, when its file has changed since the last call; says what is wrong in it.
    package var changedKeymap: () -> (keymap: Keymap, problem: String?)? = { nil }

    /// Nothing.
    package init() {}
  }

  /// How a sitting ended.
  package enum Ending: Hashable, Sendable {
    /// The user quit.
    case quit
    /// A signal asked for the end, or the terminal went away (SIGHUP). Everything is saved.
    case signal(Int32)
  }

  /// A surface that fills the screen, with its desk.
  struct Seat {
    let surface: SurfaceID
    let desk: any Desk
  }

  let terminal: any TerminalDevice
  private let services: Services
  var application: Application
  private var seats: [Seat] = []
  private var ending: Ending?
  private var failure: (any Error)?
  private var lastKey = ContinuousClock.now
  private var usesMouse = false

  /// A sitting at an open terminal.
  package init(at terminal: any TerminalDevice, on stage: Stage, services: Services = Services()) {
    self.terminal = terminal
    self.services = services
    application = Application(on: stage, size: terminal.size)
  }

  /// Runs from the surface of a desk until the user quits, or a signal asks for the end. Gives the terminal
  /// back in any case.
  package mutating func run(from desk: any Desk) throws -> Ending {
    defer { terminal.close() }
    seats = [Seat(surface: application.begin(try desk.begin(on: application.stage)), desk: desk)]
    terminal.show(application.frame)
    setTitle()
    if let terms = services.terms {
      let (shelf, problem) = terms()
      handle(.terms(shelf))
      if let problem { handle(.notice(problem)) }
    }
    start(seats[0])
    while ending == nil {
      terminal.show(application.frame)
      receive(terminal.nextEvent(timeout: patience))
      // Keys that have come meanwhile are all taken before the next frame.
      while ending == nil, let event = terminal.nextEvent(timeout: .zero) { receive(event) }
      if ending == nil { withTop { $0.look(for: $1) } }
    }
    while let seat = seats.popLast() { end(seat) }
    if let failure { throw failure }
    return ending ?? .quit
  }

  // MARK: Events

  /// A sequence of keys that stays unfinished for so long means that the user wonders what may follow.
  private static let hesitation = Duration.milliseconds(400)

  /// How long to wait for the next event.
  private var patience: Duration {
    if application.hasWork { return .zero }
    if application.awaitsKey { return max(.zero, Self.hesitation - (.now - lastKey)) }
    return seats.last?.desk.patience ?? .zero
  }

  private mutating func receive(_ event: InputEvent?) {
    switch event {
    case .key(let key):
      lastKey = .now
      handle(.key(key))
    case .paste(let text): handle(.paste(text))
    case .mouse(let event): handle(.mouse(event))
    case .resize(let size): handle(.resize(size))
    case .resumed: handle(.resize(terminal.size))
    case .hangup(let signal): ending = .signal(signal)
    case nil where application.hasWork: workUntilNextFrame()
    case nil: rest()
    }
  }

  /// So long is worked before the screen is drawn again; that would take longer than the work itself.
  private static let turn = Duration.milliseconds(16)

  /// Does portion after portion of what there is to do, for as long as no key comes and no frame is missed.
  private mutating func workUntilNextFrame() {
    let start = ContinuousClock.now
    while ending == nil, application.hasWork, .now - start < Self.turn {
      handle(.idle)
      if let event = terminal.nextEvent(timeout: .zero) { return receive(event) }
    }
  }

  private mutating func rest() {
    if application.awaitsKey, .now - lastKey >= Self.hesitation { handle(.hesitation) }
    withTop { $0.rest(for: $1) }
    if let (keymap, problem) = services.changedKeymap() {
      handle(.keymap(keymap, problem: problem))
    }
  }

  private mutating func handle(_ event: Event) {
    for request in application.handle(event) { perform(request) }
  }

  // MARK: Effects

  private mutating func perform(_ request: Request) {
    switch request.effect {
    case .quit: leave(request.surface)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    case .useMouse(let uses): useMouse(uses)
    case .copy(let text): handle(copy(text))
    case .openAddress(let address): handle(openAddress(address))
    case .editExternally(let text): deliver(editExternally(text), to: request.surface)
    case .ask(let question): ask(question, for: request.surface)
    }
  }

  private mutating func useMouse(_ uses: Bool) {
    if uses != usesMouse { terminal.useMouse(uses) }
    usesMouse = uses
  }

  /// Asks the desk of the nearest surface beneath that has one.
  private mutating func ask(_ request: any DeskRequest, for name: SurfaceID) {
    let beneath = application.names(downFrom: name)
    let seat = beneath.lazy.compactMap { [seats] name in
      seats.first { $0.surface == name }
    }.first
    guard let seat, let surface = application.surface(seat.surface) else { return }
    act(on: seat.desk.perform(request, for: surface), from: seat)
  }

  private mutating func withTop(_ body: (any Desk, any Surface) -> [Reply]) {
    guard let seat = seats.last, let surface = application.surface(seat.surface) else { return }
    act(on: body(seat.desk, surface), from: seat)
  }

  private mutating func act(on replies: [Reply], from seat: Seat) {
    for reply in replies { act(on: reply, from: seat) }
  }

  private mutating func act(on reply: Reply, from seat: Seat) {
    switch reply {
    case .answer(let answer): deliver(answer, to: seat.surface)
    case .told(let text): handle(.told(text))
    case .notice(let text): handle(.notice(text))
    case .effect(let effect): perform(Request(surface: seat.surface, effect: effect))
    case .begin(let desk): begin(desk)
    case .replace(let desk): replace(seat, with: desk)
    }
  }

  private mutating func deliver(_ answer: Answer, to name: SurfaceID) {
    for request in application.deliver(answer, to: name) { perform(request) }
  }

  private mutating func deliver(_ edited: Edited, to name: SurfaceID) {
    switch edited {
    case .text(let text): deliver(.edited(text), to: name)
    case .problem(let problem): handle(.notice(problem))
    }
  }

  // MARK: From surface to surface

  /// Lays the surface of a desk over what is there; stays when it cannot begin.
  private mutating func begin(_ desk: any Desk) {
    withTop { $0.suspend($1) }
    do {
      sit(at: desk, with: try desk.begin(on: application.stage))
    } catch {
      withTop { $0.resume($1) }
      handle(.notice("\(error)"))
    }
  }

  private mutating func sit(at desk: any Desk, with surface: any Surface) {
    let seat = Seat(surface: application.begin(surface), desk: desk)
    seats.append(seat)
    setTitle()
    start(seat)
  }

  private mutating func start(_ seat: Seat) {
    guard let surface = application.surface(seat.surface) else { return }
    act(on: seat.desk.start(surface), from: seat)
  }

  /// Ends a surface and begins another in its place.
  private mutating func replace(_ seat: Seat, with desk: any Desk) {
    seats.removeAll { $0.surface == seat.surface }
    end(seat)
    if failure != nil { return }
    do { sit(at: desk, with: try desk.begin(on: application.stage)) } catch { fail(error) }
  }

  /// Ends a surface; the one beneath goes on, and without one the sitting is over.
  private mutating func leave(_ name: SurfaceID) {
    guard let place = seats.firstIndex(where: { $0.surface == name }) else { return }
    let seat = seats.remove(at: place)
    end(seat)
    guard !seats.isEmpty else {
      ending = ending ?? .quit
      return
    }
    let problem = failure
    failure = nil
    setTitle()
    withTop { $0.resume($1) }
    if let problem { handle(.notice("\(problem)")) }
  }

  /// Has a desk save everything, and takes its surface away.
  private mutating func end(_ seat: Seat) {
    guard let surface = application.surface(seat.surface) else { return }
    do { try seat.desk.end(surface) } catch { failure = failure ?? error }
    application.end(seat.surface)
  }

  private mutating func fail(_ error: any Error) {
    failure = failure ?? error
    ending = ending ?? .quit
  }

  private func setTitle() {
    if let title = seats.last?.desk.title { terminal.setTitle(title) }
  }
}
