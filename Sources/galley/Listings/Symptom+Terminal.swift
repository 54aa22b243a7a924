// What there is to say about the terminal and its language.

import FoundationEssentials
import Ncurses
import Screen

extension Symptom {
  /// The terminal as the reader would open it, the encoding, and the multiplexer around it.
  static func ofTerminal() -> [Symptom] {
    let environment = ProcessInfo.processInfo.environment
    return [terminal(environment), encoding(environment)]
      + (environment["TMUX"] == nil
        ? [] : [Symptom("tmux", "tmux uses C-b itself; galley does not need it")])
  }

  private static func terminal(_ environment: [String: String]) -> Symptom {
    guard Output.isTerminal else {
      return Symptom("terminal", "standard output is not one; commands work, the reader does not")
    }
    do throws(TerminalError) {
      let terminal = try Terminal()
      terminal.close()
      let size = terminal.size
      let colors = words(for: terminal.colorDepth, environment)
      return Symptom(
        "terminal",
        "\(environment["TERM"] ?? ""), \(size.columns.value) × \(size.rows.value), \(colors)")
    } catch {
      return Symptom("terminal", error.description, isFault: true)
    }
  }

  private static func words(for depth: ColorDepth, _ environment: [String: String]) -> String {
    if let setting = environment["NO_COLOR"], !setting.isEmpty { return "no colours (NO_COLOR)" }
    switch depth {
    case .none: return "no colours"
    case .trueColor: return "true colour"
    default: return "\(depth.rawValue) colours"
    }
  }

  /// The locale's encoding is what the terminal is taken to speak; galley writes UTF-8 in any case.
  private static func encoding(_ environment: [String: String]) -> Symptom {
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0]?.isEmpty == false }
    guard let variable, let value = environment[variable] else {
      return Symptom("encoding", "no locale is set; galley assumes UTF-8")
    }
    let name = value.lowercased()
    let isUTF8 = name.hasSuffix("utf-8") || name.hasSuffix("utf8")
    return Symptom(
      "encoding",
      isUTF8
        ? "UTF-8 (\(variable)=\(value))"
        : "\(variable)=\(value) is not UTF-8, which galley writes; set \(variable)=C.UTF-8")
  }
}
