// Annotations in the order of a sidecar, found by their names. Sets and journals are made of it.

import OrderedCollections

/// Annotations by their names, in order. One that is taken out leaves its place empty, so that it comes
/// back there. Whatever is done to one annotation takes the same time however many there are.
package struct KeyedAnnotations: Sendable {
  /// The place of each name, which it keeps.
  private var places: OrderedSet<AnnotationID>
  /// What is at each place, or was.
  private var slots: [Annotation]
  /// The places whose annotation was taken out.
  private var empty: Set<Int> = []

  /// Holds annotations in their order; of two of one name, the first.
  package init(_ annotations: [Annotation]) {
    places = OrderedSet(minimumCapacity: annotations.count)
    for annotation in annotations { places.append(annotation.id) }
    slots = annotations
    guard places.count < annotations.count else { return }
    var names: Set<AnnotationID> = []
    slots.removeAll { !names.insert($0.id).inserted }
  }

  /// Whether no annotation was taken out without coming back.
  package var isWhole: Bool { empty.isEmpty }

  /// The annotations that are there: at once while all are, otherwise in time in their number.
  package var all: [Annotation] {
    isWhole ? slots : slots.indices.filter { !empty.contains($0) }.map { slots[$0] }
  }

  /// The annotation of that name; nil when it is not there.
  package subscript(id: AnnotationID) -> Annotation? {
    guard let place = places.firstIndex(of: id), !empty.contains(place) else { return nil }
    return slots[place]
  }

  /// Whether the annotation is there, or was.
  package func hasPlace(of id: AnnotationID) -> Bool { places.contains(id) }

  /// Puts an annotation in the place of the one that has its name, or had it; a new one goes last.
  package mutating func put(_ annotation: Annotation) {
    let (isNew, place) = places.append(annotation.id)
    if isNew {
      slots.append(annotation)
    } else {
      slots[place] = annotation
      empty.remove(place)
    }
  }

  /// Takes an annotation out.
  package mutating func remove(_ id: AnnotationID) {
    if let place = places.firstIndex(of: id) { empty.insert(place) }
  }
}
