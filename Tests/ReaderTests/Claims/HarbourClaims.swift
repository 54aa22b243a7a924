// The harbour article with four claims in it, and with verifications of them by several people.

import ArticleModel
import Corpus
import NewsAnalysis
import Reader
import Testing

extension Analysis {
  /// The harbour article with a claim in four of its sentences; the third is the likeliest to be worth
  /// checking.
  static var harbourClaims: Analysis {
    var analysis = harbour(.harbour)
    analysis.claimScores = [0.1, 0.7, 0.2, 0.6, 0.1, 0.9, 0.5, 0]
    analysis.claims = [1, 3, 5, 6].map {
      Claim(span: analysis.sentences[$0], score: analysis.claimScores[$0])
    }
    return analysis
  }
}

extension Annotation {
  /// Somebody's verification of words of the harbour article.
  static func verification(
    of words: String, by name: String, _ verdict: String? = nil,
    status: AnnotationStatus = .open, note: String = "", in article: Article = .harbour
  ) throws -> Annotation {
    let span = try #require(article.text.places(of: words).first)
    var mark = Annotation(
      kind: .verification,
      targets: [
        AnnotationTarget(source: article.source.name, passage: Passage(of: span, in: article))
      ], creator: Creator(name: name), created: Timestamp("2026-01-01T10:00:00Z"))
    mark.terms =
      verdict.map { [TermReference(pack: "verification", group: "truth", term: $0)] } ?? []
    (mark.status, mark.note) = (status, note)
    return mark
  }
}

extension Sitting {
  /// A reader of the harbour article with its claims.
  static func withClaims(
    _ annotations: [Annotation] = [], columns: Int = 140, rows: Int = 45
  ) -> Sitting {
    Sitting(analysis: .harbourClaims, columns: columns, rows: rows, annotations: annotations)
  }

  /// The words of the selected claim.
  var claim: String? { state.selectedClaim?.words }
}
