// What a sitting asks of other programs: the clipboard, the browser.

import Ncurses
import Interface
import Reader

#if canImport(Glibc)
  import Glibc
#endif

extension ReaderSession {
  /// Puts text on the clipboard: through tmux where that stands between, which asks the terminal.
  mutating func copy(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).count
    let what = words == 1 ? "1 word" : "\(words) words"
    if getenv("TMUX") != nil {
      let loaded = ChildProgram(arguments: ["tmux", "load-buffer", "-w", "-"]).run(input: text)
      if loaded == 0 {
        take(.told("\(what) sent to the clipboard and to tmux"))
        return
      }
    }
    terminal.copy(text)
    take(.told("\(what) sent to the clipboard"))
  }

  /// Shows an address in the user's browser. What stands in a sidecar is never run: it has to be an
  /// address of the web.
  mutating func openAddress(_ address: String) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      take(.notice("“\(address)” is not an address of the web; it is not opened"))
      return
    }
    let browser = environmentWords("BROWSER") ?? ["xdg-open"]
    let ending = terminal.lend { ChildProgram(arguments: browser + [address]).run() }
    if ending == 0 {
      take(.told("opened \(address)"))
    } else {
      terminal.copy(address)
      take(.notice("\(browser[0]) did not open it (BROWSER names another) · \(address)"))
    }
  }
}
