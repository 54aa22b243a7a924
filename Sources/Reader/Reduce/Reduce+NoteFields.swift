// The fields of the note editor: going from one to the next, and opening them.

import ArticleModel
import Interface

extension ReaderState {
  /// Performs an action while a field other than the text has the keys; nil when it means what it means
  /// in the text.
  mutating func performInField(_ action: Action, _ editing: NoteEditing) -> [Effect]? {
    switch action {
    case .nextField: moveField(1)
    case .previousField: moveField(-1)
    case .right where editing.field != .text: moveField(1)
    case .left where editing.field != .text: moveField(-1)
    case .newLine where editing.field != .text: return open(editing.field, of: editing.id)
    case .up where editing.field != .text, .down where editing.field != .text: note?.field = .text
    default: return nil
    }
    return []
  }

  private mutating func moveField(_ step: Int) {
    guard let field = note?.field else { return }
    let all = NoteEditing.Field.allCases
    let index = (all.firstIndex(of: field) ?? 0) + step
    note?.field = all[(index + all.count) % all.count]
  }

  private mutating func open(_ field: NoteEditing.Field, of id: AnnotationID) -> [Effect] {
    guard let annotation = annotations[id] else { return [] }
    switch field {
    case .text: return []
    case .term: return pickTerms(of: annotation)
    case .status: return pickStatus(of: annotation)
    case .evidence: return ask(.evidence(.annotation(id)))
    }
  }

  /// The addresses in a note that are not evidence of its mark yet become evidence.
  func evidence(in note: String, besides known: [Evidence]) -> [Evidence] {
    var urls = Set(known.map(\.url))
    return note.addresses.filter { urls.insert($0).inserted }.map { Evidence(url: $0) }
  }
}

extension Substring {
  /// What comes before a bracket that closes what is around the address.
  fileprivate var upToUnopenedBracket: Substring {
    var open = 0
    for index in indices {
      if self[index] == "(" { open += 1 }
      if self[index] == ")" { open -= 1 }
      if open < 0 { return self[..<index] }
    }
    return self
  }
}

extension String {
  /// The addresses of the web in a text, without the punctuation that follows them. Markdown's
  /// `[words](address)` and `<address>` give the address.
  var addresses: [String] {
    let ends: Set<Character> = [" ", "\n", "\t", "<", ">", "\"", "“", "”"]
    return split { ends.contains($0) }.compactMap { word in
      guard let start = word.firstRange(of: "https://") ?? word.firstRange(of: "http://") else {
        return nil
      }
      var address = word[start.lowerBound...].upToUnopenedBracket
      while let last = address.last, ".,;:!?'’]*_".contains(last) { address.removeLast() }
      return address.count > "https://".count ? String(address) : nil
    }
  }
}
