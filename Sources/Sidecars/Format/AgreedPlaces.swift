// What two versions of an annotation say of the places of the same evidence, where it is no disagreement.

import ArticleModel

/// Two versions of an annotation that say the same of a place where both say it of the same words. Each may
/// have found them in another state of the text; whoever opens the sidecar finds them again anyway.
struct AgreedPlaces {
  private(set) var versions: (ours: Annotation, theirs: Annotation)

  init(base: Annotation?, _ ours: Annotation, _ theirs: Annotation) {
    versions = (ours, theirs)
    for (index, target) in ours.targets.enumerated() {
      guard let passage = target.passage,
        let other = theirs.targets.firstIndex(where: { $0.passage?.isTwin(of: passage) ?? false })
      else { continue }
      let before = base?.targets.lazy.compactMap(\.passage).first { $0.isTwin(of: passage) }
      agree(index, other, before)
    }
  }

  /// A place that both changed is that of the side that confirmed it, or else ours; of two confirmations of the same words the first one counts.
  private mutating func agree(_ index: Int, _ other: Int, _ before: Passage?) {
    guard var ours = versions.ours.targets[index].passage,
      var theirs = versions.theirs.targets[other].passage
    else { return }
    if ours.position != before?.position, theirs.position != before?.position {
      let isTheirs =
        ours.confirmation == before?.confirmation && theirs.confirmation != before?.confirmation
      let position = isTheirs ? theirs.position : ours.position
      (ours.position, theirs.position) = (position, position)
    }
    if let mine = ours.confirmation, let another = theirs.confirmation, mine.words == another.words
    {
      let first = mine.created.isLater(than: another.created) ? another : mine
      (ours.confirmation, theirs.confirmation) = (first, first)
    }
    versions.ours.targets[index].passage = ours
    versions.theirs.targets[other].passage = theirs
  }
}

extension Passage {
  /// Whether two passages have the same evidence, as the elements of a list of targets are told apart.
  fileprivate func isTwin(of other: Passage) -> Bool {
    exact == other.exact && prefix == other.prefix
  }
}
