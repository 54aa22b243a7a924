// The annotations of one article in memory, with what can be undone and redone.

import Synchronization

extension Sequence<Annotation> {
  /// Those of which a merge kept another version: both, as long as both are there.
  public var inConflict: Set<AnnotationID> {
    let versions = filter { $0.conflictsWith != nil }
    if versions.isEmpty { return [] }
    let ids = Set(map(\.id))
    return Set(
      versions.flatMap { annotation in
        annotation.conflictsWith.flatMap { ids.contains($0) ? [annotation.id, $0] : nil } ?? []
      })
  }
}

/// The annotations of an article in the order of the sidecar, and the history of changes. A change takes
/// the time of its steps, however many annotations there are.
///
/// A value: the reader's state holds one, and the store writes the changes that it went through.
public struct AnnotationSet: Sendable {
  /// Changes that undo takes back, the latest last.
  public private(set) var past: [Change] = []
  /// Changes that redo brings back, the next one last.
  public private(set) var future: [Change] = []
  /// In whose name changes are made from now on; nil when nobody says.
  public var author: Creator?

  private var keyed: KeyedAnnotations
  private var listing: Listing

  /// Holds annotations as they were read, with the history that the store remembers. Of two annotations
  /// of one name the first counts.
  public init(_ annotations: [Annotation] = [], past: [Change] = [], future: [Change] = []) {
    keyed = KeyedAnnotations(annotations)
    listing = Listing()
    self.past = past
    self.future = future
  }

  /// The annotations, in the order in which the sidecar lists them. While some are taken out, asking for
  /// them takes time in their number, once after each change.
  public var annotations: [Annotation] {
    keyed.isWhole ? keyed.all : listing.annotations { keyed.all }
  }

  /// The annotation of that name.
  public subscript(id: AnnotationID) -> Annotation? { keyed[id] }

  /// Applies a change that the reader made; redo forgets what it knew.
  public mutating func apply(_ change: Change) {
    perform(change)
    var change = change
    change.author = change.author ?? author
    past.append(change)
    future.removeAll()
  }

  /// Takes the latest change back and returns what that did, as a change; nil when there is none.
  public mutating func undo() -> Change? {
    guard let change = past.popLast() else { return nil }
    let inverse = change.inverse
    perform(inverse)
    future.append(change)
    return inverse
  }

  /// Brings the change back that was undone last and returns it; nil when there is none.
  public mutating func redo() -> Change? {
    guard let change = future.popLast() else { return nil }
    perform(change)
    past.append(change)
    return change
  }

  private mutating func perform(_ change: Change) {
    listing = Listing()
    for edit in change.edits {
      switch edit {
      case .insert(let annotation): keyed.put(annotation)
      case .remove(let annotation): keyed.remove(annotation.id)
      case .replace(_, let new): if keyed[new.id] != nil { keyed.put(new) }
      }
    }
  }

  /// The annotations as a list, made when it is asked for. A class so that copies of a set share it; a
  /// mutex because they may be read on several threads.
  private final class Listing: Sendable {
    private let list = Mutex<[Annotation]?>(nil)

    func annotations(_ make: () -> [Annotation]) -> [Annotation] {
      list.withLock { list in
        let annotations = list ?? make()
        list = annotations
        return annotations
      }
    }
  }
}
