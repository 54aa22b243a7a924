// One annotation as lists show it: its words, its terms in the language of people, its place.

import ArticleModel

/// An annotation in a list across articles.
///
/// A class because lists sort and filter thousands of rows, and copying the two dozen members of one takes longer than
/// comparing it. It never changes.
package final class AnnotationRow: Sendable, Identifiable {
  /// The annotation.
  package let annotation: Annotation
  /// The article's name, as it was given.
  package let articleName: String
  /// The sidecar that holds the annotation.
  package let sidecarPath: String
  /// Where its targets stand, in their order; nil when the article is missing.
  package let anchors: [Anchor]?
  /// Its terms in words: "loaded term".
  package let labels: [String]
  /// Where the first target stands in the text; nil when that is not known.
  package let span: CodePointSpan?
  /// The page of a printed document that the first target stands on: "3", or "3–4".
  package let page: String?
  /// How sure its places are: that of the least sure target; nil when the article is missing.
  package let state: Anchor.State?
  /// What others made of it: the reviews in the same sidecar, in its order.
  package let reviews: [Annotation]
  /// Those of them who say otherwise in a mark of their own, so that to have gone through it is all that
  /// their review says.
  private let opposed: Set<AnnotationID>
  /// The items of checklists that were ticked for it, in the order of the sidecar.
  package let ticks: [Annotation]
  /// Whether somebody else says otherwise.
  package let isDisputed: Bool
  /// Of a reply, what it answers; nil for other marks, and when that is gone.
  package let answered: Annotation?
  /// How many replies deep it hangs; 0 for marks, and for replies that hang nowhere.
  package let depth: Int
  /// All that stands in it in words, for filters.
  let words: SearchableWords

  /// Which annotation it is.
  package var id: AnnotationID { annotation.id }

  /// Makes a row; `anchors` are those of the annotation's targets, in their order.
  init(
    _ annotation: Annotation, anchors: [Anchor]?, reviews: [Annotation], ticks: [Annotation] = [],
    judgements: Judgements, isDisputed: Bool, answered: Annotation? = nil, depth: Int = 0,
    in article: AnnotatedArticle,
    labelledBy shelf: TaxonomyShelf
  ) {
    (self.answered, self.depth) = (answered, depth)
    self.annotation = annotation
    self.anchors = anchors
    self.reviews = reviews
    opposed = Set(reviews.filter(judgements.isOpposed).map(\.id))
    self.ticks = ticks
    self.isDisputed = isDisputed
    articleName = article.name
    sidecarPath = article.sidecarPath
    // A verdict says more than the type of the claim, and comes first where there is little room.
    let verdicts = annotation.terms.filter(\.isVerdict)
    labels = (verdicts + annotation.terms.filter { !$0.isVerdict }).map { shelf.label(of: $0) }
    words = SearchableWords(of: annotation, labels: labels)
    let place = anchors?.first?.span.flatMap { article.printedPlace(of: $0) }
    (span, page) = (place?.codePoints, place?.page)
    state = anchors?.map(\.state).max { $0.doubt < $1.doubt }
  }

  /// How the words differ from those that were marked, where nobody has confirmed that the mark still
  /// applies; one for each target of which they do.
  package var changes: [WordChange] { anchors?.compactMap(\.change) ?? [] }

  /// The marked words; nil when the mark is about the article as a whole.
  package var quote: String? { annotation.targets.first?.passage?.exact }

  /// What the mark says in one phrase: its terms, its tags, or else its kind.
  package var label: String {
    if annotation.adjudication?.choice == .leftOut { return "set aside" }
    let words = labels + annotation.tags
    return words.isEmpty ? annotation.kind.rawValue : words.joined(separator: ", ")
  }

  /// Its kind and what it says: "bias: loaded term".
  package var heading: String {
    let kind = annotation.kind.rawValue
    if annotation.adjudication?.choice == .leftOut { return label }
    return label == kind ? kind : "\(kind): \(label)"
  }

  /// Whether somebody has gone through it and said so. Whether the work on it is done is another matter.
  package var isReviewed: Bool { !reviews.isEmpty }

  /// What a review of it comes to, in a word: "agrees", "disputes", "reviewed"; nil when it says neither.
  package func word(for review: Annotation) -> String? {
    review.judgement.map { $0 == .agrees && opposed.contains(review.id) ? "reviewed" : $0.rawValue }
  }

  /// Whether a review agrees with it, whose maker says nothing else.
  func isAgreement(_ review: Annotation) -> Bool {
    review.judgement == .agrees && !opposed.contains(review.id)
  }

  /// Whether it is a mark of its own: neither an answer to one nor a correction of what was found.
  package var isMark: Bool { AnnotationKind.marks.contains(annotation.kind) }

  /// Whether it is a reply to something that is gone.
  package var hasLostParent: Bool {
    annotation.kind == .reply && annotation.repliesTo != nil && answered == nil
  }

  /// "An answer to a mark by Ana Lopes that is gone."; nil when what it answers is there.
  package var lostParent: String? {
    guard hasLostParent else { return nil }
    return "A reply to \(annotation.answeredMark?.toldAsGone ?? "a mark that is gone")."
  }

  /// Its id in short: the first eight digits of a UUID, or of the digest of another id.
  package var shortID: String { annotation.id.short }

  /// For sorting: marks on the whole article first, those without a place last.
  var place: Int {
    if quote == nil { return -1 }
    let last = annotation.targets.first?.passage?.position?.start.value
    return span?.start.value ?? (state == nil ? last : nil) ?? .max
  }
}

extension AnnotationID {
  /// Eight characters that tell it from others: the first of a UUID. Ids of other programs begin alike,
  /// and some end alike, so these have the first digits of their digest.
  package var short: String { String(digits.prefix(8)) }

  /// Whether somebody means this id: the whole of it, the beginning of its digits, or what stands behind
  /// the last slash or number sign of an address.
  package func isMeant(by name: String) -> Bool {
    guard !name.isEmpty else { return false }
    return description == name || digits.hasPrefix(name.lowercased())
      || description.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map(String.init) == name
  }

  private var digits: String {
    let prefix = "urn:uuid:"
    if description.hasPrefix(prefix) { return String(description.dropFirst(prefix.count)) }
    return Array(description.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
  }
}

extension Anchor.State {
  /// How much there is to doubt, from exact to orphan.
  fileprivate var doubt: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
