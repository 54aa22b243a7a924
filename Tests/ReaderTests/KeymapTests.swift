// The built-in keymaps: nothing collides, nothing is unreachable, nothing is without help.

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
    let missing = Action.allCases.filter { !bound.contains($0) }
    // Word motions give way to paging keys in the less map, and the like; the rest must be there.
    let optional: [String: Set<Action>] = ["less": [.wordEnd]]
    #expect(missing.filter { optional[name]?.contains($0) != true } == [])
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
    sitting.press("g!")
    #expect(sitting.state.message?.text.contains("g! is not bound here") == true)
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
