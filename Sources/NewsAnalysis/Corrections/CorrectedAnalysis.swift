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
    var ofWords: [AppliedCorrection] = []
    var ofPlaces: [AppliedCorrection] = []
    var ofClaims: [AppliedCorrection] = []
    for correction in corrections {
      switch correction.says.finding {
      case .quotation, .speaker: ofWords.append(correction)
      case .location, .place: ofPlaces.append(correction)
      case .claim: ofClaims.append(correction)
      }
    }
    var analysis = found
    (quotationCorrections, speakerCorrections) = analysis.correctQuotations(
      known.filter { $0.says.finding == .speaker }, ofWords, text)
    (locationCorrections, placeCorrections) = analysis.correctLocations(
      known.filter { $0.says.finding != .speaker }, ofPlaces, text)
    analysis.correctClaims(ofClaims)
    self.analysis = analysis
  }
}

// Each takes time in proportion to the findings of its kind, and none without corrections of these: whoever takes a
// sentence off the list of claims does not wait until all quotations have been looked at.
extension Analysis {
  /// Applies what is said of quotations and of who speaks, and returns which of them it is about.
  fileprivate mutating func correctQuotations(
    _ known: [Authority.Entry], _ corrections: [AppliedCorrection], _ text: ArticleText
  ) -> (quotations: [AnnotationID?], speakers: [AnnotationID?]) {
    guard !known.isEmpty || !corrections.isEmpty else {
      return (
        Array(repeating: nil, count: quotations.count), Array(repeating: nil, count: speakers.count)
      )
    }
    var corrected = QuotationCorrections(self, text: text)
    for entry in known { corrected.apply(entry) }
    for correction in corrections {
      if correction.says.finding == .speaker {
        corrected.applyToCast(correction)
      } else {
        corrected.apply(correction)
      }
    }
    return corrected.write(to: &self)
  }

  /// Applies what is said of places and of their mentions, and returns which of them it is about.
  fileprivate mutating func correctLocations(
    _ known: [Authority.Entry], _ corrections: [AppliedCorrection], _ text: ArticleText
  ) -> (locations: [AnnotationID?], places: [AnnotationID?]) {
    guard !known.isEmpty || !corrections.isEmpty else {
      return (
        Array(repeating: nil, count: locations.count), Array(repeating: nil, count: places.count)
      )
    }
    var corrected = LocationCorrections(self, text: text)
    for entry in known { corrected.apply(entry) }
    for correction in corrections {
      if correction.says.finding == .place {
        corrected.applyToPlace(correction)
      } else {
        corrected.apply(correction)
      }
    }
    return corrected.write(to: &self)
  }

  /// Applies what is said of sentences worth checking.
  fileprivate mutating func correctClaims(_ corrections: [AppliedCorrection]) {
    if corrections.isEmpty { return }
    var corrected = ClaimCorrections(self)
    for correction in corrections { corrected.apply(correction) }
    corrected.write(to: &self)
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
