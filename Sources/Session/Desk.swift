// What stands between a surface and the world: the files and threads that it needs.

import Interface

/// The desk of a surface. A class because threads and files belong to it for as long as the surface is there.
package protocol Desk: AnyObject {
  /// Opens what is worked with, and makes the surface.
  func begin(on stage: Stage) throws -> any Surface
  /// What the window is called; nil for what it was called before.
  var title: String? { get }
  /// Begins what goes on beside, once the first screen is shown.
  func start(_ surface: any Surface) -> [Reply]
  /// Does what the surface asks for.
  func perform(_ request: any DeskRequest, for surface: any Surface) -> [Reply]
  /// What has come of the threads since the last look.
  func look(for surface: any Surface) -> [Reply]
  /// What is to be done when nothing has come for a while.
  func rest(for surface: any Surface) -> [Reply]
  /// How long to wait for an event before a rest.
  var patience: Duration { get }
  /// Lets go of what others may need while another surface has the screen.
  func suspend(_ surface: any Surface) -> [Reply]
  /// Takes it back.
  func resume(_ surface: any Surface) -> [Reply]
  /// Saves everything, and lets go of it for good.
  func end(_ surface: any Surface) throws
}

/// What comes of a request, or of a look.
package enum Reply {
  /// An answer for the surface.
  case answer(Answer)
  /// Something is done that the user wants to know.
  case told(String)
  /// Something went wrong that the user should know.
  case notice(String)
  /// Something to be done by the session, as if the surface had asked for it.
  case effect(Effect)
  /// Lay the surface of another desk over this one.
  case begin(any Desk)
  /// Put the surface of another desk in the place of this one.
  case replace(any Desk)
}

extension Reply {
  /// An answer of the reader's desk.
  static func answer(_ answer: some DeskAnswer) -> Reply { .answer(.desk(answer)) }
}

extension Desk {
  package var title: String? { nil }
  package var patience: Duration { .seconds(2) }
  package func start(_ surface: any Surface) -> [Reply] { [] }
  package func look(for surface: any Surface) -> [Reply] { [] }
  package func rest(for surface: any Surface) -> [Reply] { [] }
  package func suspend(_ surface: any Surface) -> [Reply] { [] }
  package func resume(_ surface: any Surface) -> [Reply] { [] }
}
