// Who is to work on marks: chosen among those who work here, or typed.

import ArticleModel
import Corpus
import Interface

extension ReviewState {
  /// Opens the choice of whom the marks are assigned to.
  mutating func pickAssignee() {
    let targets = self.targets
    guard let first = targets.first else { return }
    let entries = zip("123456789", people).map { key, person in
      Picker.Entry(
        value: AssigneeChoice.person(person), key: key, label: person.name, group: "assign to")
    }
    let others: [Picker.Entry] = [
      Picker.Entry(
        value: AssigneeChoice.other, key: "o", label: "someone else …", group: "or",
        explanation: "Type the name."),
      Picker.Entry(value: AssigneeChoice.nobody, key: "n", label: "nobody", group: "or"),
    ]
    let what = targets.count == 1 ? first.words : "\(targets.count) marks"
    open(
      Picker(
        on: stage, title: "who works on \(what)", purpose: ReviewQuestion.pick,
        entries: entries + others
      ).holding { ($0 as? AssigneeChoice) == first.row.annotation.assignee.map { .person($0) } })
  }

  /// Those who made or are to work on marks here, and the reviewer, in the order of their names.
  private var people: [Creator] {
    var known: [String: Creator] = [:]
    for entry in list.entries {
      for person in [entry.row.annotation.creator, entry.row.annotation.assignee] {
        if let person { known[person.name] = person }
      }
    }
    if let author { known[author.name] = author }
    return known.values.sorted { $0.name < $1.name }
  }

  /// Assigns the marks as was chosen.
  mutating func choose(_ choice: AssigneeChoice) -> [Effect] {
    switch choice {
    case .person(let person): return assign(to: person)
    case .nobody: return assign(to: nil)
    case .other:
      open(
        Prompt(
          ReviewQuestion.assignee, on: stage, label: "assign to: ", hint: "the name · Enter assigns"
        ))
      return []
    }
  }

  /// Assigns the marks to somebody by name; of those who work here, with all that is known of them.
  mutating func assign(toName name: String) -> [Effect] {
    if name.isEmpty { return [] }
    if name.lowercased() == "nobody" { return assign(to: nil) }
    let known = people.first { $0.name.lowercased() == name.lowercased() }
    return assign(to: known ?? Creator(name: name))
  }

  private func assign(to person: Creator?) -> [Effect] {
    [.desk(.perform(.assign(person), on: targets.map(\.key)))]
  }
}

/// Whom marks are assigned to.
package enum AssigneeChoice: Choice {
  case person(Creator)
  case other, nobody
}
