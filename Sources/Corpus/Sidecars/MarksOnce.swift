// The sidecars of an article with each mark once. A folder that came back holds copies of marks, and decisions of a
// comparison are copies of the marks that they took:
//
//     story.txt.annotations.json           mark 1 (newer)   mark 2
//     story.txt.ben.annotations.json       mark 1           Ben’s review of mark 2   mark 3 of Ben
//     story.txt.decided.annotations.json   decision: mark 1
//
//     once                                 mark 1 (newer)   mark 2 with Ben’s review
//                                          mark 3 of Ben    and the decision apart

import ArticleModel
import Sidecars

extension Sequence<AnnotatedArticle> {
  /// The same sidecars with each mark once: of those with one id the newest version, where that stands, with
  /// all that answers it in any of the sidecars. Sidecars of decisions are left out, and what was decided
  /// stands with the first sidecar of the article; where an article has no other sidecar, they stay.
  package var withEachMarkOnce: [AnnotatedArticle] {
    // A sidecar may be named twice.
    var paths: Set<String> = []
    let all = filter { paths.insert($0.sidecarPath).inserted }
    var once: [String: AnnotatedArticle] = [:]
    var leftOut: Set<String> = []
    for (_, sidecars) in all.grouped(by: \.name) where sidecars.count > 1 {
      let marks = sidecars.filter { !$0.isOfDecisions }
      guard !marks.isEmpty else { continue }
      let decided = sidecars.filter(\.isOfDecisions)
      leftOut.formUnion(decided.map(\.sidecarPath))
      for sidecar in MarksOnce(marks, decisions: decided.flatMap(\.annotations)).sidecars {
        once[sidecar.sidecarPath] = sidecar
      }
    }
    return all.compactMap { article in
      leftOut.contains(article.sidecarPath) ? nil : once[article.sidecarPath] ?? article
    }
  }
}

extension AnnotatedArticle {
  /// Whether the sidecar holds the decisions of a comparison, and nothing else.
  package var isOfDecisions: Bool {
    !annotations.isEmpty && annotations.allSatisfy { $0.adjudication != nil }
  }
}

/// The sidecars of one article, their marks put together.
private struct MarksOnce {
  private(set) var sidecars: [AnnotatedArticle]
  private var newest: [AnnotationID: (annotation: Annotation, sidecar: Int)] = [:]
  private var order: [AnnotationID] = []

  init(_ sidecars: [AnnotatedArticle], decisions: [Annotation]) {
    self.sidecars = sidecars
    // Of versions that are as old, that of the usual sidecar counts.
    let usual = sidecars.indices.filter { sidecars[$0].isUsual }
    for number in usual + sidecars.indices.filter({ !usual.contains($0) }) {
      for annotation in sidecars[number].annotations { add(annotation, from: number) }
    }
    distribute(anchorsOf: sidecars)
    if !self.sidecars.isEmpty { self.sidecars[0].decisions = decisions }
  }

  private mutating func add(_ annotation: Annotation, from sidecar: Int) {
    if let known = newest[annotation.id]?.annotation {
      let (moment, other) = (annotation.modified ?? annotation.created, known)
      guard moment.isLater(than: other.modified ?? other.created) else { return }
    } else {
      order.append(annotation.id)
    }
    newest[annotation.id] = (annotation, sidecar)
  }

  private mutating func distribute(anchorsOf all: [AnnotatedArticle]) {
    for number in sidecars.indices {
      (sidecars[number].annotations, sidecars[number].anchors) = ([], [:])
    }
    for id in order {
      guard let (annotation, origin) = newest[id] else { continue }
      let home = home(of: annotation, in: origin)
      sidecars[home].annotations.append(annotation)
      sidecars[home].anchors[id] = all[origin].anchors[id]
    }
  }

  /// The sidecar of the mark that an annotation answers, through however many replies; else its own.
  private func home(of annotation: Annotation, in origin: Int) -> Int {
    var (home, here, seen) = (origin, annotation, Set([annotation.id]))
    while let parent = here.repliesTo, seen.insert(parent).inserted, let found = newest[parent] {
      (home, here) = (found.sidecar, found.annotation)
    }
    return home
  }
}

extension AnnotatedArticle {
  /// Whether it stands where the sidecar of an article usually does.
  fileprivate var isUsual: Bool { sidecarPath == name + SidecarStore.suffix }

  /// Whether the sidecar is one that somebody else keeps beside the usual one: it has marks, and none by this person.
  package func isColleagues(of person: Creator?) -> Bool {
    !isUsual && !isOfDecisions && !annotations.isEmpty
      && !annotations.contains { $0.belongs(to: person) }
  }
}
