// The application: one stack of surfaces and what they share. Events go to the surface on top; what it asks
// of the others is done here, what it asks of the world goes to the session with the name of who asked.

import Screen

/// The name of a surface while it is on the stack.
package struct SurfaceID: Hashable, Sendable {
  fileprivate let number: Int
}

/// An effect and the surface that asked for it.
package struct Request: Equatable, Sendable {
  /// Who asked.
  package let surface: SurfaceID
  /// What to do.
  package let effect: Effect

  /// Names what a surface asks for.
  package init(surface: SurfaceID, effect: Effect) {
    (self.surface, self.effect) = (surface, effect)
  }
}

/// The stack of surfaces, and what they share.
package struct Application {
  /// The surfaces from the bottom to the top.
  package private(set) var surfaces: [any Surface] = []
  /// Their names, in the same order.
  private var names: [SurfaceID] = []
  private var lastName = 0
  /// The footer that was drawn last.
  let footer = PictureMemory<FooterKey>()
  /// What they share.
  package internal(set) var stage: Stage

  /// An application without a surface yet, on a screen of a size.
  package init(on stage: Stage, size: Size) {
    self.stage = stage
    self.stage.size = size
  }

  // MARK: The stack

  /// Lays a surface on top, with those that it opens at once.
  @discardableResult
  package mutating func begin(_ surface: any Surface) -> SurfaceID {
    let opened = surface.stage.requests
    stage.message = surface.stage.message
    let name = push(surface)
    makeRoom(at: surfaces.count - 1, isNewSize: true)
    for case .open(let other) in opened { push(other) }
    share()
    return name
  }

  /// Takes a surface away with all that lies over it.
  package mutating func end(_ name: SurfaceID) {
    guard let place = names.firstIndex(of: name) else { return }
    remove(from: place)
    share()
  }

  /// The surface of a name; nil when it is gone.
  package func surface(_ name: SurfaceID) -> (any Surface)? {
    names.firstIndex(of: name).map { surfaces[$0] }
  }

  /// The name of the surface at a place of the stack.
  func name(at place: Int) -> SurfaceID { names[place] }

  /// The surfaces of which one asked and those beneath it, from the top down.
  package func names(downFrom name: SurfaceID) -> [SurfaceID] {
    guard let place = names.firstIndex(of: name) else { return [] }
    return names[...place].reversed()
  }

  @discardableResult
  private mutating func push(_ surface: any Surface) -> SurfaceID {
    var surface = surface
    surface.stage = stage
    surface.stage.requests = []
    lastName += 1
    let name = SurfaceID(number: lastName)
    surfaces.append(surface)
    names.append(name)
    stage.keys = KeyReading()
    return name
  }

  private mutating func remove(from place: Int) {
    surfaces.removeSubrange(place...)
    names.removeSubrange(place...)
    stage.keys = KeyReading()
  }

  // MARK: Events

  /// Takes an event in and says what the world has to do about it.
  package mutating func handle(_ event: Event) -> [Request] {
    var asked: [Request] = []
    let top = surfaces.count - 1
    switch event {
    case .key(let key): asked = press(key)
    case .paste(let text):
      stage.message = nil
      asked = visit(top) { $0.type(text, among: $1) } ?? []
    case .mouse(let event):
      if event.kind == .press { stage.message = nil }
      asked = visit(top) { $0.point(event, among: $1) } ?? []
    case .resize(let size):
      stage.size = size
      for place in surfaces.indices { makeRoom(at: place, isNewSize: true) }
    case .idle: work()
    case .hesitation: stage.hesitates = true
    case .keymap(let keymap, let problem):
      stage.keymap = keymap
      stage.keys = KeyReading()
      stage.message =
        problem.map(Message.warning) ?? Message("the keymap \(keymap.name) was reloaded")
    case .terms(let shelf): stage.shelf = shelf
    case .told(let text): stage.message = Message(text)
    case .notice(let text): stage.message = .warning(text)
    }
    share()
    return asked
  }

  /// Brings a surface what came of its request, or one above it that the answer is for.
  package mutating func deliver(_ answer: Answer, to name: SurfaceID) -> [Request] {
    guard let place = names.firstIndex(of: name) else { return [] }
    let asked = offer(answer, downFrom: topOf(place), to: place)
    share()
    return asked
  }

  /// The topmost of the surfaces that lie over one that fills the screen.
  private func topOf(_ place: Int) -> Int {
    var top = place
    while top + 1 < surfaces.count, surfaces[top + 1].bodyEnd == nil { top += 1 }
    return top
  }

  private mutating func work() {
    for place in surfaces.indices where surfaces[place].hasWork {
      _ = visit(place) { surface, _ in
        surface.work()
        return []
      }
    }
  }

  /// Whether there is work for idle moments.
  package var hasWork: Bool { surfaces.contains(where: \.hasWork) }

  /// Whether a sequence of keys was begun and nothing shows yet what may follow.
  package var awaitsKey: Bool {
    !stage.hesitates
      && (!stage.keys.pending.isEmpty || surfaces.last?.waitsUnseen == true)
  }

  // MARK: Visiting a surface

  /// Gives the stage to a surface, lets it do something, takes the stage back and does what was asked.
  /// The surface is taken off the stack meanwhile, so that it changes in place.
  mutating func visit(
    _ place: Int, _ body: (inout any Surface, Neighbours) -> [Effect]?
  ) -> [Request]? {
    guard surfaces.indices.contains(place) else { return [] }
    let name = names[place]
    var surface: any Surface = Vacancy(stage: stage)
    swap(&surface, &surfaces[place])
    (stage.isCovered, stage.rowsTaken) = (surface.stage.isCovered, surface.stage.rowsTaken)
    stage.bodyEnd = surface.stage.bodyEnd
    surface.stage = stage
    let effects = body(&surface, Neighbours(surfaces, of: place))
    stage = surface.stage
    surfaces[place] = surface
    guard let effects else { return nil }
    return effects.map { Request(surface: name, effect: $0) } + settle(name)
  }

  /// Does what the surface that had the stage asked for.
  private mutating func settle(_ name: SurfaceID) -> [Request] {
    let requests = stage.requests
    stage.requests = []
    var asked: [Request] = []
    for request in requests {
      guard let place = names.firstIndex(of: name) else { break }
      switch request {
      case .open(let surface):
        push(surface)
        share()
      case .tell(let answer): asked += offer(answer, downFrom: place - 1)
      case .close(let answer):
        remove(from: place)
        share()
        if let answer { asked += offer(answer, downFrom: place - 1) }
      }
    }
    return asked
  }

  /// Offers an answer to surfaces from the top down, until one takes it.
  private mutating func offer(_ answer: Answer, downFrom top: Int, to bottom: Int = 0) -> [Request]
  {
    if case .run(let action) = answer { return perform(action, count: nil, at: top) }
    for place in stride(from: top, through: bottom, by: -1) {
      if let asked = visit(place, { $0.receive(answer, among: $1) }) { return asked }
    }
    return []
  }

  private mutating func makeRoom(at place: Int, isNewSize: Bool) {
    _ = visit(place) { surface, _ in
      surface.makeRoom(isNewSize: isNewSize)
      return []
    }
  }

  /// Hands all surfaces the stage as it is now, and lets those follow that others take rows of.
  private mutating func share() {
    var bodyEnd = stage.bodyEnd
    for place in surfaces.indices {
      let above = place + 1 < surfaces.count ? surfaces[place + 1] : nil
      bodyEnd = surfaces[place].bodyEnd ?? bodyEnd
      var own = stage
      (own.bodyEnd, own.isCovered, own.rowsTaken) = (bodyEnd, above != nil, above?.rowsTaken)
      let isChanged = surfaces[place].stage.rowsTaken != own.rowsTaken
      surfaces[place].stage = own
      if isChanged { surfaces[place].makeRoom(isNewSize: false) }
    }
  }
}

/// What stands on the stack while a surface is away from it.
private struct Vacancy: Surface {
  var stage: Stage
  var context: KeyContext { .normal }
  var bindings: [Binding] { [] }
  mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] { [] }
}
