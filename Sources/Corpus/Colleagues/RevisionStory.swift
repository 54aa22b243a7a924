// What became of a mark that several people had a hand in, in words: "by Ben; was: missing context · by Ana".

import ArticleModel

extension Annotation {
  /// What each edit by somebody else replaced, the latest first: "missing context · by Ana Lopes".
  /// - Parameter title: what a mark is called in one or two words.
  package func formerWords(_ title: (Annotation) -> String) -> [String] {
    revisions.indices.reversed().map { number in
      let next = number + 1 < revisions.count ? revisions[number + 1].was : self
      let was = revisions[number].was
      let said = was.differences(from: next, title).joined(separator: ", ")
      return "\(said) · by \(hand(before: number)?.name ?? "nobody named")"
    }
  }

  /// Whose word the mark is now and what it was: "by Ben Okafor; was: missing context · by Ana Lopes"; nil
  /// when nobody is named.
  package func byline(_ title: (Annotation) -> String) -> String? {
    guard let hand = lastHand else { return nil }
    let former = formerWords(title).map { "; was: \($0)" }
    return "by \(hand.name)" + former.joined()
  }

  /// What a version says that the next one says otherwise.
  private func differences(from next: Annotation, _ title: (Annotation) -> String) -> [String] {
    var said: [String] = []
    if title(self) != title(next) { said.append(title(self)) }
    if status != next.status { said.append(status.label) }
    if note != next.note {
      said.append(note.isEmpty ? "without a note" : note.shortened(to: 120).inQuotationMarks)
    }
    let words = { (mark: Annotation) in mark.targets.map { $0.passage?.exact } }
    if words(self) != words(next), let first = targets.first?.passage?.exact {
      said.append("on " + first.shortened(to: 60).inQuotationMarks)
    }
    if evidence != next.evidence { said.append(counted(evidence.count, "piece") + " of evidence") }
    if tags != next.tags { said.append(tags.map { "#\($0)" }.joined(separator: " ")) }
    said.removeAll(where: \.isEmpty)
    return said.isEmpty ? ["worded differently"] : said
  }
}

extension Annotation {
  /// A reply that records who deleted a mark of somebody else, and what it said. It stands on the words of
  /// the mark, and says that what it answers is gone.
  package init(
    id: AnnotationID, recordingDeletionOf mark: Annotation, called title: String,
    by creator: Creator?, at moment: Timestamp
  ) {
    self.init(
      id: id, kind: .reply, targets: mark.targets, creator: creator, created: moment)
    repliesTo = mark.id
    answeredMark = AnsweredMark(mark)
    let note = mark.note.isEmpty ? "" : ": \(mark.note)"
    self.note = "deleted \(title) by \(mark.creator?.name ?? "nobody named")\(note)"
    status = .done
  }
}

extension TaxonomyShelf {
  /// What a mark is called in one or two words: its terms and tags, or its kind.
  package func title(_ mark: Annotation) -> String {
    let labels = mark.terms.map { label(of: $0) } + mark.tags.map { "#\($0)" }
    return labels.isEmpty ? mark.kind.rawValue : labels.joined(separator: ", ")
  }
}
