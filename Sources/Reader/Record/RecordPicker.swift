// The choices of a record: kinds, the answers of a group of terms, statuses, stances, sorts of sources.

import ArticleModel
import Interface

/// Makes the list of choices for a row.
enum RecordPicker {
  static func picker(for row: RecordRow, _ mark: Annotation, on stage: Stage) -> Picker {
    let entries = entries(for: row, mark, stage.shelf)
    let source = row.source.flatMap { mark.evidence.indices.contains($0) ? mark.evidence[$0] : nil }
    let picker = Picker(
      on: stage, title: row.label(stage.shelf).lowercased(),
      purpose: RecordQuestion(row: row, source: source), entries: entries)
    let held = held(row, mark)
    return picker.holding { ($0 as? RecordChoice)?.value.map(held.contains) ?? false }
  }

  private static func entries(
    for row: RecordRow, _ mark: Annotation, _ shelf: TaxonomyShelf
  ) -> [Picker.Entry] {
    switch row {
    case .field(.kind):
      lettered(AnnotationKind.marks.map { ($0.rawValue, $0.rawValue, "") }, group: "the mark is")
    case .field(.status):
      AnnotationStatus.allCases.enumerated().map { number, status in
        entry(status.rawValue, Character(String(number + 1)), status.label, "status")
      }
    case .field(.group(let pack, let group)): terms(of: pack, group, shelf)
    case .evidenceField(_, .stance):
      lettered(
        [
          ("supports", "supports", "It supports the claim."),
          ("refutes", "refutes", "It contradicts the claim."),
          ("discusses", "discusses", "It is about the claim but does not decide it."),
        ], group: "the source") + [none]
    case .evidenceField(_, .sourceKind):
      lettered(
        [
          (
            "primary", "primary",
            "Someone who was there, or the document, recording or figures themselves."
          ),
          ("secondary", "secondary", "Someone who reports what others saw, said or measured."),
        ], group: "the source is") + [none]
    default: []
    }
  }

  private static func terms(
    of pack: String, _ group: String, _ shelf: TaxonomyShelf
  ) -> [Picker.Entry] {
    guard let pack = shelf[pack], let group = pack.groups.first(where: { $0.id == group }) else {
      return [none]
    }
    return group.terms.map { term in
      Picker.Entry(
        value: RecordChoice(value: pack.reference(to: term, in: group).description), key: term.key,
        label: term.label, group: group.label, explanation: term.definition)
    } + [none]
  }

  /// What takes all answers off. No term has its sign for a key.
  private static let none = Picker.Entry(
    value: RecordChoice(value: nil), key: "-", label: "nothing", group: "or",
    explanation: "Leave it open.")

  /// Entries that their first free letter picks.
  private static func lettered(
    _ choices: [(value: String, label: String, explanation: String)], group: String
  ) -> [Picker.Entry] {
    var taken: Set<Character> = []
    return choices.map { choice in
      let key = choice.label.first { taken.insert($0).inserted } ?? "?"
      return entry(choice.value, key, choice.label, group, choice.explanation)
    }
  }

  private static func entry(
    _ value: String, _ key: Character, _ label: String, _ group: String, _ explanation: String = ""
  ) -> Picker.Entry {
    Picker.Entry(
      value: RecordChoice(value: value), key: key, label: label, group: group,
      explanation: explanation)
  }

  /// The values that the row has now.
  private static func held(_ row: RecordRow, _ mark: Annotation) -> Set<String> {
    let source = row.source.flatMap { mark.evidence.indices.contains($0) ? mark.evidence[$0] : nil }
    switch row {
    case .field(.kind): return [mark.kind.rawValue]
    case .field(.status): return [mark.status.rawValue]
    case .field(.group): return Set(mark.terms.map(\.description))
    case .evidenceField(_, .stance): return Set([source?.stance?.rawValue].compactMap(\.self))
    case .evidenceField(_, .sourceKind): return Set([source?.sourceKind].compactMap(\.self))
    default: return []
    }
  }
}
