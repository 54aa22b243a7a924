// Verified claims as ClaimReview of schema.org, in JSON-LD.
//
// Only what the sidecar says goes into a review. What search engines want and the sidecar lacks is named
// in a remark, never made up.

import ArticleModel
import Corpus
import LosslessJSON
import NewsAnalysis
import Sidecars

/// Fact-checks, one a verified claim.
struct ClaimReviews {
  private var reviews: [JSONValue] = []
  private(set) var remarks: [String] = []
  private let shelf: TaxonomyShelf
  private let page: String?

  /// The document. It is made to stand in a page, where a “<” of somebody's words could end the script
  /// that holds it; in JSON it can only stand in strings, and means the same when it is escaped.
  var text: String {
    let json: JSONValue = ["@context": "https://schema.org", "@graph": .array(reviews)]
    return json.prettyPrinted().replacing("<", with: "\\u003c")
  }

  /// How true a verdict says that a claim is, where it says that, on a scale from 1 to 5.
  private static let ratings = ["refuted": 1, "partly-true": 3, "supported": 5]

  /// - Parameter page: the address of the page that the reviews are published on, as they stand in an HTML
  ///   report; nil when nobody said.
  init(_ corpus: [CorpusArticle], _ shelf: TaxonomyShelf, publishedAt page: String? = nil) {
    (self.shelf, self.page) = (shelf, page)
    for article in corpus {
      for row in article.rows where row.annotation.kind.row.answersClaim {
        add(row, article)
      }
    }
  }

  private mutating func add(_ row: AnnotationRow, _ article: CorpusArticle) {
    let annotation = row.annotation
    guard let verdict = annotation.terms.first(where: { $0.isVerdict && $0.group == "truth" })
    else {
      return remark(row, "left out because it has no verdict on the claim")
    }
    if verdict.term == "not-checkable" {
      return remark(row, "left out because its verdict is that it cannot be checked")
    }
    if annotation.status == .inProgress || annotation.status == .needsSecondSource {
      return remark(row, "left out because its status is \(annotation.status.label)")
    }
    if let change = row.changes.first {
      return remark(row, "left out because the article now reads differently: \(change.excerpt())")
    }
    guard let claim = annotation.claim.restated ?? row.quote else {
      return remark(row, "left out because nothing says what the claim is")
    }
    var missing = page == nil ? ["url"] : []
    var review: JSONObject = ["@type": "ClaimReview", "claimReviewed": .string(claim)]
    review.append("url", page.map { .string(Self.address(of: row, on: $0)) })
    let day = (annotation.modified ?? annotation.created)?.writtenDay
    review.append("datePublished", day.map { .string($0.description) })
    review.append(
      "author", annotation.creator.map { ["@type": "Person", "name": .string($0.name)] })
    review.append("reviewBody", annotation.note.isEmpty ? nil : .string(annotation.note))
    review.append("reviewRating", rating(verdict))
    review.append("itemReviewed", item(row, article, &missing))
    let evidence = annotation.evidence.map { source -> JSONValue in
      let isWeb = WebAddress(source.url) != nil
      return [
        "@type": "CreativeWork", (isWeb ? "url" : "name"): .string(source.addressOrName),
      ]
    }
    review.append("citation", evidence.isEmpty ? nil : .array(evidence))
    if day == nil { missing.append("datePublished") }
    if annotation.creator == nil { missing.append("author") }
    reviews.append(.object(review))
    if !missing.isEmpty { remark(row, "has no \(missing.joined(separator: ", "))") }
  }

  /// The address of one review: search engines ask for a part of the page each when it has several.
  private static func address(of row: AnnotationRow, on page: String) -> String {
    "\(page.prefix { $0 != "#" })#\(row.anchorName)"
  }

  private mutating func remark(_ row: AnnotationRow, _ words: String) {
    remarks.append("\(row.articleName): \(row.shortID) \(words)")
  }

  private func rating(_ verdict: TermReference) -> JSONValue {
    var rating: JSONObject = [
      "@type": "Rating", "alternateName": .string(shelf.label(of: verdict).capitalizedFirst),
    ]
    if let value = Self.ratings[verdict.term] {
      rating.append("ratingValue", .integer(value))
      rating.append("bestRating", 5)
      rating.append("worstRating", 1)
    }
    return .object(rating)
  }

  /// The claim: who makes it, and the article that it appears in.
  private func item(
    _ row: AnnotationRow, _ article: CorpusArticle, _ missing: inout [String]
  ) -> JSONValue {
    let (annotation, about) = (row.annotation, article.annotated.about)
    var claim: JSONObject = ["@type": "Claim"]
    let claimant = annotation.claim.claimant.map { author($0, in: article) }
    claim.append("author", claimant)
    claim.append("datePublished", about.published.map { .string($0.description) })
    claim.append("text", row.quote.map(JSONValue.string))
    claim.append("temporal", annotation.claim.asOf.map { .string($0.description) })
    var appearance: JSONObject = ["@type": "NewsArticle"]
    appearance.append("headline", about.title.map(JSONValue.string))
    let address = about.identifier.flatMap { WebAddress($0) == nil ? nil : $0 }
    appearance.append("url", address.map(JSONValue.string))
    appearance.append("datePublished", about.published.map { .string($0.description) })
    appearance.append("author", about.byline.map { ["@type": "Person", "name": .string($0)] })
    appearance.append(
      "publisher", about.publisher.map { ["@type": "Organization", "name": .string($0)] })
    appearance.append("inLanguage", about.language.map(JSONValue.string))
    claim.append("appearance", .object(appearance))
    if claimant == nil { missing.append("itemReviewed.author") }
    if address == nil { missing.append("itemReviewed.appearance.url") }
    if about.published == nil { missing.append("itemReviewed.datePublished") }
    return .object(claim)
  }

  /// The claimant: an organisation when the analysis finds one of that name in the article, or when it
  /// is the outlet; else a person.
  private func author(_ name: String, in article: CorpusArticle) -> JSONValue {
    let known = article.analysis.speakers.first { $0.name == name || $0.aliases.contains(name) }
    let isOrganisation = known.map { $0.kind == .organisation || $0.kind == .outlet } ?? false
    let isOutlet = name == article.annotated.about.publisher
    return [
      "@type": isOrganisation || isOutlet ? "Organization" : "Person", "name": .string(name),
    ]
  }
}
