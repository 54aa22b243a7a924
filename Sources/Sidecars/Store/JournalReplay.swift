// Brings a sidecar up to what its journal says, also when somebody else changed the sidecar meanwhile.

import ArticleModel

/// Annotations with a journal replayed on them.
struct JournalReplay {
  /// Changes that undo and redo know of, as `AnnotationSet` orders them.
  private(set) var past: [Change] = []
  private(set) var future: [Change] = []
  /// How many operations the sidecar did not hold yet.
  private(set) var operations = 0
  /// A note that was being typed.
  private(set) var draft: NoteDraft?
  /// Steps back and forth that could not be made, because the change that they are about is not there.
  private(set) var lostSteps = 0
  /// What the journal and the sidecar each changed in their own way.
  private(set) var conflicts: [ThreeWayMerge.Conflict] = []

  /// The annotations before anything was done to them.
  private let original: [Annotation]
  /// The annotations by their names, from the first operation on: mostly the sidecar has what was done already.
  private var keyed: KeyedAnnotations?

  init(on annotations: [Annotation], past: [Change] = [], future: [Change] = []) {
    original = annotations
    self.past = past
    self.future = future
  }

  /// The annotations as they are now.
  var annotations: [Annotation] { keyed?.all ?? original }

  /// Replays entries. Those before the last one that names `sidecar` are in the sidecar already. When none
  /// names it, somebody else wrote it, or the journal was cut short: a sidecar that is whole is trusted to
  /// have what was saved, and only what was not is brought into it; otherwise all is.
  mutating func replay(
    _ entries: [JournalEntry], onSidecar sidecar: Digest?, isWhole: Bool, isDamaged: Bool = false
  ) {
    let lastSaved = isWhole ? entries.lastSaved : nil
    let base = entries.lastIndex(of: .base(sidecar)) ?? lastSaved ?? -1
    for (index, entry) in entries.enumerated() {
      switch entry {
      case .base, .unsaved: break
      case .past(let change): past.append(change)
      case .future(let change): future.append(change)
      case .draft(let draft): self.draft = draft
      case .change(let change):
        past.append(change)
        future.removeAll()
        perform(change, if: index > base)
      case .undo(let sum):
        guard let change = past.take(sum, isDamaged) else {
          lostSteps += 1
          continue
        }
        future.append(change)
        perform(change.inverse, if: index > base)
      case .redo(let sum):
        guard let change = future.take(sum, isDamaged) else {
          lostSteps += 1
          continue
        }
        past.append(change)
        perform(change, if: index > base)
      }
    }
  }

  private mutating func perform(_ change: Change, if isMissing: Bool) {
    if let draft, change.edits.contains(where: { $0.id == draft.annotation }) { self.draft = nil }
    guard isMissing else { return }
    operations += 1
    perform(change)
  }

  /// Makes a change to the annotations as they are, which need not be those that it was made for.
  mutating func perform(_ change: Change) {
    if keyed == nil { keyed = KeyedAnnotations(original) }
    for edit in change.edits {
      let current = keyed?[edit.id]
      switch edit {
      case .insert(let annotation): if current == nil { keyed?.put(annotation) }
      case .remove(let annotation): remove(annotation, current)
      case .replace(let old, let new): replace(old, by: new, current)
      }
    }
  }

  private mutating func remove(_ annotation: Annotation, _ current: Annotation?) {
    guard let current else { return }
    if current == annotation {
      keyed?.remove(annotation.id)
    } else {
      conflicts.append(.deletedAndChanged(annotation.id))
    }
  }

  private mutating func replace(_ old: Annotation, by new: Annotation, _ current: Annotation?) {
    guard let current else {
      conflicts.append(.deletedAndChanged(new.id))
      keyed?.put(new)
      return
    }
    if current == old || current == new {
      keyed?.put(new)
      return
    }
    let merge = AnnotationMerge(base: old, ours: new, theirs: current)
    keyed?.put(merge.merged)
    guard let displaced = merge.displaced else { return }
    conflicts.append(.bothChanged(new.id, displaced: displaced.id))
    if keyed?.hasPlace(of: displaced.id) == false { keyed?.put(displaced) }
  }
}

extension [JournalEntry] {
  /// The last entry that names a sidecar which was written, as far as the journal knows.
  fileprivate var lastSaved: Int? {
    var failed = false
    for (index, entry) in enumerated().reversed() {
      switch entry {
      case .unsaved: failed = true
      case .base:
        if !failed { return index }
        failed = false
      default: break
      }
    }
    return nil
  }
}

extension [Change] {
  /// Takes the last change; nil when there is none, or when lines are missing and it is another one than
  /// was meant.
  fileprivate mutating func take(_ sum: String?, _ isDamaged: Bool) -> Change? {
    guard let last else { return nil }
    if isDamaged, last.sum != sum { return nil }
    return popLast()
  }
}
