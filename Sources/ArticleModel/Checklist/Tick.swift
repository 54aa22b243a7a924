// A tick is an annotation of its own: it has a maker and a moment, is undone and merged like any other, and
// changes nobody's mark.

extension Annotation {
  /// Ticks an item of a checklist.
  /// - Parameters:
  ///   - mark: the claim that it is ticked for; nil for the article as a whole.
  ///   - source: the name of the article.
  public init(
    id: AnnotationID = .random(), ticking item: Checklist.Item, of list: Checklist,
    for mark: AnnotationID?, in source: String, by creator: Creator?, at moment: Timestamp
  ) {
    let targets = mark == nil ? [AnnotationTarget(source: source, passage: nil)] : []
    self.init(id: id, kind: .tick, targets: targets, creator: creator, created: moment)
    repliesTo = mark
    terms = [
      TermReference(
        pack: list.id, group: item.scope.rawValue, term: item.id, packVersion: list.version)
    ]
    status = .done
  }

  /// Whether it ticks an item of a list, in whichever version.
  public func ticks(_ item: Checklist.Item, of list: Checklist) -> Bool {
    kind == .tick && terms.contains { $0.pack == list.id && $0.term == item.id }
  }
}
