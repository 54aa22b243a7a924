// A keymap, from TOML: what the file binds and unbinds, on top of the map that it is based on.

import Interface
import Screen

/// A keymap as it was read, with what is wrong in its file.
package struct LoadedKeymap: Sendable {
  /// The keys that hold; bad entries are left out.
  package let keymap: Keymap
  /// What the file says of itself.
  package let description: String
  /// What was wrong, in the order of the file.
  package let problems: [ConfigurationProblem]
  /// The file that it was read from; nil for a map that is built in.
  package var file: String?
  /// The name of the map that it is based on; nil when it begins with no keys.
  package var base: String?
  /// The bindings of the file itself, in its order.
  package var own: [KeyBinding] = []
  /// The keys of the base that the file unbinds, in its order.
  package var unmapped: [KeySlot] = []
}

/// Reads keymap files.
///
/// ```toml
/// name = "mine"
/// base = "vim"                 # by default "default"; "none" begins with no keys at all
/// [normal]                     # one table for each KeyContext
/// "gl" = "next-location"       # keys = the name of an action
/// [unmap]
/// normal = ["x"]
/// [langmap]                    # what another keyboard types = the key that is meant
/// "й" = "q"
/// ```
package struct KeymapLoader {
  /// A binding of the file with its line.
  struct Line {
    let number: Int
    let binding: KeyBinding
  }

  private let file: String
  private var own: [Line] = []
  private var problems: [ConfigurationProblem] = []

  private init(file: String) { self.file = file }

  /// Reads a keymap; `bases` finds the map that the file names as its base.
  package static func load(
    _ text: String, file: String, bases: (String) -> Keymap? = Keymap.builtIn
  ) -> LoadedKeymap {
    var loader = KeymapLoader(file: file)
    return loader.read(TOMLDocument(text, file: file), bases: bases)
  }

  private mutating func read(
    _ document: TOMLDocument, bases: (String) -> Keymap?
  ) -> LoadedKeymap {
    var fields = TOMLFields(document.entries, file: file)
    let name = fields.string("name") ?? Self.name(of: file)
    let description = fields.string("description") ?? ""
    let baseName = fields.string("base") ?? "default"
    let base = base(baseName, in: &fields, bases: bases)
    for context in KeyContext.allCases { readBindings(fields.table(context.rawValue), context) }
    let unmapped = readUnmapped(fields.table("unmap"), base: base)
    let langmap = readLangmap(fields.table("langmap"))
    fields.reportUnknownKeys()

    own.sort { $0.number < $1.number }
    let bound = own.map(\.binding)
    let inherited = (base?.bindings ?? []).inherited(by: bound, without: Set(unmapped))
    let bindings = bound + inherited
    let keymap = Keymap(name: name, bindings: bindings + langmap.translations(of: bindings))
    let checks = KeymapChecks(file: file, own: own, inherited: inherited, keymap: keymap)
    problems += document.problems + fields.problems + checks.problems
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return LoadedKeymap(
      keymap: keymap, description: description, problems: problems,
      base: base == nil ? nil : baseName, own: bound, unmapped: unmapped)
  }

  /// The file's name without folder and extension.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
  }

  private func base(
    _ name: String, in fields: inout TOMLFields, bases: (String) -> Keymap?
  ) -> Keymap? {
    if name == "none" { return nil }
    if let base = bases(name) { return base }
    let known = Keymap.builtInNames.joined(separator: ", ")
    fields.report("base", "there is no keymap “\(name)” to build on; there are \(known) and none")
    return .standard
  }

  // MARK: The tables of the file

  private mutating func readBindings(_ table: TOMLFields, _ context: KeyContext) {
    for entry in table.all {
      guard case .string(let name) = entry.value else {
        report(entry.line, "“\(entry.key)” must be bound to the name of an action")
        continue
      }
      guard let keys = keys(entry.key, line: entry.line) else { continue }
      guard let action = Action(rawValue: name) else {
        report(entry.line, "there is no action “\(name)”\(Self.suggestion(for: name))")
        continue
      }
      own.append(Line(number: entry.line, binding: KeyBinding(context, keys, action)))
    }
  }

  private mutating func readUnmapped(_ table: TOMLFields, base: Keymap?) -> [KeySlot] {
    let bound = Set((base?.bindings ?? []).map { KeySlot($0) })
    var unmapped: [KeySlot] = []
    for entry in table.all {
      guard let context = KeyContext(rawValue: entry.key), case .array(let items) = entry.value
      else {
        let contexts = KeyContext.allCases.map(\.rawValue).joined(separator: ", ")
        report(entry.line, "[unmap] takes a list of keys for one of \(contexts)")
        continue
      }
      for item in items {
        guard case .string(let notation) = item.value, let keys = keys(notation, line: item.line)
        else { continue }
        let slot = KeySlot(context: context, keys: keys)
        unmapped.append(slot)
        if !bound.contains(slot) {
          report(item.line, "“\(notation)” is not bound in the base", severity: .warning)
        }
      }
    }
    return unmapped
  }

  private mutating func readLangmap(_ table: TOMLFields) -> Langmap {
    var langmap = Langmap()
    for entry in table.all {
      if case .string(let meant) = entry.value, meant.count == 1, entry.key.count == 1,
        let typed = entry.key.first, let key = meant.first
      {
        langmap.add(typed: typed, meant: key)
      } else {
        report(entry.line, "[langmap] replaces one character with one other: \"й\" = \"q\"")
      }
    }
    return langmap
  }

  // MARK: Words

  private mutating func keys(_ notation: String, line: Int) -> [Key]? {
    do throws(KeyNotationError) {
      return try Key.sequence(notation)
    } catch {
      report(line, "“\(notation)”: \(error)")
      return nil
    }
  }

  private mutating func report(
    _ line: Int, _ message: String, severity: ConfigurationProblem.Severity = .error
  ) {
    problems.append(ConfigurationProblem(severity, in: file, line: line, message))
  }

  /// Actions that share a word with a name that is none.
  private static func suggestion(for name: String) -> String {
    let words = Set(name.lowercased().split { !$0.isLetter })
    let close = Action.allCases.map(\.rawValue)
      .filter { !words.isDisjoint(with: Set($0.split(separator: "-"))) }
    return close.isEmpty
      ? "; galley keys lists them all"
      : "; did you mean \(close.prefix(3).joined(separator: ", "))?"
  }
}
