// Sidecars of one article that have the same marks in them, as after a folder went to a colleague and came back: then
// a sidecar is not a person.

import ArticleModel

extension SidecarMarks {
  /// The marks of several sidecars person by person; nil when no mark is in two of them. Of two versions of a
  /// mark the later one counts.
  package static func byPerson(across sidecars: [SidecarMarks]) -> [SidecarMarks]? {
    let shared = SharedMarks(sidecars)
    guard shared.areShared, let first = sidecars.first else { return nil }
    let all = SidecarMarks(
      article: sidecars.lazy.compactMap(\.article).first, named: first.articleName,
      sidecarPath: first.sidecarPath, annotations: shared.annotations,
      anchors: sidecars.reduce(into: [:]) { $0.merge($1.anchors) { _, later in later } })
    return all.byPerson.map { person in
      let home = sidecars[shared.home(of: person)]
      return SidecarMarks(
        article: all.article, named: all.articleName, sidecarPath: home.sidecarPath,
        person: person.person, annotations: person.marks + person.reviews, anchors: all.anchors,
        held: home.held)
    }
  }
}

/// The marks of several sidecars, each once.
private struct SharedMarks {
  private var newest: [AnnotationID: (annotation: Annotation, sidecar: Int)] = [:]
  private var order: [AnnotationID] = []
  /// Whether a mark is in two sidecars.
  private(set) var areShared = false

  init(_ sidecars: [SidecarMarks]) {
    for (number, sidecar) in sidecars.enumerated() {
      for annotation in sidecar.marks + sidecar.reviews { add(annotation, from: number) }
    }
  }

  private mutating func add(_ annotation: Annotation, from sidecar: Int) {
    if let known = newest[annotation.id] {
      areShared = true
      if known.annotation.modified.isLater(than: annotation.modified) { return }
    } else {
      order.append(annotation.id)
    }
    newest[annotation.id] = (annotation, sidecar)
  }

  /// The marks, in the order in which they were met.
  var annotations: [Annotation] { order.compactMap { newest[$0]?.annotation } }

  /// The sidecar that most of somebody's marks come from.
  func home(of person: SidecarMarks) -> Int {
    // What others made says nothing of whose sidecar it is.
    let own = (person.marks + person.reviews).filter { $0.creator?.name == person.person }
    let homes = own.compactMap { newest[$0.id]?.sidecar }
    let counts = Dictionary(homes.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }
}
