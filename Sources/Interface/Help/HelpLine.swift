// The lines of help: every action of the sections with its keys, read off the live keymap.

import Screen

/// A line: a topic, or keys and what they do.
struct HelpLine: Sendable {
  var keys: String
  var text: String
  /// The action's name, as ":" takes it.
  var name = ""
  var isTopic = false

  /// The lines of sections that have all words of a filter, with a blank line between sections.
  static func lines(
    of sections: [HelpSection], _ keymap: Keymap, filter: String
  ) -> [HelpLine] {
    let words = filter.lowercased().split(separator: " ").map(String.init)
    var lines: [HelpLine] = []
    for section in sections {
      let found = self.lines(of: section, keymap).filter { line in
        let text = "\(section.title) \(line.keys) \(line.text) \(line.name)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(keys: "", text: "")) }
      lines.append(HelpLine(keys: "", text: section.title, isTopic: true))
      lines += found
    }
    return lines
  }

  private static func lines(of section: HelpSection, _ keymap: Keymap) -> [HelpLine] {
    section.rows(keymap).map { binding, keys in
      HelpLine(
        keys: keys.map { Key.hint(for: $0) }.joined(separator: " "), text: binding.help,
        name: ":\(binding.action.rawValue)")
    } + section.signs.map { HelpLine(keys: $0.0, text: $0.1) }
  }
}
