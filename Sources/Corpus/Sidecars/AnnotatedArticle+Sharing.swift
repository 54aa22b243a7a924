// An article with its marks as others may see them.

import ArticleModel

extension AnnotatedArticle {
  /// The same without private marks and what answers them, so that nothing that is made of it – a report,
  /// a correction of who speaks – tells of them.
  package var withoutPrivateMarks: AnnotatedArticle {
    let withheld = WithheldMarks(in: annotations)
    if withheld.ids.isEmpty, decisions.isEmpty { return self }
    var copy = self
    copy.decisions = decisions.filter { !$0.isPrivate && !withheld.ids.contains($0.id) }
    copy.annotations = annotations.filter { !withheld.ids.contains($0.id) }
    return copy
  }
}
