// The analysis with what readers put right: the one place where corrections are applied, for the reader,
// the commands, statistics and exports alike.

import ArticleModel

/// An analysis after corrections, and which of its findings a correction is about.
public struct CorrectedAnalysis: Sendable {
  /// What holds now.
  public let analysis: Analysis
  /// Element i: the correction that quotation i has gone through; nil when nobody said anything of it.
  public let quotationCorrections: [AnnotationID?]
  /// Element i: the correction that mention i of a place has gone through.
  public let locationCorrections: [AnnotationID?]
  /// Element i: the correction that speaker i as such has gone through.
  public let speakerCorrections: [AnnotationID?]
  /// Element i: the correction that place i as such has gone through.
  public let placeCorrections: [AnnotationID?]

  /// Applies the corrections among `annotations` to what the program found in a text. Takes time in
  /// proportion to what was found; none to speak of when there are no corrections.
  public init(
    _ found: Analysis, annotations: [Annotation], anchors: [AnnotationID: [Anchor]],
    text: ArticleText
  ) {
    self.init(found, Authority(), annotations: annotations, anchors: anchors, text: text)
  }

  /// Applies what a desk knows, and then the corrections among `annotations`, which win.
  package init(
    _ found: Analysis, _ authority: Authority, annotations: [Annotation],
    anchors: [AnnotationID: [Anchor]], text: ArticleText
  ) {
    let corrections = AppliedCorrection.all(of: annotations, anchors: anchors)
    let known = authority.without(annotations).entries
    guard !corrections.isEmpty || !known.isEmpty else {
      analysis = found
      quotationCorrections = Array(repeating: nil, count: found.quotations.count)
      locationCorrections = Array(repeating: nil, count: found.locations.count)
      speakerCorrections = Array(repeating: nil, count: found.speakers.count)
      placeCorrections = Array(repeating: nil, count: found.places.count)
      return
    }
    var quotations = QuotationCorrections(found, text: text)
    var locations = LocationCorrections(found, text: text)
    var claims = ClaimCorrections(found)
    for entry in known {
      if entry.says.finding == .speaker { quotations.apply(entry) } else { locations.apply(entry) }
    }
    for correction in corrections {
      switch correction.says.finding {
      case .quotation: quotations.apply(correction)
      case .location: locations.apply(correction)
      case .claim: claims.apply(correction)
      case .speaker: quotations.applyToCast(correction)
      case .place: locations.applyToPlace(correction)
      }
    }
    var analysis = found
    (quotationCorrections, speakerCorrections) = quotations.write(to: &analysis)
    (locationCorrections, placeCorrections) = locations.write(to: &analysis)
    claims.write(to: &analysis)
    self.analysis = analysis
  }
}

/// A correction with its places in the text as it is now.
struct AppliedCorrection {
  let id: AnnotationID
  let says: Correction
  /// Where the finding stands; empty for a person or a place that is told by its name alone.
  let span: TextSpan
  /// The words as they should be; empty when they were right.
  let parts: [TextSpan]

  /// The corrections that have found their words again, the one changed last at the end.
  static func all(
    of annotations: [Annotation], anchors: [AnnotationID: [Anchor]]
  ) -> [AppliedCorrection] {
    let corrections = annotations.filter { $0.correction != nil }
    if corrections.isEmpty { return [] }
    let ordered = corrections.enumerated().sorted {
      ($0.element.modified.placeInTime, $0.offset) < ($1.element.modified.placeInTime, $1.offset)
    }
    return ordered.compactMap { _, annotation in
      guard let says = annotation.correction, let places = anchors[annotation.id] else {
        return nil
      }
      let isByName = says.isOfCast && places.allSatisfy { $0 == .wholeArticle }
      guard let span = isByName ? TextSpan(.zero, .zero) : places.first?.span,
        isByName || places.allSatisfy({ $0.span != nil })
      else { return nil }
      return AppliedCorrection(
        id: annotation.id, says: says, span: span,
        parts: places.dropFirst().compactMap(\.span).sorted())
    }
  }
}
