// What lies over a screen needs to know of it: popups, pickers and help are the same over an article
// and over a list of marks.

import Screen

/// A screen that popups, pickers and help can lie over.
package protocol Surface {
  /// The size of the screen.
  var size: Size { get }
  /// How things look.
  var theme: Theme { get }
  /// The keys.
  var keymap: Keymap { get }
  /// The first row below what is read: the rule, or the status line.
  var bodyEnd: Row { get }
}
