// Who is to work on a mark: chosen among those who work on the article, or typed.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Opens the choice of whom the mark is assigned to.
  mutating func pickAssignee(of annotation: Annotation) -> [Effect] {
    let entries = zip("123456789", people).map { key, person in
      Picker.Entry(
        value: ReaderChoice.assignee(person), key: key, label: person.name, group: "assign to")
    }
    let others: [Picker.Entry] = [
      Picker.Entry(
        value: ReaderChoice.otherAssignee, key: "o", label: "someone else …", group: "or",
        explanation: "Type the name."),
      Picker.Entry(value: ReaderChoice.noAssignee, key: "n", label: "nobody", group: "or"),
    ]
    let held = annotation.assignee.map { ReaderChoice.assignee($0) }
    open(
      Picker(
        on: stage, title: "who works on \(named(annotation))",
        purpose: PickerPurpose.assign(annotation.id), entries: entries + others
      ).holding { ($0 as? ReaderChoice) == held && held != nil })
    return []
  }

  /// Those who made or are to work on marks here, and the reader, in the order of their names.
  private var people: [Creator] {
    let all = annotations.annotations.flatMap { [$0.creator, $0.assignee] } + [author]
    let known = Dictionary(all.compactMap(\.self).map { ($0.name, $0) }) { first, _ in first }
    return known.values.sorted { $0.name < $1.name }
  }

  /// Assigns a mark to somebody by name; of those who work here, with all that is known of them.
  mutating func assign(_ id: AnnotationID, toName name: String) -> [Effect] {
    let name = name[...].trimmed
    if name.isEmpty { return [] }
    if name.lowercased() == "nobody" { return assign(id, to: nil) }
    let known = people.first { $0.name.lowercased() == name.lowercased() }
    return assign(id, to: known ?? Creator(name: name))
  }

  /// Assigning says nothing of the matter, so it is no edit of what a colleague said.
  mutating func assign(_ id: AnnotationID, to person: Creator?) -> [Effect] {
    let verb = person.map { "assigned to \($0.name):" } ?? "assigned to nobody:"
    return edit(id, verb, isRecorded: false) { annotation, _ in annotation.assignee = person }
  }

  /// Assigns the current mark to somebody whose name was typed behind the command; nil without a name.
  mutating func assign(_ name: String) -> [Effect]? {
    guard !name.isEmpty else { return nil }
    if let reason = reason(against: .assign) {
      message = .warning(reason)
      return []
    }
    guard let annotation = currentAnnotation else { return nil }
    message = nil
    return assign(annotation.id, toName: name)
  }
}
