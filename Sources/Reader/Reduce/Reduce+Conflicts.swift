// Two versions of a mark that a merge kept: one of them is chosen by key.

import ArticleModel
import Interface

extension ReaderState {
  /// The other version of a mark that two people changed; nil when there is none, or no more.
  func otherVersion(of annotation: Annotation) -> Annotation? {
    if let id = annotation.conflictsWith { return annotations[id] }
    return annotations.annotations.first { $0.conflictsWith == annotation.id }
  }

  /// Keeps this version of a mark and takes the other one out, in one step that undo takes back.
  mutating func keepVersion(_ annotation: Annotation, insteadOf other: Annotation) -> [Effect] {
    var kept = annotation
    kept.conflictsWith = nil
    kept.modified = clock()
    return apply(
      Change(
        "kept this version of \(title(of: annotation))",
        [.remove(other), .replace(old: annotation, new: kept)]))
  }

  /// Takes the place under the caret off a mark that has several; the mark itself stays.
  mutating func removeTarget(_ annotation: Annotation) -> [Effect] {
    guard annotation.targets.count > 1 else {
      message = .warning("This mark has one place only · \(hint(for: .delete)) deletes the mark")
      return []
    }
    let places = anchors[annotation.id] ?? []
    guard let target = places.firstIndex(where: { $0.span?.contains(caret) == true }) else {
      message = .warning(
        "Go to the passage that you want to remove · \(hint(for: .nextAnnotation))")
      return []
    }
    return edit(annotation.id, "removed a passage") { annotation, anchors in
      annotation.targets.remove(at: target)
      anchors.remove(at: target)
    }
  }
}
