// From a key to an action, and to whoever performs it.

import Screen

extension Application {
  mutating func press(_ key: Key) -> [Request] {
    stage.message = nil
    stage.hesitates = false
    if key != .control("c") { stage.interrupts = 0 }
    guard let top = surfaces.last else { return [] }
    let (keymap, context) = (stage.keymap, top.context)
    switch stage.keys.read(key, keymap, in: context) {
    case .action(let action, let count):
      return perform(action, count: count, at: surfaces.count - 1)
    case .pending: return []
    case .text(let text):
      return visit(surfaces.count - 1) { $0.type(text, among: $1) } ?? []
    case .unbound(let keys): return pressUnbound(keys, on: top)
    }
  }

  private mutating func pressUnbound(_ keys: [Key], on top: any Surface) -> [Request] {
    if case .alt(let character)? = keys.last, keys.count == 1, top.context != .note {
      // Some terminals send Escape and a quick key in one go.
      return press(.named(.escape)) + press(.character(character))
    }
    let hasHelp = !top.context.takesText && top.bindings.contains(.help)
    let help = hasHelp ? " · \(stage.hint(for: .help, in: top.context)) help" : ""
    stage.message = .warning("\(Key.hint(for: keys)) is not bound here\(help)")
    return []
  }

  /// Performs an action on a surface: what all surfaces have in common here, the rest there.
  mutating func perform(_ action: Action, count: Int?, at place: Int) -> [Request] {
    guard surfaces.indices.contains(place) else { return [] }
    let surface = surfaces[place]
    if action == .redraw { return asks(.redraw, place) }
    if action == .suspend { return asks(.suspend, place) }
    guard surface.offers(action) else {
      stage.message = stage.warning(
        of: action, on: surface.context, whereabouts: surface.whereabouts)
      return []
    }
    if let reason = surface.reason(against: action) {
      stage.message = .warning(reason)
      return []
    }
    return visit(place) { surface, neighbours in
      switch action {
      case .help where surface.opensHelp: surface.open(Help(for: surface))
      case .command: surface.open(CommandLine(over: surface))
      default: return surface.perform(action, count: count, among: neighbours)
      }
      return []
    } ?? []
  }

  private func asks(_ effect: Effect, _ place: Int) -> [Request] {
    [Request(surface: name(at: place), effect: effect)]
  }
}

extension Surface {
  /// Whether the key for help opens help here; in help itself it closes it.
  fileprivate var opensHelp: Bool { !(self is Help) && !(self is Page) }
}
