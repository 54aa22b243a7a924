// What annotations, terms and their letters are called on the screen.

import ArticleModel
import Corpus
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
    return annotation.correctionInWords.map { "correction: \($0.shortened(to: 72))" }
      ?? annotation.kind.rawValue
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
