// What annotations, terms and their letters are called on the screen.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// A term's name: from its pack, or made of its id while the pack is not known.
  package func label(of reference: TermReference) -> String {
    term(reference)?.label ?? reference.term.map { $0 == "-" ? " " : String($0) }.joined()
  }

  /// What an annotation is called in one or two words: its terms, or its kind.
  package func title(of annotation: Annotation) -> String {
    if !annotation.terms.isEmpty {
      return annotation.terms.map(label(of:)).joined(separator: ", ")
    }
    if annotation.kind.row.use == .mark(asking: .tags), !annotation.tags.isEmpty {
      return annotation.tags.map { "#\($0)" }.joined(separator: " ")
    }
    return annotation.correction.map(title(of:)) ?? annotation.kind.rawValue
  }

  /// What a correction says in a few words: "quotation of Ana".
  private func title(of correction: Correction) -> String {
    let finding = correction.finding == .quotation ? "quotation" : "place"
    switch (correction.decision, correction.speaker, correction.place) {
    case (.accepted, _, _): return "right: \(finding)"
    case (.rejected, _, _): return "no \(finding)"
    case (_, .named(let name)?, _): return "quotation of \(name)"
    case (_, .nobody?, _): return "quotation of nobody named"
    case (_, _, let place?):
      return ([place.name] + (place.country.map { [$0] } ?? [])).joined(separator: ", ")
    default: return "\(finding) with other words"
    }
  }

  /// The term that a reference names, when its pack is known.
  func term(_ reference: TermReference) -> Taxonomy.Term? {
    for pack in taxonomies { if let term = pack.term(reference) { return term } }
    return nil
  }

  /// The keys that messages name for an action: "u", or ":undo" when none is bound.
  func hint(for action: Action) -> String {
    let context: KeyContext = action.description.topic == .typing ? .note : .normal
    return keymap.keys(for: action, in: context).map { Key.hint(for: $0) }
      ?? ":\(action.rawValue)"
  }

  /// The words of an annotation's first target; nil for the whole article.
  func quote(of annotation: Annotation) -> String? {
    annotation.targets.first?.passage?.exact
  }
}
