// A theme, from TOML: what the file says of roles and colours, on top of the theme that it is based on.

import Interface
import Screen

/// A theme as it was read, with what is wrong in its file.
package struct LoadedTheme: Sendable {
  /// The theme; bad entries are left out.
  package let theme: Theme
  /// What was wrong, in the order of the file.
  package let problems: [ConfigurationProblem]
}

/// Reads theme files.
///
/// ```toml
/// name = "mine"
/// base = "dark"                  # terminal, light, dark or high-contrast; by default terminal
/// screen = "#d0d0d0 on #101010"  # what cells look like where nothing else is said
/// speakers = ["#7fc7d9", "yellow", "208"]
/// [styles]                       # a Role = attributes and colours
/// headline = "bold #ffffff"
/// selection = "black on yellow"
/// ```
package struct ThemeLoader {
  private let file: String
  private var problems: [ConfigurationProblem] = []

  private init(file: String) { self.file = file }

  /// Reads a theme; what makes no sense is reported with its line and left out.
  package static func load(_ text: String, file: String) -> LoadedTheme {
    var loader = ThemeLoader(file: file)
    return loader.read(TOMLDocument(text, file: file))
  }

  private mutating func read(_ document: TOMLDocument) -> LoadedTheme {
    var fields = TOMLFields(document.entries, file: file)
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let name = fields.string("name") ?? (last.hasSuffix(".toml") ? String(last.dropLast(5)) : last)
    let base = base(in: &fields)
    let screen = fields.string("screen").flatMap { style($0, line: fields.line(of: "screen")) }
    let speakers = speakers(in: &fields)
    let styles = styles(fields.table("styles"))
    fields.reportUnknownKeys()
    problems += document.problems + fields.problems
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    let theme = base.changed(name: name, styles: styles, speakerColors: speakers, base: screen)
    return LoadedTheme(theme: theme, problems: problems)
  }

  private mutating func base(in fields: inout TOMLFields) -> Theme {
    guard let name = fields.string("base") else { return .terminal }
    if let theme = Theme.shipped(named: name) { return theme }
    let known = Theme.shipped.map(\.name).joined(separator: ", ")
    fields.report("base", "there is no theme “\(name)” to build on; there are \(known)")
    return .terminal
  }

  private mutating func speakers(in fields: inout TOMLFields) -> [Color]? {
    let words = fields.strings("speakers")
    guard !words.isEmpty else { return nil }
    let line = fields.line(of: "speakers")
    return words.compactMap { word in
      if let color = StyleNotation.color(word) { return color }
      report("“\(word)” is not a colour; \(StyleNotation.hint)", line: line)
      return nil
    }
  }

  private mutating func styles(_ table: TOMLFields) -> [Role: Style] {
    var styles: [Role: Style] = [:]
    for entry in table.all {
      guard let role = Role(rawValue: entry.key) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        report("there is no role “\(entry.key)”; the roles are \(known)", line: entry.line)
        continue
      }
      guard case .string(let text) = entry.value else {
        report("“\(entry.key)” must be a string, not \(entry.value.kindName)", line: entry.line)
        continue
      }
      if let style = style(text, line: entry.line) { styles[role] = style }
    }
    return styles
  }

  private mutating func style(_ text: String, line: Int) -> Style? {
    switch StyleNotation.style(text) {
    case .success(let style): return style
    case .failure(let word):
      report(
        "“\(word.text)” is neither a colour nor an attribute; \(StyleNotation.hint)", line: line)
      return nil
    }
  }

  private mutating func report(_ message: String, line: Int) {
    problems.append(ConfigurationProblem(in: file, line: line, message))
  }
}
