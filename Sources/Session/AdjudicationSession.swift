// A sitting with the sidecars of several people: decisions go to a sidecar of their own.

import Adjudication
import Agreement
import ArticleModel
import Ncurses
import Screen

/// A sitting with the sidecars of several people.
package struct AdjudicationSession {
  private var terminal: Terminal
  private let store: SidecarStore
  private var state: AdjudicationState
  private var isOver = false

  /// Opens the terminal and the sidecar that decisions go to.
  package init(
    _ adjudication: Adjudication, _ setup: AdjudicationState.Setup, resultAt path: String
  ) throws(SessionError) {
    store = SidecarStore(article: adjudication.article, sidecarPath: path)
    let opening: Opening
    do { opening = try store.open(.waiting(seconds: 1)) } catch { throw .store(error) }
    do { terminal = try Terminal() } catch {
      try? store.close()
      throw .terminal(error)
    }
    var setup = setup
    setup.result = opening.annotations
    state = AdjudicationState(adjudication, setup)
    take(.resize(terminal.size))
    take(.begin)
  }

  /// Runs until the user quits or the terminal goes away.
  package mutating func run() throws(SessionError) {
    while !isOver {
      terminal.show(draw(state))
      handle(terminal.nextEvent())
      while !isOver, let event = terminal.nextEvent(timeout: .zero) { handle(event) }
    }
    terminal.close()
    do { try store.close() } catch { throw .store(error) }
  }

  private mutating func handle(_ event: InputEvent?) {
    switch event {
    case .key(let key): take(.key(key))
    case .paste(let text): take(.paste(text))
    case .resize(let size): take(.resize(size))
    case .resumed: take(.resize(terminal.size))
    case .hangup: isOver = true
    default: break
    }
  }

  private mutating func take(_ event: AdjudicationEvent) {
    for effect in reduce(into: &state, event) {
      switch effect {
      case .record(let change): record(change)
      case .quit: isOver = true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      }
    }
  }

  private mutating func record(_ change: Change) {
    do throws(StoreError) { try store.record(change, resulting: state.decided) } catch {
      take(.notice(error.description))
    }
  }
}
