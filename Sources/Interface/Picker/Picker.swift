// A list to choose from by letter: terms of a taxonomy, a status, a verdict, a stance.

import ArticleModel

/// What an entry of a picker stands for. Each screen has values of its own.
package protocol Choice: Hashable, Sendable {}

/// What is asked, so that whoever asked knows what an answer is for. Each screen has its own questions.
package protocol Question: Hashable, Sendable {}

/// What pickers of several screens offer of a mark.
package enum MarkChoice: Choice {
  case term(TermReference)
  case status(AnnotationStatus)
}

/// A choice among entries that each have a letter.
package struct Picker {
  package var stage: Stage

  /// One entry.
  package struct Entry: Sendable {
    /// What it stands for.
    package var value: any Choice
    /// The letter that picks it.
    package var key: Character
    /// Its name.
    package var label: String
    /// The group that it is shown under.
    package var group: String
    /// What it means.
    package var explanation: String
    /// Whether it applies now; choosing it then takes it back.
    package var isHeld = false

    /// Describes an entry.
    package init(
      value: any Choice, key: Character, label: String, group: String, explanation: String = ""
    ) {
      self.value = value
      self.key = key
      self.label = label
      self.group = group
      self.explanation = explanation
    }
  }

  /// The heading.
  package var title: String
  /// What is done with the entry that is chosen.
  package var purpose: any Question
  /// All entries, in their fixed order.
  package var entries: [Entry]
  /// Index into `shown`.
  package var cursor = 0
  /// What the entries are filtered by; nil while letters pick.
  package var filter: EditableText?

  /// Offers entries.
  package init(on stage: Stage, title: String, purpose: any Question, entries: [Entry]) {
    self.stage = stage
    self.title = title
    self.purpose = purpose
    self.entries = entries
  }

  /// Marks the entries that apply now, and begins at the first of them.
  package func holding(_ isHeld: (any Choice) -> Bool) -> Picker {
    var picker = self
    for index in entries.indices { picker.entries[index].isHeld = isHeld(entries[index].value) }
    picker.cursor = picker.entries.firstIndex(where: \.isHeld) ?? 0
    return picker
  }

  /// Marks the terms and the status that a mark has.
  package func holding(_ terms: [TermReference], _ status: AnnotationStatus? = nil) -> Picker {
    holding { value in
      switch value as? MarkChoice {
      case .term(let term): terms.contains(term)
      case .status(let other): other == status
      case nil: false
      }
    }
  }

  /// The entries that pass the filter.
  package var shown: [Entry] {
    guard let filter, !filter.isEmpty else { return entries }
    return FilterWords(filter.text).filter(entries) {
      "\($0.group) \($0.label) \($0.explanation)"
    }
  }

  /// The entry under the cursor; nil when the filter lets none through.
  package var current: Entry? {
    let shown = self.shown
    return shown.indices.contains(cursor) ? shown[cursor] : nil
  }
}
