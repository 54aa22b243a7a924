// Marks with the replies to them, as pages show them: whoever answers stands below what is answered, also
// when both are in different sidecar files.

import ArticleModel
import Corpus

/// A mark, or a reply to something that is not listed, with all that answers it.
struct MarkThread {
  /// The mark.
  let row: AnnotationRow
  /// The replies from top to bottom.
  var replies: [Reply] = []

  /// A reply within a thread.
  struct Reply {
    let row: AnnotationRow
    /// How many replies deep it stands below the mark: 1 for an answer to the mark itself.
    let depth: Int
    /// What it answers.
    let answered: Annotation
  }
}

extension MarkThread {
  /// Whether it is a reply that answers a mark which is there but not listed.
  var isCutOff: Bool { row.answered != nil }
}

extension CorpusArticle {
  /// The rows as threads, in their order.
  var threads: [MarkThread] {
    let parents = self.parents
    let children = Dictionary(grouping: rows.indices.filter { parents[$0] != nil }) { parents[$0] }
    var reached: Set<Int> = []
    func thread(from root: Int) -> MarkThread {
      var thread = MarkThread(row: rows[root])
      var waiting = [(index: root, depth: 0)]
      while let (index, depth) = waiting.popLast() {
        guard reached.insert(index).inserted else { continue }
        if depth > 0, let parent = parents[index] {
          thread.replies.append(
            .init(row: rows[index], depth: depth, answered: rows[parent].annotation))
        }
        waiting += (children[index] ?? []).reversed().map { ($0, depth + 1) }
      }
      return thread
    }
    let roots = rows.indices.filter { parents[$0] == nil }.map { ($0, thread(from: $0)) }
    // Replies that answer each other in a circle hang under nothing, and are shown all the same.
    let circles = rows.indices.compactMap { index in
      reached.contains(index) ? nil : (index, thread(from: index))
    }
    return (roots + circles).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The row that each reply answers: in its own sidecar, or else in another one of the article.
  private var parents: [Int: Int] {
    var places: [String: Int] = [:]
    for (index, row) in rows.enumerated().reversed() {
      places["\(row.sidecarPath)\n\(row.id)"] = index
      places["\(row.id)"] = index
    }
    var parents: [Int: Int] = [:]
    for (index, row) in rows.enumerated() where row.annotation.kind == .reply {
      guard let id = row.annotation.repliesTo else { continue }
      let parent = places["\(row.sidecarPath)\n\(id)"] ?? places["\(id)"]
      if let parent, parent != index { parents[index] = parent }
    }
    return parents
  }
}
