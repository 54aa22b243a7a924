// The entries of pickers that both the reader and a review offer.

import ArticleModel

extension Picker {
  /// The statuses, each with its number.
  package static var statuses: [Entry] {
    AnnotationStatus.allCases.enumerated().map { number, status in
      Entry(
        value: MarkChoice.status(status), key: Character(String(number + 1)), label: status.label,
        group: "status", explanation: "")
    }
  }

  /// The terms of a pack, in its order.
  package static func terms(of pack: Taxonomy) -> [Entry] {
    pack.groups.flatMap { group in
      group.terms.map { term in
        Entry(
          value: MarkChoice.term(pack.reference(to: term, in: group)), key: term.key,
          label: term.label,
          group: group.label, explanation: term.definition)
      }
    }
  }
}
