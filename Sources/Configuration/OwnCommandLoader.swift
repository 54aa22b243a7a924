// Reads the commands that a user has bound to keys: `[[command]]` in config.toml, and nowhere else.

import Interface
import Screen

/// Reads own commands.
///
/// ```toml
/// [[command]]
/// name = "search the archive"
/// key = "gx"                                # as in keymaps; may be left out
/// run = ["archive-search", "--", "{quote}"] # a program and its arguments; no shell reads them
/// output = "evidence"                       # or "show", or "note"
/// ```
struct OwnCommandLoader {
  private(set) var commands: [OwnCommand] = []
  private(set) var problems: [ConfigurationProblem] = []

  /// Reads tables; one that makes no sense is reported and left out.
  init(_ tables: [TOMLFields]) {
    for var fields in tables {
      let command = Self.command(&fields)
      fields.reportUnknownKeys()
      if commands.count == OwnCommand.numberKeys.count {
        fields.report("run", "there can be \(commands.count) commands; this is one too many")
      }
      problems += fields.problems
      if let command, !fields.problems.contains(where: { $0.severity == .error }) {
        commands.append(command)
      }
    }
  }

  private static func command(_ fields: inout TOMLFields) -> OwnCommand? {
    let words = fields.strings("run")
    let name = fields.string("name") ?? words.first ?? ""
    let output = output(&fields)
    let keys = keys(&fields)
    guard let program = words.first else {
      fields.report("run", "“run” names the program and its arguments: run = [\"prog\", \"{url}\"]")
      return nil
    }
    guard isProgram(program) else {
      fields.report(
        "run", "“\(program)” must be the name of a program in PATH, or its path from the root")
      return nil
    }
    let arguments = words.dropFirst().map { parts(of: $0, &fields) }
    return OwnCommand(
      name: name, keys: keys, program: program, arguments: arguments, output: output)
  }

  private static func output(_ fields: inout TOMLFields) -> OwnCommand.Output {
    guard let name = fields.string("output") else { return .show }
    if let output = OwnCommand.Output(rawValue: name) { return output }
    let known = OwnCommand.Output.allCases.map(\.rawValue).joined(separator: ", ")
    fields.report("output", "there is no output “\(name)”; there are \(known)")
    return .show
  }

  private static func keys(_ fields: inout TOMLFields) -> [Key] {
    guard let notation = fields.string("key") else { return [] }
    do throws(KeyNotationError) { return try Key.sequence(notation) } catch {
      fields.report("key", "“\(notation)”: \(error)")
      return []
    }
  }

  /// A path that begins in the folder one happens to be in could lead to a program of somebody else's.
  private static func isProgram(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("-") && !word.contains("{")
      && (word.hasPrefix("/") || !word.contains("/"))
  }

  /// An argument as what stands in it and the values that come into it. Braces around anything but the name
  /// of a value are braces.
  private static func parts(of word: String, _ fields: inout TOMLFields) -> [OwnCommand.Part] {
    var parts: [OwnCommand.Part] = []
    var rest = word[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if let value = OwnCommand.Value(rawValue: name) {
        if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
        parts.append(.value(value))
        rest = rest[rest.index(after: close)...]
        continue
      }
      if !name.isEmpty, name.allSatisfy(\.isLetter) {
        let known = OwnCommand.Value.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
        fields.report("run", "there is no value {\(name)}; there are \(known)")
      }
      parts.append(.text(String(rest[...open])))
      rest = rest[rest.index(after: open)...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
