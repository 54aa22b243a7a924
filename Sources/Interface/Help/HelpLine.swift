// The lines of help: every action of the sections with its keys, read off the live keymap.

import ArticleModel
import Screen

/// A line: a topic, or keys and what they do.
struct HelpLine: Sendable {
  var keys: String
  var text: String
  /// The action's name, as ":" takes it.
  var name = ""
  var isTopic = false
  /// Whether it explains a sign; several lines may belong to one.
  var isSign = false

  /// The lines of sections that have all words of a filter, with a blank line between sections.
  static func lines(
    of sections: [HelpSection], _ keymap: Keymap, filter: String, columns: Column
  ) -> [HelpLine] {
    let words = FilterWords(filter)
    var lines: [HelpLine] = []
    for section in sections {
      let all = self.lines(of: section, keymap)
      let found = all.filter { line in
        words.isEmpty
          || words.stand(
            in: "\(section.title) \(line.keys) \(line.text) \(line.name)".asSearched)
      }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(keys: "", text: "")) }
      lines.append(HelpLine(keys: "", text: section.title, isTopic: true))
      lines += found.flatMap { $0.wrapped(to: columns) }
    }
    return lines
  }

  private static func lines(of section: HelpSection, _ keymap: Keymap) -> [HelpLine] {
    section.rows(keymap).map { binding, keys in
      HelpLine(
        keys: keys.map { Key.hint(for: $0) }.joined(separator: " · "), text: binding.help,
        name: ":\(binding.action.rawValue)")
    } + section.signs.map { HelpLine(keys: $0.0, text: $0.1, isSign: true) }
  }

  /// The column in which what a sign stands for begins.
  static let signText: Column = 11

  /// What a sign stands for in as many lines as it takes; keys have one each.
  private func wrapped(to columns: Column) -> [HelpLine] {
    guard isSign else { return [self] }
    let texts = text.wrapped(to: max(columns - Self.signText - 1, 8), lines: 8)
    return texts.enumerated().map { number, text in
      HelpLine(keys: number == 0 ? keys : "", text: text, isSign: true)
    }
  }
}
