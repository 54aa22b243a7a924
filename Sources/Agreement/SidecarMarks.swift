// What one sidecar says of an article, as far as people are compared by it.

import ArticleModel

/// The marks of a sidecar with their places in the article.
package struct SidecarMarks: Sendable {
  /// The article; nil when it is missing.
  package let article: Article?
  /// What to call the article: its path as it was given, or else the sidecar's.
  package let articleName: String
  /// The sidecar's path.
  package let sidecarPath: String
  /// The annotations without the reviews of them, in the order of the sidecar.
  package let marks: [Annotation]
  /// What people think of the marks.
  package let reviews: [Annotation]
  /// Where they stand: an anchor a target.
  package let anchors: [AnnotationID: [Anchor]]

  /// The ids of all marks in the sidecar, those of others among them.
  package private(set) var held: Set<AnnotationID>

  /// Whose they are alone; nil when the sidecar is that of one person, or nobody says.
  package let person: String?

  /// Takes the marks among the annotations of a sidecar.
  /// - Parameter held: the ids of all that the sidecar has; nil where `annotations` are all of it.
  package init(
    article: Article?, named name: String, sidecarPath: String, person: String? = nil,
    annotations: [Annotation], anchors: [AnnotationID: [Anchor]], held: Set<AnnotationID>? = nil
  ) {
    self.held = held ?? Set(annotations.map(\.id))
    self.person = person
    self.article = article
    articleName = name
    self.sidecarPath = sidecarPath
    marks = annotations.filter { $0.kind.isMark }
    reviews = annotations.filter { $0.kind == .review }
    self.anchors = anchors
  }

  /// The marks of a sidecar that several people work in, person by person. Whoever agrees with another's
  /// mark in a review says the same, so that the mark counts as theirs too, unless they say otherwise in a
  /// mark of their own.
  package var byPerson: [SidecarMarks] {
    let people = (marks + reviews).compactMap { $0.creator?.name }.uniqued()
    let agreements = Judgements(marks + reviews, anchors: anchors).agreements
    return people.map { name in
      let agreed = agreements.filter { $0.creator?.name == name }
      let shared = Set(agreed.compactMap(\.repliesTo))
      let own = marks.filter { $0.creator?.name == name || shared.contains($0.id) }
      return SidecarMarks(
        article: article, named: articleName, sidecarPath: sidecarPath, person: name,
        annotations: own + reviews.filter { $0.creator?.name == name }, anchors: anchors,
        held: held)
    }
  }

  /// What to call the people behind sidecars of one article: each by the name of whoever made all of
  /// its marks, where that is clear, or else by the sidecar's path.
  package static func annotators(of sidecars: [SidecarMarks]) -> [String] {
    let people = sidecars.map { sidecar in
      sidecar.person.map { [$0] } ?? sidecar.marks.map { $0.creator?.name ?? "" }.uniqued()
    }
    return zip(sidecars, people).map { sidecar, names in
      let name = names.count == 1 ? names[0] : ""
      let isClear = !name.isEmpty && people.count(where: { $0 == [name] }) == 1
      return isClear ? name : sidecar.sidecarPath
    }
  }
}
