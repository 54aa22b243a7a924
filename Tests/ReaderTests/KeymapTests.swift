// The built-in keymaps: nothing collides, nothing is unreachable, nothing is without help.

import Interface
import Reader
import Screen
import Testing

@Suite struct KeymapTests {
  @Test(
    "No key sequence is the beginning of another one in its context", arguments: Keymap.builtInNames
  )
  func collisions(_ name: String) throws {
    let keymap = try #require(Keymap.builtIn(name))
    for context in KeyContext.allCases {
      let own = keymap.bindings.filter { $0.context == context }
      for binding in own {
        let longer = own.filter {
          $0.keys.count > binding.keys.count && $0.keys.starts(with: binding.keys)
        }
        #expect(longer.isEmpty, "\(name): \(Key.notation(of: binding.keys)) in \(context)")
      }
      #expect(Set(own.map(\.keys)).count == own.count, "\(name): a key twice in \(context)")
    }
  }

  @Test("Every action can be reached by key", arguments: Keymap.builtInNames)
  func reachable(_ name: String) throws {
    let keymap = try #require(Keymap.builtIn(name))
    let bound = Set(keymap.bindings.map(\.action))
    // Somebody's name is typed after it.
    let missing = Action.allCases.filter { !bound.contains($0) && $0 != .author }
    // Word motions give way to paging keys in the less map, and the like; the rest must be there.
    let optional: [String: Set<Action>] = ["less": [.wordEnd]]
    #expect(missing.filter { optional[name]?.contains($0) != true } == [])
  }

  @Test(
    "No binding is shadowed by another one, also not by one of the context it falls back on",
    arguments: Keymap.builtInNames)
  func shadowed(_ name: String) throws {
    let keymap = try #require(Keymap.builtIn(name))
    for binding in keymap.bindings {
      let keys = Key.notation(of: binding.keys)
      #expect(keymap.match(binding.keys, in: binding.context) == .action(binding.action), "\(keys)")
      for length in 1..<binding.keys.count {
        let prefix = Array(binding.keys.prefix(length))
        #expect(keymap.match(prefix, in: binding.context) == .pending, "\(name): \(keys)")
      }
    }
  }

  @Test("No key of the selection hides longer ones that mean something there otherwise")
  func hiddenBehindSelection() throws {
    // Two keys of the normal map begin with a key that copies or turns round in a selection.
    let copying = ["yy"]
    // Nobody changes the theme while selecting.
    let comfort = ["c", "o"].flatMap { prefix in ["t", "n", "f", "m", "+", "-"].map { prefix + $0 }
    }
    // Nor does anybody assign a mark, tick a checklist, check quotations or show layers then.
    let known = Set(copying + comfort + ["ow", "ok", "oq", "ol"])
    for name in Keymap.builtInNames {
      let keymap = try #require(Keymap.builtIn(name))
      let own = keymap.bindings.filter { $0.context == .selection }
      for binding in keymap.bindings where binding.context == .normal {
        let hidden = own.contains {
          $0.keys.count < binding.keys.count && binding.keys.starts(with: $0.keys)
        }
        #expect(!hidden || known.contains(Key.notation(of: binding.keys)), "\(name)")
      }
    }
  }

  @Test("Help lists every action that has a key, and no other")
  func helpIsComplete() throws {
    for name in Keymap.builtInNames {
      let keymap = try #require(Keymap.builtIn(name))
      var sitting = Sitting(columns: 140, rows: 45, keymap: name)
      sitting.press("<F1>")
      var listed: Set<Substring> = []
      for _ in 0..<20 {
        for line in sitting.frame.lines {
          if let word = line.split(separator: " ").last, word.first == ":" {
            listed.insert(word.dropFirst())
          }
        }
        sitting.press("<PgDn>")
      }
      let bound = Set(keymap.bindings.map { Substring($0.action.rawValue) })
      #expect(listed == bound, "\(name)")
    }
  }

  @Test("The table of a context has the keys of each action, and none that a later line took away")
  func tables() throws {
    for name in Keymap.builtInNames {
      let keymap = try #require(Keymap.builtIn(name))
      for context in KeyContext.allCases {
        let table = keymap.keysByAction(in: context)
        for action in Action.allCases {
          #expect(
            table[action] ?? [] == keymap.allKeys(for: action, in: context),
            "\(name), \(context), \(action)")
        }
      }
    }
    let (down, end) = (try Key.sequence("j"), try Key.sequence("jj"))
    let keymap = Keymap(
      name: "own",
      bindings: [
        KeyBinding(.normal, down, .down), KeyBinding(.normal, end, .up),
        KeyBinding(.normal, down, .up), KeyBinding(.selection, down, .down),
      ])
    for _ in 0..<2 {
      #expect(keymap.keysByAction(in: .normal) == [.up: [end, down]])
      #expect(keymap.keysByAction(in: .selection) == [.down: [down]])
    }
  }

  @Test("Every action has a line of help, and no two have the same")
  func helpLines() {
    let lines = Action.allCases.map(\.description.help)
    #expect(!lines.contains(""))
    #expect(Set(lines).count == lines.count)
  }

  @Test("An unknown key after a prefix is swallowed and told")
  func unknownKey() {
    var sitting = Sitting()
    let caret = sitting.state.caret
    sitting.press("g=")
    #expect(sitting.state.message?.text.contains("g= is not bound here") == true)
    #expect(sitting.state.caret == caret)
  }

  @Test("A begun sequence shows what may follow")
  func pending() {
    var sitting = Sitting()
    sitting.press("]")
    #expect(sitting.screen.contains("q next quotation"))
  }

  @Test("The footer always names the way out, and undo after a change")
  func footer() {
    for columns in [140, 80, 40] {
      var sitting = Sitting(columns: columns, rows: 24)
      #expect(sitting.frame.lines.last?.contains("q quit") == true, "\(columns)")
      sitting.press("ah")
      #expect(sitting.frame.lines.last?.contains("u undo") == true, "\(columns)")
      #expect(sitting.frame.lines.last?.contains("q quit") == true, "\(columns)")
    }
  }
}
