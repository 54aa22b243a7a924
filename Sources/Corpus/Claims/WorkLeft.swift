// What is left to do in an article before it is published: claims that nobody has checked, and marks besides
// that ask for work. One answer for lists of articles, panes, the claims desk, commands and reports.

import ArticleModel

/// What is left to do in an article.
package struct WorkLeft: Hashable, Sendable {
  /// How many claims nobody has checked; nil while they are not known, as before an article is read.
  package var claims: Int?
  /// How many marks ask for work that is not done. Those that answer a claim of the list are left to it.
  package var marks: Int

  /// States what is left.
  package init(claims: Int?, marks: Int) { (self.claims, self.marks) = (claims, marks) }

  /// What is left according to marks alone, when nobody has looked for claims in the article.
  /// - Parameter anchors: where their words stand; the marks of a sidecar that is not compared with its article
  ///   count as standing there.
  package init(_ annotations: [Annotation], anchors: [AnnotationID: [Anchor]]? = nil) {
    claims = nil
    marks = annotations.count { mark in
      let anchor = anchors.map { $0[mark.id]?.first } ?? .wholeArticle
      return mark.asksForWork && !mark.isFinished(at: anchor)
    }
  }

  /// What is left of the claims of an article and of its marks.
  package init(
    _ list: ClaimList, _ annotations: [Annotation], anchors: [AnnotationID: [Anchor]]
  ) {
    claims = list.count - list.checkedCount
    let listed = list.answeringMarks
    let others = annotations.filter { !listed.contains($0.id) }
    marks = WorkLeft(others, anchors: anchors).marks
  }

  /// Whether nothing is known to be left.
  package var isNothing: Bool { (claims ?? 0) + marks == 0 }

  /// "8 claims, 1 mark left", "nothing left", "2 marks left, claims not counted yet".
  package var inWords: String {
    let parts = [
      claims.flatMap { $0 == 0 ? nil : counted($0, "claim") },
      marks == 0 ? nil : counted(marks, "mark"),
    ].compactMap(\.self)
    let left = parts.isEmpty ? [] : [parts.joined(separator: ", ") + " left"]
    if claims == nil { return (left + ["claims not counted yet"]).joined(separator: ", ") }
    return left.first ?? "nothing left"
  }
}

extension ClaimList {
  /// The marks that answer a claim of the list which has its words, so that the claim stands for them.
  package var answeringMarks: Set<AnnotationID> {
    Set(marked.filter { $0.place != .lost }.flatMap { $0.marks.map(\.annotation.id) })
  }

  /// The marks that answer a claim which somebody has checked.
  package var settledMarks: Set<AnnotationID> {
    Set(marked.filter(\.isChecked).flatMap { $0.marks.map(\.annotation.id) })
  }

  /// "nothing left to check", "9 left to check".
  package var leftInWords: String {
    count == checkedCount ? "nothing left to check" : "\(count - checkedCount) left to check"
  }
}
