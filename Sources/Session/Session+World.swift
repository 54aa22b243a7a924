// What surfaces ask of other programs: the clipboard, the browser, the user's own editor.

import ArticleModel
import Interface
import Ncurses
import Screen

#if canImport(Glibc)
  import Glibc
#endif

extension Session {
  /// Puts text on the clipboard: through tmux where that stands between, which asks the terminal.
  func copy(_ text: String) -> Event {
    let text = text.withoutControls
    let words = text.split(whereSeparator: \.isWhitespace).count
    let what = counted(words, "word")
    if getenv("TMUX") != nil {
      let loaded = ChildProgram(arguments: ["tmux", "load-buffer", "-w", "-"]).run(input: text)
      if loaded == 0 {
        return .told("\(what) sent to the clipboard and to tmux")
      }
    }
    terminal.copy(text)
    return .told("\(what) sent to the clipboard")
  }

  /// Shows an address in the user's browser or mail program. What stands in a sidecar or an article is
  /// never run: it has to be an address of the web, or one to write to.
  func openAddress(_ address: String) -> Event {
    let schemes = ["https://", "http://", "mailto:"]
    guard schemes.contains(where: { address.lowercased().hasPrefix($0) }) else {
      return .notice("“\(address)” is not a web address, so it is not opened")
    }
    let browser = environmentWords("BROWSER") ?? ["xdg-open"]
    let ending = terminal.lend { ChildProgram(arguments: browser + [address]).run() }
    if ending == 0 {
      return .told("opened \(address)")
    }
    terminal.copy(address)
    return .notice("\(browser[0]) did not open it (BROWSER names another browser) · \(address)")
  }
}

extension String {
  /// The text with pictures in place of control characters, which a shell or an editor that it is pasted
  /// into would act on. Line feeds and tabs stay, and so does what tells the direction of a text.
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control
          return isControl && scalar != "\n" && scalar != "\t"
            ? scalar.terminalStandIn ?? scalar : scalar
        }))
  }
}
