// The terminal as the session sees it, so that one in memory can stand in for the real one.

import Ncurses
import Screen

/// Where frames go and keys come from.
package protocol TerminalDevice: AnyObject {
  /// How large the screen is.
  var size: Size { get }
  /// Shows a frame.
  func show(_ frame: Frame)
  /// The next event; nil when none came within the timeout, or a thread has something to be taken.
  func nextEvent(timeout: Duration?) -> InputEvent?
  /// Names the window.
  func setTitle(_ title: String)
  /// Reports the mouse, or leaves it alone.
  func useMouse(_ uses: Bool)
  /// Stops the program until the shell continues it.
  func suspend()
  /// Makes the next frame be drawn from nothing.
  func redraw()
  /// Puts text on the clipboard.
  func copy(_ text: String)
  /// Gives the screen to another program while `body` runs.
  func lend<Result>(to body: () -> Result) -> Result
  /// Gives the terminal back as it was.
  func close()
}

extension Terminal: TerminalDevice {}
