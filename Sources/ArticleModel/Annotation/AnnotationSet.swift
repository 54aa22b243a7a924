// The annotations of one article in memory, with what can be undone and redone.

extension Sequence<Annotation> {
  /// Those of which a merge kept another version: both, as long as both are there.
  public var inConflict: Set<AnnotationID> {
    let ids = Set(map(\.id))
    return Set(
      flatMap { annotation in
        annotation.conflictsWith.flatMap { ids.contains($0) ? [annotation.id, $0] : nil } ?? []
      })
  }
}

/// The annotations of an article in the order of the sidecar, and the history of changes.
///
/// A value: the reader's state holds one, and the store writes the changes that it went through.
public struct AnnotationSet: Sendable {
  /// The annotations, in the order in which the sidecar lists them.
  public private(set) var annotations: [Annotation]
  /// Changes that undo takes back, the latest last.
  public private(set) var past: [Change] = []
  /// Changes that redo brings back, the next one last.
  public private(set) var future: [Change] = []
  /// Where annotations stood that were taken out, so that undo puts them back there.
  private var formerPlaces: [AnnotationID: Int] = [:]

  /// Holds annotations as they were read, with the history that the store remembers.
  public init(_ annotations: [Annotation] = [], past: [Change] = [], future: [Change] = []) {
    self.annotations = annotations
    self.past = past
    self.future = future
  }

  /// The annotation of that name.
  public subscript(id: AnnotationID) -> Annotation? { annotations.first { $0.id == id } }

  /// Applies a change that the reader made; redo forgets what it knew.
  public mutating func apply(_ change: Change) {
    change.edits.forEach { perform($0) }
    past.append(change)
    future.removeAll()
  }

  /// Takes the latest change back and returns what that did, as a change; nil when there is none.
  public mutating func undo() -> Change? {
    guard let change = past.popLast() else { return nil }
    let inverse = change.inverse
    inverse.edits.forEach { perform($0) }
    future.append(change)
    return inverse
  }

  /// Brings the change back that was undone last and returns it; nil when there is none.
  public mutating func redo() -> Change? {
    guard let change = future.popLast() else { return nil }
    change.edits.forEach { perform($0) }
    past.append(change)
    return change
  }

  private mutating func perform(_ edit: Edit) {
    switch edit {
    case .insert(let annotation):
      let place = formerPlaces.removeValue(forKey: annotation.id) ?? annotations.count
      annotations.insert(annotation, at: min(place, annotations.count))
    case .remove(let annotation):
      formerPlaces[annotation.id] = annotations.firstIndex { $0.id == annotation.id }
      annotations.removeAll { $0.id == annotation.id }
    case .replace(_, let new):
      guard let index = annotations.firstIndex(where: { $0.id == new.id }) else { return }
      annotations[index] = new
    }
  }
}
