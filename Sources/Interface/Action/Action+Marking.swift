// Actions that make marks, by the kind that they make.

import ArticleModel

extension Action {
  /// The action that makes marks of a kind; nil when none does.
  package init?(marking kind: AnnotationKind) { self.init(rawValue: "mark-" + kind.rawValue) }

  /// The kind of mark that the action makes; nil for others.
  package var markedKind: AnnotationKind? {
    AnnotationKind.marks.first { Action(marking: $0) == self }
  }
}
