// Who marked what: sidecars become annotators, and articles that several of them worked on.

import ArticleModel

/// The marks of several annotators on the same articles.
package struct AgreementStudy {
  /// The names of the annotators.
  package let annotators: [String]
  /// The articles that at least two of them worked on, by name.
  package let articles: [String]
  /// Sidecars of several people that are compared as one annotator, each with the people in it.
  package let joint: [Joint]
  let texts: [CodedText]

  /// A sidecar that several people made marks in.
  package struct Joint: Hashable, Sendable {
    /// What the annotator is called: the path of the sidecar.
    package var annotator: String
    /// The names of the people, in the order of their first marks.
    package var people: [String]
  }

  /// What cannot be compared.
  package enum Problem: Error, Hashable, CustomStringConvertible {
    /// The article of a sidecar is not there, and without it nobody knows its sentences.
    case articleMissing(sidecar: String)
    /// No article has marks of two people.
    case oneAnnotator

    /// What is missing, and what to do.
    package var description: String {
      switch self {
      case .articleMissing(let sidecar): "\(sidecar): its article is not there"
      case .oneAnnotator:
        "agreement needs two annotators on one article; name sidecars of two, or one with the marks of "
          + "several"
      }
    }
  }

  /// Compares sidecars. Where an article has several, each is an annotator; where it has one, each person
  /// who made marks in it.
  /// - Parameter sentences: finds the sentences of an article, in their order.
  package init(
    _ sidecars: [SidecarMarks], sentences: (Article) -> [TextSpan]
  ) throws(Problem) {
    var shares: [(article: SidecarMarks, [Share])] = []
    for (_, sidecars) in sidecars.grouped(by: \.articleName) {
      // A folder that came back has marks of one person in several sidecars.
      let group = SidecarMarks.byPerson(across: sidecars) ?? sidecars
      for sidecar in group where sidecar.article == nil {
        throw .articleMissing(sidecar: sidecar.sidecarPath)
      }
      let parts = group.count > 1 ? Share.bySidecar(group) : Share.byPerson(group)
      if parts.count > 1, let first = group.first { shares.append((first, parts)) }
    }
    let names = shares.flatMap { $0.1.map(\.annotator) }.uniqued()
    guard names.count > 1 else { throw .oneAnnotator }
    annotators = names
    articles = shares.map(\.article.articleName)
    joint = shares.flatMap(\.1).compactMap(\.joint).uniqued()
    texts = shares.compactMap { article, shares in
      guard let whole = article.article else { return nil }
      var text = CodedText(whole, sentences: sentences(whole), annotators: names.count)
      for share in shares {
        guard let index = names.firstIndex(of: share.annotator) else { continue }
        text.add(share.annotations, in: share.sidecar, by: index)
      }
      return text
    }
  }

  /// What one annotator contributed to an article.
  private struct Share {
    var annotator: String
    var sidecar: SidecarMarks
    var annotations: [Annotation]

    /// The people, when there are several. Whoever is taken alone may have agreed with the marks of others.
    var joint: Joint? {
      guard sidecar.person == nil else { return nil }
      let people = annotations.compactMap { $0.creator?.name }.uniqued()
      return people.count > 1 ? Joint(annotator: annotator, people: people) : nil
    }

    static func bySidecar(_ sidecars: [SidecarMarks]) -> [Share] {
      zip(SidecarMarks.annotators(of: sidecars), sidecars).map { name, sidecar in
        Share(annotator: name, sidecar: sidecar, annotations: sidecar.marks)
      }
    }

    static func byPerson(_ sidecars: [SidecarMarks]) -> [Share] {
      sidecars.flatMap { sidecar in
        sidecar.marks.compactMap { $0.creator?.name }.uniqued().map { name in
          Share(
            annotator: name, sidecar: sidecar,
            annotations: sidecar.marks.filter { $0.creator?.name == name })
        }
      }
    }
  }
}
