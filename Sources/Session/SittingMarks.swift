// The marks of a sitting: what the reader made and changed, in whichever articles, for whoever started it.

import ArticleModel
import Synchronization

/// Marks that were made or changed since the reader began.
///
/// A class, because the desks of all articles add to it.
package final class SittingMarks: Sendable {
  private struct State {
    var order: [AnnotationID] = []
    var before: [AnnotationID: Annotation] = [:]
    var now: [AnnotationID: Annotation] = [:]
  }

  private let state = Mutex(State())

  /// No marks yet.
  package init() {}

  /// Takes in a change, or one that takes it back.
  func note(_ change: Change) {
    state.withLock { state in
      for edit in change.edits {
        let isNew = !state.order.contains(edit.id)
        if isNew { state.order.append(edit.id) }
        switch edit {
        case .insert(let new): state.now[edit.id] = new
        case .remove(let old):
          if isNew { state.before[edit.id] = old }
          state.now[edit.id] = nil
        case .replace(let old, let new):
          if isNew { state.before[edit.id] = old }
          state.now[edit.id] = new
        }
      }
    }
  }

  /// Those that are there now and were not, or said something else, in the order in which they were made.
  package var marks: [Annotation] {
    state.withLock { state in
      state.order.compactMap { id in
        state.now[id].flatMap { $0 == state.before[id] ? nil : $0 }
      }
    }
  }
}
