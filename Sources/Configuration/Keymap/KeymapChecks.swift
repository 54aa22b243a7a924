// What can be wrong with a keymap although every entry of it can be read.

import Interface
import Screen

/// Finds keys that cannot work, or not as they look.
struct KeymapChecks {
  let file: String
  let own: [KeymapLoader.Line]
  let inherited: [KeyBinding]
  let keymap: Keymap

  /// What is wrong, check by check.
  var problems: [ConfigurationProblem] {
    repeated + twins + unreachable + hidden + typed + withoutExit
  }

  /// The same keys twice, written in two ways, for different actions.
  private var repeated: [ConfigurationProblem] {
    var seen: [KeySlot: KeymapLoader.Line] = [:]
    return own.compactMap { line in
      let earlier = seen.updateValue(line, forKey: KeySlot(line.binding))
      guard let earlier, earlier.binding.action != line.binding.action else { return nil }
      return error(line, "is bound in line \(earlier.number) already")
    }
  }

  /// Keys that terminals report as another key, and Alt, which they report as Escape before it.
  private var twins: [ConfigurationProblem] {
    own.compactMap { line in
      if let key = line.binding.keys.first(where: { $0.terminalTwin != nil }),
        let twin = key.terminalTwin
      {
        return warning(line, "a terminal reports \(key) as \(twin); bind that")
      }
      let keys = line.binding.keys
      if isOnlyByAlt(line.binding) {
        return warning(line, "Alt does not reach every terminal; give the action another key too")
      }
      if keys.count > 1, keys.dropLast().contains(.named(.escape)) {
        return warning(line, "Alt and Escape before a key are not reliable in every terminal")
      }
      return nil
    }
  }

  /// Whether an action has no key without Alt. Where text is typed, Alt is a convenience of readline.
  private func isOnlyByAlt(_ binding: KeyBinding) -> Bool {
    guard !binding.context.takesText, binding.keys.contains(where: \.isAlt) else { return false }
    return keymap.allKeys(for: binding.action, in: binding.context).allSatisfy {
      $0.contains(where: \.isAlt)
    }
  }

  /// Longer sequences that begin with keys that are bound themselves: the shorter one always wins.
  private var unreachable: [ConfigurationProblem] {
    own.compactMap { line in
      guard let prefix = boundPrefix(of: line.binding) else { return nil }
      return error(
        line, "can never be typed, since \(Key.notation(of: prefix)) is bound by itself")
    }
  }

  /// Keys of the base that a shorter one of this file hides.
  private var hidden: [ConfigurationProblem] {
    own.compactMap { line in
      let hidden = inherited.filter { binding in
        binding.context == line.binding.context && binding.keys.count > line.binding.keys.count
          && binding.keys.starts(with: line.binding.keys)
      }
      if hidden.isEmpty { return nil }
      let names = hidden.map { "\"\(Key.notation(of: $0.keys))\"" }.joined(separator: ", ")
      return warning(
        line, "hides keys of the base; say so: [unmap] \(contextName(line)) = [\(names)]")
    }
  }

  /// A character that is bound where characters are typed.
  private var typed: [ConfigurationProblem] {
    own.compactMap { line in
      guard line.binding.context == .note || line.binding.context == .prompt,
        case .character(let character)? = line.binding.keys.first
      else { return nil }
      return warning(line, "“\(character)” could then not be typed in a \(contextName(line))")
    }
  }

  /// A map that leaves no way out.
  private var withoutExit: [ConfigurationProblem] {
    let ways = [Action.quit, .command].flatMap { keymap.allKeys(for: $0, in: .normal) }
    guard ways.isEmpty else { return [] }
    return [ConfigurationProblem(in: file, "no key is bound to quit, and none to command")]
  }

  private func boundPrefix(of binding: KeyBinding) -> [Key]? {
    let prefixes = (1..<max(binding.keys.count, 1)).map { Array(binding.keys.prefix($0)) }
    return prefixes.first { prefix in
      keymap.bindings.contains { $0.context == binding.context && $0.keys == prefix }
    }
  }

  private func contextName(_ line: KeymapLoader.Line) -> String { line.binding.context.rawValue }

  private func error(_ line: KeymapLoader.Line, _ message: String) -> ConfigurationProblem {
    problem(.error, line, message)
  }

  private func warning(_ line: KeymapLoader.Line, _ message: String) -> ConfigurationProblem {
    problem(.warning, line, message)
  }

  private func problem(
    _ severity: ConfigurationProblem.Severity, _ line: KeymapLoader.Line, _ message: String
  ) -> ConfigurationProblem {
    let keys = Key.notation(of: line.binding.keys)
    return ConfigurationProblem(severity, in: file, line: line.number, "“\(keys)” \(message)")
  }
}

extension Key {
  fileprivate var isAlt: Bool {
    if case .alt = self { return true }
    return false
  }
}
