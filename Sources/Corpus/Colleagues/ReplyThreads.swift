// Which reply hangs under which mark. Lists, panes and exports show replies where they belong.
//
//     mark
//       └ a reply to it
//           └ a reply to that reply

import ArticleModel

/// The replies of an article under what they answer. A reply to something that is not there hangs nowhere,
/// and neither do replies that answer each other in a circle.
package struct ReplyThreads: Sendable {
  private var parents: [AnnotationID: AnnotationID] = [:]
  private var children: [AnnotationID: [AnnotationID]] = [:]
  private var depths: [AnnotationID: Int] = [:]

  /// Ties replies to what they answer; takes time in the number of annotations.
  package init(_ annotations: some Sequence<Annotation>) {
    let all = Array(annotations)
    guard all.contains(where: { $0.kind == .reply }) else { return }
    let known = Set(all.map(\.id))
    for reply in all where reply.kind == .reply {
      guard let parent = reply.repliesTo, parent != reply.id, known.contains(parent),
        parents.updateValue(parent, forKey: reply.id) == nil
      else { continue }
      children[parent, default: []].append(reply.id)
    }
    var reached = all.map(\.id).filter { parents[$0] == nil }
    var next = 0
    while next < reached.count {
      for child in children[reached[next]] ?? [] {
        depths[child] = (depths[reached[next]] ?? 0) + 1
        reached.append(child)
      }
      next += 1
    }
    for id in Array(parents.keys) where depths[id] == nil {
      (parents[id], children[id]) = (nil, nil)
    }
  }

  /// What a reply answers; nil for all that hangs nowhere.
  package func parent(of id: AnnotationID) -> AnnotationID? { parents[id] }

  /// Whether it is a reply to something that is there.
  package func hangs(_ id: AnnotationID) -> Bool { parents[id] != nil }

  /// How many replies deep it hangs; 0 for what hangs nowhere.
  package func depth(of id: AnnotationID) -> Int { depths[id] ?? 0 }

  /// What answers an annotation directly, in the order of the sidecar.
  package func replies(to id: AnnotationID) -> [AnnotationID] { children[id] ?? [] }

  /// All that answers an annotation, and what answers that, from top to bottom.
  package func thread(under id: AnnotationID) -> [AnnotationID] {
    var thread: [AnnotationID] = []
    var waiting = Array(replies(to: id).reversed())
    while let reply = waiting.popLast() {
      thread.append(reply)
      waiting += replies(to: reply).reversed()
    }
    return thread
  }

  /// The same annotations with each reply behind what it answers, where that is among them.
  package func hung(_ order: [AnnotationID]) -> [AnnotationID] {
    if parents.isEmpty { return order }
    let listed = Set(order)
    var result: [AnnotationID] = []
    for id in order where parents[id].map(listed.contains) != true {
      var waiting = [id]
      while let here = waiting.popLast() {
        result.append(here)
        waiting += replies(to: here).filter(listed.contains).reversed()
      }
    }
    return result
  }
}
