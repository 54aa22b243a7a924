// What the command line proposes: commands first, then whatever else the typed words fit.

/// Something that the command line can do.
package struct Proposal: Sendable {
  /// What taking it does.
  package enum Target: Sendable {
    case action(Action)
    /// Something that the surface beneath offers.
    case choice(any Choice)
  }

  /// What it is called; for a command, what is typed for it.
  package var name: String
  /// What it is or does.
  package var detail: String
  /// What taking it does.
  package var target: Target

  /// Describes a proposal.
  package init(name: String, detail: String, target: Target) {
    (self.name, self.detail, self.target) = (name, detail, target)
  }

  /// How well it fits all of the words, 0 for best; nil when one of them does not fit.
  func rank(for words: [String]) -> Int? {
    let name = name.lowercased()
    let all = "\(name) \(detail)"
    var rank = 0
    for word in words {
      if name.hasPrefix(word) { continue }
      if all.contains(" \(word)") || all.contains("-\(word)") {
        rank += 1
      } else if all.contains(word) {
        rank += 2
      } else if name.hasSubsequence(word) {
        rank += 3
      } else {
        return nil
      }
    }
    return rank
  }

  /// Whether each word that was typed stands in the name as it is, in any case.
  func holds(_ typed: String) -> Bool {
    let name = name.lowercased()
    return typed.lowercased().split(separator: " ").allSatisfy { name.contains($0) }
  }
}

extension String {
  fileprivate func hasSubsequence(_ letters: String) -> Bool {
    var rest = letters[...]
    for character in self where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
