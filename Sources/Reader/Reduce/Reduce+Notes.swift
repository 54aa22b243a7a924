// Notes: the editor opens on one, and what was written becomes part of the annotation.

import ArticleModel
import Interface

extension ReaderState {
  /// Opens the editor on the note of an annotation.
  mutating func write(_ annotation: Annotation, dropsWhenEmpty: Bool) {
    open(
      NoteEditor(
        annotation.id, on: stage, text: annotation.note, dropsWhenEmpty: dropsWhenEmpty,
        hasTerms: stage.shelf[annotation.terms.first?.pack ?? annotation.kind.rawValue] != nil))
  }

  /// Opens what a field of the editor is filled in with.
  mutating func open(_ field: NoteEditor.Field, of id: AnnotationID) -> [Effect] {
    guard let annotation = annotations[id] else { return [] }
    switch field {
    case .text, .record: return []
    case .term: return pickTerms(of: annotation)
    case .status: return pickStatus(of: annotation)
    case .evidence: return ask(.evidence(.annotation(id)))
    }
  }

  /// Takes `text` as the note, once the editor has closed. A mark that is nothing but its note goes without
  /// one.
  mutating func finishNote(of id: AnnotationID, _ text: String, dropsWhenEmpty: Bool) -> [Effect] {
    let done = [Effect.desk(.keepDraft(id, nil))]
    if text.isEmpty, dropsWhenEmpty, let annotation = annotations[id] {
      let effects = apply(Change("dropped an empty note", [.remove(annotation)]))
      return effects + done
    }
    let found = evidence(in: text, besides: annotations[id]?.evidence ?? [])
    let effects = edit(id, "noted:") { annotation, _ in
      annotation.note = text
      annotation.evidence += found
    }
    if !found.isEmpty, let told = message {
      let what = counted(found.count, "address", plural: "addresses")
      message = Message("\(told.text) · \(what) added as evidence")
    }
    return effects + done
  }

  /// The addresses in a note that are not evidence of its mark yet become evidence.
  private func evidence(in note: String, besides known: [Evidence]) -> [Evidence] {
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
