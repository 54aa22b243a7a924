// Annotations in the order of a sidecar, found by their names. Sets and journals are made of it.

import OrderedCollections

/// Annotations by their names, in order. One that is taken out leaves its place empty, so that it comes
/// back there. Whatever is done to one annotation takes the same time however many there are.
package struct KeyedAnnotations: Sendable {
  private var places: OrderedDictionary<AnnotationID, Annotation?>

  /// Holds annotations in their order; of two of one name, the first.
  package init(_ annotations: [Annotation]) {
    places = OrderedDictionary(minimumCapacity: annotations.count)
    for annotation in annotations where places[annotation.id] == nil {
      places.updateValue(annotation, forKey: annotation.id)
    }
  }

  /// The annotations that are there.
  package var all: [Annotation] { places.values.compactMap(\.self) }

  /// The annotation of that name; nil when it is not there.
  package subscript(id: AnnotationID) -> Annotation? { places[id] ?? nil }

  /// Whether the annotation is there, or was.
  package func hasPlace(of id: AnnotationID) -> Bool { places.index(forKey: id) != nil }

  /// Puts an annotation in the place of the one that has its name, or had it; a new one goes last.
  package mutating func put(_ annotation: Annotation) {
    places.updateValue(annotation, forKey: annotation.id)
  }

  /// Takes an annotation out.
  package mutating func remove(_ id: AnnotationID) {
    guard hasPlace(of: id) else { return }
    places.updateValue(nil, forKey: id)
  }
}
