// The figures of a study: for each kind and each term, how far its annotators agree.

import ArticleModel

/// How far the annotators of a study agree.
package struct AgreementReport: Sendable {
  /// The figures of one kind or one term.
  package struct Row: Sendable {
    /// The kind.
    package var kind: AnnotationKind
    /// The term; nil for the kind as a whole.
    package var term: TermReference?
    /// How many passages each annotator marked so, in the order of the study.
    package var marks: [Int]
    /// F1 of passages that are the same to the character, over all pairs of annotators (G. Hripcsak,
    /// A. Rothschild, JAMIA 12, 2005, 296–298).
    package var exactF1: Estimate?
    /// F1 of passages that overlap, one matched to one.
    package var overlapF1: Estimate?
    /// Cohen's kappa on whether a sentence has such a mark.
    package var kappa: Estimate?
    /// Krippendorff's alpha on the same.
    package var alpha: Estimate?
    /// Krippendorff's alpha for unitizing, on the characters.
    package var unitizedAlpha: Estimate?
    /// For a kind with terms: how far the terms agree where two or more marked overlapping passages.
    package var terms: Terms?
  }

  /// Agreement on the terms of passages that several people marked.
  package struct Terms: Sendable {
    /// How many passages at least two people marked.
    package var passages: Int
    /// Cohen's kappa.
    package var kappa: Estimate?
    /// Krippendorff's alpha for nominal data.
    package var alpha: Estimate?
  }

  /// The names of the annotators.
  package let annotators: [String]
  /// Those of them who are several people in one sidecar.
  package let joint: [AgreementStudy.Joint]
  /// The articles, by name.
  package let articles: [String]
  /// How many sentences they have.
  package let sentences: Int
  /// What each two of them marked, in plain words.
  package let plain: [PlainAgreement]
  /// Kinds, each followed by its terms.
  package let rows: [Row]

  /// Works the figures out.
  package init(of study: AgreementStudy, bootstrap: Bootstrap = Bootstrap()) {
    annotators = study.annotators
    joint = study.joint
    articles = study.articles
    plain = study.plain
    sentences = study.texts.reduce(0) { $0 + $1.paragraphs.reduce(0) { $0 + $1.sentences.count } }
    let samples = bootstrap.samples(of: study.texts.reduce(0) { $0 + $1.paragraphs.count })
    rows = Self.categories(in: study).map { category in
      Comparison(of: study, category).row(samples)
    }
  }

  /// The kinds and terms that somebody used, in the order of kinds and of their names.
  private static func categories(in study: AgreementStudy) -> [Category] {
    let marks = study.texts.flatMap { $0.marks.compactMap(\.self).joined() }
    return AnnotationKind.allCases.flatMap { kind -> [Category] in
      let ofKind = marks.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { return [] }
      let terms = ofKind.flatMap(\.terms).map(\.unversioned).uniqued()
        .sorted { $0.description < $1.description }
      return [Category(kind: kind, term: nil)] + terms.map { Category(kind: kind, term: $0) }
    }
  }
}

/// What is compared: marks of a kind, or those of it with a term.
struct Category {
  var kind: AnnotationKind
  var term: TermReference?

  func holds(_ mark: CodedText.Mark) -> Bool {
    guard mark.kind == kind else { return false }
    return term.map { term in mark.terms.contains { $0.unversioned == term } } ?? true
  }
}
